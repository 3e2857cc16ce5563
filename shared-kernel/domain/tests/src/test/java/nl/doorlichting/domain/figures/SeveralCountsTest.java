package nl.doorlichting.domain.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import org.junit.jupiter.api.Test;

/** Figures that count several things at once: a tally holds only what it counts itself. */
class SeveralCountsTest {
    private static final String PLANNED = "planned";
    private static final String HELD = "held";
    private static final Measure<Map<String, Long>> COUNTS = new Measure<Map<String, Long>>(Map::of, (one, other) -> {
                var sum = new TreeMap<>(one);
                other.forEach((counted, number) -> sum.merge(counted, number, Long::sum));
                return sum;
            })
            .counting(figure -> figure.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, counted -> Map.of(counted.getKey(), counted.getValue()))));

    @Test
    void tallyHoldsOnlyWhatItCounts() {
        var table = table(
                tally("1", Period.ofYear(2010), Map.of(PLANNED, 40L)),
                unknown(Period.ofYear(2010), Map.of(PLANNED, 1L, HELD, 1L)));
        assertEquals(Map.of(PLANNED, 40L, HELD, 1L), total(table).sum());
        assertEquals(List.of("INCLUSION_UNKNOWN 1"), notes(table));
    }

    @Test
    void figureThatTalliesHoldWhollyIsNowhere() {
        var table = table(
                tally("1", Period.ofYear(2010), Map.of(PLANNED, 40L)),
                tally("2", Period.ofYear(2010), Map.of(HELD, 30L)),
                unknown(Period.ofYear(2010), Map.of(PLANNED, 1L, HELD, 1L)));
        assertEquals(Map.of(PLANNED, 40L, HELD, 30L), total(table).sum());
        assertEquals(Set.of(), total(table).withheld());
        assertEquals(List.of("INCLUSION_UNKNOWN 1"), notes(table));
    }

    @Test
    void talliesWithholdOnlyWhatBothCount() {
        var table = table(
                tally("1", Period.ofYear(2010), Map.of(PLANNED, 40L, HELD, 3L)),
                tally("2", Period.ofYears(2010, 2011), Map.of(HELD, 30L)));
        assertEquals(Set.of(HELD), total(table).withheld());
        assertTrue(notes(table).contains("OVERLAPPING_TALLIES 2"));
    }

    @Test
    void periodsOfDifferentCountsDoNotOverlap() {
        var table = table(
                tally("1", Period.ofYear(2010), Map.of(PLANNED, 40L)),
                tally("2", Period.ofYears(2010, 2011), Map.of(HELD, 30L)));
        assertEquals(List.of(), notes(table));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Table<Map<String, Long>> table(Fact<Map<String, Long>>... facts) {
        return TableMaker.table(
                Question.of(Structure.TRAINING), MunicipalityRegister.builtIn(), COUNTS, List.of(facts));
    }

    private static Table.Row<Map<String, Long>> total(Table<Map<String, Long>> table) {
        return table.totals().get(0);
    }

    private static List<String> notes(Table<?> table) {
        return table.notes().stream()
                .map(note -> note.code() + " " + note.count())
                .toList();
    }

    private static Fact<Map<String, Long>> tally(String id, Period period, Map<String, Long> counts) {
        return Fact.of(1, counts).during(period).included(Inclusion.tally(id, group()));
    }

    private static Fact<Map<String, Long>> unknown(Period period, Map<String, Long> counts) {
        return Fact.of(1, counts).during(period).included(Inclusion.unknown(group()));
    }

    private static Inclusion.Group group() {
        return new Inclusion.Group("P", null, "A");
    }
}
