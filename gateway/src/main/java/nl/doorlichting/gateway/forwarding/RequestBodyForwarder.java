package nl.doorlichting.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import nl.doorlichting.platform.bodies.PayloadLimits;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;

/** Streams a request body to a service, up to the limit of its path. The wait for the response begins after the body. */
@Singleton
class RequestBodyForwarder {
    private static final String BODY = "counted-body";
    private static final String WHOLE = "whole-body";
    private static final String HELD = "held-body";
    private static final String REQUEST = "client-request";
    private static final String CONTINUE = "100-continue";
    // For a large body on a slow line. The idle timeout of the connection ends a stalled one much earlier.
    private static final Duration ARRIVAL = Duration.ofMinutes(10);

    private final PayloadLimits limits;
    private final ProxyProblems problems;

    RequestBodyForwarder(PayloadLimits limits, ProxyProblems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /** Whether a request has a body that may arrive slowly. */
    boolean isAwaited(ProxyContext context) {
        return !isWhole(context) && isDeclared(context);
    }

    /** Whether nothing of the body is still to arrive: it is forwarded from memory. */
    boolean isWhole(ProxyContext context) {
        return context.get(WHOLE, Buffer.class) != null;
    }

    private static boolean isDeclared(ProxyContext context) {
        return context.request().proxiedRequest().getHeader("Transfer-Encoding") != null
                || !"0".equals(declaredLength(context.request()));
    }

    private static String declaredLength(ProxyRequest request) {
        var declared = request.proxiedRequest().getHeader("Content-Length");
        return declared == null ? "0" : declared;
    }

    /** Takes the body away from a request that declares none, so that it does not depend on the end of the caller's request. */
    void dropUndeclared(ProxyContext context) {
        if (!isDeclared(context)) {
            context.request().getBody().stream().resume();
            context.request().setBody(null);
        }
    }

    /** The response has begun. A time limit that is set for the response after it would end what the connection does next. */
    void answered(ProxyContext context) {
        context.set(REQUEST, null);
    }

    /** Sets the time limit for the body. That for the response begins once the body has passed. */
    HttpClientRequest wait(ProxyContext context, HttpClientRequest request) {
        context.set(REQUEST, request);
        return request.idleTimeout(ARRIVAL.toMillis());
    }

    /** Limits the size of the body. The duration is the wait for the response once the body has passed. */
    void count(ProxyContext context, Duration limit) {
        var body = context.request().getBody();
        if (isWhole(context) || body == null) {
            return;
        }
        var incoming = context.request().proxiedRequest();
        if (CONTINUE.equalsIgnoreCase(incoming.getHeader("Expect"))) {
            incoming.response().writeContinue();
        }
        var path = incoming.path();
        var counted = new SizeLimitedBody(body.stream(), limits.of(path), () -> arrived(context, limit));
        context.set(BODY, counted);
        context.request().setBody(Body.body(counted, body.length()));
    }

    /** Keeps the last part of the body back until the whole of it is checked; one that has arrived is checked already. */
    void hold(ProxyContext context, CheckedBody.Check check) {
        if (isWhole(context)) {
            return;
        }
        var body = context.request().getBody();
        var held = new CheckedBody(body.stream(), check);
        context.set(HELD, held);
        context.request().setBody(Body.body(held, body.length()));
    }

    /** Whether the service did not get the whole body, because of its check. */
    boolean isWithheld(ProxyContext context) {
        var body = context.get(HELD, CheckedBody.class);
        return body != null && body.isWithheld();
    }

    /** Whether the service has all of the request. */
    boolean hasPassed(ProxyContext context) {
        var body = context.request().getBody();
        return body == null || !(body.stream() instanceof StreamedBody streamed) || streamed.hasPassed();
    }

    /** The same, where the check found something. */
    boolean isRefused(ProxyContext context) {
        return isWithheld(context)
                && !context.get(HELD, CheckedBody.class).violations().isEmpty();
    }

    /** What the check of a body that passed found; the request has the body once more if it is small, else none. */
    List<Violation> takeViolations(ProxyContext context) {
        var held = context.get(HELD, CheckedBody.class);
        context.set(HELD, null);
        var kept = kept(context);
        set(context, kept == null ? Buffer.buffer() : kept);
        return held.violations();
    }

    /** Whether the request, of which the service may have all, has its body once more; false for a body that is not kept. */
    boolean repeat(ProxyContext context) {
        var kept = kept(context);
        if (kept == null || !hasPassed(context)) {
            return false;
        }
        set(context, kept);
        return true;
    }

    private static Buffer kept(ProxyContext context) {
        var whole = context.get(WHOLE, Buffer.class);
        return whole == null ? context.get(BODY, SizeLimitedBody.class).kept() : whole;
    }

    private static void set(ProxyContext context, Buffer whole) {
        context.set(WHOLE, whole);
        context.request().setBody(Body.body(whole));
    }

    /** The body up to the limit of its path, which is forwarded from memory. */
    Future<Buffer> whole(ProxyContext context, Duration limit) {
        count(context, limit);
        var arrived = Promise.<Buffer>promise();
        var whole = Buffer.buffer();
        var stream = context.request().getBody().stream();
        stream.exceptionHandler(arrived::tryFail);
        stream.handler(whole::appendBuffer);
        stream.endHandler(end -> arrived.tryComplete(whole));
        stream.resume();
        return arrived.future().onSuccess(body -> set(context, body));
    }

    private static void arrived(ProxyContext context, Duration limit) {
        var request = context.get(REQUEST, HttpClientRequest.class);
        if (request != null) {
            request.idleTimeout(limit.toMillis());
        }
    }

    boolean isTooLarge(ProxyContext context) {
        var body = context.get(BODY, SizeLimitedBody.class);
        return body != null && body.isTooLarge();
    }

    /** 413 in place of the response of the service, which never received the whole body. */
    ProxyResponse refusal(ProxyContext context) {
        var incoming = context.request().proxiedRequest();
        return problems.answer(
                context.request().release(),
                ProblemType.PAYLOAD_TOO_LARGE,
                PayloadLimits.refusal(limits.of(incoming.path())));
    }
}
