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
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AwardRulesTest {
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
    void stateSaysWhatIsAllowed(FundingInstrument instrument, AwardStatus status, String allowed) {
        assertEquals(allowed, String.join(" ", AwardRules.names(AwardRules.allowed(instrument, status))));
    }

    @ParameterizedTest
    @EnumSource(AwardAction.class)
    void refusalIsWhatTheStateDoesNotAllow(AwardAction action) {
        for (var instrument : List.of(SUBSIDY, DECENTRALISATION_GRANT)) {
            for (var status : AwardStatus.values()) {
                var award = award(instrument, status);
                if (AwardRules.allowed(instrument, status).contains(action)) {
                    AwardRules.refuse(action, award);
                    continue;
                }
                var refusal = assertThrows(ProblemException.class, () -> AwardRules.refuse(action, award));
                assertEquals(ProblemType.INVALID_STATE, refusal.type());
                assertEquals(Map.of("allowed", AwardRules.names(AwardRules.allowed(award))), refusal.members());
            }
        }
    }

    @Test
    void whatIsAllowedHasSomethingLeftToDo() {
        var award = award(SUBSIDY, AwardStatus.GRANTED);
        award.reserved = award.amount;
        assertEquals(List.of("accountability", "amendment", "settlement"), AwardRules.names(AwardRules.allowed(award)));
        award = award(SUBSIDY, AwardStatus.REVOKED);
        assertEquals(List.of(), AwardRules.names(AwardRules.allowed(award)));
        award.disbursed = award.amount;
        assertEquals(List.of("reclaims"), AwardRules.names(AwardRules.allowed(award)));
    }

    @ParameterizedTest
    @EnumSource(AwardStatus.class)
    void awardWithoutBudgetLineMovesNoMoney(AwardStatus status) {
        var award = award(SUBSIDY, status);
        award.budgetLineId = null;
        award.disbursed = BigDecimal.ONE;
        for (var action : List.of(AMENDMENT, DISBURSEMENTS, RECLAIMS)) {
            assertFalse(AwardRules.allowed(award).contains(action));
            if (AwardRules.allowed(SUBSIDY, status).contains(action)) {
                var refusal = assertThrows(ProblemException.class, () -> AwardRules.refuse(action, award));
                assertEquals(ProblemType.BUDGET_LINE_MISSING, refusal.type());
            }
        }
    }

    @Test
    void withoutAnAccountTheStateSettlesByItself() {
        AwardRules.refuseEarlySettlement(award(SUBSIDY, AwardStatus.ACCOUNTED), false);
        var granted = award(SUBSIDY, AwardStatus.GRANTED);
        AwardRules.refuseEarlySettlement(granted, true);
        var refusal = assertThrows(ProblemException.class, () -> AwardRules.refuseEarlySettlement(granted, false));
        assertTrue(refusal.getMessage().contains("4:47"));
        assertEquals(
                Map.of("allowed", List.of("accountability", "amendment", "disbursements", "revocation")),
                refusal.members());
    }

    private static Award award(FundingInstrument instrument, AwardStatus status) {
        var award = new Award();
        award.fundingInstrument = instrument;
        award.status = status;
        award.budgetLineId = UUID.randomUUID();
        award.amount = BigDecimal.TEN;
        award.settledAmount = BigDecimal.TEN;
        award.reserved = BigDecimal.ZERO;
        award.disbursed = BigDecimal.ZERO;
        award.reclaimed = BigDecimal.ZERO;
        return award;
    }
}
