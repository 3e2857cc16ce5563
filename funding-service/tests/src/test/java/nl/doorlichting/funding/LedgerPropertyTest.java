package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.programme;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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

    /** Payments that are entered by hand, released, cancelled and corrected, in whatever order. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void countsOnlyReleasedEntriesOverRandomSteps(long seed) {
        var random = new Random(seed);
        var programme = programme();
        var root = line(programme, "root", null, true);
        var leaf = line(programme, "leaf", root, false);
        Api.book(Entry.budgeted(programme, root, YEAR, "1000.00"));
        var entered = new ArrayList<Entered>();
        var done = new TreeMap<String, Integer>();
        for (int i = 0; i < 80; i++) {
            var waiting = entered.stream().filter(Entered::waits).toList();
            switch (random.nextInt(4)) {
                case 0 -> enter(cents(random, 40_000), null, entered, programme, leaf, done);
                case 1 -> {
                    var booked = entered.stream()
                            .filter(one -> one.status.equals("BOOKED"))
                            .toList();
                    var from = booked.isEmpty() || random.nextInt(4) == 0 ? entered : booked;
                    if (!from.isEmpty()) {
                        var one = from.get(random.nextInt(from.size()));
                        var amount = cents(random, 15_000);
                        var part = one.amount.signum() > 0 ? amount.negate() : amount;
                        enter(part, one, entered, programme, leaf, done);
                    }
                }
                default -> {
                    if (!waiting.isEmpty()) {
                        end(waiting.get(random.nextInt(waiting.size())), random.nextInt(3) > 0, done);
                    }
                }
            }
            assertEquals(total(entered, "BOOKED"), disbursed(root), "seed " + seed);
            assertEquals(total(entered, "WAITING"), reserved(root), "seed " + seed);
        }
        assertEquals(booked(root), balance(root));
        assertTrue(done.size() >= 6, () -> "little was tried: " + done);
    }

    /** An entry in the test's own book. */
    private static final class Entered {
        private final String id;
        private final BigDecimal amount;
        private final Entered corrects;
        private String status = "WAITING";

        Entered(String id, BigDecimal amount, Entered corrects) {
            this.id = id;
            this.amount = amount;
            this.corrects = corrects;
        }

        boolean waits() {
            return status.equals("WAITING");
        }

        /** Its own amount, less what corrections took back of it and gave back of that. */
        BigDecimal left(List<Entered> all, int sign) {
            var rest = amount;
            for (var other : all) {
                var counts = other.status.equals("BOOKED") || other.waits() && other.amount.signum() != sign;
                if (other.corrects == this && counts) {
                    rest = rest.add(other.left(all, sign));
                }
            }
            return rest;
        }
    }

    private static void enter(
            BigDecimal amount,
            Entered corrects,
            List<Entered> entered,
            String programme,
            String line,
            Map<String, Integer> done) {
        var entry = Entry.disbursed(programme, line, YEAR, amount.toPlainString());
        var posted = Api.post(corrects == null ? entry : entry.correcting(corrects.id));
        var taken = total(entered, "BOOKED").add(total(entered, "WAITING"));
        var fits = amount.signum() < 0 || taken.add(amount).compareTo(new BigDecimal("1000.00")) <= 0;
        var corrected = corrects == null
                || corrects.status.equals("BOOKED")
                        && amount.abs()
                                        .compareTo(corrects.left(entered, corrects.amount.signum())
                                                .abs())
                                <= 0;
        assertEquals(fits && corrected ? 201 : 409, posted.statusCode(), posted::asString);
        done.merge((corrects == null ? "entry " : "correction ") + posted.statusCode(), 1, Integer::sum);
        if (posted.statusCode() == 201) {
            entered.add(new Entered(posted.path("id"), amount, corrects));
        }
    }

    private static void end(Entered entry, boolean releases, Map<String, Integer> done) {
        var ended = releases
                ? Api.release(entry.id)
                : manager().body("{\"reason\":\"r\"}").post("/v1/budget-entries/" + entry.id + "/cancellation");
        assertEquals(200, ended.statusCode(), ended::asString);
        entry.status = ended.path("status");
        done.merge(entry.status, 1, Integer::sum);
    }

    /** What entries of this status come to; those that wait hold no room where they are below zero. */
    private static BigDecimal total(List<Entered> entered, String status) {
        return entered.stream()
                .filter(entry -> entry.status.equals(status) && (!entry.waits() || entry.amount.signum() > 0))
                .map(entry -> entry.amount)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    private static BigDecimal cents(Random random, int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most), 2);
    }

    private BigDecimal disbursed(String root) {
        return balance(root).get(3);
    }

    private BigDecimal reserved(String root) {
        return sums("select reserved, reserved, reserved, reserved from budget_ceiling where line_id = '" + root + "'")
                .get(0);
    }

    private List<BigDecimal> balance(String root) {
        return sums("select budgeted, reallocated, committed, disbursed from budget_ceiling where line_id = '" + root
                + "'");
    }

    private List<BigDecimal> booked(String root) {
        var kinds = List.of("BUDGETED", "REALLOCATION", "COMMITMENT", "DISBURSEMENT").stream()
                .map(kind -> "coalesce(sum(amount) filter (where status = 'BOOKED' and kind = '" + kind + "'), 0.00)")
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
        assertEquals(expected, Api.postReleased(entry).statusCode(), () -> entry + " on " + ledger);
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
