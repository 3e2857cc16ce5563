package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.as;
import static nl.doorlichting.funding.Api.officer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.doorlichting.platform.audit.AuditExportsUnderTest;
import nl.doorlichting.platform.audit.AuditJobs;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The audit trail of four months and of this one: exports and database are one chain, whatever happens while it is exported,
 * and each change is found.
 */
@FundingServiceTest
class AuditExportsTest {
    private static final int EVENTS = 7;
    private static final int SEALED_AT_ONCE = 3;
    private static final YearMonth NOW = YearMonth.now(ZoneOffset.UTC);
    // A month is exported half an hour after its end, so in the first hour of a month the clock is set ahead.
    private static final Clock CLOCK = Stream.of(at(NOW, "01T01:00:00Z"))
            .filter(settled -> Instant.now().isBefore(settled))
            .map(settled -> Clock.fixed(settled, ZoneOffset.UTC))
            .findFirst()
            .orElse(Clock.systemUTC());
    private static final List<YearMonth> MONTHS =
            List.of(NOW.minusMonths(4), NOW.minusMonths(3), NOW.minusMonths(2), NOW.minusMonths(1));
    private static final String EMPTY = "truncate audit_event, audit_seal, audit_export, audit_dropped_partition";
    // As the service does it, at another moment.
    private static final String SEAL_AT = """
            do $$ begin
                execute replace(replace(pg_get_functiondef('seal_audit_events(integer)'::regprocedure), 'clock_timestamp()',
                    'current_setting(''test.sealing'')::timestamptz'), 'seal_audit_events', 'seal_audit_events_at');
            end $$""";

    @Inject
    EntityManager entities;

    @Inject
    AuditJobs jobs;

    @TempDir
    Path directory;

    @BeforeEach
    void recordMonths() throws SQLException {
        // Those of other tests become lines when their window ends, which can be now.
        AuditExportsUnderTest.countRefusals(entities, Clock.systemUTC(), Duration.ofHours(1), 100);
        AuditDatabase.execute(EMPTY);
        AuditDatabase.execute(SEAL_AT);
        partitionMonths();
        record(MONTHS.get(0), "15 12:00");
        // At the end of a month; sealed in the next.
        insert(MONTHS.get(0), "28 23:59:59", 1);
        seal(MONTHS.get(1) + "-01 00:00:01+00");
        for (var month : MONTHS.subList(1, MONTHS.size())) {
            record(month, "15 12:00");
        }
        officer("actor-" + UUID.randomUUID())
                .body("{}")
                .post("/v1/organisations")
                .then()
                .statusCode(400);
        jobs.seal();
    }

    @AfterEach
    void empty() throws SQLException {
        AuditDatabase.execute(EMPTY);
    }

    @Test
    void exportsEachMonthThatIsOver() throws Exception {
        instance().export();
        verification()
                .body("valid", equalTo(true))
                .body(
                        "exports.month",
                        equalTo(MONTHS.stream().map(YearMonth::toString).toList()))
                .body("exports.fault", everyItem(nullValue()))
                .body("exports.events.sum()", equalTo(4 * EVENTS + 1));
        for (var month : MONTHS) {
            assertTrue(Files.exists(manifest(month)));
            assertEquals(
                    AuditDatabase.number("select events from audit_export where month = '" + month + "-01'"),
                    lines(month).filter(line -> line.startsWith("[")).count());
        }
        assertFalse(Files.exists(file(NOW)));
        assertEquals(Duration.ZERO, instance().overdue());
        // What a publication says of its end is what the next says of its beginning.
        for (var i = 1; i < MONTHS.size(); i++) {
            var after = Files.readString(manifest(MONTHS.get(i - 1))).replaceAll(".*\"after\":(\\{.*?}).*", "$1");
            assertTrue(Files.readString(manifest(MONTHS.get(i))).contains("\"before\":" + after));
        }
    }

    @Test
    void exportsMonthWithoutEvents() throws Exception {
        var later = Clock.fixed(at(NOW.plusMonths(2), "01T00:40:00Z"), ZoneOffset.UTC);
        instance(later, 13).export();
        verification()
                .body("valid", equalTo(true))
                .body("exports.events[4]", equalTo(1))
                .body("exports.events[5]", equalTo(0));
        instance(later, 13).verify();
        verification().body("exports.fault", everyItem(nullValue()));
    }

    @Test
    void overdueSinceEndOfMonth() {
        var days = Clock.fixed(at(MONTHS.get(1), "04T00:00:00Z"), ZoneOffset.UTC);
        assertEquals(Duration.ofDays(3), instance(days, 13).overdue());
    }

