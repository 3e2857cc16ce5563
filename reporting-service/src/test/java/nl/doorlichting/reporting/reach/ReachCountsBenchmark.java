package nl.doorlichting.reporting.reach;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.IntStream;
import nl.doorlichting.platform.testing.DatabaseSize;
import nl.doorlichting.platform.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Measures sums that leave out figures of reports without approval: a million figures, a tenth of them of reports. */
class ReachCountsBenchmark {
    private static final int FIGURES = 1_000_000;
    private static final int ROUNDS = 9;
    private static final String SUMS = "select period_from, target_group, count(*), sum(quantity_value)"
            + " from reach_observation e where programme = 'P' and %s group by 1, 2";

    @Test
    void approvalOfFiguresCostsLittle() throws SQLException {
        var database = TestDatabase.create("reach_counts");
        database.migrate("latest");
        try (var connection = database.asOwner()) {
            var before = DatabaseSize.of(connection);
            fill(connection);
            System.out.printf(
                    "%,d observations take %s%n",
                    FIGURES, DatabaseSize.of(connection).since(before, FIGURES));
            var all = median(connection, SUMS.formatted("true"));
            var counted = median(connection, SUMS.formatted(ReachFacts.COUNTS));
            System.out.printf("| sums over 1,000,000 figures | %d ms |%n", all);
            System.out.printf("| the same, of approved reports only | %d ms |%n", counted);
            assertTrue(counted <= 1.5 * all, counted + " ms against " + all + " ms");
        }
    }

    private static void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into inventory_report (id, programme, title, state, content, approved_at,"
                    + " recorded_at, created_at, created_by, version) select gen_random_uuid(), 'P', 'r',"
                    + " case when n % 2 = 0 then 'APPROVED' else 'DRAFT' end, '{}',"
                    + " case when n % 2 = 0 then now() end, now(), now(), 'b', 0 from generate_series(1, 72) n");
            statement.execute("insert into reach_observation (observation_id, version, recorded_at, recorded_by, tally,"
                    + " programme, report_id, period_from, period_until, target_group, quantity_kind, quantity_value,"
                    + " place_scope, place_municipalities, source)"
                    + " select gen_random_uuid(), 1, now(), 'b', false, 'P',"
                    + " case when n % 10 = 0 then r.ids[1 + n / 10 % 72] end,"
                    + " date '2007-01-01' + 365 * (n % 5), date '2008-01-01' + 365 * (n % 5),"
                    + " (array['YOUTH_AND_PUPILS', 'PROFESSIONALS_AND_OFFICIALS', 'OTHER'])[1 + n % 3],"
                    + " 'EXACT', n % 500, 'UNSPECIFIED', '{}', 's'"
                    + " from generate_series(1, " + FIGURES
                    + ") n, (select array_agg(id) as ids from inventory_report) r");
            statement.execute("vacuum analyze reach_observation");
        }
    }

    private static long median(Connection connection, String query) {
        return IntStream.range(0, ROUNDS)
                .mapToLong(round -> milliseconds(connection, query))
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }

    private static long milliseconds(Connection connection, String query) {
        var start = System.nanoTime();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                rows.getLong(3);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }
}
