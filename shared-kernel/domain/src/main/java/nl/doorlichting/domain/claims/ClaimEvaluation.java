package nl.doorlichting.domain.claims;

import java.math.BigDecimal;

/**
 * What figures say of a claim, in the unit of the claim. All numbers are null where the figures come to none.
 *
 * @param undecided why figures do not say; null for a claim that holds or fails
 * @param found what the figures come to, as their best estimate
 * @param lowest it is at least this; null where there is no bound
 * @param highest it is at most this; null where there is no bound
 * @param difference found less what is stated
 */
public record ClaimEvaluation(
        ClaimOutcome outcome,
        UndecidedReason undecided,
        BigDecimal found,
        BigDecimal lowest,
        BigDecimal highest,
        BigDecimal difference) {

    static ClaimEvaluation undecided(UndecidedReason why) {
        return new ClaimEvaluation(ClaimOutcome.UNDECIDED, why, null, null, null, null);
    }
}
