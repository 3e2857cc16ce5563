package nl.doorlichting.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedRefusalsTest {
    private static final Instant START = Instant.parse("2026-11-30T10:00:00Z");
    private static final int LINES = 3;

    private final TestClock clock = new TestClock();
    private final TestTrail trail = new TestTrail();
    private final RepeatedRefusals repeated = new RepeatedRefusals(trail, clock, Duration.ofMinutes(1), LINES);

    private static final class TestClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final class TestTrail extends AuditTrail {
        private final List<AuditEvent> events = new ArrayList<>();
        private boolean away;

        private TestTrail() {
            super(null, null);
        }

        @Override
        public void recordApart(AuditEvent event) {
            if (away) {
                throw new IllegalStateException("the database is away");
            }
            events.add(event);
        }
    }

    @Test
    void firstRefusalsOfCallerHaveLines() {
        for (var i = 0; i < LINES; i++) {
            assertFalse(repeated.count(refusal("one", "createAward", 400)));
        }
        assertTrue(repeated.count(refusal("one", "createAward", 400)));
        assertTrue(repeated.count(refusal("one", "updateAward", 404)));
        assertFalse(repeated.count(refusal("other", "createAward", 400)));
    }

    @Test
    void countsEachKindInOneLineAtEndOfWindow() {
        refuse(LINES, "one", "createAward", 400);
        clock.now = START.plusSeconds(10);
        refuse(1, "one", "createAward", 400);
        clock.now = START.plusSeconds(40);
        refuse(4, "one", "createAward", 400);
        refuse(2, "one", "createAward", 409);
        repeated.flush();
        assertEquals(List.of(), trail.events);
        clock.now = START.plusSeconds(60);
        repeated.flush();
        assertEquals(2, trail.events.size());
        var line = trail.events.stream()
                .filter(event -> event.status == 400)
                .findFirst()
                .orElseThrow();
        assertEquals(5, line.times);
        assertEquals(START.plusSeconds(10), line.minute);
        assertEquals("one", line.actor);
        assertEquals("createAward", line.operation);
        assertEquals("/v1/awards/-", line.object);
        assertEquals(null, line.traceId);
        assertEquals(AuditResult.REFUSED, line.result);
        repeated.flush();
        assertEquals(2, trail.events.size());
    }

    @Test
    void nextWindowHasLinesAgain() {
        refuse(LINES + 1, "one", "createAward", 400);
        clock.now = START.plusSeconds(60);
        repeated.flush();
        assertFalse(repeated.count(refusal("one", "createAward", 400)));
    }

    @Test
    void keepsCountsWhileDatabaseIsAway() {
        refuse(LINES + 7, "one", "createAward", 400);
        refuse(LINES, "other", "createAward", 400);
        clock.now = START.plusSeconds(60);
        trail.away = true;
        assertThrows(IllegalStateException.class, repeated::flush);
        refuse(LINES + 2, "one", "createAward", 400);
        trail.away = false;
        clock.now = START.plusSeconds(120);
        repeated.flush();
        assertEquals(
                List.of(9 + LINES),
                trail.events.stream().map(event -> event.times).toList());
        assertEquals(START, trail.events.get(0).minute);
    }

    @Test
    void recordsCountsAtTheEndOfTheProcess() {
        refuse(LINES + 2, "one", "createAward", 400);
        repeated.flushAtTheEnd(null);
        assertEquals(1, trail.events.size());
        assertEquals(2, trail.events.get(0).times);
    }

    private void refuse(int times, String actor, String operation, int status) {
        for (var i = 0; i < times; i++) {
            repeated.count(refusal(actor, operation, status));
        }
    }

    @Test
    void countsRefusalsForOtherRulesInOneLine() {
        refuse(LINES, "one", "createAward", 400);
        for (var rule : List.of("REQUIRED /line", "TOO_LONG /number")) {
            assertTrue(repeated.count(refusal("one", "createAward", 400, rule)));
        }
        clock.now = START.plusSeconds(60);
        repeated.flush();
        assertEquals(1, trail.events.size());
        assertEquals(2, trail.events.get(0).times);
        assertEquals("/v1/problems/validation-failed", trail.events.get(0).problem);
        assertEquals(List.of(), trail.events.get(0).brokenRules());
    }

    @Test
    void lineOfRefusalHasItsTypeAndRules() {
        var event = refusal("one", "createAward", 400, "REQUIRED /line", "UNKNOWN_FIELD");
        assertEquals("/v1/problems/validation-failed", event.problemType());
        assertEquals(List.of("REQUIRED /line", "UNKNOWN_FIELD"), event.brokenRules());
    }

    private static AuditEvent refusal(String actor, String operation, int status, String... brokenRules) {
        return AuditEvent.of(
                new AuditEvent.Caller(actor, "desk", "GRANT_OFFICER", null, "192.0.2.0/24"),
                new AuditEvent.Operation(
                        operation,
                        "/v1/awards/0190a6c4-7c1e-7cc3-98c2-0c5f1a3f8e21",
                        "trace",
                        AuditResult.REFUSED,
                        status,
                        "/v1/problems/validation-failed",
                        List.of(brokenRules)));
    }
}
