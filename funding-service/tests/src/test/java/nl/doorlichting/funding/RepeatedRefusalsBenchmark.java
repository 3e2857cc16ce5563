package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import nl.doorlichting.platform.audit.AuditExportsUnderTest;
import nl.doorlichting.platform.audit.AuditJobs;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;

/**
 * What a client at the limit on requests that is refused each time adds to the audit trail and to the write-ahead log: with a
 * line for each refusal, and with repeated ones counted. Every tenth request is a write that succeeds, and has its line.
 */
@FundingServiceTest
class RepeatedRefusalsBenchmark {
    private static final int PER_SECOND = Integer.getInteger("perSecond", 100);
    private static final int MINUTES = Integer.getInteger("minutes", 2);
    private static final int WRITE_EVERY = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int LINES = 20;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Inject
    EntityManager entities;

    @Inject
    AuditJobs jobs;

    @Test
    void trailLevelsOff() throws Exception {
        var before = run("a line each", Integer.MAX_VALUE);
        var after = run("counted", LINES);
        assertTrue(after * 100 < before, after + " refusal lines after " + before);
    }

    /** Lines of refusals in an hour. */
    private double run(String name, int lines) throws Exception {
        AuditExportsUnderTest.countRefusals(entities, Clock.systemUTC(), WINDOW, lines);
        jobs.seal();
        var actor = "refused-" + UUID.randomUUID();
        var token = TestIssuer.token().subject(actor).roles(Role.GRANT_OFFICER).sign();
        var log = wal();
        var bytes = bytes();
        var started = System.nanoTime();
        var minuteLines = 0L;
        var written = new AtomicInteger();
        for (var minute = 1; minute <= MINUTES; minute++) {
            send(token, written, started, minute);
            jobs.seal();
            var now = lines(actor, "REFUSED");
            System.out.printf(Locale.ROOT, "%s: %,d lines of refusals in minute %d%n", name, now - minuteLines, minute);
            minuteLines = now;
        }
        while (lines < Integer.MAX_VALUE && sum(actor) < refusals()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            jobs.seal();
        }
        var hours = (double) MINUTES / 60;
        var refused = lines(actor, "REFUSED");
        System.out.printf(
                Locale.ROOT,
                "%s: %,d refusals and %,d writes at %d a second: an hour has %,.0f lines of refusals, %,.1f MB of the trail, and"
                        + " %,.1f MB of write-ahead log (writes included)%n",
                name,
                refusals(),
                written.get(),
                PER_SECOND,
                refused / hours,
                (bytes() - bytes) / hours / 1e6,
                (wal() - log) / hours / 1e6);
        assertEquals(refusals(), sum(actor));
        assertEquals(written.get(), lines(actor, "DONE"));
        return refused / hours;
    }

    /** The requests of one minute, at their moments. */
    private static void send(String token, AtomicInteger written, long started, int minute) {
        var requests = PER_SECOND * 60;
        var answers = IntStream.range(requests * (minute - 1), requests * minute)
                .mapToObj(number -> {
                    var due = started + number * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
                    LockSupport.parkNanos(due - System.nanoTime());
                    return request(token, number % WRITE_EVERY == 0, written);
                })
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(answers).join();
    }

    private static CompletableFuture<Void> request(String token, boolean isWrite, AtomicInteger written) {
        var body = isWrite
                ? "{\"number\":\"%s\",\"name\":\"Weert\",\"kind\":\"NON_PROFIT\"}".formatted(UUID.randomUUID())
                : "{}";
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/organisations"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenAccept(answer -> {
            assertEquals(isWrite ? 201 : 400, answer.statusCode());
            if (isWrite) {
                written.incrementAndGet();
            }
        });
    }

    private static long refusals() {
        return (long) PER_SECOND * 60 * MINUTES / WRITE_EVERY * (WRITE_EVERY - 1);
    }

    private static long lines(String actor, String result) throws SQLException {
        return AuditDatabase.number(
                "select count(*) from audit_event where actor = '" + actor + "' and result = '" + result + "'");
    }

    private static long sum(String actor) throws SQLException {
        return AuditDatabase.number(
                "select coalesce(sum(times), 0) from audit_event where actor = '" + actor + "' and result = 'REFUSED'");
    }

    private static long wal() throws SQLException {
        return AuditDatabase.number("select pg_current_wal_lsn() - '0/0'");
    }

    private static long bytes() throws SQLException {
        return AuditDatabase.number("""
                select (select sum(pg_total_relation_size(relid)) from pg_partition_tree('audit_event'))
                    + pg_total_relation_size('audit_seal')""");
    }
}
