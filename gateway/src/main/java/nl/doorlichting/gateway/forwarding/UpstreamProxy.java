package nl.doorlichting.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import nl.doorlichting.platform.metrics.PathTemplateTag;
import org.jboss.logging.Logger;

/** The proxy to one service: connection, time limits, headers, and the response while the service is unavailable. */
final class UpstreamProxy implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(UpstreamProxy.class);
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    // From the arrival to the head of the response, connecting included: a read is promised within two seconds.
    private static final Duration READ = Duration.ofMillis(1800);
    // After a timeout a client cannot find out whether its write was stored, so a write may take longer than a read.
    // The limit is longer than the statement timeout of the database (15 s), and shorter than the idle timeout of a
    // connection (30 s), because a closed connection gives no response.
    private static final Duration WRITE = Duration.ofSeconds(20);

    private final URI service;
    private final ToLongFunction<Duration> left;
    private final Function<ProxyRequest, Future<ProxyResponse>> unavailable;
    private final Runnable discardBody;
    private final RequestBodyForwarder bodies;

    /**
     * @param left how many milliseconds are left of a limit since the request arrived
     * @param unavailable the response in place of the service
     * @param discardBody drains the rest of a body before the request is refused
     */
    UpstreamProxy(
            URI service,
            ToLongFunction<Duration> left,
            Function<ProxyRequest, Future<ProxyResponse>> unavailable,
            Runnable discardBody,
            RequestBodyForwarder bodies) {
        this.service = service;
        this.left = left;
        this.unavailable = unavailable;
        this.discardBody = discardBody;
        this.bodies = bodies;
    }

    Future<HttpClientRequest> connect(ProxyContext context) {
        var reads = READS.contains(context.request().getMethod());
        var limit = reads ? READ : WRITE;
        return context.client()
                .request(target(left.applyAsLong(limit)))
                .map(request -> !reads && bodies.isAwaited(context)
                        ? bodies.wait(context, request)
                        : request.idleTimeout(left.applyAsLong(limit)));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var incoming = context.request().proxiedRequest();
        ForwardedHeaders.keepOfRequest(context.request().headers());
        context.request().putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        // Not the original target: an absolute one would name another host.
        context.request().setURI(incoming.path() + (incoming.query() == null ? "" : "?" + incoming.query()));
        bodies.count(context, WRITE);
        return context.sendRequest().recover(failure -> respondInPlace(context, failure));
    }

    private Future<ProxyResponse> respondInPlace(ProxyContext context, Throwable failure) {
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
        return unavailable.apply(context.request().release());
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ForwardedHeaders.keepOfResponse(context.response().headers());
        return context.sendResponse();
    }

    private RequestOptions target(long millis) {
        var secure = "https".equals(service.getScheme());
        var standardPort = secure ? 443 : 80;
        return new RequestOptions()
                .setHost(service.getHost())
                .setPort(service.getPort() < 0 ? standardPort : service.getPort())
                .setSsl(secure)
                .setConnectTimeout(Math.min(CONNECT.toMillis(), millis));
    }
}
