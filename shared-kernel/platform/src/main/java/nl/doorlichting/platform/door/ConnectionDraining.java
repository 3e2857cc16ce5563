package nl.doorlichting.platform.door;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import nl.doorlichting.platform.problems.ProblemWriter;

/**
 * Sends callers elsewhere while this instance is about to stop. It is not ready then and gets no new connections, but
 * those that are kept open would meet a closed door in the end: each answer now closes its own.
 */
@ApplicationScoped
class ConnectionDraining {
    private volatile boolean leaving;

    void start(@Observes ShutdownDelayInitiatedEvent event) {
        leaving = true;
    }

    void register(@Observes @Priority(1) Router router) {
        router.route().order(ProblemWriter.BEFORE_EVERYTHING).handler(context -> {
            if (leaving) {
                context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            context.next();
        });
    }
}
