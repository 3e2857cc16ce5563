package nl.doorlichting.funding.disbursements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import org.junit.jupiter.api.Test;

class ReleaseRulesTest {
    private static final ReleaseRules WAITING =
            new ReleaseRules(DisbursementStatus.RESERVED, Set.of("decider"), "maker", true);
    private static final ReleaseRules RELEASED =
            new ReleaseRules(DisbursementStatus.RELEASED, Set.of("decider"), "maker", true);

    @Test
    void rejectsReleaseByDeciderOrMaker() {
        assertEquals(ProblemType.FOUR_EYES, refusal(WAITING, "decider"));
        assertEquals(ProblemType.FOUR_EYES, refusal(WAITING, "maker"));
        WAITING.refuseRelease(caller("third", Role.CONTROLLER));
    }

    @Test
    void refusesMakerAsMakerAlsoWhereItRecordedDecision() {
        var both = new ReleaseRules(DisbursementStatus.RESERVED, Set.of("maker"), "maker", true);
        var refusal = assertThrows(ProblemException.class, () -> both.refuseRelease(caller("maker", Role.CONTROLLER)));
        assertTrue(refusal.getMessage().contains("You made this payment"), refusal::getMessage);
    }

    /** As release 0.1.0 took it from a token, or as a person typed who decided. */
    @Test
    void rejectsReleaseBySubjectThatLooksLikeDecider() {
        for (var recorded : List.of(" anné", "anné ", "\u00a0anné\u3000", "an\u200bné", "anne\u0301")) {
            var decided = new ReleaseRules(DisbursementStatus.RESERVED, Set.of(recorded), "maker", true);
            assertEquals(ProblemType.FOUR_EYES, refusal(decided, "anné"));
            assertEquals(List.of("cancellation"), decided.allowedTo(caller("anné", Role.CONTROLLER)));
            var made = new ReleaseRules(DisbursementStatus.RESERVED, Set.of("decider"), recorded, true);
            assertEquals(ProblemType.FOUR_EYES, refusal(made, "anné"));
            assertEquals(List.of("cancellation"), made.allowedTo(caller("anné", Role.CONTROLLER)));
            made.refuseRelease(caller("Anné", Role.CONTROLLER));
        }
    }

    @Test
    void rejectsChangeOfReleasedPayment() {
        assertEquals(ProblemType.INVALID_STATE, refusal(RELEASED, "third"));
        assertThrows(ProblemException.class, RELEASED::refuseEnded);
        assertEquals(List.of(), RELEASED.allowedTo(caller("third", Role.CONTROLLER)));
    }

    @Test
    void allowsExactlyWhatIsNotRefused() {
        assertEquals(List.of("cancellation", "release"), WAITING.allowedTo(caller("third", Role.CONTROLLER)));
        assertEquals(List.of("cancellation"), WAITING.allowedTo(caller("maker", Role.GRANT_OFFICER)));
        assertEquals(List.of("cancellation"), WAITING.allowedTo(caller("decider", Role.GRANT_OFFICER)));
        assertEquals(List.of(), WAITING.allowedTo(caller("third", Role.ANALYST)));
    }

    @Test
    void allowsOnlyCancellationWithoutBudgetLine() {
        var uncharged = new ReleaseRules(DisbursementStatus.RESERVED, Set.of("decider"), "maker", false);
        assertEquals(List.of("cancellation"), uncharged.allowedTo(caller("third", Role.CONTROLLER)));
    }

    private static ProblemType refusal(ReleaseRules rules, String subject) {
        return assertThrows(ProblemException.class, () -> rules.refuseRelease(caller(subject, Role.CONTROLLER)))
                .type();
    }

    private static Caller caller(String subject, String role) {
        return new Caller(subject, Set.of(role), null);
    }
}
