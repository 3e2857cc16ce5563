package nl.doorlichting.funding.budgetstatistics;

import java.math.BigDecimal;
import java.util.List;
import nl.doorlichting.kernel.money.Money;

/** Says the table's rows in the contract's words. */
final class BudgetRows {
    private BudgetRows() {}

    static List<BudgetStatisticsResponse.Row> of(BudgetTable table) {
        return table.rows().stream().map(row -> row(row, table.years())).toList();
    }

    private static BudgetStatisticsResponse.Row row(BudgetTable.Row row, List<Integer> years) {
        var line = row.line();
        return new BudgetStatisticsResponse.Row(
                line.id(),
                line.code(),
                line.name(),
                line.parentId(),
                years.stream().map(year -> year(year, row)).toList(),
                total(row));
    }

    private static BudgetStatisticsResponse.Year year(int year, BudgetTable.Row row) {
        var amounts = row.in(year);
        var known = row.spendableKnown();
        return new BudgetStatisticsResponse.Year(
                year,
                money(amounts.budgeted()),
                known ? money(amounts.reallocated()) : null,
                known ? money(amounts.spendable()) : null,
                money(amounts.disbursed()),
                known ? money(amounts.left()) : null);
    }

    private static BudgetStatisticsResponse.Total total(BudgetTable.Row row) {
        var amounts = row.total();
        var known = row.spendableKnown();
        return new BudgetStatisticsResponse.Total(
                money(amounts.budgeted()),
                known ? money(amounts.reallocated()) : null,
                known ? money(amounts.spendable()) : null,
                money(amounts.disbursed()),
                known ? money(amounts.left()) : null);
    }

    static Money money(BigDecimal euros) {
        return euros == null ? null : new Money(euros, Money.EURO);
    }
}
