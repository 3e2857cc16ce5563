package nl.doorlichting.domain.quantity;

/**
 * What a group of quantities adds up to, in the units of its quantities. {@code best} is the sum at face value, a range
 * at its midpoint, rounded half up once; {@code lowest} and {@code highest} are worst-case bounds, not confidence
 * intervals. {@code highest} is null when the sum has no upper end, all three are null when nothing could be added.
 * {@code approximate} says that a figure without a margin took part, so that the bounds bound only the rest.
 *
 * <p>Source: docs/design/figures.md#sums.
 */
public record AggregatedQuantity(Long best, Long lowest, Long highest, boolean approximate, Observations observations) {

    /**
     * How many quantities of each kind stand behind the figure, those that could not be added included.
     *
     * @param exact number of exact counts
     * @param approximate number of approximate counts
     */
    public record Observations(long exact, long approximate, long range, long atLeast, long vague, long notMeasured) {

        /** All of them. */
        public long total() {
            return addable() + vague + notMeasured;
        }

        long addable() {
            return exact + approximate + range + atLeast;
        }

        boolean openEnded() {
            return atLeast + vague + notMeasured > 0;
        }
    }
}
