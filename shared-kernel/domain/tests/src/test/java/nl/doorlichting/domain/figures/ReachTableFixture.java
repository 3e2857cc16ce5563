package nl.doorlichting.domain.figures;

import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;

/** Asks questions about reach, makes their tables with the built-in register, and shortens rows to texts. */
final class ReachTableFixture {
    static final Measure<QuantitySum> REACH = ReachSql.measure();

    private ReachTableFixture() {}

    static Question by(Dimension... dimensions) {
        return Question.of(Structure.REACH).rowsBy(dimensions);
    }

    static Question onTheMapOf(Question question, int year) {
        return question.onMapOf(LocalDate.of(year, 1, 1));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static Table<QuantitySum> table(Question question, Fact<QuantitySum>... facts) {
        return table(question, List.of(facts));
    }

    static Table<QuantitySum> table(Question question, List<Fact<QuantitySum>> facts) {
        return TableMaker.table(question, MunicipalityRegister.builtIn(), REACH, facts);
    }

    /** "2010 YOUTH_AND_PUPILS GM0988 = 100" per row, with only the dimensions asked for. */
    static List<String> rows(Table<QuantitySum> table) {
        return texts(table.rows());
    }

    static List<String> totals(Table<QuantitySum> table) {
        return texts(table.totals());
    }

    static List<String> unallocated(Table<QuantitySum> table) {
        return texts(table.unallocated());
    }

    static List<String> notes(Table<?> table) {
        return table.notes().stream()
                .map(note -> note.code() + " " + note.count())
                .toList();
    }

    /** What a note of the answer names. */
    static List<String> named(Table<?> table, NoteCode code) {
        return table.shownNotes().stream()
                .filter(note -> note.code() == code)
                .map(Note::named)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(List<Table.Row<QuantitySum>> rows) {
        return rows.stream()
                .map(row -> text(row.key()) + "= "
                        + (row.isWithheld() ? null : row.sum().aggregate().best()))
                .toList();
    }

    private static String text(Key key) {
        return key.values().entrySet().stream()
                .flatMap(ReachTableFixture::text)
                .map(value -> value + " ")
                .collect(Collectors.joining());
    }

    private static Stream<String> text(Map.Entry<Dimension, Object> value) {
        if (value.getValue() instanceof Period period) {
            return Stream.of(period.code());
        }
        return value.getValue() == null && value.getKey() != MUNICIPALITY
                ? Stream.empty()
                : Stream.of(String.valueOf(value.getValue()));
    }
}
