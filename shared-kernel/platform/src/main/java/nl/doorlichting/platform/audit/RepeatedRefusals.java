package nl.doorlichting.platform.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts the refusals of a caller beyond the first ones of a window, in memory, so that a caller that is refused at the limit
 * on requests does not make a line for each. At the end of the window each kind of refusal becomes one line. A process that
 * is killed loses the counts of one window, and no line of a write.
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class RepeatedRefusals {
    private final Map<String, Window> windows = new HashMap<>();
    private final AuditTrail trail;
    private final Clock clock;
    private final Duration length;
    private final int linesOfCaller;

    RepeatedRefusals(
            AuditTrail trail,
            Clock clock,
            @ConfigProperty(name = "doorlichting.audit.refusals.window") Duration length,
            @ConfigProperty(name = "doorlichting.audit.refusals.lines") int linesOfCaller) {
        this.trail = trail;
        this.clock = clock;
        this.length = length;
        this.linesOfCaller = linesOfCaller;
    }

    private record Count(int times, Instant first) {
        Count and(Count later) {
            return new Count(times + later.times, first.isBefore(later.first) ? first : later.first);
        }
    }

    private static final class Window {
        private final String caller;
        private final Instant until;
        private final Map<AuditEvent.Kind, Count> counts = new HashMap<>();
        private int lines;

        private Window(String caller, Instant until) {
            this.caller = caller;
            this.until = until;
        }
    }

    /** Counts the refusal; false if it is one of the first of its caller, which have a line each. */
    synchronized boolean count(AuditEvent refusal) {
        var now = clock.instant();
        var window = windows.computeIfAbsent(refusal.actor, caller -> new Window(caller, now.plus(length)));
        if (window.lines < linesOfCaller) {
            window.lines++;
            return false;
        }
        window.counts.merge(refusal.kind(), new Count(1, now), Count::and);
        return true;
    }

    /** Records the counts of the windows that are over. A count that cannot be recorded is kept for the next flush. */
    void flush() {
        flush(clock.instant());
    }

    void flushAtTheEnd(@Observes ShutdownEvent end) {
        flush(Instant.MAX);
    }

    private void flush(Instant moment) {
        RuntimeException failure = null;
        for (var window : ended(moment)) {
            try {
                record(window);
            } catch (RuntimeException notRecorded) {
                keep(window);
                failure = notRecorded;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private synchronized List<Window> ended(Instant moment) {
        var ended = windows.values().stream()
                .filter(window -> !window.until.isAfter(moment))
                .toList();
        windows.values().removeAll(ended);
        return ended;
    }

    private void record(Window window) {
        for (var kind : List.copyOf(window.counts.keySet())) {
            var count = window.counts.get(kind);
            trail.recordApart(AuditEvent.repeated(kind, count.times(), count.first()));
            window.counts.remove(kind);
        }
    }

    private synchronized void keep(Window window) {
        var began = windows.put(window.caller, window);
        if (began != null) {
            began.counts.forEach((kind, count) -> window.counts.merge(kind, count, Count::and));
        }
    }
}
