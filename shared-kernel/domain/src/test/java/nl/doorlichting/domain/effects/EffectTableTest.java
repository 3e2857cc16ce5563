package nl.doorlichting.domain.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
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
        var table = table("actionLine");
        add(table, 1, stated());
        add(table, 2, line(ActionLine.PROACTION));
        add(table, 4, line(ActionLine.PREVENTION));
        assertEquals(List.of("PREVENTION = 4", "PROACTION = 2", "null = 1"), rows(table));
        assertEquals(7, table.total().get());
        assertEquals(List.of(), notes(table));
    }

    @Test
    void countsOnceInTotalWhatIsInSeveralRows() {
        var table = table("interventionType");
        add(
                table,
                5,
                new StatedActivity(
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(InterventionType.AWARENESS, InterventionType.NETWORK_BUILDING),
                        Set.of()));
        assertEquals(List.of("AWARENESS = 5", "NETWORK_BUILDING = 5"), rows(table));
        assertEquals(5, table.total().get());
        assertEquals(List.of("IN_SEVERAL_ROWS 5"), notes(table));
    }

    @Test
    void ignoresDimensionsNotAskedFor() {
        var table = table("track");
        add(table, 3, line(ActionLine.PREVENTION));
        assertEquals(
                List.of(new EffectKey(null, null, null, null, null)),
                List.copyOf(table.rows().keySet()));
    }

    @Test
    void rowsCanBeBySeveralDimensions() {
        var table = table("track,actionLine");
        var stated = new StatedActivity(
                Set.of(ActionLine.PREVENTION, ActionLine.PROACTION), Set.of(Track.LOCAL), Set.of(), Set.of(), Set.of());
        add(table, 2, stated);
        assertEquals(
                List.of(
                        new EffectKey(ActionLine.PREVENTION, Track.LOCAL, null, null, null),
                        new EffectKey(ActionLine.PROACTION, Track.LOCAL, null, null, null)),
                List.copyOf(table.rows().keySet()));
    }

    @Test
    void severalPlacesAreInNoMunicipalitysRow() {
        var table = table("municipality");
        add(table, 1, in(WEERT));
        add(table, 2, in(WEERT, HORST));
        add(table, 4, stated());
        assertEquals(List.of("GM0988 = 1", "null = 6"), rows(table));
        assertEquals(List.of("SEVERAL_PLACES 2"), notes(table));
        assertEquals(7, table.total().get());
    }

    @Test
    void movesFiguresToMapOfOtherDay() {
        var table = new EffectTable<>(
                query("municipality", null, null, LocalDate.of(2011, 1, 1)),
                MunicipalityRegister.builtIn(),
                AtomicLong::new);
        add(table, 1, in(WINSCHOTEN));
        add(table, 2, in(MEERLO_WANSSUM));
        assertEquals(List.of("GM1895 = 1"), rows(table));
        assertEquals(OLDAMBT, table.rows().firstKey().municipality());
        assertEquals(MEERLO_WANSSUM, table.unallocated().firstKey().from());
        assertEquals(3, table.total().get());
        assertEquals(List.of("SPLIT 2"), notes(table));
    }

    @Test
    void keepsOnlyPlaceOfFilter() {
        var table = new EffectTable<>(
                query("actionLine", WEERT, null, null), MunicipalityRegister.builtIn(), AtomicLong::new);
        add(table, 1, in(WEERT));
        add(table, 2, in(HORST));
        add(table, 4, stated());
        add(table, 8, in(WEERT, HORST));
        assertEquals(List.of("null = 1"), rows(table));
        assertEquals(1, table.total().get());
        assertEquals(List.of("SEVERAL_PLACES 8"), notes(table));
    }

    @Test
    void omitsFiguresOverSeveralPlacesFromTotalOfPlace() {
        var query = query("municipality", HORST, null, LocalDate.of(2011, 1, 1));
        var table = new EffectTable<>(query, MunicipalityRegister.builtIn(), AtomicLong::new);
        add(table, 1, in(MEERLO_WANSSUM));
        assertEquals(1, table.unallocated().size());
        assertEquals(0, table.total().get());
    }

    @Test
    void rejectsUnknownDimension() {
        Stream.of("", "actionLine,", "phenomenon", "ACTION_LINE")
                .forEach(text -> assertThrows(IllegalArgumentException.class, () -> EffectDimension.parse(text), text));
    }

    private static EffectTable<AtomicLong> table(String by) {
        return new EffectTable<>(query(by, null, null, null), MunicipalityRegister.builtIn(), AtomicLong::new);
    }

    private static EffectQuery query(String by, String municipality, String province, LocalDate boundaries) {
        var dimensions = EffectDimension.parse(by);
        return new EffectQuery(
                null, null, null, dimensions, null, null, null, null, municipality, province, boundaries);
    }

    private static void add(EffectTable<AtomicLong> table, long number, StatedActivity stated) {
        table.add(stated, number, cell -> cell.addAndGet(number));
    }

    private static StatedActivity stated() {
        return in();
    }

    private static StatedActivity in(String... municipalities) {
        return new StatedActivity(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(municipalities));
    }

    private static StatedActivity line(ActionLine line) {
        return new StatedActivity(Set.of(line), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** Each with the one field that rows are by. */
    private static List<String> rows(EffectTable<AtomicLong> table) {
        return table.rows().entrySet().stream()
                .map(row -> only(row.getKey()) + " = " + row.getValue().get())
                .toList();
    }

    private static String only(EffectKey key) {
        var stated = Stream.of(
                        key.actionLine(),
                        key.track(),
                        key.fundingInstrument(),
                        key.interventionType(),
                        key.municipality())
                .filter(value -> value != null)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        return stated.isEmpty() ? "null" : stated;
    }

    private static List<String> notes(EffectTable<AtomicLong> table) {
        return table.notes().all().stream()
                .map(note -> note.code() + " " + note.count())
                .toList();
    }
}
