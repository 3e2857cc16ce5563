package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import nl.doorlichting.platform.audit.AuditJobs;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.Test;

/** What it costs to seal and to verify a long trail: as much for each event as in a short one. */
@FundingServiceTest
class AuditBenchmark {
    private static final int FEW = 100_000;
    private static final int MANY = 1_000_000;
    private static final double MOST = 2;
    private static final String EVENTS = """
            insert into audit_event (actor, client, roles, organisation, network, operation, object, trace_id, result,
                status, times)
            select 'actor-' || mod(n, 500), 'desk', 'GRANT_OFFICER', 'GM0988', '192.0.2.0/24', 'createAward',
                '/v1/awards/' || uuidv7(), replace(gen_random_uuid()::text, '-', ''), 'DONE', 201, 1
            from generate_series(1, %d) n
            """;

    /** Seconds for each event. */
    private record Cost(double sealing, double verifying) {}

    @Inject
    AuditJobs jobs;

    @Test
    void costIsLinear() throws SQLException {
        Bulk.run("truncate audit_event, audit_seal");
        // The first request of all takes seconds of its own.
        verifying(0);
        var few = cost(FEW, FEW);
        var many = cost(MANY - FEW, MANY);
        System.out.printf(
                Locale.ROOT,
                "%nratio for each event: sealing %.2f, verifying %.2f%n%n",
                many.sealing() / few.sealing(),
                many.verifying() / few.verifying());
        assertTrue(many.verifying() <= MOST * few.verifying());
        assertTrue(many.sealing() <= MOST * few.sealing());
        Bulk.settle("audit_event");
        System.out.printf(Locale.ROOT, "a line takes %d bytes, sealed and with its indexes%n", bytesOfALine());
        for (var query :
                new String[] {"?pageSize=50", "?actor=actor-7", "?object=/v1/awards&from=2100-01-01T00:00:00Z"}) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.1f ms (lower quartile)%n",
                    query,
                    Timing.of("/v1/funding-audit-events" + query, Role.AUDITOR));
        }
    }

    private Cost cost(int more, int all) throws SQLException {
        var before = Bulk.size();
        Bulk.run(EVENTS.formatted(more), "analyze audit_event");
        var started = System.nanoTime();
        jobs.seal();
        var sealing = seconds(started);
        System.out.printf("%n%,d events, sealed, take %s%n", more, Bulk.size().since(before, more));
        var verifying = verifying(all);
        System.out.printf(
                Locale.ROOT, "%n%,d events sealed in %.1f s, %,d verified in %.1f s%n", more, sealing, all, verifying);
        return new Cost(sealing / more, verifying / all);
    }

    /** At most: each event was written, and then again with all that waited, which leaves a gap as large as itself. */
    private static long bytesOfALine() throws SQLException {
        return AuditDatabase.number("select sum(pg_total_relation_size(name)) / " + MANY
                + " from unnest(array['audit_event', 'audit_seal']::regclass[]) as name");
    }

    /** To the end, however many answers that takes; the longest wait for one is printed. */
    private static double verifying(int all) {
        var started = System.nanoTime();
        var events = 0;
        var longest = 0.0;
        var path = "/v1/funding-audit-verification";
        while (path != null) {
            var asked = System.nanoTime();
            var answer = as(Role.AUDITOR).get(path).then().statusCode(200).extract();
            longest = Math.max(longest, seconds(asked));
            assertEquals(true, answer.<Boolean>path("valid"));
            events += answer.<Integer>path("events");
            path = answer.path("next");
        }
        assertEquals(all, events);
        System.out.printf(Locale.ROOT, "the longest answer took %.2f s%n", longest);
        return seconds(started);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
