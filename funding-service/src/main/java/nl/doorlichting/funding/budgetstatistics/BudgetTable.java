package nl.doorlichting.funding.budgetstatistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import nl.doorlichting.funding.budget.BudgetEntryKind;
import nl.doorlichting.funding.budgetstatistics.BudgetStatisticsQueries.BookedSum;
import nl.doorlichting.funding.budgetstatistics.BudgetStatisticsQueries.StoredLine;

/**
 * The budget of a programme as a table: lines depth first, each with all beneath it, by the years that have any entry.
 * Below a line where reallocations are booked it is unknown what is spendable. Source: docs/design/figures.md#budget.
 *
 * @param years years of every row, ascending
 */
record BudgetTable(List<Integer> years, List<Row> rows) {

    /**
     * A line with all beneath it.
     *
     * @param byYear only years with an entry here
     * @param roundingByYear how far each of these amounts can be off
     * @param spendableKnown false strictly below a line with reallocations
     */
    record Row(
            StoredLine line,
            SortedMap<Integer, Amounts> byYear,
            SortedMap<Integer, Amounts> roundingByYear,
            boolean spendableKnown) {

        Amounts in(int year) {
            return byYear.getOrDefault(year, Amounts.NONE);
        }

        Amounts total() {
            return sum(byYear);
        }

        Amounts roundingIn(int year) {
            return roundingByYear.getOrDefault(year, Amounts.NONE);
        }

        Amounts roundingTotal() {
            return sum(roundingByYear);
        }

        private static Amounts sum(SortedMap<Integer, Amounts> years) {
            return years.values().stream().reduce(Amounts.NONE, Amounts::plus);
        }
    }

    static BudgetTable of(List<StoredLine> lines, List<BookedSum> sums) {
        var years = new TreeSet<Integer>();
        sums.forEach(sum -> years.add(sum.year()));
        return new BudgetTable(List.copyOf(years), new Walk(lines, sums).rows());
    }

    /** One walk over the tree: a row is placed on the way down and filled on the way up. */
    private static final class Walk {
        private final Map<UUID, List<StoredLine>> children = new HashMap<>();
        private final Map<UUID, List<BookedSum>> booked = new HashMap<>();
        private final List<Row> rows = new ArrayList<>();

        Walk(List<StoredLine> lines, List<BookedSum> sums) {
            lines.forEach(line -> children.computeIfAbsent(line.parentId(), none -> new ArrayList<>())
                    .add(line));
            children.values().forEach(siblings -> siblings.sort(StoredLine.AMONG_SIBLINGS));
            sums.forEach(sum -> booked.computeIfAbsent(sum.lineId(), none -> new ArrayList<>())
                    .add(sum));
        }

        List<Row> rows() {
            below(null).forEach(root -> visit(root, true));
            return List.copyOf(rows);
        }

        private Row visit(StoredLine line, boolean spendableKnown) {
            var row = new Row(line, new TreeMap<>(), new TreeMap<>(), spendableKnown);
            rows.add(row);
            var own = booked.getOrDefault(line.id(), List.of());
            own.forEach(sum -> add(row, sum));
            var knownBelow = spendableKnown && own.stream().noneMatch(Walk::isReallocation);
            below(line.id()).forEach(child -> add(row, visit(child, knownBelow)));
            return row;
        }

        private List<StoredLine> below(UUID id) {
            return children.getOrDefault(id, List.of());
        }

        private static void add(Row row, BookedSum sum) {
            row.byYear().merge(sum.year(), Amounts.of(sum.kind(), sum.amount()), Amounts::plus);
            row.roundingByYear().merge(sum.year(), Amounts.of(sum.kind(), sum.rounding()), Amounts::plus);
        }

        private static void add(Row row, Row child) {
            child.byYear().forEach((year, amounts) -> row.byYear().merge(year, amounts, Amounts::plus));
            child.roundingByYear()
                    .forEach((year, bounds) -> row.roundingByYear().merge(year, bounds, Amounts::plus));
        }

        private static boolean isReallocation(BookedSum sum) {
            return sum.kind() == BudgetEntryKind.REALLOCATION;
        }
    }
}
