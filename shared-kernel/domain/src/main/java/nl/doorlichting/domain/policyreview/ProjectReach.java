package nl.doorlichting.domain.policyreview;

import nl.doorlichting.domain.figures.ReachIntensity;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.QuantitySum;

/**
 * The participations that inventories counted for one project.
 *
 * @param intensity how intensively people were reached, where all figures of the project state the same; null otherwise
 * @param overlapping whether a figure is declared to count people of another project too
 */
public record ProjectReach(QuantitySum sum, ReachIntensity intensity, boolean overlapping) {
    /** Nothing counted. */
    public static final ProjectReach NONE = new ProjectReach(QuantitySum.ZERO, null, false);

    /**
     * As a service shows it.
     *
     * @param bestHalves the best estimate in halves, because it is rounded in {@code shown}
     */
    public static ProjectReach of(
            AggregatedQuantity shown, long bestHalves, ReachIntensity intensity, boolean overlapping) {
        var observations = shown.observations();
        var lowest = shown.lowest() == null ? 0 : shown.lowest();
        return new ProjectReach(
                new QuantitySum(
                        bestHalves,
                        lowest,
                        // Where there is no upper bound, the observations say so.
                        shown.highest() == null ? lowest : shown.highest(),
                        shown.approximate() ? 1 : 0,
                        observations.exact(),
                        observations.approximate(),
                        observations.range(),
                        observations.atLeast(),
                        observations.vague(),
                        observations.notMeasured()),
                intensity,
                overlapping);
    }

    /** Whether somebody was counted. */
    boolean isCounted() {
        return sum.bestHalves() > 0;
    }
}
