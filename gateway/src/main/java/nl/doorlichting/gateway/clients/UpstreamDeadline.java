package nl.doorlichting.gateway.clients;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import nl.doorlichting.api.figures.CostClass;
import nl.doorlichting.platform.deadline.RequestDeadline;

/** How long the gateway waits for a service in a read, so that its own answer is there within the time of the question. */
public final class UpstreamDeadline {
    // For the answer of a service on its way here, above all one that says that the time was too short.
    private static final Duration ON_ITS_WAY = Duration.ofMillis(100);

    // A limit in whole milliseconds ends a little before its time.
    private static final Duration NO_TIME = Duration.ofMillis(2);

    private UpstreamDeadline() {}

    /**
     * What is left of the time of this read.
     *
     * @param kept for what the gateway does after the answer of the service
     */
    public static Duration remaining(RoutingContext request, Duration kept) {
        return RequestDeadline.remaining(request, CostClass.of(request).most().minus(kept));
    }

    /** How many seconds the answer may take, where this read was not answered in its time; empty where it has time left. */
    public static Optional<Integer> needed(RoutingContext request, Duration kept) {
        return remaining(request, kept).compareTo(NO_TIME) > 0
                ? Optional.empty()
                : Optional.of(Math.toIntExact(CostClass.of(request).most().toSeconds()));
    }

    /** The value of {@link RequestDeadline#HEADER} for a service that the gateway waits for as long as this. */
    public static String header(Duration wait) {
        return String.valueOf(Math.max(1, wait.minus(ON_ITS_WAY).toMillis()));
    }
}