    @Test
    void findsChangedLineOfExport() throws Exception {
        instance().export();
        rewrite(MONTHS.get(1), text -> text.replaceFirst("\"month-", "\"nobody-"));
        assertFault("FILE_CHANGED", 1);
    }

    @Test
    void findsLineTakenFromExport() throws Exception {
        instance().export();
        rewrite(MONTHS.get(1), text -> text.replaceFirst("\n\\[.*\n", "\n"));
        assertFault("FILE_CHANGED", 1);
    }

    @Test
    void findsTruncatedExport() throws Exception {
        instance().export();
        var bytes = Files.readAllBytes(file(MONTHS.get(2)));
        Files.write(file(MONTHS.get(2)), Arrays.copyOf(bytes, bytes.length / 2));
        assertFault("FILE_CHANGED", 2);
    }

    @Test
    void findsMissingFile() throws Exception {
        instance().export();
        Files.delete(file(MONTHS.get(0)));
        assertFault("FILE_MISSING", 0);
    }

    @Test
    void findsMissingPublication() throws Exception {
        instance().export();
        Files.delete(manifest(MONTHS.get(3)));
        assertFault("FILE_MISSING", 3);
    }

    @Test
    void findsChangedRowOfExportedMonth() throws Exception {
        instance().export();
        AuditDatabase.execute("update audit_event set actor = 'nobody' where id = (select min(id) from audit_event)");
        instance().verify();
        verification()
                .body("valid", equalTo(false))
                .body("firstBreak.kind", equalTo("EVENT_CHANGED"))
                .body("exports.fault", everyItem(nullValue()));
    }

    /** The owner of the database makes a whole new chain, which holds by itself. */
    @Test
    void findsTrailThatWasSealedAnew() throws Exception {
        instance().export();
        AuditDatabase.execute("update audit_event set actor = 'nobody', sealed_in = null where id ="
                + " (select min(id) from audit_event); update audit_event set sealed_in = null; truncate audit_seal;"
                + " set test.sealing = '" + MONTHS.get(0)
                + "-20'; select seal_audit_events_at(3) from generate_series(1, 20)");
        instance().verify();
        verification()
                .body("valid", equalTo(false))
                .body("firstBreak", nullValue())
                .body("exports.fault", everyItem(equalTo("TRAIL_DIFFERS")));
    }

    @Test
    void findsMonthTakenFromCatalogue() throws Exception {
        instance().export();
        AuditDatabase.execute("delete from audit_export where month = '" + MONTHS.get(1) + "-01'");
        instance().verify();
        verification().body("valid", equalTo(false)).body("exports.fault", contains(null, "CHAIN_BROKEN", null));
    }

    @Test
    void adoptsPublishedMonthsAfterTheirRowsAreGone() throws Exception {
        instance().export();
        AuditDatabase.execute("delete from audit_export where month > '" + MONTHS.get(1) + "-01'");
        instance().export();
        verification().body("valid", equalTo(true)).body("exports.size()", equalTo(4));
    }

    @Test
    void changedTrailIsNotExported() throws SQLException {
        AuditDatabase.execute(
                "update audit_event set actor = 'nobody' where id = (select max(id) - 4 from audit_event)");
        assertThrows(IOException.class, instance()::export);
        assertTrue(instance().overdue().compareTo(Duration.ZERO) > 0);
        assertFalse(Files.exists(file(MONTHS.get(3))));
    }

    @Test
    void dropsExportedMonthsAfterTheirTime() throws Exception {
        instance(CLOCK, 2).drop();
        assertEquals(0, AuditDatabase.number("select count(*) from audit_dropped_partition"));
        instance().export();
        instance(CLOCK, 2).drop();
        assertEquals(2, AuditDatabase.number("select count(*) from audit_dropped_partition"));
        var online = MONTHS.get(2) + "-01T00:00:00Z";
        assertEquals(0, AuditDatabase.number("select count(*) from audit_event where at < '" + online + "'"));
        assertEquals(2 * EVENTS + 1, AuditDatabase.number("select count(*) from audit_event"));
        // The first seal that is left is the last that held events which are gone.
        assertTrue(AuditDatabase.holds(
                "select min(number) = (select max(seal) from audit_dropped_partition) from audit_seal"));
        instance().verify();
        verification()
                .body("valid", equalTo(true))
                .body("events", equalTo(2 * EVENTS + 1))
                .body("exports.events.sum()", equalTo(4 * EVENTS + 1))
                .body("exports.fault", everyItem(nullValue()));
        events("").statusCode(200).body("items.size()", equalTo(2 * EVENTS + 1));
        events("?from=" + online).statusCode(200).body("items.size()", equalTo(2 * EVENTS + 1));
        for (var moment : new String[] {"from", "until"}) {
            events("?" + moment + "=" + MONTHS.get(1) + "-28T00:00:00Z")
                    .statusCode(400)
                    .body("violations[0].code", equalTo("OUT_OF_RANGE"))
                    .body("violations[0].parameters.minimum", equalTo(online))
                    .body("violations[0].detail", containsString("export"));
        }
        officer("after").body("{}").post("/v1/organisations").then().statusCode(400);
        jobs.seal();
        verification().body("valid", equalTo(true)).body("events", equalTo(2 * EVENTS + 2));
    }

