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

/** The way to one service: which connection, how long to wait, what passes, and what to say when it is away. */
final class UpstreamProxy implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(UpstreamProxy.class);
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    // From the arrival to the head of the answer, connecting included: who reads has an answer within two seconds.
    private static final Duration READ = Duration.ofMillis(1800);
    // Giving up on a write leaves its caller not knowing what happened, so it may take longer: longer than the database
    // works on a statement (15 s), shorter than an idle connection lives (30 s), or the caller would get no answer.
    private static final Duration WRITE = Duration.ofSeconds(20);

    private final URI service;
    private final ToLongFunction<Duration> left;
    private final Function<ProxyRequest, Future<ProxyResponse>> absent;
    private final Runnable discardBody;
    private final RequestBodyForwarder bodies;

    /**
     * @param left how many milliseconds are left of a limit since the request arrived
     * @param absent the answer in place of the service
     * @param discardBody what is done with the rest of a body before it is refused
     */
    UpstreamProxy(
            URI service,
            ToLongFunction<Duration> left,
            Function<ProxyRequest, Future<ProxyResponse>> absent,
            Runnable discardBody,
            RequestBodyForwarder bodies) {
        this.service = service;
        this.left = left;
        this.absent = absent;
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
        // Never as it came: an absolute request target would name another host.
        context.request().setURI(incoming.path() + (incoming.query() == null ? "" : "?" + incoming.query()));
        bodies.count(context, WRITE);
        return context.sendRequest().recover(failure -> inPlace(context, failure));
    }

    private Future<ProxyResponse> inPlace(ProxyContext context, Throwable failure) {
        if (bodies.isTooLarge(context)) {
            discardBody.run();
            return Future.succeededFuture(bodies.refusal(context));
        }
        var incoming = context.request().proxiedRequest();
        // Not when it was the caller who broke off.
        if (!incoming.response().closed()) {
            LOG.warnf(
                    "%s does not answer %s %s: %s", service, incoming.method(), PathTemplateTag.of(incoming), failure);
        }
        return absent.apply(context.request().release());
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
