package nl.doorlichting.funding;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

/** Migrations that touch what is there already, with rows in place. */
class MigrationTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestDatabase database = TestDatabase.create("funding_migration");

    @Test
    void findsMigratedRowsByPlaceAndText() throws SQLException {
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

    /** Prizes and procurements from before stand, also in the views of the past, and the last release adds more. */
    @Test
    void withdrawsPrizesAndProcurementsWithRowsInPlace() throws SQLException {
        database.migrate("107");
        execute(
                "insert into programme values (gen_random_uuid(), 'P', 'n', null, '2007-01-01', '2012-01-01', now(), 'x', 0)");
        var prize = "insert into prize (id, programme, year, name, source, created_at, created_by, version)"
                + " values (gen_random_uuid(), 'P', 2010, 'n', 's', now() - interval '1 day', 'x', 0)";
        execute(prize);
        execute("insert into procurement (id, programme, tender, source, created_at, created_by, version)"
                + " values (gen_random_uuid(), 'P', 't', 's', now() - interval '1 day', 'x', 0)");
        database.migrate("latest");
        execute(prize);
        execute(
                "update procurement set withdrawn_at = now(), withdrawn_by = 'x', withdrawal_reason = 'r', version = 1");
        assertThrows(SQLException.class, () -> execute("update prize set withdrawn_at = now()"));
        assertTrue(holds("select count(*) = 2 and count(withdrawn_at) = 0 from prize"));
        assertTrue(holds("select count(withdrawn_at) = 1 from procurement"));
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute("set doorlichting.as_of = '" + Instant.now().minusSeconds(3600) + "'");
            var then = statement.executeQuery("select (select count(*) from as_of.prize where withdrawn_at is null),"
                    + " (select count(*) from as_of.procurement where withdrawn_at is null)");
            assertTrue(then.next());
            assertEquals(2, then.getInt(1));
            assertEquals(1, then.getInt(2));
        }
    }

    /** The lines before the partitions, and those that the last release adds afterwards, are one chain. */
    @Test
    void partitionsTrailWithLinesInPlace() throws SQLException {
        database.migrate("31");
        var insert =
                "insert into audit_event (actor, client, roles, organisation, network, operation, object, trace_id,"
                        + " result, status, problem, times, minute) select 'actor', null, '', null, null, 'createAward',"
                        + " '/v1/awards/' || n, null, 'DONE', 201, null, 1, null from generate_series(1, 300) n";
        var sealing = "select seal_audit_events(100)";
        asApplication(insert, sealing, sealing);
        execute("create table before as select e.*, audit_event_hash(e) as hash from audit_event e");
        database.migrate("latest");
        assertTrue(holds("select count(*) = 300 and bool_and(b.hash = audit_event_hash(e)"
                + " and b.sealed_in is not distinct from e.sealed_in) from before b join audit_event e using (id)"));
        asApplication(insert, sealing, sealing, sealing, sealing);
        assertTrue(
                holds("select count(*) = 600 and count(distinct id) = 600 and count(sealed_in) = 600 and max(id) < 700"
                        + " from audit_event"));
        assertTrue(holds("""
                select bool_and(s.hash = audit_seal_hash(s)
                    and s.previous_hash = coalesce((select hash from audit_seal p where p.number = s.number - 1), '')
                    and s.event_hashes = (select array_agg(audit_event_hash(e) order by id) from audit_event e
                        where e.sealed_in = s.number))
                from audit_seal s"""));
        for (var part : new String[] {"audit_event_before", "audit_event_default"}) {
            assertThrows(SQLException.class, () -> asApplication("select from " + part));
            assertThrows(SQLException.class, () -> asApplication("insert into " + part + " (roles) values ('')"));
        }
    }

    /** A line of a month without a partition is in the default, until the month gets one. */
    @Test
    void movesLinesOfMonthWithoutPartition() throws SQLException {
        database.migrate("latest");
        execute("insert into audit_event (at, actor, roles, operation, object, result, status, times)"
                + " values (now() + interval '1 year', 'early', '', 'o', '/v1', 'DONE', 200, 1)");
        assertTrue(holds("select count(*) = 1 from audit_event_default"));
        asApplication("select create_audit_partitions(0)", "select create_audit_partitions(0)");
        assertTrue(holds("select count(*) = 0 from audit_event_default"));
        assertTrue(holds("select tableoid::regclass::text = 'audit_event_' || to_char(at at time zone 'UTC', 'YYYY_MM')"
                + " from audit_event where actor = 'early'"));
    }

    /** An operator cancels the migration. The invalid index that is left is rebuilt. */
    @Test
    void rebuildsIndexAfterInterruptedMigration() throws Exception {
        database.migrate("31");
        try (var writer = database.asOwner()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("lock table audit_event in row exclusive mode");
            var migration = CompletableFuture.runAsync(() -> database.migrate("latest"));
            await().atMost(PATIENCE)
                    .until(() -> holds("select coalesce(bool_or(pg_cancel_backend(pid)), false) from pg_stat_activity"
                            + " where datname = current_database() and query like 'create index concurrently%'"));
            assertThrows(ExecutionException.class, () -> migration.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        var isValid = "select indisvalid from pg_index where indexrelid = 'ix_audit_event_unsealed'::regclass";
        assertFalse(holds(isValid));
        database.migrate("latest");
        assertTrue(holds(isValid));
    }

    /** As its Job says it; what it names is mended, and the next try goes on. */
    @Test
    void equalCodesStopMigrationAndAreNamed() throws SQLException {
        database.migrate("38");
        execute(
                "insert into programme values (gen_random_uuid(), 'P', 'n', null, '2007-01-01', '2012-01-01', now(), 'x', 0),"
                        + " (gen_random_uuid(), 'Q', 'n', null, '2007-01-01', '2012-01-01', now(), 'x', 0)");
        execute("insert into organisation (number, name, kind, created_at, created_by, version)"
                + " values ('Forum', 'n', 'NON_PROFIT', now(), 'x', 0), ('FORUM', 'n', 'NON_PROFIT', now(), 'x', 0)");
        for (var code : new String[] {"Café", "cafe\u0301 ", "\u00a0CAFÉ", "straße", "STRASSE", "alone"}) {
            execute("insert into project (id, programme, code, name, notes, source, created_at, created_by, version)"
                    + " values (gen_random_uuid(), 'P', '" + code + "', 'n', '{}', 's', now(), 'x', 0)");
        }
        execute("insert into project (id, programme, code, name, notes, source, created_at, created_by, version)"
                + " values (gen_random_uuid(), 'Q', 'ALONE', 'n', '{}', 's', now(), 'x', 0)");
        var refused = assertThrows(FlywayException.class, () -> database.migrate("latest"));
        for (var named : List.of(
                "needed: one code for each record",
                "organisation 'FORUM', 'Forum'",
                "'Café', 'cafe\u0301 ', '\u00a0CAFÉ'",
                "project P 'STRASSE', 'straße'")) {
            assertTrue(refused.getMessage().contains(named), refused.getMessage());
        }
        assertFalse(refused.getMessage().contains("lone"), refused.getMessage());
        assertTrue(holds("select count(*) = 0 from pg_class where relname like 'uq%key'"));
        execute("update organisation set number = 'FORUM-2' where number = 'FORUM'");
        execute("update project set code = code || '-' || id where code not in ('Café', 'straße', 'alone', 'ALONE')");
        database.migrate("latest");
        assertTrue(holds("select count(*) = 6 and bool_and(i.indisvalid and i.indisunique) from pg_index i"
                + " join pg_class c on c.oid = i.indexrelid where c.relname like 'uq%key'"));
        assertThrows(
                SQLException.class,
                () -> execute("insert into organisation (number, name, kind, created_at,"
                        + " created_by, version) values ('fOrUm', 'n', 'NON_PROFIT', now(), 'x', 0)"));
    }

    private void asApplication(String... statements) throws SQLException {
        try (var connection = database.asApplication();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
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
