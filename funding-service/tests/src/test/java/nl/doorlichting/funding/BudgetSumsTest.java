package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.book;
import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.programme;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sums that are kept beside the entries are what the entries come to, whatever was booked and by how many. */
@FundingServiceTest
class BudgetSumsTest {
    private static final String KEPT = """
            select line_id || '/' || year || '/' || kind || '/' || destination || '/' || reallocation_reason || ' '
                || entries || ' ' || amount || ' ' || rounded_to || ' ' || below_threshold || ' ' || first_booked_at
            from budget_sum order by 1""";
    private static final String RECOMPUTED = """
            select line_id || '/' || year || '/' || kind || '/' || coalesce(destination, '') || '/'
                || coalesce(reallocation_reason, '') || ' ' || count(*) || ' ' || sum(amount) || ' '
                || coalesce(sum(rounded_to), 0.00) || ' ' || coalesce(sum(below_threshold), 0.00) || ' '
                || min(created_at)
            from budget_entry where status = 'BOOKED' group by line_id, year, kind, destination, reallocation_reason order by 1""";

    @Inject
    DataSource database;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void sumsEqualEntries(long seed) throws SQLException {
        var random = new Random(seed);
        var programme = programme();
        var root = line(programme, "root", null, true);
        var lines = List.of(root, line(programme, "a", root, false), line(programme, "b", root, false));
        book(Entry.budgeted(programme, root, 2010, "500.00"));
        var accepted = 0;
        for (int i = 0; i < 30; i++) {
            var entry = random(random, programme, lines.get(random.nextInt(lines.size())));
            accepted += Api.postReleased(entry).statusCode() == 201 ? 1 : 0;
        }
        assertTrue(accepted > 5, accepted + " accepted");
        assertSumsHold();
    }

    @Test
    void sumsEqualEntriesUnderConcurrentWrites() throws SQLException {
        var programme = programme();
        var root = line(programme, "root", null, false);
        var lines = List.of(root, line(programme, "a", root, false), line(programme, "b", root, false));
        var number = new AtomicInteger();
        var answers = Parallel.run(60, () -> disburse(programme, lines, number.getAndIncrement()));
        assertEquals(60, answers.stream().filter(status -> status == 201).count());
        assertSumsHold();
    }

    private static int disburse(String programme, List<String> lines, int i) {
        return Api.postReleased(Entry.disbursed(programme, lines.get(i % 3), 2010 + i % 2, "1.01"))
                .statusCode();
    }

    @Test
    void sumsAreMigratedFromExistingEntries() throws SQLException {
        var old = TestDatabase.create("budget_sums");
        old.migrate("2");
        try (var owner = old.asOwner()) {
            owner.createStatement().execute(ENTRIES_OF_BEFORE);
        }
        old.migrate("latest");
        try (var application = old.asStaff()) {
            assertEquals(4, texts(application, KEPT).size());
            assertEquals(texts(application, RECOMPUTED), texts(application, KEPT));
        }
    }

    private static final String ENTRIES_OF_BEFORE = """
            insert into programme values (gen_random_uuid(), 'P', 'P', null, '2007-01-01', '2012-01-01', now(), 'x', 0);
            insert into budget_line values (gen_random_uuid(), 'P', 'root', 'root', null, 1, true, null, now(), 'x', 0);
            insert into budget_entry (id, programme, line_id, year, kind, currency, amount, destination,
                reallocation_reason, rounded_to, below_threshold, source, created_at, created_by)
            select gen_random_uuid(), 'P', l.id, 2010, e.kind, 'EUR', e.amount, e.destination, e.reason, e.rounded,
                e.below, 's', now() + e.amount * interval '1 second', 'x'
            from budget_line l, (values
                ('BUDGETED', 10.01, null, null, 0.01, null), ('BUDGETED', -2.00, null, null, null, null),
                ('DISBURSEMENT', 0.00, null, null, null, 5.00), ('REALLOCATION', 3.00, 'x', 'TRANSFER', 10.00, null),
                ('REALLOCATION', 4.00, 'y', 'TRANSFER', null, null), ('REALLOCATION', 1.00, 'x', 'TRANSFER', null, null))
                as e (kind, amount, destination, reason, rounded, below);
            """;

    private static Entry random(Random random, String programme, String line) {
        var amount = random.nextInt(50) + ".5" + random.nextInt(10);
        var entry = switch (random.nextInt(3)) {
            case 0 -> Entry.budgeted(programme, line, 2010, (random.nextInt(4) == 0 ? "-" : "") + amount);
            case 1 -> Entry.reallocated(programme, line, 2010, amount, "to " + random.nextInt(2));
            default -> Entry.disbursed(programme, line, 2010, amount);
        };
        return switch (random.nextInt(3)) {
            case 0 -> entry.with("roundedTo", "{\"amount\":\"0.05\",\"currency\":\"EUR\"}");
            case 1 -> entry.with("belowThreshold", "{\"amount\":\"60.00\",\"currency\":\"EUR\"}");
            default -> entry;
        };
    }

    private void assertSumsHold() throws SQLException {
        try (var connection = database.getConnection()) {
            assertEquals(texts(connection, RECOMPUTED), texts(connection, KEPT));
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
