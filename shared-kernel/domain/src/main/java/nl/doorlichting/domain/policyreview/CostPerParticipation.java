package nl.doorlichting.domain.policyreview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.quantity.AggregatedQuantity;

/**
 * What one participation cost, in euros rounded half up to cents. All but the number of projects and the reason is null
 * where there is a reason.
 *
 * @param reason why there is no cost; null where there is
 * @param projects how many projects it is over: those with both money and counted reach
 * @param money of these projects
 * @param reach of these projects
 * @param best money divided by the best estimate of the reach
 * @param lowest money divided by the highest reach; null where that has no upper bound
 * @param highest money divided by the lowest reach; null where that is 0
 * @param shareOfSpending part of what the programme paid that these projects were paid, from 0 to 1; null where that
 *     is not known
 * @param shareOfReach part of the programme's reach that these projects reached, from 0 to 1; null where that is not
 *     known
 */
public record CostPerParticipation(
        CostReason reason,
        long projects,
        Money money,
        AggregatedQuantity reach,
        Money best,
        Money lowest,
        Money highest,
        BigDecimal shareOfSpending,
        BigDecimal shareOfReach) {

    private static final int CENTS = 2;
    private static final int DECIMALS_OF_SHARE = 4;

    /** Of nothing. */
    static final CostPerParticipation NONE =
            new CostPerParticipation(CostReason.NOT_ATTRIBUTABLE, 0, null, null, null, null, null, null, null);

    /**
     * The money of so many projects over their reach.
     *
     * @param paid what the state paid to these projects
     */
    static CostPerParticipation of(
            long projects, Money money, AggregatedQuantity reach, Money paid, ProgrammeTotals programme) {
        return new CostPerParticipation(
                null,
                projects,
                money,
                reach,
                over(money, reach.best()),
                over(money, reach.highest()),
                over(money, reach.lowest()),
                share(
                        paid.amount(),
                        programme.disbursed() == null
                                ? null
                                : programme.disbursed().amount()),
                share(
                        BigDecimal.valueOf(reach.best()),
                        programme.reach() == null ? null : BigDecimal.valueOf(programme.reach())));
    }

    private static Money over(Money money, Long participations) {
        return participations == null || participations == 0
                ? null
                : new Money(
                        money.amount().divide(BigDecimal.valueOf(participations), CENTS, RoundingMode.HALF_UP),
                        money.currency());
    }

    // A tally that speaks for figures of projects may be less than they are together.
    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole == null || whole.signum() <= 0 || part.compareTo(whole) > 0
                ? null
                : part.divide(whole, DECIMALS_OF_SHARE, RoundingMode.HALF_UP);
    }
}