    @Test
    void findsChangeAfterDrop() throws Exception {
        instance().export();
        instance(CLOCK, 2).drop();
        AuditDatabase.execute("delete from audit_seal where number = (select min(number) from audit_seal)");
        verification().body("valid", equalTo(false));
    }

    @Test
    void keepsMonthWhoseExportHasFault() throws Exception {
        instance().export();
        Files.delete(file(MONTHS.get(3)));
        instance().verify();
        instance(CLOCK, 2).drop();
        assertEquals(0, AuditDatabase.number("select count(*) from audit_dropped_partition"));
    }

    /** What the runbook says for a restore to a moment before an export: months that were dropped are verified as before. */
    @Test
    void goesOnAfterRestoreToMomentBeforeExport(@TempDir Path anew) throws Exception {
        instance().export();
        instance(CLOCK, 2).drop();
        restoreToEndOf(MONTHS.get(2));
        record(MONTHS.get(3), "20 12:00");
        instance().export();
        verification()
                .body("valid", equalTo(false))
                .body("firstBreak", nullValue())
                .body("exports.fault", contains(null, null, null, "TRAIL_DIFFERS"));
        instance(CLOCK, 1).drop();
        assertEquals(2, AuditDatabase.number("select count(*) from audit_dropped_partition"));

        for (var month : MONTHS.subList(0, 3)) {
            for (var file : List.of(file(month), manifest(month))) {
                var copy = anew.resolve(directory.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        AuditDatabase.execute("delete from audit_export where fault = 'TRAIL_DIFFERS'");
        var instance = AuditExportsUnderTest.of(entities, "funding-service", anew, CLOCK, 1);
        instance.export();
        instance.verify();
        verification()
                .body("valid", equalTo(true))
                .body("events", equalTo(2 * EVENTS))
                .body("exports.events.sum()", equalTo(4 * EVENTS + 1))
                .body("exports.fault", everyItem(nullValue()));
        instance.drop();
        assertEquals(3, AuditDatabase.number("select count(*) from audit_dropped_partition"));
        verification().body("valid", equalTo(true)).body("events", equalTo(EVENTS));
    }

    /** The database as it was then; its next seals have numbers that others had. */
    private static void restoreToEndOf(YearMonth month) throws SQLException {
        var later = month.plusMonths(1) + "-01'";
        AuditDatabase.execute(
                "delete from audit_export where month >= '" + later + "; delete from audit_event where at >= '" + later
                        + "; delete from audit_seal where sealed_at >= '" + later);
    }

    /** Whatever the service asks for, this month and the last one stay. */
    @Test
    void applicationCannotDropLastMonths() throws Exception {
        instance().export();
        try (var application = AuditDatabase.asApplication();
                var statement = application.createStatement()) {
            for (var i = 0; i < 10; i++) {
                statement.execute("select drop_audit_partition('infinity')");
            }
            for (var sql : List.of(
                    "drop table audit_event_default",
                    "delete from audit_export",
                    "update audit_export set sha256 = ''",
                    "insert into audit_dropped_partition values ('x', now(), 1, now())")) {
                assertThrows(SQLException.class, () -> statement.execute(sql));
            }
        }
        assertEquals(
                EVENTS,
                AuditDatabase.number("select count(*) from audit_event where at < '" + NOW + "-01' and at >= '"
                        + MONTHS.get(3) + "-01'"));
    }

    @Test
    void twoInstancesExportAtOnce() throws Exception {
        Parallel.run(4, () -> {
            instance().export();
            return null;
        });
        instance().verify();
        verification()
                .body("valid", equalTo(true))
                .body(
                        "exports.month",
                        equalTo(MONTHS.stream().map(YearMonth::toString).toList()));
        assertNoPartsLeft();
    }

    /** An instance ends before or after each of its steps; another one completes what it began. */
    @Test
    void nextInstanceCompletesExportThatEnded() throws Exception {
        var ended = true;
        var tried = new HashSet<String>();
        for (var step = 1; ended; step++) {
            for (var after : new boolean[] {false, true}) {
                AuditDatabase.execute("truncate audit_export");
                for (var month : MONTHS) {
                    Files.deleteIfExists(file(month));
                    Files.deleteIfExists(manifest(month));
                }
                ended = endsAt(step, after);
                // Most steps read, and leave what the one before them left.
                if (tried.add(state())) {
                    instance().export();
                    instance().verify();
                    verification().body("valid", equalTo(true)).body("exports.events.sum()", equalTo(4 * EVENTS + 1));
                }
            }
        }
        assertTrue(tried.size() > 2 * MONTHS.size(), tried.toString());
        assertNoPartsLeft();
    }

    /** All that an instance leaves to the next one. */
    private String state() throws IOException, SQLException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                            .map(Path::toString)
                            .sorted()
                            .toList() + " " + AuditDatabase.number("select count(*) from audit_export");
        }
    }

    private boolean endsAt(int step, boolean after) {
        try {
            AuditExportsUnderTest.endingAt(step, after, entities, "funding-service", directory, CLOCK)
                    .export();
            return false;
        } catch (IOException ended) {
            return true;
        }
    }

    private void assertFault(String fault, int month) throws IOException {
        instance().verify();
        verification()
                .body("valid", equalTo(false))
                .body("firstBreak", nullValue())
                .body("exports.fault[" + month + "]", equalTo(fault))
                .body("exports.fault.count { it != null }", equalTo(1));
    }

    private void assertNoPartsLeft() throws IOException {
        try (var files = Files.list(directory.resolve("funding-service"))) {
            assertEquals(2 * MONTHS.size(), files.count());
        }
    }

    private AuditExportsUnderTest instance() {
        return instance(CLOCK, 13);
    }

    private AuditExportsUnderTest instance(Clock clock, int monthsOnline) {
        return AuditExportsUnderTest.of(entities, "funding-service", directory, clock, monthsOnline);
    }

    private Path file(YearMonth month) {
        return directory.resolve("funding-service/" + month + ".jsonl.gz");
    }

    private Path manifest(YearMonth month) {
        return directory.resolve("funding-service/" + month + ".json");
    }

    private Stream<String> lines(YearMonth month) throws IOException {
        return text(month).lines();
    }

    private String text(YearMonth month) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file(month))))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void rewrite(YearMonth month, UnaryOperator<String> change) throws IOException {
        var text = text(month);
        var changed = change.apply(text);
        assertFalse(text.equals(changed));
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(changed.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file(month), bytes.toByteArray());
    }

    private static void record(YearMonth month, String moment) throws SQLException {
        insert(month, moment, EVENTS);
        for (var sealed = 0; sealed < EVENTS; sealed += SEALED_AT_ONCE) {
            seal(month + "-" + moment + "+00");
        }
    }

    private static void insert(YearMonth month, String moment, int times) throws SQLException {
        AuditDatabase.execute("""
                insert into audit_event (at, actor, roles, operation, object, result, status, times)
                select '%s-%s+00', 'month-' || n || ' "é\\"', 'AUDITOR', 'createAward', '/v1/awards/' || n, 'DONE', 201, 1
                from generate_series(1, %d) n""".formatted(month, moment, times));
    }

    private static void seal(String moment) throws SQLException {
        AuditDatabase.execute(
                "set test.sealing = '" + moment + "'; select seal_audit_events_at(" + SEALED_AT_ONCE + ")");
    }

    /** The migration left one partition for all that was before it. It holds this month; those before it get their own. */
    private static void partitionMonths() throws SQLException {
        if (AuditDatabase.holds("select from_at is null from audit_partition where name = 'audit_event_before'")) {
            AuditDatabase.execute("""
                    do $$ declare
                        until_at timestamptz := (select p.until_at from audit_partition p where name = 'audit_event_before');
                    begin
                        alter table audit_event detach partition audit_event_before;
                        execute format('alter table audit_event attach partition audit_event_before for values from (%L)'
                            ' to (%L)', audit_month(now(), 0), until_at);
                    end $$""");
        }
        for (var month : MONTHS) {
            AuditDatabase.execute(
                    "create table if not exists \"month_%1$s\" partition of audit_event for values from ('%1$s-01"
                                    .formatted(month)
                            + " 00:00+00') to ('" + month.plusMonths(1) + "-01 00:00+00')");
        }
    }

    private static Instant at(YearMonth month, String moment) {
        return Instant.parse(month + "-" + moment);
    }

    private static ValidatableResponse verification() {
        return AuditSealsTest.verification("");
    }

    private static ValidatableResponse events(String query) {
        return as(Role.AUDITOR).get("/v1/funding-audit-events" + query).then();
    }
}
