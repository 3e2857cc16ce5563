package nl.doorlichting.gateway.reports.policyreview;

import java.math.BigDecimal;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.policyreview.CostPerParticipation;
import nl.doorlichting.domain.policyreview.CostReason;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.DerivedQuantity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one participation cost, in euros rounded half up to cents, over the projects that have both payments and counted
 * reach in the days of the programme.
 *
 * @param reason why there is no cost: NOT_ATTRIBUTABLE where no project has both, and where its reach is of several
 *     intensities or of none stated; null where there is a cost
 * @param projects number of projects that the cost is over; 0 where there is a reason
 * @param money money of these projects, in euros; null where there is a reason
 * @param reach what inventories counted for these projects; null where there is a reason
 * @param best money divided by the best estimate of the reach; null where there is a reason
 * @param lowest money divided by the highest reach; null where the reach has no upper bound, and where there is a reason
 * @param highest money divided by the lowest reach; null where that is 0, and where there is a reason
 * @param approximate whether an approximate count without a margin is in the reach, so that lowest and highest hold for
 *     the rest only, and the cost is about so much; null where there is a reason
 * @param shareOfSpending part of what the programme paid that these projects were paid, from 0 to 1; null where nothing
 *     is booked, and where there is a reason
 * @param shareOfReach part of what inventories counted in all that they counted for these projects, from 0 to 1; null
 *     where that has no sum or is less, because a tally speaks for figures of projects, and where there is a reason
 * @param reachShare the same part with its bounds; null where shareOfReach is
 */
public record ReviewedCost(
        @Schema(nullable = true) CostReason reason,
        long projects,
        @Schema(nullable = true) Money money,
        @Schema(nullable = true) AggregatedQuantity reach,
        @Schema(nullable = true) Money best,
        @Schema(nullable = true) Money lowest,
        @Schema(nullable = true) Money highest,
        @Schema(nullable = true) Boolean approximate,
        @Schema(nullable = true) BigDecimal shareOfSpending,
        @Schema(nullable = true) BigDecimal shareOfReach,
        @Schema(nullable = true) ReachShare reachShare) {

    /**
     * The part of what inventories counted in all that they counted for some projects, from 0 to 1.
     *
     * @param best by the best estimates
     * @param lowest it is at least this; null where the reach in all has no upper bound
     * @param highest it is at most this; null where the reach of the projects has no upper bound
     * @param approximate whether an approximate count without a margin is in it, so that lowest and highest hold for the
     *     rest only
     */
    @Schema(name = "PolicyReviewReachShare")
    public record ReachShare(
            BigDecimal best,
            @Schema(nullable = true) BigDecimal lowest,
            @Schema(nullable = true) BigDecimal highest,
            boolean approximate) {
        private static ReachShare from(DerivedQuantity share) {
            return new ReachShare(share.best(), share.lowest(), share.highest(), share.approximate());
        }
    }

    static ReviewedCost from(CostPerParticipation cost) {
        return new ReviewedCost(
                cost.reason(),
                cost.projects(),
                cost.money(),
                cost.reach(),
                cost.best(),
                cost.lowest(),
                cost.highest(),
                cost.approximate(),
                cost.shareOfSpending(),
                cost.shareOfReach() == null ? null : cost.shareOfReach().best(),
                cost.shareOfReach() == null ? null : ReachShare.from(cost.shareOfReach()));
    }
}
