package nl.doorlichting.funding.awards;

import static nl.doorlichting.domain.vocabulary.FundingInstrument.DECENTRALISATION_GRANT;
import static nl.doorlichting.domain.vocabulary.FundingInstrument.SUBSIDY;
import static nl.doorlichting.funding.awards.AwardAction.AMENDMENT;
import static nl.doorlichting.funding.awards.AwardAction.DISBURSEMENTS;
import static nl.doorlichting.funding.awards.AwardAction.RECLAIMS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AwardTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUBSIDY|GRANTED|accountability amendment disbursements revocation settlement",
                "SUBSIDY|AMENDED|accountability amendment disbursements revocation settlement",
                "SUBSIDY|ACCOUNTED|disbursements revocation settlement",
                "SUBSIDY|SETTLED|disbursements reclaims revocation",
                "SUBSIDY|REVOKED|reclaims",
                "DECENTRALISATION_GRANT|GRANTED|disbursements",
                "DECENTRALISATION_GRANT|PAID|''"
            })
    void allowsActionsByInstrumentAndState(FundingInstrument instrument, AwardStatus status, String allowed) {
        assertEquals(allowed, String.join(" ", AwardAction.paths(AwardAction.allowed(instrument, status))));
    }

    @ParameterizedTest
    @EnumSource(AwardAction.class)
    void refusesActionThatStateDoesNotAllow(AwardAction action) {
        for (var instrument : List.of(SUBSIDY, DECENTRALISATION_GRANT)) {
            for (var status : AwardStatus.values()) {
                var award = award(state(instrument, status));
                if (AwardAction.allowed(instrument, status).contains(action)) {
                    award.refuseUnlessAllowed(action);
                    continue;
                }
                var refusal = assertThrows(ProblemException.class, () -> award.refuseUnlessAllowed(action));
                assertEquals(ProblemType.INVALID_STATE, refusal.type());
                assertEquals(Map.of("allowed", AwardAction.paths(award.allowed())), refusal.members());
            }
        }
    }

    @Test
    void allowsNoActionWithNothingLeftToDo() {
        var granted = state(SUBSIDY, AwardStatus.GRANTED);
        set(granted, "reserved", BigDecimal.TEN);
        assertEquals(List.of("accountability", "amendment", "settlement"), AwardAction.paths(granted.allowed()));
        var revoked = state(SUBSIDY, AwardStatus.REVOKED);
        assertEquals(List.of(), AwardAction.paths(revoked.allowed()));
        set(revoked, "disbursed", BigDecimal.TEN);
        assertEquals(List.of("reclaims"), AwardAction.paths(revoked.allowed()));
    }

    @ParameterizedTest
    @EnumSource(AwardStatus.class)
    void refusesToMoveMoneyWithoutBudgetLine(AwardStatus status) {
        var state = state(SUBSIDY, status);
        set(state, "disbursed", BigDecimal.ONE);
        set(state, "budgetLineId", null);
        var award = award(state);
        for (var action : List.of(AMENDMENT, DISBURSEMENTS, RECLAIMS)) {
            assertFalse(award.allowed().contains(action));
            if (AwardAction.allowed(SUBSIDY, status).contains(action)) {
                var refusal = assertThrows(ProblemException.class, () -> award.refuseUnlessAllowed(action));
                assertEquals(ProblemType.BUDGET_LINE_MISSING, refusal.type());
            }
        }
    }

    @Test
    void settlesWithoutAccountOnlyExOfficio() {
        state(SUBSIDY, AwardStatus.ACCOUNTED).refuseEarlySettlement(false);
        var granted = state(SUBSIDY, AwardStatus.GRANTED);
        granted.refuseEarlySettlement(true);
        var refusal = assertThrows(ProblemException.class, () -> granted.refuseEarlySettlement(false));
        assertTrue(refusal.getMessage().contains("4:47"));
        assertEquals(
                Map.of("allowed", List.of("accountability", "amendment", "disbursements", "revocation")),
                refusal.members());
    }

    @Test
    void refusalOfAmountsStatesWhatIsAllowed() {
        var waiting = state(SUBSIDY, AwardStatus.ACCOUNTED);
        set(waiting, "reserved", BigDecimal.TEN);
        for (var refused : List.<Executable>of(
                () -> waiting.amend(euros(9), null),
                () -> waiting.amend(euros(11), euros(10)),
                () -> waiting.settle(euros(11)),
                () -> waiting.settle(euros(9)),
                waiting::revoke)) {
            var refusal = assertThrows(ProblemException.class, refused);
            assertEquals(ProblemType.INVALID_STATE, refusal.type());
            assertEquals(Map.of("allowed", List.of("settlement")), refusal.members());
        }
    }

    private static Money euros(long amount) {
        return new Money(BigDecimal.valueOf(amount), Money.EURO);
    }

    private static Award award(AwardState state) {
        var award = new Award();
        set(award, "state", state);
        return award;
    }

    private static AwardState state(FundingInstrument instrument, AwardStatus status) {
        var ten = new Money(BigDecimal.TEN, Money.EURO);
        var state = new AwardState(instrument, ten, null, UUID.randomUUID());
        set(state, "status", status);
        set(state, "settledAmount", ten.amount());
        return state;
    }

    // States that no sequence of verbs reaches are tested too, so the fields are set as the database would.
    private static void set(Object object, String field, Object value) {
        try {
            var declared = object.getClass().getDeclaredField(field);
            declared.setAccessible(true);
            declared.set(object, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
