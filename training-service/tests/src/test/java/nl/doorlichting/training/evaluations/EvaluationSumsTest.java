package nl.doorlichting.training.evaluations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import nl.doorlichting.training.evaluations.EvaluationSums.Agreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationSumsTest {
    @Test
    void fiveAnswersHaveMeanSpreadAndRate() {
        var sums = of(8, 6, 7, 7, 9, 8);
        assertEquals(new BigDecimal("7.40"), sums.mean());
        assertEquals(new BigDecimal("1.14"), sums.spread());
        assertEquals(new BigDecimal("0.63"), sums.responseRate());
    }

    @Test
    void fourAnswersHaveNoFigures() {
        var four = of(8, 6, 7, 7, 9);
        assertFalse(four.enough());
        assertNull(four.mean());
        assertNull(four.spread());
        assertNull(four.responseRate());
    }

    @Test
    void answersWithoutTheirCodesHaveNoRate() {
        assertNull(of(0, 6, 7, 7, 9, 8).responseRate());
        assertNull(of(4, 6, 7, 7, 9, 8).responseRate());
        assertEquals(new BigDecimal("7.40"), of(0, 6, 7, 7, 9, 8).mean());
        assertEquals(new BigDecimal("1.00"), of(5, 6, 7, 7, 9, 8).responseRate());
    }

    @Test
    void shareNeedsFiveAnswers() {
        assertNull(new Agreement(4, 4).share());
        assertEquals(new BigDecimal("0.60"), new Agreement(5, 3).share());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void sumsOfPartsEqualSumOfWhole(long seed) {
        var random = new Random(seed);
        var ratings = IntStream.range(0, 40).map(each -> 1 + random.nextInt(10)).toArray();
        var cut = random.nextInt(40);
        var whole = of(80, ratings);
        var parts = of(30, Arrays.copyOf(ratings, cut)).plus(of(50, Arrays.copyOfRange(ratings, cut, 40)));
        assertEquals(whole, parts);
        var mean = Arrays.stream(ratings).average().orElseThrow();
        var variance =
                Arrays.stream(ratings).mapToDouble(r -> (r - mean) * (r - mean)).sum() / 39;
        assertEquals(Math.sqrt(variance), whole.spread().doubleValue(), 0.006);
    }

    private static EvaluationSums of(long codes, int... ratings) {
        return new EvaluationSums(
                codes,
                ratings.length,
                Arrays.stream(ratings).sum(),
                Arrays.stream(ratings).map(rating -> rating * rating).sum(),
                Agreement.NONE,
                Agreement.NONE,
                Agreement.NONE);
    }
}
