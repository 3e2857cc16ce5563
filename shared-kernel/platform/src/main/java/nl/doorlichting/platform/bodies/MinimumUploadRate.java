package nl.doorlichting.platform.bodies;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import nl.doorlichting.platform.problems.ProblemWriter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Closes the connection of a client that sends its body slower than a bad line would. Such a body keeps a thread
 * waiting, and each of its bytes resets the idle timeout.
 */
@ApplicationScoped
class MinimumUploadRate {
    private final long graceMillis;
    private final long bytesPerSecond;

    MinimumUploadRate(
            @ConfigProperty(name = "doorlichting.payload.grace") Duration grace,
            @ConfigProperty(name = "doorlichting.payload.bytes-per-second") long bytesPerSecond) {
        this.graceMillis = grace.toMillis();
        this.bytesPerSecond = bytesPerSecond;
    }

    void register(@Observes @Priority(4) Router router) {
        router.route().order(ProblemWriter.BEFORE_EVERYTHING).handler(this::watch);
    }

    private void watch(RoutingContext context) {
        if (hasBody(context.request())) {
            new Watch(context).look(graceMillis);
        }
        context.next();
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private final class Watch {
        private final RoutingContext context;
        private final long begun = System.nanoTime();
        private long timer;

        Watch(RoutingContext context) {
            this.context = context;
            context.addEndHandler(answered -> context.vertx().cancelTimer(timer));
        }

        void look(long afterMillis) {
            timer = context.vertx().setTimer(Math.max(1, afterMillis), now -> cutOffOrWait());
        }

        private void cutOffOrWait() {
            var request = context.request();
            if (request.isEnded()) {
                return;
            }
            var left = graceMillis + request.bytesRead() * 1000 / bytesPerSecond - elapsedMillis();
            if (left > 0) {
                look(left);
                return;
            }
            request.connection().close();
        }

        private long elapsedMillis() {
            return Duration.ofNanos(System.nanoTime() - begun).toMillis();
        }
    }
}
