package nl.doorlichting.domain.policyreview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.DerivedQuantity;

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
 * @param approximate whether a count without a margin is in the reach, so that the bounds hold for the rest only
 * @param shareOfSpending part of what the programme paid that these projects were paid, from 0 to 1; null where that
 *     is not known
 * @param shareOfReach part of the programme's reach that these projects reached, from 0 to 1, with its certainty; null
 *     where that is not known
 */
public record CostPerParticipation(
        CostReason reason,
        long projects,
        Money money,
        AggregatedQuantity reach,
        Money best,
        Money lowest,
        Money highest,
        Boolean approximate,
        BigDecimal shareOfSpending,
        DerivedQuantity shareOfReach) {

    private static final int CENTS = 2;
    private static final int DECIMALS_OF_SHARE = 4;

    /** Of nothing. */
    static final CostPerParticipation NONE =
            new CostPerParticipation(CostReason.NOT_ATTRIBUTABLE, 0, null, null, null, null, null, null, null, null);

    /**
     * The money of so many projects over their reach.
     *
     * @param paid what the state paid to these projects
     */
    static CostPerParticipation of(
            long projects, Money money, AggregatedQuantity reach, Money paid, ProgrammeTotals programme) {
        var each = DerivedQuantity.exactly(money.amount()).over(DerivedQuantity.of(reach));
        return new CostPerParticipation(
                null,
                projects,
                money,
                reach,
                amount(each.best(), money),
                amount(each.lowest(), money),
                amount(each.highest(), money),
                each.approximate(),
                shareOfSpending(paid, programme.disbursed()),
                shareOfReach(DerivedQuantity.of(reach), programme.reach()));
    }

    private static Money amount(BigDecimal number, Money like) {
        return number == null ? null : new Money(number.setScale(CENTS, RoundingMode.HALF_UP), like.currency());
    }

    private static BigDecimal shareOfSpending(Money part, Money whole) {
        return whole == null || isNoPart(part.amount(), whole.amount())
                ? null
                : part.amount().divide(whole.amount(), DECIMALS_OF_SHARE, RoundingMode.HALF_UP);
    }

    private static DerivedQuantity shareOfReach(DerivedQuantity part, DerivedQuantity whole) {
        if (whole == null || isNoPart(part.best(), whole.best())) {
            return null;
        }
        var share = part.partOf(whole);
        return new DerivedQuantity(
                share(share.best()), share(share.lowest()), share(share.highest()), share.approximate());
    }

    private static BigDecimal share(BigDecimal number) {
        return number == null ? null : number.setScale(DECIMALS_OF_SHARE, RoundingMode.HALF_UP);
    }

    // A tally that speaks for figures of projects may be less than they are together.
    private static boolean isNoPart(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 || part.compareTo(whole) > 0;
    }
}
