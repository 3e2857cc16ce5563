package nl.doorlichting.platform.deadline;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import nl.doorlichting.platform.problems.ProblemWriter;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Statements of a request end with it: at its deadline, and those of a read when its caller has gone. A write whose
 * caller has gone goes on, because its caller repeats it with the same key and needs its result.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class StatementDeadline implements AgroalPoolInterceptor, Supplier<Optional<Duration>> {
    private static final Logger LOG = Logger.getLogger(StatementDeadline.class);
    // It also holds for what the pool does with the connection afterwards, and for the statement by which the next
    // request sets its own.
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    // A cancelled request may begin another statement in the same transaction.
    private static final long MILLIS_UNTIL_NEXT = 100;

    private final CurrentVertxRequest requests;
    private final Vertx vertx;
    private final Map<PGConnection, Use> uses = new ConcurrentHashMap<>();

    StatementDeadline(CurrentVertxRequest requests, Vertx vertx) {
        this.requests = requests;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        router.route().order(ProblemWriter.BEFORE_EVERYTHING).handler(RequestDeadline::start);
        router.route().order(ProblemWriter.BEFORE_EVERYTHING).handler(this::watch);
    }

    private void watch(RoutingContext request) {
        if (isRead(request)) {
            request.addEndHandler(end -> {
                if (end.failed()) {
                    cancelAll(request);
                }
            });
        }
        request.next();
    }

    /** The longest time for a statement of the current request; empty where the database's own limit holds. */
    @Override
    public Optional<Duration> get() {
        var request = current();
        // An answer that has begun takes as long as its client reads it.
        if (request == null || request.response().headWritten() || RequestDeadline.isRecording(request)) {
            return Optional.empty();
        }
        if (isRead(request) && request.response().closed()) {
            return Optional.of(SHORTEST);
        }
        return RequestDeadline.remaining(request).map(left -> left.compareTo(SHORTEST) < 0 ? SHORTEST : left);
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        var request = current();
        if (request != null && isRead(request)) {
            physical(connection).ifPresent(physical -> uses.put(physical, new Use(request)));
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        physical(connection).ifPresentOrElse(this::end, this::endClosed);
    }

    private void end(PGConnection connection) {
        var use = uses.remove(connection);
        if (use != null) {
            use.end();
        }
    }

    /** A connection that the database has closed cannot be unwrapped. */
    private void endClosed() {
        uses.keySet().stream().filter(StatementDeadline::isClosed).toList().forEach(this::end);
    }

    private static boolean isClosed(PGConnection connection) {
        try {
            return ((Connection) connection).isClosed();
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        onConnectionReturn(connection);
    }

    // The pool passes another wrapper each time, and closes it afterwards. Empty for one that the database has closed.
    private static Optional<PGConnection> physical(Connection wrapper) {
        try {
            return Optional.of(wrapper.unwrap(PGConnection.class));
        } catch (SQLException closed) {
            return Optional.empty();
        }
    }

    private RoutingContext current() {
        return Arc.container().requestContext().isActive() ? requests.getCurrent() : null;
    }

    private static boolean isRead(RoutingContext request) {
        var method = request.request().method();
        return (method == HttpMethod.GET || method == HttpMethod.HEAD) && !RequestDeadline.isRecording(request);
    }

    private void cancelAll(RoutingContext gone) {
        var running = uses.entrySet().stream()
                .filter(use -> use.getValue().request == gone)
                .toList();
        if (running.isEmpty()) {
            return;
        }
        // Each opens a connection to the database.
        vertx.executeBlocking(
                        () -> {
                            running.forEach(use -> use.getValue().cancel(use.getKey()));
                            return null;
                        },
                        false)
                .onComplete(done -> vertx.setTimer(MILLIS_UNTIL_NEXT, timer -> cancelAll(gone)));
    }

    /** The use of a connection by a request. A statement is never cancelled after it, when another request has the connection. */
    private static final class Use {
        private final RoutingContext request;
        private boolean ended;

        Use(RoutingContext request) {
            this.request = request;
        }

        synchronized void end() {
            ended = true;
        }

        synchronized void cancel(PGConnection connection) {
            if (ended) {
                return;
            }
            try {
                connection.cancelQuery();
            } catch (SQLException failed) {
                LOG.warnf("A statement whose caller has gone was not cancelled: %s", failed.getSQLState());
            }
        }
    }
}
