package nl.doorlichting.domain.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2010-01-01, 2011-01-01, 2010, 12 months",
        "2008-01-01, 2009-01-01, 2008, 12 months",
        "2007-01-01, 2010-01-01, 2007-2009, 36 months",
        "2007-01-01, 2012-01-01, 2007-2011, 60 months",
        "2012-09-01, 2013-01-01, 2012-09-01/2013-01-01, 4 months",
        "2010-01-01, 2010-01-02, 2010-01-01/2010-01-02, 1 day",
        "2010-01-31, 2010-02-28, 2010-01-31/2010-02-28, 28 days",
        "2010-02-01, 2010-03-01, 2010-02-01/2010-03-01, 1 month"
    })
    void hasCodeAndLength(LocalDate from, LocalDate until, String code, String length) {
        Period period = new Period(from, until);

        assertEquals(code, period.code());
        assertEquals(length, period.length());
    }

    @ParameterizedTest
    @CsvSource({"2010-01-01, 2010-01-01", "2010-01-02, 2010-01-01", "1899-12-31, 1950-01-01", "2190-01-01, 2200-01-02"})
    void rejectsEmptyReversedAndDistantPeriods(LocalDate from, LocalDate until) {
        assertThrows(IllegalArgumentException.class, () -> new Period(from, until));
    }

    @Test
    void includesFirstDayAndExcludesLast() {
        Period year = Period.ofYear(2010);

        assertTrue(year.contains(LocalDate.of(2010, 1, 1)));
        assertTrue(year.contains(LocalDate.of(2010, 12, 31)));
        assertFalse(year.contains(LocalDate.of(2011, 1, 1)));
    }

    @Test
    void neighboursDoNotOverlap() {
        assertTrue(Period.ofYear(2010).disjoint(Period.ofYear(2011)));
        assertTrue(Period.ofYears(2007, 2009).disjoint(Period.ofYear(2010)));
    }

    @Test
    void onePeriodInsideAnotherPartlyOverlapsIt() {
        assertTrue(Period.ofYears(2007, 2011).contains(Period.ofYear(2010)));
        assertTrue(Period.ofYears(2007, 2011).partlyOverlaps(Period.ofYear(2010)));
        assertFalse(Period.ofYear(2010).partlyOverlaps(Period.ofYear(2010)));
    }

    @Test
    void ordersByBeginningThenEnd() {
        List<Period> sorted = List.of(Period.ofYear(2007), Period.ofYears(2007, 2009), Period.ofYear(2008));

        assertEquals(sorted, sorted.stream().sorted().toList());
        assertEquals(
                sorted,
                List.of(sorted.get(2), sorted.get(1), sorted.get(0)).stream()
                        .sorted()
                        .toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void overlappingIsSharingADay(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Period one = random(random);
            Period other = random(random);
            boolean shareADay = one.from().datesUntil(one.until()).anyMatch(other::contains);

            assertEquals(shareADay, one.overlaps(other));
            assertEquals(shareADay, other.overlaps(one));
            assertEquals(shareADay, !one.disjoint(other));
            assertEquals(one.from().datesUntil(one.until()).allMatch(other::contains), other.contains(one));
        }
    }

    private static Period random(Random random) {
        LocalDate from = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(10));
        return new Period(from, from.plusDays(1 + random.nextInt(5)));
    }

    @Test
    void monthsAndYearsAreSpreadOverHashTable() {
        var places = new HashSet<Integer>();
        for (int year = 2007; year < 2012; year++) {
            places.add(place(Period.ofYear(year)));
            for (int month = 1; month <= 12; month++) {
                LocalDate first = LocalDate.of(year, month, 1);
                places.add(place(new Period(first, first.plusMonths(1))));
            }
        }
        assertTrue(places.size() > 32, places.toString());
    }

    @Test
    void periodsOfAnyDaysHaveHashesOfTheirOwn() {
        LocalDate first = LocalDate.of(2007, 1, 1);
        int hashes = (int) IntStream.range(0, 200)
                .boxed()
                .flatMap(day -> IntStream.rangeClosed(1, 100)
                        .mapToObj(days -> new Period(first.plusDays(day), first.plusDays(day + days))))
                .map(Period::hashCode)
                .distinct()
                .count();
        assertTrue(hashes > 19_800, hashes + " of 20,000");
    }

    /** Of 128, as a hash map of 65 periods has them. */
    private static int place(Period period) {
        int hash = period.hashCode();
        return (hash ^ hash >>> 16) & 127;
    }
}
