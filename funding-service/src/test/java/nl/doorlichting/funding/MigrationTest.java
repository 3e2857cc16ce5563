package nl.doorlichting.funding;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import nl.doorlichting.kernel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Migrations that touch what is there already, with rows in place. */
class MigrationTest {
    private final TestDatabase database = TestDatabase.create("funding_migration");

    @Test
    void projectsAndOrganisationsFromBeforeAreFoundByPlaceAndText() throws SQLException {
        database.migrate("2");
        execute(
                "insert into programme values (gen_random_uuid(), 'P', 'n', null, '2007-01-01', '2012-01-01', now(), 'x', 0)");
        execute("insert into organisation values ('GM0988', 'Weert', 'MUNICIPALITY', 'GM0988', now(), 'x', 0)");
        execute("""
                insert into project (id, programme, code, name, place_scope, place_municipalities, notes, source,
                    created_at, created_by, version)
                values (gen_random_uuid(), 'P', 'weert', 'Weert weert', 'MUNICIPAL', '{GM0988}', '{}', 's', now(), 'x', 0),
                    (gen_random_uuid(), 'P', 'bare', 'Nowhere', null, null, '{}', 's', now(), 'x', 0)""");
        database.migrate("latest");
        assertTrue(holds("select municipalities = '{GM0988}' and intervention_types = '{}'"
                + " and search @@ to_tsquery('simple', 'weert') from project where code = 'weert'"));
        assertTrue(holds("select municipalities = '{}' from project where code = 'bare'"));
        assertTrue(holds("select search @@ to_tsquery('simple', 'wee:*') and valid_until is null from organisation"));
    }

    /** As a person does who looks for what takes so long; what is left of it is of no use, and in nobody's way. */
    @Test
    void anIndexThatWasBrokenOffIsBuiltByTheNextTry() throws Exception {
        database.migrate("31");
        try (var writer = database.asOwner()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("lock table audit_event in row exclusive mode");
            var migration = CompletableFuture.runAsync(() -> database.migrate("latest"));
            await().until(() -> holds("select coalesce(bool_or(pg_cancel_backend(pid)), false) from pg_stat_activity"
                    + " where datname = current_database() and query like 'create index concurrently%'"));
            assertThrows(ExecutionException.class, () -> migration.get(30, TimeUnit.SECONDS));
        }
        var isValid = "select indisvalid from pg_index where indexrelid = 'ix_audit_event_unsealed'::regclass";
        assertFalse(holds(isValid));
        database.migrate("latest");
        assertTrue(holds(isValid));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean holds(String sql) throws SQLException {
        try (var connection = database.asOwner();
                var rows = connection.createStatement().executeQuery(sql)) {
            assertEquals(true, rows.next());
            return rows.getBoolean(1);
        }
    }
}
