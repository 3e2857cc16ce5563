package nl.doorlichting.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nl.doorlichting.gateway.clients.ServiceCircuits.Attempt;
import nl.doorlichting.gateway.clients.UpstreamDeadline;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.idempotency.IdempotencyKeys;
import nl.doorlichting.platform.metrics.PathTemplateTag;
import nl.doorlichting.platform.problems.Violation;
import org.jboss.logging.Logger;

/** The proxy to one service: connection, time limits, headers, and the response while the service is unavailable. */
final class UpstreamProxy implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(UpstreamProxy.class);
    private static final String CONNECTION = UpstreamProxy.class.getName();
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    // For the response in place of a service that does not respond in time.
    static final Duration KEPT_OF_READ = Duration.ofMillis(200);
    // After a timeout a client cannot find out whether its write was stored, so a write may take longer than a read,
    // and states no deadline. The limit is longer than the statement timeout of the database (15 s), and shorter than
    // the idle timeout of a connection (30 s), because a closed connection gives no response.
    private static final Duration WRITE = Duration.ofSeconds(20);
    // A write that is sent again has its time once more, and must end before the idle timeout too.
    private static final Duration LEFT_TO_REPEAT = Duration.ofSeconds(12);
    // As at the door (LoadShedding): clients that send their bodies slowly keep no others out.
    private static final Duration BODY_ARRIVES = Duration.ofMillis(500);

    private final URI service;
    private final UnaryOperator<Duration> left;
    private final Duration mostOfRead;
    private final boolean takesKey;
    private final Supplier<Optional<Attempt>> attempts;
    private final Unavailable unavailable;
    private final Runnable discardBody;
    private final RequestBodyForwarder bodies;
    private final BodyCheck check;
    private final SharedRefusals refusals;
    private final ResponseCheck responses;

    /** What the client wants to be checked before its record is forwarded. */
    interface BodyCheck {
        boolean isAsked();

        Future<List<Violation>> violations(Buffer body);

        /** What is checked while a body passes that is too long to be kept; empty for other requests. */
        Optional<CheckedBody.Check> ofPassingBody();
    }

    /** What else can be wrong with a request that its service answers. */
    interface ResponseCheck {
        /** Puts a problem in the place of the response where it is. */
        Future<Void> check(ProxyResponse response);
    }

    /** The response in place of the service. */
    interface Unavailable {
        /** @param sent whether the service may have received the request */
        Future<ProxyResponse> answer(ProxyRequest request, boolean sent);
    }

    /**
     * @param left what is left of a limit since the request arrived
     * @param mostOfRead how long the answer to a read may take
     * @param takesKey whether the operation takes an Idempotency-Key
     * @param attempts the right to send the request; none while the service does not answer
     * @param unavailable the response in place of the service
     * @param discardBody drains the rest of a body before the request is refused
     */
    UpstreamProxy(
            URI service,
            UnaryOperator<Duration> left,
            Duration mostOfRead,
            boolean takesKey,
            Supplier<Optional<Attempt>> attempts,
            Unavailable unavailable,
            Runnable discardBody,
            RequestBodyForwarder bodies,
            BodyCheck check,
            SharedRefusals refusals,
            ResponseCheck responses) {
        this.service = service;
        this.left = left;
        this.mostOfRead = mostOfRead;
        this.takesKey = takesKey;
        this.attempts = attempts;
        this.unavailable = unavailable;
        this.discardBody = discardBody;
        this.bodies = bodies;
        this.check = check;
        this.refusals = refusals;
        this.responses = responses;
    }

    /** The caller has left, so nothing is sent. */
    private static final class CallerLeftException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CallerLeftException() {
            super("the caller has left", null, false, false);
        }
    }

    Future<HttpClientRequest> connect(ProxyContext context) {
        context.set(CONNECTION, null);
        return request(context)
                .recover(failure -> failure instanceof HttpClosedException
                        // The client chose a connection that was about to close. Nothing of the request is sent yet.
                        ? request(context)
                        : Future.failedFuture(failure))
                .compose(request -> limited(context, request));
    }

    private Future<HttpClientRequest> request(ProxyContext context) {
        return context.client().request(target(limit(context)));
    }

    private Future<HttpClientRequest> limited(ProxyContext context, HttpClientRequest request) {
        // The end of the body of a caller that has left never comes: the service would wait for it until the time
        // limit, and its circuit would take that for silence.
        if (context.request().proxiedRequest().response().closed()) {
            request.reset();
            return Future.failedFuture(new CallerLeftException());
        }
        context.set(CONNECTION, request.connection());
        if (isRead(context)) {
            return Future.succeededFuture(request.idleTimeout(limit(context).toMillis()));
        }
        var timed = bodies.isAwaited(context)
                ? bodies.wait(context, request)
                : request.idleTimeout(limit(context).toMillis());
        return Future.succeededFuture(LateResetGuard.of(timed, () -> bodies.hasPassed(context)));
    }

    private Duration limit(ProxyContext context) {
        // A write has its time from the end of its body.
        if (bodies.isWhole(context)) {
            return WRITE;
        }
        return left.apply(isRead(context) ? mostOfRead.minus(KEPT_OF_READ) : WRITE);
    }

    private static boolean isRead(ProxyContext context) {
        return isRead(context.request().proxiedRequest());
    }

    static boolean isRead(HttpServerRequest request) {
        return READS.contains(request.method());
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var incoming = context.request().proxiedRequest();
        ForwardedHeaders.keepOfRequest(context.request().headers());
        context.request().putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        if (isRead(context)) {
            context.request().putHeader(RequestDeadline.HEADER, UpstreamDeadline.header(limit(context)));
            bodies.dropUndeclared(context);
        }
        // Not the original target: an absolute one would name another host.
        context.request().setURI(incoming.path() + (incoming.query() == null ? "" : "?" + incoming.query()));
        if (check.isAsked()) {
            return check(context);
        }
        return attempt(context);
    }

    private Future<ProxyResponse> attempt(ProxyContext context) {
        return attempts.get()
                .map(attempt -> send(context, attempt))
                .orElseGet(() -> unavailable.answer(context.request().release(), false));
    }

    /** Forwards the request once the body has arrived and is checked, to be refused if anything is wrong with it. */
    private Future<ProxyResponse> check(ProxyContext context) {
        return bodies.whole(context, WRITE)
                .compose(body -> check.violations(body))
                .compose(found -> {
                    refusals.begin(context, found);
                    return attempt(context);
                })
                .recover(failure -> respondInPlace(context, failure, false));
    }

    private Future<ProxyResponse> send(ProxyContext context, Attempt attempt) {
        // A client sends its body from now on.
        bodies.count(context, WRITE);
        check.ofPassingBody().ifPresent(passing -> bodies.hold(context, passing));
        if (bodies.isAwaited(context)) {
            leavePlaceWhileBodyArrives(context.request().proxiedRequest(), attempt);
        }
        return context.sendRequest()
                .recover(
                        failure -> isSentAgain(context, failure) ? context.sendRequest() : Future.failedFuture(failure))
                .onSuccess(response -> {
                    attempt.answered();
                    bodies.answered(context);
                })
                .onFailure(failure -> end(context, attempt, failure))
                .recover(failure -> bodies.isRefused(context)
                        ? refuse(context)
                        : respondInPlace(context, failure, !bodies.isWithheld(context) && mayBeSent(context, failure)));
    }

    private static boolean mayBeSent(ProxyContext context, Throwable failure) {
        // A read that waits too long for a connection is told that its service does not answer.
        return isRead(context) ? !(failure instanceof ConnectException) : isSent(context);
    }

    // A request that waits for a connection is not told that its caller has left: the end of that wait would count as
    // silence of the service.
    private static void end(ProxyContext context, Attempt attempt, Throwable failure) {
        if (context.request().proxiedRequest().response().closed()) {
            attempt.abandoned();
            return;
        }
        attempt.failed(failure);
    }

    /** Of a body that passed, the service did not get the end. It gets the request again, to be refused. */
    private Future<ProxyResponse> refuse(ProxyContext context) {
        refusals.begin(context, bodies.takeViolations(context));
        return attempt(context);
    }

    // A connection may close just as a request is sent on it: its service stops, or the answer before had a caller who
    // left. What may be done twice is sent again, once: a read, and a write with a key.
    private boolean isSentAgain(ProxyContext context, Throwable failure) {
        var isClosed = failure instanceof HttpClosedException
                || failure instanceof IOException && !(failure instanceof ConnectException);
        var incoming = context.request().proxiedRequest();
        if (!isClosed || incoming.response().closed()) {
            return false;
        }
        return isRead(context)
                ? context.request().getBody() == null
                : takesKey
                        && incoming.getHeader(IdempotencyKeys.HEADER) != null
                        && left.apply(WRITE).compareTo(LEFT_TO_REPEAT) > 0
                        && bodies.repeat(context);
    }

    private static void leavePlaceWhileBodyArrives(HttpServerRequest incoming, Attempt attempt) {
        var vertx = Vertx.currentContext().owner();
        var timer = vertx.setTimer(BODY_ARRIVES.toMillis(), passed -> attempt.leavePlace());
        // At the end of the body, or when the caller leaves. Or each request would stay in memory for so long.
        incoming.end().onComplete(ended -> vertx.cancelTimer(timer));
    }

    private Future<ProxyResponse> respondInPlace(ProxyContext context, Throwable failure, boolean sent) {
        if (bodies.isTooLarge(context)) {
            discardBody.run();
            return Future.succeededFuture(bodies.refusal(context));
        }
        var incoming = context.request().proxiedRequest();
        // Not when the caller has closed the connection.
        if (!incoming.response().closed()) {
            LOG.warnf(
                    "%s does not respond to %s %s: %s",
                    service, incoming.method(), PathTemplateTag.of(incoming), failure);
        }
        return unavailable.answer(context.request().release(), sent);
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ForwardedHeaders.keepOfResponse(context.response().headers());
        if (WITHOUT_BODY.contains(context.response().getStatusCode())) {
            leaveBodyOut(context.response());
        }
        endConnectionOfUnfinishedRequest(context);
        return refusals.complete(context)
                .compose(completed -> responses.check(context.response()))
                .compose(checked -> isSent(context) ? context.sendResponse() : respondToUnsent(context));
    }

    private static boolean isSent(ProxyContext context) {
        return context.get(CONNECTION, HttpConnection.class) != null;
    }

    /**
     * The proxy resets the request to the service when its caller leaves before the end of the response. Here there is none,
     * which would be a {@code NullPointerException} in the log.
     */
    private static Future<Void> respondToUnsent(ProxyContext context) {
        var response = context.response();
        var outgoing = context.request().proxiedRequest().response().setStatusCode(response.getStatusCode());
        outgoing.headers().addAll(response.headers());
        return SharedRefusals.whole(response).compose(body -> outgoing.end(body).otherwiseEmpty());
    }

    /**
     * A service may refuse a request before it has all of its body. If the rest never follows, because the caller leaves or the
     * body is refused too, the client takes the connection for one that is free, and the service takes what is sent on it next
     * for the rest of that body, or the body for the next request. So no other request gets the connection.
     */
    private void endConnectionOfUnfinishedRequest(ProxyContext context) {
        if (bodies.hasPassed(context)) {
            return;
        }
        var connection = context.get(CONNECTION, HttpConnection.class);
        Runnable end = () -> {
            if (!bodies.hasPassed(context)) {
                connection.close();
            }
        };
        var body = context.response().getBody();
        if (body == null) {
            end.run();
        } else {
            context.response().setBody(Body.body(new EarlyAnswer(body.stream(), end), body.length()));
        }
    }

    // A body of unknown length would be announced as chunks. Where there is none, some clients wait for the last one.
    private static void leaveBodyOut(ProxyResponse response) {
        if (response.getBody() != null) {
            response.getBody().stream().resume();
            response.setBody(null);
        }
    }

    private RequestOptions target(Duration limit) {
        var secure = "https".equals(service.getScheme());
        var standardPort = secure ? 443 : 80;
        return new RequestOptions()
                .setHost(service.getHost())
                .setPort(service.getPort() < 0 ? standardPort : service.getPort())
                .setSsl(secure)
                .setConnectTimeout(Math.min(CONNECT.toMillis(), limit.toMillis()));
    }
}
