package nl.doorlichting.domain.quantity;

import java.util.List;
import nl.doorlichting.domain.quantity.AggregatedQuantity.Observations;

/**
 * The running sum of quantities: immutable, with {@link #ZERO} as its nothing, and the same whatever the order of
 * adding. It can be built from partial sums that a database made: the components are, in this order, what
 * {@link QuantitySql#sums} selects.
 *
 * @param bestHalves the best estimates in half units, so that the midpoint of a range stays exact
 * @param lowest the lower bounds, in units
 * @param highest the upper bounds, in units; an at-least enters with its bound, and {@link #aggregate} hides the sum
 * @param withoutMargin how many of {@code approximate} have no margin
 * @param exact how many of this kind, and so on for the five kinds after it
 * @throws IllegalArgumentException for a negative component
 * @throws ArithmeticException when a sum leaves the range of a long, rather than wrapping around
 */
public record QuantitySum(
        long bestHalves,
        long lowest,
        long highest,
        long withoutMargin,
        long exact,
        long approximate,
        long range,
        long atLeast,
        long vague,
        long notMeasured) {

    /** Nothing added yet. */
    public static final QuantitySum ZERO = new QuantitySum(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public QuantitySum {
        // The sign of one is that of all; sums are made often.
        long signs = bestHalves
                | lowest
                | highest
                | withoutMargin
                | exact
                | approximate
                | range
                | atLeast
                | vague
                | notMeasured;
        if (signs < 0) {
            throw new IllegalArgumentException("a sum of quantities has no negative part");
        }
    }

    /** The sum with these components, in their order. */
    public static QuantitySum of(long[] components) {
        return new QuantitySum(
                components[0],
                components[1],
                components[2],
                components[3],
                components[4],
                components[5],
                components[6],
                components[7],
                components[8],
                components[9]);
    }

    /** The sum of one quantity. */
    public static QuantitySum of(Quantity quantity) {
        return QuantitySummand.of(quantity);
    }

    /** All together, of records that may count the same people: their lowest is the largest of theirs. */
    public static QuantitySum ofOverlapping(List<QuantitySum> sums) {
        QuantitySum all = sums.stream().reduce(ZERO, QuantitySum::plus);
        long largest = sums.stream().mapToLong(QuantitySum::lowest).max().orElse(0);
        return new QuantitySum(
                all.bestHalves,
                largest,
                all.highest,
                all.withoutMargin,
                all.exact,
                all.approximate,
                all.range,
                all.atLeast,
                all.vague,
                all.notMeasured);
    }

    /** Both together. */
    public QuantitySum plus(QuantitySum other) {
        return new QuantitySum(
                Math.addExact(bestHalves, other.bestHalves),
                Math.addExact(lowest, other.lowest),
                Math.addExact(highest, other.highest),
                Math.addExact(withoutMargin, other.withoutMargin),
                Math.addExact(exact, other.exact),
                Math.addExact(approximate, other.approximate),
                Math.addExact(range, other.range),
                Math.addExact(atLeast, other.atLeast),
                Math.addExact(vague, other.vague),
                Math.addExact(notMeasured, other.notMeasured));
    }

    /**
     * What is left without a part of it.
     *
     * @throws IllegalArgumentException when it was no part
     */
    public QuantitySum minus(QuantitySum part) {
        return new QuantitySum(
                bestHalves - part.bestHalves,
                lowest - part.lowest,
                highest - part.highest,
                withoutMargin - part.withoutMargin,
                exact - part.exact,
                approximate - part.approximate,
                range - part.range,
                atLeast - part.atLeast,
                vague - part.vague,
                notMeasured - part.notMeasured);
    }

    /** All components, in their order. */
    public long[] components() {
        return new long[] {
            bestHalves, lowest, highest, withoutMargin, exact, approximate, range, atLeast, vague, notMeasured
        };
    }

    /** The figure to show: rounded here and nowhere before. */
    public AggregatedQuantity aggregate() {
        Observations observations = observations();
        if (observations.addable() == 0) {
            return new AggregatedQuantity(null, null, null, false, observations);
        }
        Long upper = observations.openEnded() ? null : (Long) highest;
        return new AggregatedQuantity(roundedHalfUp(), lowest, upper, withoutMargin > 0, observations);
    }

    /** How many quantities of each kind went in. */
    public Observations observations() {
        return new Observations(exact, approximate, range, atLeast, vague, notMeasured);
    }

    private long roundedHalfUp() {
        return Math.addExact(bestHalves, 1) / 2;
    }
}
