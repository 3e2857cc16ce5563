package nl.doorlichting.domain.reach;

import java.util.List;
import java.util.Optional;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/** Makes a table with the built-in register, and shortens its rows to texts. */
final class ReachTableFixture {

    private ReachTableFixture() {}

    static ReachTable table(ReachQuery query, ReachFact... facts) {
        return ReachTable.of(ReachSource.INVENTORY, query, MunicipalityRegister.builtIn(), List.of(facts));
    }

    /** "2010 YOUTH_AND_PUPILS GM0988 = 100" per row, with only the dimensions asked for. */
    static List<String> rows(ReachTable table) {
        return table.rows().stream()
                .map(row -> text(row.key()) + "= "
                        + (row.reach() == null ? null : row.reach().best()))
                .toList();
    }

    static List<String> totals(ReachTable table) {
        return table.totals().stream()
                .map(total -> text(total.period()) + "= "
                        + (total.reach() == null ? null : total.reach().best()))
                .toList();
    }

    static List<String> unallocated(ReachTable table) {
        return table.unallocated().stream()
                .map(row -> text(row.key()) + row.from() + " = " + row.reach().best())
                .toList();
    }

    static List<String> notes(ReachTable table) {
        return table.notes().stream()
                .map(note -> note.code() + " " + note.count())
                .toList();
    }

    static String detail(ReachTable table, ReachNoteCode code) {
        return table.notes().stream()
                .filter(note -> note.code() == code)
                .map(ReachNote::detail)
                .findFirst()
                .orElseThrow();
    }

    private static String text(ReachKey key) {
        return text(key.period())
                + Optional.ofNullable(key.targetGroup())
                        .map(TargetGroup::name)
                        .map(code -> code + " ")
                        .orElse("")
                + (key.has(ReachDimension.MUNICIPALITY) ? key.municipality() + " " : "");
    }

    private static String text(Period period) {
        return period == null ? "" : period.code() + " ";
    }
}
