package nl.doorlichting.funding.budgetstatistics;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.funding.budgetstatistics.BudgetStatisticsQueries.ReallocationSum;

/** Lays out what was reallocated: a row per destination and reason, with the years of the whole table. */
final class ReallocationRows {
    private record Key(String destination, ReallocationReason reason) {}

    private ReallocationRows() {}

    static List<BudgetStatisticsResponse.Reallocation> of(
            List<ReallocationSum> sums, List<Integer> years, EntryLinks links) {
        var byKey = new LinkedHashMap<Key, Map<Integer, BigDecimal>>();
        sums.forEach(
                sum -> byKey.computeIfAbsent(new Key(sum.destination(), sum.reason()), none -> new LinkedHashMap<>())
                        .put(sum.year(), sum.amount()));
        return byKey.entrySet().stream()
                .map(row -> row(row.getKey(), row.getValue(), years, links))
                .toList();
    }

    private static BudgetStatisticsResponse.Reallocation row(
            Key key, Map<Integer, BigDecimal> byYear, List<Integer> years, EntryLinks links) {
        var total = byYear.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new BudgetStatisticsResponse.Reallocation(
                key.destination(),
                key.reason(),
                years.stream()
                        .map(year ->
                                year(year, byYear.get(year), links.reallocated(key.destination(), key.reason(), year)))
                        .toList(),
                Money.euros(total),
                links.reallocated(key.destination(), key.reason(), null));
    }

    private static BudgetStatisticsResponse.ReallocationYear year(int year, BigDecimal amount, String entries) {
        return new BudgetStatisticsResponse.ReallocationYear(
                year, Money.euros(amount), amount == null ? null : entries);
    }
}
