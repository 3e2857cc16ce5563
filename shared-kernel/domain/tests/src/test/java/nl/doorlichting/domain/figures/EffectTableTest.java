package nl.doorlichting.domain.figures;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.INTERVENTION_TYPE;
import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
import static nl.doorlichting.domain.figures.Dimension.NOT_STATED;
import static nl.doorlichting.domain.figures.Dimension.PERIOD;
import static nl.doorlichting.domain.figures.Dimension.TRACK;
import static nl.doorlichting.domain.figures.Dimension.UNALLOCATED_FROM;
import static nl.doorlichting.domain.figures.Dimension.YEAR;
import static nl.doorlichting.domain.figures.ReachTableFixture.notes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;
import org.junit.jupiter.api.Test;

class EffectTableTest {
    private static final String WEERT = "GM0988";
    private static final String WINSCHOTEN = "GM0052";
    private static final String OLDAMBT = "GM1895";
    private static final String MEERLO_WANSSUM = "GM0993";
    private static final String HORST = "GM1507";

    @Test
    void listsUnstatedValuesLast() {
        var table = table(by(ACTION_LINE), stated(1), line(2, ActionLine.PROACTION), line(4, ActionLine.PREVENTION));
        assertEquals(List.of("PREVENTION = 4", "PROACTION = 2", "null = 1"), rows(table));
        assertEquals(7, table.total(0L));
        assertEquals(List.of(), notes(table));
    }

    @Test
    void countsOnceInTotalWhatIsInSeveralRows() {
        var table = table(
                by(INTERVENTION_TYPE),
                stated(5)
                        .stating(Map.of(
                                INTERVENTION_TYPE,
                                Set.of(InterventionType.AWARENESS, InterventionType.NETWORK_BUILDING))));
        assertEquals(List.of("AWARENESS = 5", "NETWORK_BUILDING = 5"), rows(table));
        assertEquals(5, table.total(0L));
        assertEquals(List.of("IN_SEVERAL_ROWS 5"), notes(table));
    }

    @Test
    void ignoresDimensionsNotAskedFor() {
        var table = table(by(TRACK), line(3, ActionLine.PREVENTION));
        assertEquals(List.of(key(TRACK, null)), keys(table));
    }

    @Test
    void rowsCanBeBySeveralDimensions() {
        var stated = stated(2)
                .stating(Map.of(
                        ACTION_LINE, Set.of(ActionLine.PREVENTION, ActionLine.PROACTION), TRACK, Set.of(Track.LOCAL)));
        assertEquals(
                List.of(
                        key(ACTION_LINE, ActionLine.PREVENTION).with(TRACK, Track.LOCAL),
                        key(ACTION_LINE, ActionLine.PROACTION).with(TRACK, Track.LOCAL)),
                keys(table(by(TRACK, ACTION_LINE), stated)));
    }

    @Test
    void severalPlacesAreInNoMunicipalitysRow() {
        var table = table(by(MUNICIPALITY), in(1, WEERT), in(2, WEERT, HORST), stated(4));
        assertEquals(List.of("GM0988 = 1", "null = 6"), rows(table));
        assertEquals(List.of("SEVERAL_PLACES 2"), notes(table));
        assertEquals(7, table.total(0L));
    }

    @Test
    void movesFiguresToMapOfOtherDay() {
        var table = table(by(MUNICIPALITY).onMapOf(LocalDate.of(2011, 1, 1)), in(1, WINSCHOTEN), in(2, MEERLO_WANSSUM));
        assertEquals(List.of("GM1895 = 1"), rows(table));
        assertEquals(OLDAMBT, table.rows().get(0).key().get(MUNICIPALITY));
        assertEquals(MEERLO_WANSSUM, table.unallocated().get(0).key().get(UNALLOCATED_FROM));
        assertEquals(3, table.total(0L));
        assertEquals(List.of("SPLIT 2"), notes(table));
    }

    @Test
    void keepsOnlyPlaceOfFilter() {
        var table = table(
                by(ACTION_LINE).only(MUNICIPALITY, WEERT), in(1, WEERT), in(2, HORST), stated(4), in(8, WEERT, HORST));
        assertEquals(List.of("null = 1"), rows(table));
        assertEquals(1, table.total(0L));
        assertEquals(List.of("NOT_STATED 4", "SEVERAL_PLACES 8"), notes(table));
    }

    @Test
    void omitsFiguresOverSeveralPlacesFromTotalOfPlace() {
        var question = by(MUNICIPALITY).only(MUNICIPALITY, HORST).onMapOf(LocalDate.of(2011, 1, 1));
        var table = table(question, in(1, MEERLO_WANSSUM));
        assertEquals(1, table.unallocated().size());
        assertEquals(0, table.total(0L));
    }

    @Test
    void recordsWithoutDaysAreInNoneAskedFor() {
        var dated = stated(1).during(Period.ofYear(2010));
        var undated = stated(2).ofNoDays();
        var all = table(by(PERIOD), dated, undated);
        assertEquals(List.of(key(PERIOD, Period.ofYear(2010)), key(PERIOD, null)), keys(all));
        assertEquals(3, all.total(0L));
        assertEquals(List.of(), notes(all));
        var some = table(by(YEAR).within(LocalDate.of(2010, 1, 1), null), dated, undated);
        assertEquals(1, some.total(0L));
        assertEquals(List.of("NOT_STATED 2"), notes(some));
        assertEquals(List.of("NOT_STATED 2"), notes(table(by(YEAR).only(YEAR, 2010), dated, undated)));
        assertEquals(2, table(by(YEAR).only(YEAR, NOT_STATED), dated, undated).total(0L));
    }

    @Test
    void recordsWithoutDaysThatFailAFilterAreInNoNote() {
        var question = by(TRACK).only(TRACK, Track.LOCAL).within(LocalDate.of(2010, 1, 1), null);
        var national = stated(4).stating(Map.of(TRACK, Set.of(Track.NATIONAL))).ofNoDays();
        var silent = stated(8).stating(Map.of(TRACK, Set.of())).ofNoDays();
        assertEquals(List.of("NOT_STATED 8"), notes(table(question, national, silent)));
    }

    @Test
    void rejectsUnknownDimension() {
        Stream.of("", "actionLine,", "intensity", "ACTION_LINE")
                .forEach(text -> assertThrows(IllegalArgumentException.class, () -> Structure.EFFECTS.by(text), text));
    }

    private static Question by(Dimension... dimensions) {
        return Question.of(Structure.EFFECTS).rowsBy(dimensions);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Table<Long> table(Question question, Fact<Long>... facts) {
        return TableMaker.table(question, MunicipalityRegister.builtIn(), new Measure<>(0L, Long::sum), List.of(facts));
    }

    private static Fact<Long> stated(long number) {
        return Fact.of(number, number);
    }

    private static Fact<Long> in(long number, String... municipalities) {
        return stated(number).in(Set.of(municipalities));
    }

    private static Fact<Long> line(long number, ActionLine line) {
        return stated(number).stating(Map.of(ACTION_LINE, Set.of(line)));
    }

    private static Key key(Dimension dimension, Object value) {
        return Key.ALL.with(dimension, value);
    }

    private static List<Key> keys(Table<Long> table) {
        return table.rows().stream().map(Table.Row::key).toList();
    }

    /** Each with the one field that rows are by. */
    private static List<String> rows(Table<Long> table) {
        return table.rows().stream()
                .map(row -> only(row.key()) + " = " + row.sum())
                .toList();
    }

    private static String only(Key key) {
        var stated = key.values().values().stream()
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        return stated.isEmpty() ? "null" : stated;
    }
}
