package nl.doorlichting.platform.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts rejected requests without a valid token, by the minute and in memory, so that a client without a token cannot
 * make this service write a row for each request.
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class AnonymousRejections {
    private record Kind(Instant minute, int status) {}

    private final Map<Kind, Integer> counts = new ConcurrentHashMap<>();
    private final AuditTrail trail;
    private final Clock clock;

    AnonymousRejections(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** Counts one request that was rejected with this HTTP status. */
    void count(int status) {
        counts.merge(new Kind(clock.instant().truncatedTo(ChronoUnit.MINUTES), status), 1, Integer::sum);
    }

    /** Records the counts since the last flush. A count that cannot be recorded is kept for the next flush. */
    synchronized void flush() {
        List.copyOf(counts.keySet()).forEach(kind -> record(kind, counts.remove(kind)));
    }

    void flushAtTheEnd(@Observes ShutdownEvent end) {
        flush();
    }

    private void record(Kind kind, int times) {
        try {
            trail.recordApart(AuditEvent.anonymous(kind.minute(), kind.status(), times));
        } catch (RuntimeException notRecorded) {
            counts.merge(kind, times, Integer::sum);
            throw notRecorded;
        }
    }
}
