package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.LongStream;
import nl.doorlichting.platform.audit.SwitchableAuditTrail;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;

/** What a write over HTTP costs with its line of the audit trail and without, by turns. */
@FundingServiceTest
class AuditedWritesBenchmark {
    private static final int WARM_UP = 500;
    private static final int TURNS = 40;
    private static final int WRITES = 50;
    private static final double MOST = 2;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String token = TestIssuer.token(Role.GRANT_OFFICER);

    @Inject
    EntityManager entities;

    @Test
    void auditLineCostsLessThanItsWrite() throws SQLException {
        var trail = SwitchableAuditTrail.install(entities);
        nanos(WARM_UP);
        var lines = AuditDatabase.number("select count(*) from audit_event");
        var with = new long[0];
        var without = new long[0];
        for (var turn = 0; turn < TURNS; turn++) {
            trail.turn(true);
            with = both(with, nanos(WRITES));
            trail.turn(false);
            without = both(without, nanos(WRITES));
        }
        assertEquals(lines + TURNS * WRITES, AuditDatabase.number("select count(*) from audit_event"));
        System.out.printf(
                Locale.ROOT,
                "%n%,d writes each: with its line %.2f ms, without %.2f ms (medians); lower quartiles %.2f and %.2f ms%n",
                with.length,
                at(2, with),
                at(2, without),
                at(1, with),
                at(1, without));
        assertTrue(at(1, with) <= MOST * at(1, without));
    }

    private long[] nanos(int writes) {
        return LongStream.generate(this::nanos).limit(writes).toArray();
    }

    private long nanos() {
        var body = "{\"number\":\"%s\",\"name\":\"Weert\",\"kind\":\"NON_PROFIT\"}".formatted(UUID.randomUUID());
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/organisations"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var started = System.nanoTime();
        try {
            assertEquals(
                    201,
                    CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .statusCode());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
        return System.nanoTime() - started;
    }

    private static long[] both(long[] some, long[] more) {
        return LongStream.concat(Arrays.stream(some), Arrays.stream(more)).toArray();
    }

    /** Milliseconds of the quarter of this number. */
    private static double at(int quarter, long[] nanos) {
        return Arrays.stream(nanos).sorted().toArray()[quarter * nanos.length / 4] / 1e6;
    }
}
