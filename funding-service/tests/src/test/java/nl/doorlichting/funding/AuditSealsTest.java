package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.as;
import static nl.doorlichting.funding.Api.officer;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import nl.doorlichting.platform.audit.AuditExportsUnderTest;
import nl.doorlichting.platform.audit.AuditJobs;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded events are sealed in order, and verification reports the place of a change. */
@FundingServiceTest
class AuditSealsTest {
    private static final String DENIED = "42501";

    @Inject
    EntityManager entities;

    @Inject
    AuditJobs jobs;

    /** A copy of the trail, and two seals of three events each to tamper with. */
    @BeforeEach
    void sealTwice() throws SQLException {
        // Those of other tests become lines when their window ends, which can be now.
        AuditExportsUnderTest.countRefusals(entities, Clock.systemUTC(), Duration.ofHours(1), 100);
        jobs.seal();
        refused(3);
        jobs.seal();
        refused(3);
        jobs.seal();
        AuditDatabase.execute("create table kept_event as select * from audit_event");
        AuditDatabase.execute("create table kept_seal as select * from audit_seal");
    }

    @AfterEach
    void restore() throws SQLException {
        AuditDatabase.execute("truncate audit_event, audit_seal");
        AuditDatabase.execute("insert into audit_event overriding system value select * from kept_event");
        AuditDatabase.execute("insert into audit_seal (number, sealed_at, event_ids, event_hashes, previous_hash, hash)"
                + " select number, sealed_at, event_ids, event_hashes, previous_hash, hash from kept_seal");
        AuditDatabase.execute("drop table kept_event, kept_seal");
    }

    @Test
    void sealsEveryEventInOrder() throws SQLException {
        verification()
                .body("valid", equalTo(true))
                .body("firstBreak", nullValue())
                .body("unsealed.count", equalTo(0))
                .body("unsealed.oldestAt", nullValue())
                .body("next", nullValue())
                .body("seals", equalTo((int) AuditDatabase.number("select count(*) from audit_seal")))
                .body("events", equalTo((int) AuditDatabase.number("select count(*) from audit_event")))
                .body("head.number", equalTo((int) last()));
        assertEquals(0, AuditDatabase.number("""
                select count(*) from audit_event one join audit_event other on one.id < other.id
                where one.sealed_in > other.sealed_in"""));
        verification("?afterSeal=" + (last() - 1)).body("seals", equalTo(1)).body("events", equalTo(3));
        auditor("/v1/funding-audit-verification?afterSeal=" + (last() + 1)).statusCode(400);
    }

    @Test
    void reportsUnsealedTail() {
        refused(2);
        verification().body("valid", equalTo(true)).body("unsealed.count", equalTo(2));
        jobs.seal();
        verification().body("unsealed.count", equalTo(0)).body("head.number", greaterThanOrEqualTo(2));
    }

    @Test
    void findsBatchByIndexOfUnsealedEvents() throws SQLException {
        refused(2);
        // That of each partition, once.
        assertTrue(AuditDatabase.holds("""
                select (select bool_and(pg_stat_get_xact_numscans(inhrelid) = 1) from pg_inherits
                    where inhparent = 'ix_audit_event_unsealed'::regclass and events = 2)
                from (select seal_audit_events(100) as events offset 0) as batch"""));
    }

