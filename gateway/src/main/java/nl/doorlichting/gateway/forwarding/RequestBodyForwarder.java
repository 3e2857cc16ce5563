package nl.doorlichting.gateway.forwarding;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import nl.doorlichting.platform.bodies.PayloadLimits;
import nl.doorlichting.platform.problems.ProblemType;

/** How a body passes: streamed, no longer than its path takes, and with time to arrive before the wait begins. */
@Singleton
class RequestBodyForwarder {
    private static final String BODY = "counted-body";
    private static final String REQUEST = "client-request";
    private static final String CONTINUE = "100-continue";
    // For a large body on a slow line. One that stalls is cut off much earlier, by the idle timeout of its connection.
    private static final Duration ARRIVAL = Duration.ofMinutes(10);

    private final PayloadLimits limits;
    private final ProxyProblems problems;

    RequestBodyForwarder(PayloadLimits limits, ProxyProblems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /** Whether a request has a body that may take its time. */
    boolean isAwaited(ProxyContext context) {
        return context.request().proxiedRequest().getHeader("Transfer-Encoding") != null
                || !"0".equals(declaredLength(context.request()));
    }

    private static String declaredLength(ProxyRequest request) {
        var declared = request.proxiedRequest().getHeader("Content-Length");
        return declared == null ? "0" : declared;
    }

    /** Waits for the body as long as that takes, and then for the answer as long as the limit says. */
    HttpClientRequest wait(ProxyContext context, HttpClientRequest request) {
        context.set(REQUEST, request);
        return request.idleTimeout(ARRIVAL.toMillis());
    }

    /** Counts the body from here on; the limit is how long to wait for the answer once it has passed. */
    void count(ProxyContext context, Duration limit) {
        var body = context.request().getBody();
        var incoming = context.request().proxiedRequest();
        if (CONTINUE.equalsIgnoreCase(incoming.getHeader("Expect"))) {
            incoming.response().writeContinue();
        }
        var path = incoming.path();
        var counted = new SizeLimitedBody(body.stream(), limits.of(path), () -> arrived(context, limit));
        context.set(BODY, counted);
        context.request().setBody(Body.body(counted, body.length()));
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

    /** 413 in place of the service, which never saw the whole body. */
    ProxyResponse refusal(ProxyContext context) {
        var incoming = context.request().proxiedRequest();
        return problems.answer(
                context.request().release(),
                ProblemType.PAYLOAD_TOO_LARGE,
                PayloadLimits.refusal(limits.of(incoming.path())));
    }
}
