package nl.doorlichting.platform.edge;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import nl.doorlichting.platform.problems.ProblemWriter;

/**
 * Closes each kept-open connection with its next answer while this instance prepares to stop. The instance is not
 * ready then and gets no new connections, but kept-open ones would break when it stops.
 */
@ApplicationScoped
class ConnectionDraining {
    private volatile boolean draining;

    void start(@Observes ShutdownDelayInitiatedEvent event) {
        draining = true;
    }

    void register(@Observes @Priority(1) Router router) {
        router.route().order(ProblemWriter.BEFORE_EVERYTHING).handler(context -> {
            if (draining) {
                context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            context.next();
        });
    }
}
