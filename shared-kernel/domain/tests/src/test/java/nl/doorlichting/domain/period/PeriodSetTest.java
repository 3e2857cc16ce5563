package nl.doorlichting.domain.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PeriodSetTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void noPeriodEndsLastOfNone() {
        assertNull(PeriodSet.NONE.endingLast());
        assertTrue(PeriodSet.of(List.of()).isEmpty());
        assertTrue(new PeriodSet.Union().periods().isEmpty());
    }

    @Test
    void daysBeforeTheYearOfNumbersAreKept() {
        Period whole = new Period(Period.EARLIEST, Period.LATEST);
        Period before = Period.ofYear(1969);
        assertEquals(
                List.of(whole, before),
                PeriodSet.of(List.of(before, whole)).stream().toList());
    }

    @RepeatedTest(200)
    void holdsAsSetOfObjectsDoes() {
        PeriodSet.Union union = new PeriodSet.Union();
        Set<Period> expected = new HashSet<>();
        int sets = random.nextInt(40);
        PeriodSet before = PeriodSet.NONE;
        for (int i = 0; i < sets; i++) {
            List<Period> some = some();
            PeriodSet more = random.nextInt(4) == 0 ? before : PeriodSet.of(some);
            expected.addAll(more == before ? List.of() : some);
            union.add(more);
            assertEquals(expected.size(), random.nextBoolean() ? union.periods().size() : expected.size());
            before = more;
        }

        PeriodSet periods = union.periods();
        List<Period> ordered = List.copyOf(new TreeSet<>(expected));
        assertEquals(ordered, periods.stream().toList(), "seed " + seed);
        assertEquals(PeriodSet.of(expected), periods);
        assertEquals(PeriodSet.of(expected).hashCode(), periods.hashCode());
        assertEquals(
                ordered.stream().map(Period::until).max(LocalDate::compareTo).orElse(null),
                periods.isEmpty() ? null : periods.endingLast().until());
    }

    @RepeatedTest(50)
    void findsThoseThatShareDays() {
        List<Period> some = some();
        assertEquals(
                some.stream()
                        .filter(one -> some.stream().anyMatch(one::partlyOverlaps))
                        .distinct()
                        .sorted()
                        .toList(),
                PeriodSet.of(some).partlyOverlapping().stream().toList(),
                "seed " + seed);
    }

    private List<Period> some() {
        List<Period> some = new ArrayList<>();
        int number = random.nextInt(12);
        for (int i = 0; i < number; i++) {
            LocalDate from = LocalDate.of(1969, 12, 1).plusDays(random.nextInt(90));
            some.add(new Period(from, from.plusDays(1 + random.nextInt(30))));
        }
        return some;
    }
}
