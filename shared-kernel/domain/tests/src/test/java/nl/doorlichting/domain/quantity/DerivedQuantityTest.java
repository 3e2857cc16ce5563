package nl.doorlichting.domain.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DerivedQuantityTest {
    private static final DerivedQuantity EUROS = exactly(6_000);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @CsvSource({
        "EXACT, EXACT, EXACT",
        "APPROXIMATE, APPROXIMATE, APPROXIMATE",
        "RANGE, RANGE, RANGE",
        "AT_LEAST, AT_LEAST, AT_MOST"
    })
    void quotientIsAsCertainAsWhatItIsMadeOf(QuantityKind kind, DerivedKind ofDividend, DerivedKind ofDivisor) {
        var count = DerivedQuantity.of(QuantitySum.of(
                        switch (kind) {
                            case APPROXIMATE -> new Quantity.Approximate(1_200, null);
                            case RANGE -> new Quantity.Range(1_000, 1_500);
                            case AT_LEAST -> new Quantity.AtLeast(1_200);
                            default -> new Quantity.Exact(1_200);
                        })
                .aggregate());
        assertEquals(ofDividend, count.over(exactly(3)).kind());
        assertEquals(ofDivisor, EUROS.over(count).kind());
    }

    /** What at least 1,200 people cost is at most a number for each. */
    @Test
    void amountForEachOfAtLeastSoManyIsAtMost() {
        var each = EUROS.over(DerivedQuantity.of(1_200, 1_200L, null, false));
        assertEquals(0, each.highest().compareTo(BigDecimal.valueOf(5)));
        assertNull(each.lowest());
        assertEquals(DerivedKind.AT_MOST, each.kind());
    }

    @Test
    void quotientOfTwoOpenEndsIsAbout() {
        var open = DerivedQuantity.of(10, 10L, null, false);
        assertEquals(DerivedKind.APPROXIMATE, open.over(open).kind());
        // Of about 100 and at least 100 something is certain of the second only.
        assertEquals(
                DerivedKind.AT_LEAST,
                DerivedQuantity.of(QuantitySum.of(new Quantity.Approximate(100, null))
                                .plus(QuantitySum.of(new Quantity.AtLeast(100)))
                                .aggregate())
                        .kind());
    }

    @Test
    void nothingBoundsWhatIsDividedByNone() {
        var maybeNone =
                DerivedQuantity.of(QuantitySum.of(new Quantity.Range(0, 100)).aggregate());
        assertEquals(DerivedKind.AT_LEAST, EUROS.over(maybeNone).kind());
        assertThrows(ArithmeticException.class, () -> EUROS.over(exactly(0)));
        assertNull(DerivedQuantity.of(QuantitySum.of(new Quantity.Vague("many")).aggregate()));
    }

    @Test
    void sumAndPartKeepCertainty() {
        var atLeast = DerivedQuantity.of(60, 60L, null, false);
        assertEquals(DerivedKind.AT_LEAST, atLeast.plus(exactly(40)).kind());
        assertEquals(
                DerivedKind.APPROXIMATE,
                DerivedQuantity.about(BigDecimal.TEN).plus(exactly(40)).kind());
        // More of the first can only make its part larger, and more of the others only smaller.
        assertEquals(DerivedKind.AT_LEAST, atLeast.partBeside(exactly(40)).kind());
        assertEquals(DerivedKind.AT_MOST, exactly(40).partBeside(atLeast).kind());
        assertEquals(new BigDecimal("0.4"), exactly(40).partBeside(atLeast).best());
        assertEquals(
                DerivedKind.AT_MOST,
                exactly(40).partOf(DerivedQuantity.of(100, 100L, null, false)).kind());
        assertEquals(
                BigDecimal.ONE,
                DerivedQuantity.of(40, 30L, 90L, false).partOf(exactly(50)).highest());
    }

    /** Whatever the counts were in truth, what is computed of them lies within the bounds. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdsWhateverCountsMayHaveBeen(long seed) {
        var random = new Random(seed);
        var first = range(random);
        var second = range(random);
        var truth = within(first, random);
        var other = within(second, random);
        assertHolds(quotient(truth, other), first.over(second));
        assertHolds(truth.add(other), first.plus(second));
        assertHolds(quotient(truth, truth.add(other)), first.partBeside(second));
    }

    private static void assertHolds(BigDecimal number, DerivedQuantity known) {
        assertTrue(known.lowest() == null || number.compareTo(known.lowest()) >= 0, number + " " + known);
        assertTrue(known.highest() == null || number.compareTo(known.highest()) <= 0, number + " " + known);
        assertTrue(known.lowest() == null || known.best().compareTo(known.lowest()) >= 0, known.toString());
        assertTrue(known.highest() == null || known.best().compareTo(known.highest()) <= 0, known.toString());
    }

    private static BigDecimal quotient(BigDecimal one, BigDecimal other) {
        return one.divide(other, java.math.MathContext.DECIMAL64);
    }

    private static DerivedQuantity range(Random random) {
        long lowest = 1 + random.nextInt(1_000);
        long best = lowest + random.nextInt(50);
        return DerivedQuantity.of(
                best, lowest, random.nextInt(3) == 0 ? null : (Long) (best + random.nextInt(50)), false);
    }

    private static BigDecimal within(DerivedQuantity range, Random random) {
        var most = range.highest() == null
                ? range.lowest().longValue() + 10_000
                : range.highest().longValue();
        var lowest = range.lowest().longValue();
        return BigDecimal.valueOf(lowest + random.nextLong(most - lowest + 1));
    }

    private static DerivedQuantity exactly(long number) {
        return DerivedQuantity.exactly(BigDecimal.valueOf(number));
    }
}
