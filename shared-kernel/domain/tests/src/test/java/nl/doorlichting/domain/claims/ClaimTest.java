package nl.doorlichting.domain.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimTest {
    private static final FigureDays ALL = FigureDays.ALL;
    private static final FigureDays YEAR = days("2010");

    @ParameterizedTest
    @CsvSource({
        "EQUAL, 100, 0, 100, HOLDS, 0",
        "EQUAL, 100, 5, 95, HOLDS, -5",
        "EQUAL, 100, 5, 94, FAILS, -6",
        "EQUAL, 100, 5, 106, FAILS, 6",
        "AT_LEAST, 100, 0, 250, HOLDS, 150",
        "AT_LEAST, 100, 0, 99, FAILS, -1",
        "AT_MOST, 100, 0, 99, HOLDS, -1",
        "AT_MOST, 100, 1, 102, FAILS, 2"
    })
    void comparesExactFigureWithWhatIsStated(
            ClaimRelation relation, String stated, String tolerance, int figure, ClaimOutcome outcome, String by) {
        var found = claim(ClaimComparison.VALUE, relation, stated, tolerance, ClaimUnit.PROJECTS)
                .evaluate(ClaimFigure.exact(figure, ALL), null);

        assertEquals(outcome, found.outcome());
        assertEquals(new BigDecimal(by), found.difference());
    }

    @ParameterizedTest
    @CsvSource({
        "SUM, PROJECTS, 53, 25, 78",
        "DIFFERENCE, SESSIONS, 131, 25, 106",
        "RATIO, TIMES, 100, 8, 12.5",
        "SHARE, PERCENT, 25, 100, 25"
    })
    void comparesTwoFigures(ClaimComparison comparison, ClaimUnit unit, int first, int second, String result) {
        var found = claim(comparison, ClaimRelation.EQUAL, result, "0", unit)
                .evaluate(ClaimFigure.exact(first, ALL), ClaimFigure.exact(second, ALL));

        assertEquals(ClaimOutcome.HOLDS, found.outcome());
    }

    @Test
    void holdsOrFailsOnlyWhereEveryValueWithinBoundsDoes() {
        var between = ClaimFigure.between(new BigDecimal("7.5"), new BigDecimal("8"), ALL);
        var about = claim(ClaimComparison.VALUE, ClaimRelation.EQUAL, "7.75", "0.25", ClaimUnit.POINTS);
        var higher = claim(ClaimComparison.VALUE, ClaimRelation.AT_LEAST, "8.5", "0", ClaimUnit.POINTS);
        var middle = claim(ClaimComparison.VALUE, ClaimRelation.EQUAL, "7.75", "0.1", ClaimUnit.POINTS);

        assertEquals(ClaimOutcome.HOLDS, about.evaluate(between, null).outcome());
        assertEquals(ClaimOutcome.FAILS, higher.evaluate(between, null).outcome());
        assertEquals(UndecidedReason.KINDS, middle.evaluate(between, null).undecided());
    }

    @Test
    void takesRoundedAmountAtFaceValueAndExcusesDifferenceWithinRounding() {
        var rounded = ClaimFigure.rounded(new BigDecimal("14.46"), new BigDecimal("0.065"), ALL);

        assertEquals(
                ClaimOutcome.HOLDS,
                euros("14.5", "0.05").evaluate(rounded, null).outcome());
        assertEquals(
                ClaimOutcome.FAILS, euros("15", "0.1").evaluate(rounded, null).outcome());
        var excused = euros("14.5", "0.01").evaluate(rounded, null);
        assertEquals(UndecidedReason.KINDS, excused.undecided());
        assertEquals(new BigDecimal("-0.04"), excused.difference());
    }

    @Test
    void isDecidedWithoutUpperBoundOnlyAgainstLowerOne() {
        var atLeast = reach(1000L, 1000L, null, new AggregatedQuantity.Observations(0, 0, 0, 1, 0, 0), YEAR);

        assertEquals(
                ClaimOutcome.HOLDS,
                reached(ClaimRelation.AT_LEAST, "900").evaluate(atLeast, null).outcome());
        assertEquals(
                ClaimOutcome.FAILS,
                reached(ClaimRelation.AT_MOST, "900").evaluate(atLeast, null).outcome());
        assertEquals(
                UndecidedReason.KINDS,
                reached(ClaimRelation.EQUAL, "1200").evaluate(atLeast, null).undecided());
    }

    @ParameterizedTest
    @CsvSource({
        "EQUAL, 152, 0, UNDECIDED, KINDS",
        "EQUAL, 152, 5, HOLDS,",
        "AT_LEAST, 140, 0, HOLDS,",
        "AT_LEAST, 160, 0, UNDECIDED, KINDS",
        "AT_MOST, 140, 0, UNDECIDED, KINDS"
    })
    void isNotRefutedByFigureOfUnknownMargin(
            ClaimRelation relation, String stated, String tolerance, ClaimOutcome outcome, UndecidedReason why) {
        var about150 = about(150L, 150L, 150L, new AggregatedQuantity.Observations(0, 1, 0, 0, 0, 0));

        var found = claim(ClaimComparison.VALUE, relation, stated, tolerance, ClaimUnit.PARTICIPATIONS)
                .evaluate(about150, null);
        assertEquals(outcome, found.outcome());
        assertEquals(why, found.undecided());
        assertNull(found.lowest());
        assertNull(found.highest());
    }

    @Test
    void isNotBorneOutWhereRestOfApproximateSumIsTooWide() {
        var rangeAndAbout = about(250L, 230L, 270L, new AggregatedQuantity.Observations(0, 1, 1, 0, 0, 0));
        var people = claim(ClaimComparison.VALUE, ClaimRelation.AT_LEAST, "300", "0", ClaimUnit.PEOPLE);

        assertEquals(
                UndecidedReason.KINDS,
                reached(ClaimRelation.EQUAL, "250")
                        .evaluate(rangeAndAbout, null)
                        .undecided());
        assertEquals(UndecidedReason.KINDS, people.evaluate(rangeAndAbout, null).undecided());
    }

    @Test
    void namesPartThatWasNotMeasured() {
        var partly = reach(1000L, 1000L, null, new AggregatedQuantity.Observations(1, 0, 0, 0, 0, 1), YEAR);
        var nothing = reach(null, null, null, new AggregatedQuantity.Observations(0, 0, 0, 0, 0, 1), YEAR);
        var vague = reach(null, null, null, new AggregatedQuantity.Observations(0, 0, 0, 0, 1, 0), YEAR);
        var claim = reached(ClaimRelation.EQUAL, "1000");

        assertEquals(UndecidedReason.NOT_MEASURED, claim.evaluate(partly, null).undecided());
        assertEquals(UndecidedReason.NOT_MEASURED, claim.evaluate(nothing, null).undecided());
        assertEquals(UndecidedReason.KINDS, claim.evaluate(vague, null).undecided());
        assertEquals(
                UndecidedReason.NO_FIGURE,
                claim.evaluate(ClaimFigure.exact(null, YEAR), null).undecided());
    }

    @Test
    void takesParticipationsAsUpperBoundOfPeople() {
        var figure = reach(3976L, 3976L, 3976L, new AggregatedQuantity.Observations(1, 0, 0, 0, 0, 0), YEAR);
        var atMost = claim(ClaimComparison.VALUE, ClaimRelation.AT_MOST, "4000", "0", ClaimUnit.PEOPLE);
        var about = claim(ClaimComparison.VALUE, ClaimRelation.EQUAL, "4000", "100", ClaimUnit.PEOPLE);
        var more = claim(ClaimComparison.VALUE, ClaimRelation.AT_LEAST, "5000", "0", ClaimUnit.PEOPLE);

        assertEquals(ClaimOutcome.HOLDS, atMost.evaluate(figure, null).outcome());
        assertEquals(UndecidedReason.UNITS, about.evaluate(figure, null).undecided());
        assertEquals(ClaimOutcome.FAILS, more.evaluate(figure, null).outcome());
    }

    @Test
    void comparesOnlyEqualPeriods() {
        var ratio = claim(ClaimComparison.RATIO, ClaimRelation.EQUAL, "4", "0.5", ClaimUnit.TIMES);
        var threeYears = ClaimFigure.exact(35_650, days("2007-2009"));
        var year = ClaimFigure.exact(129_905, YEAR);

        var found = ratio.evaluate(year, threeYears);
        assertEquals(UndecidedReason.PERIODS, found.undecided());
        assertEquals(new BigDecimal("3.643899"), found.found());
        assertEquals(
                ClaimOutcome.HOLDS,
                ratio.evaluate(year, ClaimFigure.exact(32_000, days("2009"))).outcome());
        assertEquals(
                UndecidedReason.PERIODS,
                ratio.evaluate(year, ClaimFigure.exact(32_000, ALL)).undecided());
    }

    @Test
    void refusesFiguresOutsidePeriodOfClaim() {
        var claim = new Claim(
                ClaimComparison.VALUE,
                ClaimRelation.EQUAL,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                ClaimUnit.PROJECTS,
                Period.of("2010-2011"));

        assertEquals(
                UndecidedReason.PERIODS,
                claim.evaluate(ClaimFigure.exact(10, YEAR), null).undecided());
        assertEquals(
                ClaimOutcome.HOLDS,
                claim.evaluate(ClaimFigure.exact(10, days("2010-2011")), null).outcome());
        assertEquals(
                UndecidedReason.PERIODS,
                claim.evaluate(ClaimFigure.exact(10, ALL), null).undecided());
        assertEquals(
                UndecidedReason.PERIODS,
                claim.evaluate(ClaimFigure.exact(10, sessions(Map.of("from", "2010-01-01"))), null)
                        .undecided());
        assertEquals(
                ClaimOutcome.HOLDS,
                claim.evaluate(ClaimFigure.exact(10, FigureDays.NONE), null).outcome());
    }

    @ParameterizedTest
    @EnumSource(
            value = ClaimComparison.class,
            names = {"SUM", "DIFFERENCE", "RATIO", "SHARE"})
    void comparesFiguresOfUnknownPeriodsOnlyIfLimitsAreTheSame(ClaimComparison comparison) {
        var claim = claim(comparison, ClaimRelation.AT_LEAST, "0", "0", comparison.unit(ClaimUnit.SESSIONS));
        var since2009 = ClaimFigure.exact(2, sessions(Map.of("from", "2009-01-01")));
        var since2010 = ClaimFigure.exact(2, sessions(Map.of("from", "2010-01-01")));

        assertEquals(
                UndecidedReason.PERIODS, claim.evaluate(since2010, since2009).undecided());
        assertEquals(
                UndecidedReason.PERIODS,
                claim.evaluate(ClaimFigure.exact(2, ALL), since2009).undecided());
        assertEquals(
                UndecidedReason.PERIODS,
                claim.evaluate(ClaimFigure.exact(2, YEAR), since2009).undecided());
        assertEquals(ClaimOutcome.HOLDS, claim.evaluate(since2009, since2009).outcome());
    }

    @Test
    void sharesOnlyPartWithinWhole() {
        var share = claim(ClaimComparison.SHARE, ClaimRelation.AT_LEAST, "50", "0", ClaimUnit.PERCENT);
        var whole = ClaimFigure.exact(100, days("2007-2011"));

        assertEquals(
                ClaimOutcome.HOLDS,
                share.evaluate(ClaimFigure.exact(60, YEAR), whole).outcome());
        assertEquals(
                UndecidedReason.PERIODS,
                share.evaluate(ClaimFigure.exact(60, days("2012")), whole).undecided());
        assertEquals(
                UndecidedReason.NO_BASE,
                share.evaluate(ClaimFigure.exact(60, YEAR), ClaimFigure.exact(0, YEAR))
                        .undecided());
    }

    @Test
    void neverAddsSourcesThatMayHaveReachedTheSamePeople() {
        var one = new AggregatedQuantity.Observations(1, 0, 0, 0, 0, 0);
        var inventory = ClaimFigure.of(new AggregatedQuantity(5L, 5L, 5L, false, one), YEAR, ReachSource.INVENTORY);
        var training = ClaimFigure.of(new AggregatedQuantity(5L, 5L, 5L, false, one), YEAR, ReachSource.TRAINING);
        var sum = claim(ClaimComparison.SUM, ClaimRelation.EQUAL, "10", "0", ClaimUnit.PARTICIPATIONS);

        assertEquals(UndecidedReason.KINDS, sum.evaluate(inventory, training).undecided());
        assertEquals(ClaimOutcome.HOLDS, sum.evaluate(inventory, inventory).outcome());
    }

    /** Whatever the figures are within their bounds, a claim that holds is right and one that fails is wrong. */
    @Test
    void isRightForAnyValuesWithinBounds() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            var first = random(random);
            var second = random(random);
            var comparison = ClaimComparison.values()[random.nextInt(ClaimComparison.values().length)];
            var relation = ClaimRelation.values()[random.nextInt(ClaimRelation.values().length)];
            var claim = claim(
                    comparison,
                    relation,
                    "" + (random.nextInt(60) - 20),
                    "" + random.nextInt(20),
                    comparison.unit(ClaimUnit.EUR));
            var found = claim.evaluate(first, comparison.hasSecond() ? second : null);
            if (found.outcome() == ClaimOutcome.UNDECIDED) {
                continue;
            }
            for (int sample = 0; sample < 10; sample++) {
                var result = result(comparison, within(random, first), within(random, second));
                if (!isAtEdge(claim, result)) {
                    assertEquals(
                            isAsStated(claim, result),
                            found.outcome() == ClaimOutcome.HOLDS,
                            () -> "seed " + seed + ": " + claim + " of " + first + " and " + second + " gives " + found
                                    + " but " + result);
                }
            }
        }
    }

    private static boolean isAsStated(Claim claim, double result) {
        var above = result - claim.stated().doubleValue();
        var tolerance = claim.tolerance().doubleValue();
        return switch (claim.relation()) {
            case EQUAL -> Math.abs(above) <= tolerance;
            case AT_LEAST -> above >= -tolerance;
            case AT_MOST -> above <= tolerance;
        };
    }

    /** Where rounding of the random value decides. */
    private static boolean isAtEdge(Claim claim, double result) {
        var off = Math.abs(result - claim.stated().doubleValue())
                - claim.tolerance().doubleValue();
        return Math.abs(off) < 1e-4;
    }

    private static double result(ClaimComparison comparison, double first, double second) {
        return switch (comparison) {
            case VALUE -> first;
            case SUM -> first + second;
            case DIFFERENCE -> first - second;
            case RATIO -> first / second;
            case SHARE -> 100 * first / second;
        };
    }

    private static ClaimFigure random(Random random) {
        var lowest = random.nextInt(40) - 5;
        return ClaimFigure.between(BigDecimal.valueOf(lowest), BigDecimal.valueOf(lowest + random.nextInt(4)), ALL);
    }

    private static double within(Random random, ClaimFigure figure) {
        var lowest = figure.lowest().doubleValue();
        return lowest + random.nextDouble() * (figure.highest().doubleValue() - lowest);
    }

    private static FigureDays sessions(Map<String, String> fields) {
        return FigureDays.of(ReportMeasure.SESSIONS_HELD, fields);
    }

    private static FigureDays days(String period) {
        return FigureDays.of(Period.of(period));
    }

    private static ClaimFigure reach(
            Long best, Long lowest, Long highest, AggregatedQuantity.Observations observations, FigureDays days) {
        return ClaimFigure.of(
                new AggregatedQuantity(best, lowest, highest, false, observations), days, ReachSource.INVENTORY);
    }

    private static ClaimFigure about(
            Long best, Long lowest, Long highest, AggregatedQuantity.Observations observations) {
        return ClaimFigure.of(
                new AggregatedQuantity(best, lowest, highest, true, observations), YEAR, ReachSource.INVENTORY);
    }

    private static Claim euros(String stated, String tolerance) {
        return claim(ClaimComparison.VALUE, ClaimRelation.EQUAL, stated, tolerance, ClaimUnit.EUR);
    }

    private static Claim reached(ClaimRelation relation, String stated) {
        return claim(ClaimComparison.VALUE, relation, stated, "0", ClaimUnit.PARTICIPATIONS);
    }

    private static Claim claim(
            ClaimComparison comparison, ClaimRelation relation, String stated, String tolerance, ClaimUnit unit) {
        return new Claim(comparison, relation, new BigDecimal(stated), new BigDecimal(tolerance), unit, null);
    }
}
