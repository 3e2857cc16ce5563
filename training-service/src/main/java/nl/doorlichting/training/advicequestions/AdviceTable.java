package nl.doorlichting.training.advicequestions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;

/**
 * Figures of questions by row and in total. Tallies are added to questions recorded one by one. A note reports tallies that
 * share days with questions or with other tallies.
 */
record AdviceTable(List<Row> rows, Row total, List<Note> notes) {
    /**
     * One group, or all.
     *
     * @param key null for all
     * @param open null when no question was recorded one by one
     */
    record Row(
            AdviceKey key,
            QuantitySum received,
            QuantitySum answered,
            Long open,
            Long overdue,
            BigDecimal daysToAnswer) {}

    /** A warning about the figures. */
    record Note(String code, long count, String detail) {}

    static AdviceTable of(AdviceQuery query, List<AdviceFact> facts) {
        var wanted = facts.stream()
                .filter(fact -> !fact.isTally() || query.contains(fact.period()))
                .toList();
        var groups = wanted.stream().collect(Collectors.groupingBy(AdviceFact::key, TreeMap::new, Collectors.toList()));
        var rows = new ArrayList<Row>();
        groups.forEach((key, group) -> rows.add(row(key, group)));
        return new AdviceTable(rows, row(null, wanted), notes(facts, wanted));
    }

    private static Row row(AdviceKey key, List<AdviceFact> facts) {
        var oneByOne = facts.stream().filter(fact -> !fact.isTally()).toList();
        var timed = oneByOne.stream().mapToLong(AdviceFact::timed).sum();
        var days = oneByOne.stream().mapToLong(AdviceFact::days).sum();
        return new Row(
                key,
                facts.stream().map(AdviceFact::received).reduce(QuantitySum.ZERO, QuantitySum::plus),
                facts.stream().map(AdviceFact::answered).reduce(QuantitySum.ZERO, QuantitySum::plus),
                oneByOne.isEmpty()
                        ? null
                        : oneByOne.stream().mapToLong(AdviceFact::open).sum(),
                oneByOne.isEmpty()
                        ? null
                        : oneByOne.stream().mapToLong(AdviceFact::overdue).sum(),
                timed == 0
                        ? null
                        : BigDecimal.valueOf(days).divide(BigDecimal.valueOf(timed), 1, RoundingMode.HALF_UP));
    }

    private static List<Note> notes(List<AdviceFact> facts, List<AdviceFact> wanted) {
        var notes = new ArrayList<Note>();
        var leftOut = records(facts) - records(wanted);
        if (leftOut > 0) {
            notes.add(new Note(
                    "PARTIAL_OVERLAP", leftOut, "their period lies partly outside the one asked for: left out"));
        }
        var shared = shared(wanted);
        if (!shared.isEmpty()) {
            notes.add(new Note(
                    "OVERLAPPING_PERIODS",
                    shared.size(),
                    "tallies that share days with other figures, added to them: "
                            + shared.stream().map(Period::code).collect(Collectors.joining(", "))));
        }
        return notes;
    }

    /** Periods of tallies that share days with another tally's other period or with questions. */
    private static TreeSet<Period> shared(List<AdviceFact> wanted) {
        var tallies = wanted.stream()
                .filter(AdviceFact::isTally)
                .map(AdviceFact::period)
                .collect(Collectors.toCollection(TreeSet::new));
        var shared = new TreeSet<>(Period.partlyOverlapping(tallies));
        wanted.stream()
                .filter(fact -> !fact.isTally())
                .forEach(fact -> tallies.stream().filter(fact.span()::overlaps).forEach(shared::add));
        return shared;
    }

    private static long records(List<AdviceFact> facts) {
        return facts.stream().mapToLong(AdviceFact::records).sum();
    }
}
