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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.funding.schemes.FundingPurpose;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AwardTest {
    private static final LocalDate DAY = LocalDate.of(2010, 1, 1);
    private static final PerformedBy BY = new PerformedBy("olga", Instant.parse("2010-01-01T12:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUBSIDY|GRANTED|accountability amendment disbursements revocation settlement conditions documents update",
                "SUBSIDY|AMENDED|accountability amendment disbursements revocation settlement conditions documents update",
                "SUBSIDY|ACCOUNTED|disbursements revocation settlement conditions documents update",
                "SUBSIDY|SETTLED|disbursements reclaims revocation conditions documents update",
                "SUBSIDY|REVOKED|reclaims documents update",
                "DECENTRALISATION_GRANT|GRANTED|disbursements replacement succession withdrawal conditions documents update",
                "DECENTRALISATION_GRANT|WITHDRAWN|documents update",
                "DECENTRALISATION_GRANT|PAID|succession conditions documents update"
            })
    void allowsActionsByInstrumentAndState(FundingInstrument instrument, AwardStatus status, String allowed) {
        assertEquals(allowed, String.join(" ", AwardAction.paths(AwardAction.allowed(instrument, status))));
    }

    @ParameterizedTest
    @EnumSource(AwardAction.class)
    void refusesActionThatStateDoesNotAllow(AwardAction action) {
        for (var instrument : List.of(SUBSIDY, DECENTRALISATION_GRANT)) {
            for (var status : AwardStatus.values()) {
                var award = award(instrument, status);
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
        var granted = award(SUBSIDY, AwardStatus.GRANTED);
        set(granted, "reserved", BigDecimal.TEN);
        assertEquals(always("accountability", "amendment", "settlement"), AwardAction.paths(granted.allowed()));
        var revoked = award(SUBSIDY, AwardStatus.REVOKED);
        assertEquals(List.of("documents", "update"), AwardAction.paths(revoked.allowed()));
        set(revoked, "disbursed", BigDecimal.TEN);
        assertEquals(List.of("reclaims", "documents", "update"), AwardAction.paths(revoked.allowed()));
    }

    @ParameterizedTest
    @EnumSource(AwardStatus.class)
    void refusesToMoveMoneyWithoutBudgetLine(AwardStatus status) {
        var award = award(SUBSIDY, status);
        set(award, "disbursed", BigDecimal.ONE);
        award.describe(award.description().chargedTo(null));
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
        settle(award(SUBSIDY, AwardStatus.ACCOUNTED), 10, false);
        settle(award(SUBSIDY, AwardStatus.GRANTED), 10, true);
        var granted = award(SUBSIDY, AwardStatus.GRANTED);
        var refusal = assertThrows(ProblemException.class, () -> settle(granted, 10, false));
        assertTrue(refusal.getMessage().contains("4:47"));
        assertEquals(
                Map.of("allowed", always("accountability", "amendment", "disbursements", "revocation")),
                refusal.members());
    }

    @Test
    void refusalOfAmountsStatesWhatIsAllowed() {
        var granted = award(SUBSIDY, AwardStatus.GRANTED);
        set(granted, "reserved", BigDecimal.TEN);
        var waiting = award(SUBSIDY, AwardStatus.ACCOUNTED);
        set(waiting, "reserved", BigDecimal.TEN);
        refusesNumber(() -> amend(granted, euros(9), null), "minimum", "is paid or reserved");
        refusesNumber(() -> amend(granted, null, euros(9)), "minimum", "total cost");
        refusesNumber(() -> settle(waiting, 11, false), "maximum", "equal to or lower");
        refusesAmounts(
                "settlement",
                Map.of(
                        () -> settle(waiting, 9, false), "is reserved for payments",
                        () -> waiting.revoke(new RevocationRequest(null, null, "why"), DAY, BY),
                                "is reserved for payments"));
    }

    private static void refusesNumber(Executable change, String bound, String reason) {
        var refusal = assertThrows(ProblemException.class, change);
        assertEquals(ProblemType.VALIDATION_FAILED, refusal.type());
        assertTrue(refusal.getMessage().contains(reason), refusal::getMessage);
        assertEquals(Set.of(bound), refusal.violations().get(0).parameters().keySet());
    }

    private static void refusesAmounts(String allowed, Map<Executable, String> refused) {
        refused.forEach((change, reason) -> {
            var refusal = assertThrows(ProblemException.class, change);
            assertEquals(ProblemType.INVALID_STATE, refusal.type());
            assertTrue(refusal.getMessage().contains(reason), refusal::getMessage);
            assertEquals(Map.of("allowed", always(allowed.split(" "))), refusal.members());
        });
    }

    private static List<String> always(String... first) {
        return Stream.concat(Stream.of(first), Stream.of("conditions", "documents", "update"))
                .toList();
    }

    private static void settle(Award award, long amount, boolean exOfficio) {
        award.settle(new SettlementRequest(euros(amount), exOfficio, null, "why"), DAY, BY);
    }

    private static void amend(Award award, Money amount, Money totalCost) {
        award.amend(new AmendmentRequest(amount, totalCost, null, null, null, null, "why"), DAY, BY);
    }

    private static Money euros(long amount) {
        return new Money(BigDecimal.valueOf(amount), Money.EURO);
    }

    private static Award award(FundingInstrument instrument, AwardStatus status) {
        var basis = new AwardBasis(
                "APR",
                "s1",
                instrument,
                "1",
                "KVK",
                null,
                FundingPurpose.PROJECT,
                null,
                DAY,
                "olga",
                null,
                new String[0],
                null);
        var description = new AwardDescription("Training", null, null, null, null, UUID.randomUUID(), null, null);
        var terms = new AwardRequest.Terms(euros(10), null, new Period(DAY, DAY.plusYears(1)), null, List.of());
        var award = new Award(basis, description, terms, null, BY);
        set(award, "status", status);
        set(award, "settledAmount", BigDecimal.TEN);
        return award;
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
