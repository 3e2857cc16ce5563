package nl.doorlichting.funding.budgetstatistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import nl.doorlichting.domain.money.Money;

/** Says the table's rows in the contract's words. */
final class BudgetRows {
    // Where money ends; a bound beyond it bounds nothing that an answer could show.
    private static final BigDecimal LARGEST = new BigDecimal("999999999999.99");

    private BudgetRows() {}

    static List<BudgetStatisticsResponse.Row> of(BudgetTable table, EntryLinks links) {
        return table.rows().stream().map(row -> row(row, table.years(), links)).toList();
    }

    private static BudgetStatisticsResponse.Row row(BudgetTable.Row row, List<Integer> years, EntryLinks links) {
        var line = row.line();
        return new BudgetStatisticsResponse.Row(
                line.id(),
                line.code(),
                line.name(),
                line.parentId(),
                years.stream().map(year -> year(year, row, links)).toList(),
                total(row, links));
    }

    private static BudgetStatisticsResponse.Year year(int year, BudgetTable.Row row, EntryLinks links) {
        var amounts = row.in(year);
        var known = row.spendableKnown();
        return new BudgetStatisticsResponse.Year(
                year,
                Money.euros(amounts.budgeted()),
                known ? Money.euros(amounts.reallocated()) : null,
                known ? Money.euros(amounts.spendable()) : null,
                Money.euros(amounts.committed()),
                known ? Money.euros(amounts.available()) : null,
                Money.euros(amounts.disbursed()),
                known ? Money.euros(amounts.left()) : null,
                rounding(row.roundingIn(year), known),
                links.of(row.line().id(), year, amounts, known));
    }

    private static BudgetStatisticsResponse.Total total(BudgetTable.Row row, EntryLinks links) {
        var amounts = row.total();
        var known = row.spendableKnown();
        return new BudgetStatisticsResponse.Total(
                Money.euros(amounts.budgeted()),
                known ? Money.euros(amounts.reallocated()) : null,
                known ? Money.euros(amounts.spendable()) : null,
                Money.euros(amounts.committed()),
                known ? Money.euros(amounts.available()) : null,
                Money.euros(amounts.disbursed()),
                known ? Money.euros(amounts.left()) : null,
                rounding(row.roundingTotal(), known),
                links.of(row.line().id(), null, amounts, known));
    }

    private static BudgetStatisticsResponse.Rounding rounding(Amounts bounds, boolean known) {
        return new BudgetStatisticsResponse.Rounding(
                bound(bounds.budgeted()),
                known ? bound(bounds.reallocated()) : null,
                known ? bound(bounds.spendableBound()) : null,
                bound(bounds.committed()),
                known ? bound(bounds.availableBound()) : null,
                bound(bounds.disbursed()),
                known ? bound(bounds.leftBound()) : null);
    }

    private static Money bound(BigDecimal euros) {
        return euros == null
                ? null
                : Money.euros(euros.setScale(2, RoundingMode.CEILING).min(LARGEST));
    }
}
