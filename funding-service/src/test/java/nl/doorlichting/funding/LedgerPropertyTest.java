package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.programme;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import nl.doorlichting.funding.budget.BudgetEntryKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is posted, in whatever order: what is accepted is what a plain ledger would accept, to the cent. */
@FundingServiceTest
class LedgerPropertyTest {
    private static final int YEAR = 2010;

    @Inject
    DataSource database;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void keepsCeilingAndSumsOverRandomEntries(long seed) {
        var random = new Random(seed);
        var programme = programme();
        var root = line(programme, "root", null, true);
        var lines = List.of(root, line(programme, "a", root, false), line(programme, "b", root, false));
        var ledger = new EnumMap<BudgetEntryKind, BigDecimal>(BudgetEntryKind.class);
        for (int i = 0; i < 40; i++) {
            step(random, programme, lines.get(random.nextInt(lines.size())), ledger);
        }
        check(programme, ledger);
        assertEquals(booked(root), balance(root));
    }

    private List<BigDecimal> balance(String root) {
        return sums("select budgeted, reallocated, committed, disbursed from budget_ceiling where line_id = '" + root
                + "'");
    }

    private List<BigDecimal> booked(String root) {
        var kinds = List.of("BUDGETED", "REALLOCATION", "COMMITMENT", "DISBURSEMENT").stream()
                .map(kind -> "coalesce(sum(amount) filter (where kind = '" + kind + "'), 0.00)")
                .toList();
        return sums("select " + String.join(", ", kinds)
                + " from budget_entry where programme = (select programme from budget_line where id = '" + root
                + "')");
    }

    private List<BigDecimal> sums(String sql) {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return List.of(rows.getBigDecimal(1), rows.getBigDecimal(2), rows.getBigDecimal(3), rows.getBigDecimal(4));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void step(Random random, String programme, String line, Map<BudgetEntryKind, BigDecimal> ledger) {
        var entry = entry(random, programme, line);
        var after = new EnumMap<BudgetEntryKind, BigDecimal>(BudgetEntryKind.class);
        after.putAll(ledger);
        after.merge(entry.kind(), new BigDecimal(entry.amount()), BigDecimal::add);
        var expected = isCorrectionOfNothing(entry) ? 400 : holds(after) ? 201 : 409;
        assertEquals(expected, Api.post(entry).statusCode(), () -> entry + " on " + ledger);
        if (expected == 201) {
            ledger.putAll(after);
        }
    }

    private static Entry entry(Random random, String programme, String line) {
        var cents = (random.nextInt(10) == 0 ? -1 : 1) * (1 + random.nextInt(20_000));
        var amount = BigDecimal.valueOf(cents, 2).toPlainString();
        return switch (random.nextInt(4)) {
            case 0 -> Entry.budgeted(programme, line, YEAR, amount);
            case 1 -> Entry.committed(programme, line, YEAR, amount);
            case 2 -> Entry.reallocated(programme, line, YEAR, amount, "elsewhere");
            default -> Entry.disbursed(programme, line, YEAR, amount);
        };
    }

    /** What is spent goes down only by naming the entry that is taken back, which these steps never do. */
    private static boolean isCorrectionOfNothing(Entry entry) {
        var spends = entry.kind() == BudgetEntryKind.COMMITMENT || entry.kind() == BudgetEntryKind.DISBURSEMENT;
        return spends && entry.amount().startsWith("-");
    }

    private static boolean holds(Map<BudgetEntryKind, BigDecimal> ledger) {
        var spendable = of(ledger, BudgetEntryKind.BUDGETED).subtract(of(ledger, BudgetEntryKind.REALLOCATION));
        return spendable.compareTo(of(ledger, BudgetEntryKind.COMMITMENT)) >= 0
                && spendable.compareTo(of(ledger, BudgetEntryKind.DISBURSEMENT)) >= 0;
    }

    private static void check(String programme, Map<BudgetEntryKind, BigDecimal> ledger) {
        var answer = manager()
                .get("/v1/budget-statistics?programme=" + programme)
                .then()
                .statusCode(200)
                .extract();
        Map<String, Map<String, String>> total = answer.path("rows[0].total");
        same(ledger, BudgetEntryKind.BUDGETED, total.get("budgeted"));
        same(ledger, BudgetEntryKind.REALLOCATION, total.get("reallocated"));
        same(ledger, BudgetEntryKind.DISBURSEMENT, total.get("disbursed"));
        assertTrue(total.get("left") == null || !total.get("left").get("amount").startsWith("-"), total::toString);
    }

    private static void same(Map<BudgetEntryKind, BigDecimal> ledger, BudgetEntryKind kind, Map<String, String> shown) {
        var expected = ledger.get(kind);
        assertEquals(expected == null ? null : expected.toPlainString(), shown == null ? null : shown.get("amount"));
    }

    private static BigDecimal of(Map<BudgetEntryKind, BigDecimal> ledger, BudgetEntryKind kind) {
        return ledger.getOrDefault(kind, BigDecimal.ZERO);
    }
}