    /** {@code $} is the last seal but one, {@code @} the second of its three events. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EVENT_CHANGED | 0 | update audit_event set actor = 'somebody' where id = @
            EVENT_CHANGED | 0 | update audit_event set at = at + interval '1 microsecond' where id = @
            EVENT_CHANGED | 0 | update audit_event set client = '' where id = @
            EVENT_MISSING | 0 | delete from audit_event where id = @
            EVENT_MISSING | 0 | update audit_event set sealed_in = null where id = @
            EVENT_MISSING | 0 | update audit_event set sealed_in = $ + 1 where id = @
            SEAL_CHANGED  | 0 | update audit_seal set sealed_at = now() where number = $
            SEAL_CHANGED  | 0 | update audit_seal set event_ids = event_ids[1:2], event_hashes = event_hashes[1:2] where number = $
            SEAL_CHANGED  | 0 | update audit_seal set hash = sha256('') where number = $
            SEAL_CHANGED  | 1 | update audit_seal set sealed_at = now() where number = $; update audit_seal s set hash = audit_seal_hash(s) where number = $
            SEAL_MISSING  | 0 | delete from audit_seal where number = $
            SEAL_MISSING  | 1 | delete from audit_seal where number = $ + 1
            """)
    void reportsPlaceOfTampering(String kind, int later, String sql) throws SQLException {
        var seal = last() - 1;
        var event = AuditDatabase.number("select event_ids[2] from audit_seal where number = " + seal);
        AuditDatabase.execute(sql.replace("$", "" + seal).replace("@", "" + event));
        verification()
                .body("valid", equalTo(false))
                .body("firstBreak.seal", equalTo((int) seal + later))
                .body("firstBreak.kind", equalTo(kind))
                .body("firstBreak.event", kind.startsWith("EVENT") ? equalTo((int) event) : nullValue());
    }

    @Test
    void reportsPlaceOfAddedEvent() throws SQLException {
        var seal = last() - 1;
        AuditDatabase.execute("insert into audit_event (roles, result, status, times, minute, sealed_in)"
                + " values ('', 'REFUSED', 401, 1, now(), " + seal + ")");
        verification()
                .body("firstBreak.seal", equalTo((int) seal))
                .body("firstBreak.kind", equalTo("EVENT_ADDED"))
                .body("firstBreak.event", equalTo((int) AuditDatabase.number("select max(id) from audit_event")));
    }

    @Test
    void sealsEventsOfOpenTransactionLater() throws SQLException {
        try (var held = AuditDatabase.asApplication()) {
            held.setAutoCommit(false);
            held.createStatement().execute(insert("held"));
            refused(2);
            jobs.seal();
            verification().body("valid", equalTo(true)).body("unsealed.count", equalTo(0));
            held.commit();
        }
        verification().body("unsealed.count", equalTo(1));
        jobs.seal();
        verification().body("valid", equalTo(true)).body("unsealed.count", equalTo(0));
        assertTrue(AuditDatabase.holds("select sealed_in = (select max(number) from audit_seal) from audit_event"
                + " where actor = 'held' and sealed_in > " + (last() - 2)));
    }

    @Test
    void concurrentSealersSealEachEventOnce() throws SQLException {
        var before = AuditDatabase.number("select count(*) from audit_event");
        Parallel.run(8, () -> {
            refused(3);
            jobs.seal();
            return null;
        });
        jobs.seal();
        var events = AuditDatabase.number("select count(*) from audit_event");
        assertEquals(before + 24, events);
        verification()
                .body("valid", equalTo(true))
                .body("events", equalTo((int) events))
                .body("unsealed.count", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set actor = 'somebody'",
                "update audit_event set sealed_in = null",
                "delete from audit_event",
                "truncate audit_event",
                "insert into audit_event (roles, result, status, times, minute, sealed_in) values ('', 'DONE', 200, 1, now(), 1)",
                "insert into audit_event (roles, result, status, times, minute, at) values ('', 'DONE', 200, 1, now(), now())",
                "insert into audit_event (id, roles, result, status, times, minute) overriding system value values (1, '', 'DONE', 200, 1, now())",
                "insert into audit_seal (number, sealed_at, event_ids, event_hashes, previous_hash, hash) values (0, now(), '{}', '{}', '', '')",
                "update audit_seal set number = 1",
                "delete from audit_seal",
                "truncate audit_seal",
                "alter table audit_event disable trigger all",
                "drop function seal_audit_events(integer)"
            })
    void serviceRolesCannotChangeTrail(String sql) throws SQLException {
        try (var application = AuditDatabase.asApplication();
                var staff = AuditDatabase.asStaff()) {
            assertEquals(DENIED, stateOf(sql, application));
            assertEquals(DENIED, stateOf(sql, staff));
        }
    }

    private static String stateOf(String sql, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            return assertThrows(SQLException.class, () -> statement.execute(sql))
                    .getSQLState();
        }
    }

    private static String insert(String actor) {
        return "insert into audit_event (actor, roles, operation, object, result, status, times) values ('" + actor
                + "', '', 'o', '/v1', 'DONE', 200, 1)";
    }

    private static long last() throws SQLException {
        return AuditDatabase.number("select max(number) from audit_seal");
    }

    private static void refused(int times) {
        for (var i = 0; i < times; i++) {
            officer("sealed-" + UUID.randomUUID())
                    .body("{}")
                    .post("/v1/organisations")
                    .then()
                    .statusCode(400);
        }
    }

    private static ValidatableResponse verification() {
        return verification("");
    }

    /** To the end of the trail: where that takes longer than a second, as on a machine that stands still, an answer ends before. */
    static ValidatableResponse verification(String query) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> as(Role.AUDITOR).get("/v1/funding-audit-verification" + query),
                        answer -> answer.path("next") == null)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse auditor(String path) {
        return as(Role.AUDITOR).get(path).then();
    }
}
