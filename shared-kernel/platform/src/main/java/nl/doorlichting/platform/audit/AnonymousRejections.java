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
 * Counts refused requests of nobody known by the minute, in memory: whoever has no token cannot make this service write
 * a row for each request.
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

    /** One more that was refused with this HTTP status. */
    void count(int status) {
        counts.merge(new Kind(clock.instant().truncatedTo(ChronoUnit.MINUTES), status), 1, Integer::sum);
    }

    /** Records what was counted since the last time; what cannot be recorded now stays counted. */
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
