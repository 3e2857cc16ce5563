package nl.doorlichting.domain.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import nl.doorlichting.domain.quantity.AggregatedQuantity.Observations;
import org.junit.jupiter.api.Test;

class QuantitySumTest {

    @Test
    void exactFiguresAddUp() {
        AggregatedQuantity sum = sum(new Quantity.Exact(18_000), new Quantity.Exact(644));

        assertEquals(new AggregatedQuantity(18_644L, 18_644L, 18_644L, false, new Observations(2, 0, 0, 0, 0, 0)), sum);
    }

    @Test
    void aRangeEntersAtItsMidpointAndItsBounds() {
        AggregatedQuantity sum = sum(new Quantity.Range(80, 120));

        assertBounds(100L, 80L, 120L, sum);
    }

    @Test
    void halvesAreRoundedUpOnceAfterSumming() {
        assertEquals(2, sum(new Quantity.Range(1, 2)).best());
        assertEquals(3, sum(new Quantity.Range(1, 2), new Quantity.Range(1, 2)).best());
        assertEquals(
                5,
                sum(new Quantity.Range(1, 2), new Quantity.Range(1, 2), new Quantity.Range(1, 2))
                        .best());
    }

    @Test
    void aMarginWidensTheBounds() {
        AggregatedQuantity sum = sum(new Quantity.Approximate(150, 10L), new Quantity.Exact(1));

        assertBounds(151L, 141L, 161L, sum);
        assertFalse(sum.approximate());
    }

    @Test
    void anApproximateWithoutMarginEntersAtFaceValueAndSaysSo() {
        AggregatedQuantity sum = sum(new Quantity.Approximate(150, null), new Quantity.Range(0, 10));

        assertBounds(155L, 150L, 160L, sum);
        assertTrue(sum.approximate());
    }

    @Test
    void anAtLeastCountsAndTakesTheUpperEndAway() {
        assertBounds(1005L, 1005L, null, sum(new Quantity.AtLeast(1000), new Quantity.Exact(5)));
    }

    @Test
    void aVagueOrUnmeasuredFigureIsNotAddedAndTakesTheUpperEndAway() {
        assertBounds(5L, 5L, null, sum(new Quantity.Exact(5), new Quantity.Vague("duizenden")));
        assertBounds(5L, 5L, null, sum(new Quantity.Exact(5), new Quantity.NotMeasured("not tracked")));
    }

    @Test
    void nothingAddableIsNullAndNeverZero() {
        AggregatedQuantity sum = sum(new Quantity.Vague("duizenden"), new Quantity.NotMeasured("not tracked"));

        assertBounds(null, null, null, sum);
        assertFalse(sum.approximate());
        assertEquals(new Observations(0, 0, 0, 0, 1, 1), sum.observations());
        assertNull(QuantitySum.ZERO.aggregate().best());
    }

    @Test
    void aMeasuredZeroIsZero() {
        assertBounds(0L, 0L, 0L, sum(new Quantity.Exact(0)));
    }

    @Test
    void overflowIsRefused() {
        QuantitySum huge = new QuantitySum(Long.MAX_VALUE, 0, 0, 0, 1, 0, 0, 0, 0, 0);

        assertThrows(ArithmeticException.class, () -> huge.plus(QuantitySum.of(new Quantity.Exact(1))));
        assertThrows(ArithmeticException.class, huge::aggregate);
    }

    @Test
    void negativePartsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new QuantitySum(0, 0, 0, 0, 0, 0, 0, 0, 0, -1));
    }

    private static AggregatedQuantity sum(Quantity... quantities) {
        return Stream.of(quantities)
                .map(QuantitySum::of)
                .reduce(QuantitySum.ZERO, QuantitySum::plus)
                .aggregate();
    }

    private static void assertBounds(Long best, Long lowest, Long highest, AggregatedQuantity sum) {
        assertEquals(best, sum.best(), "best");
        assertEquals(lowest, sum.lowest(), "lowest");
        assertEquals(highest, sum.highest(), "highest");
    }
}
