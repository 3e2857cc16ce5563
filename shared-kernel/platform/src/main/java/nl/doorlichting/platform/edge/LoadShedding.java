package nl.doorlichting.platform.edge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.doorlichting.platform.dataset.RevisionRoute;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.edge.AdmissionQueue.Outcome;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.ProblemWriter;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses what this instance cannot answer in time, before it costs more than reading its head (ADR 64). A request has a
 * place while this instance works for it: until its answer begins or its client has gone, and not while its client still
 * sends the body. One that waits for a place is dropped when its client leaves or its deadline comes.
 */
@ApplicationScoped
class LoadShedding {
    // After all other handlers that see every request first: they are cheap, and set headers of every answer.
    private static final int LAST = 3_000;
    private static final Duration LEAST_TO_WORK = Duration.ofMillis(100);
    private static final Duration BODY_ARRIVES = Duration.ofMillis(500);
    private static final Text REFUSAL = Text.of("request.overload");
    private static final String METRIC = "doorlichting.admission.";

    private final AdmissionQueue queue;
    private final Duration longestWait;
    private final ProblemWriter problems;
    private final MeterRegistry metrics;

    LoadShedding(
            @ConfigProperty(name = "doorlichting.load-shedding.places") int places,
            @ConfigProperty(name = "doorlichting.load-shedding.queue") int length,
            @ConfigProperty(name = "doorlichting.load-shedding.longest-wait") Duration longestWait,
            ProblemWriter problems,
            MeterRegistry metrics) {
        this.queue = new AdmissionQueue(places, length, longestWait, System::nanoTime);
        this.longestWait = longestWait;
        this.problems = problems;
        this.metrics = metrics;
        Gauge.builder(METRIC + "running", queue, AdmissionQueue::running).register(metrics);
        Gauge.builder(METRIC + "waiting", queue, AdmissionQueue::waiting).register(metrics);
        for (var reason : Reason.values()) {
            count(reason, 0);
        }
    }

    /** Why a request was not worked on. */
    private enum Reason {
        FULL("full"),
        LATE("late"),
        GONE("gone");

        private final String tag;

        Reason(String tag) {
            this.tag = tag;
        }
    }

    void register(@Observes @Priority(LAST) Router router) {
        router.route().order(ProblemWriter.BEFORE_EVERYTHING).handler(this::admit);
    }

    private void admit(RoutingContext request) {
        // The gateway keeps reports by it, and it is one statement for all that ask.
        if (RevisionRoute.PATH.equals(request.request().path())) {
            request.next();
            return;
        }
        var admission = new Admission(request);
        request.addHeadersEndHandler(begun -> admission.end());
        request.addEndHandler(ended -> admission.end());
        admission.ask();
    }

    private void refuse(RoutingContext request, Reason reason) {
        count(reason, 1);
        problems.end(request, ProblemType.UNAVAILABLE, REFUSAL);
    }

    private void count(Reason reason, int requests) {
        metrics.counter(METRIC + "refused", "reason", reason.tag).increment(requests);
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || !"0".equals(request.headers().get(HttpHeaders.CONTENT_LENGTH))
                        && request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    /** What one request has: a place, or a turn to come. */
    private final class Admission implements AdmissionQueue.Entry {
        private final RoutingContext request;
        private final Context here = Vertx.currentContext();
        private final AtomicBoolean hasPlace = new AtomicBoolean();
        private long timer = -1;

        Admission(RoutingContext request) {
            this.request = request;
        }

        void ask() {
            var outcome = queue.enter(this);
            if (outcome == Outcome.RUNS) {
                hasPlace.set(true);
                run();
            } else if (outcome == Outcome.WAITS) {
                timer = request.vertx().setTimer(patience().toMillis(), late -> giveUp());
            } else {
                refuse(request, Reason.FULL);
            }
        }

        private Duration patience() {
            var patience = RequestDeadline.remaining(request)
                    .map(left -> left.minus(LEAST_TO_WORK))
                    .filter(left -> left.compareTo(longestWait) < 0)
                    .orElse(longestWait);
            return patience.toMillis() < 1 ? Duration.ofMillis(1) : patience;
        }

        private void giveUp() {
            if (queue.withdraw(this)) {
                refuse(request, Reason.LATE);
            }
        }

        @Override
        public void begin() {
            hasPlace.set(true);
            here.runOnContext(now -> {
                request.vertx().cancelTimer(timer);
                run();
            });
        }

        private void run() {
            if (request.response().closed()) {
                count(Reason.GONE, 1);
                leave();
                return;
            }
            // Only the reader of a body sees its end, as it asks for one buffer at a time. So a write gives its place
            // back then whether its body has arrived or not; how many work at once is for WriteBulkhead.
            if (hasBody(request.request())) {
                timer = request.vertx().setTimer(BODY_ARRIVES.toMillis(), passed -> {
                    if (!request.request().isEnded()) {
                        leave();
                    }
                });
            }
            request.next();
        }

        /** The answer begins, or the client has gone. */
        void end() {
            if (queue.withdraw(this)) {
                count(Reason.GONE, 1);
            }
            request.vertx().cancelTimer(timer);
            leave();
        }

        private void leave() {
            if (hasPlace.compareAndSet(true, false)) {
                queue.leave();
            }
        }
    }
}
