package nl.doorlichting.training.trainers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.CurrentCaller;

/** Who asks, and when. */
@ApplicationScoped
class Recorder {
    private final CurrentCaller caller;
    private final Clock clock;

    Recorder(CurrentCaller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    String subject() {
        return caller.get().subject();
    }

    boolean may(AccessRule rule) {
        return caller.get().may(rule);
    }
}
