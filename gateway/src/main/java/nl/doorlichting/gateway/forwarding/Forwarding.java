package nl.doorlichting.gateway.forwarding;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import nl.doorlichting.gateway.GatewayConfig;
import nl.doorlichting.gateway.clients.Arrival;
import nl.doorlichting.gateway.clients.CallerHeaders;
import nl.doorlichting.platform.bodies.RequestBodyDrainer;
import nl.doorlichting.platform.metrics.PathTemplateTag;
import nl.doorlichting.platform.problems.ProblemWriter;
import nl.doorlichting.platform.tracing.RequestTraceId;
import nl.doorlichting.platform.tracing.TraceId;

/**
 * Sends what belongs to a service on to it, streaming both ways. It decides nothing about callers: their own token goes
 * along, and each service judges it. Only where a service is away, {@link UpstreamUnavailableResponder} does.
 */
@Singleton
class Forwarding {
    private static final int CONNECTIONS_PER_SERVICE = 200;
    // After every handler that looks at requests first, before the resources, which the framework has at 10,000.
    private static final int BEFORE_RESOURCES = 1_000;
    // The services close idle connections after 30 seconds; be first, or a request meets a closed one.
    private static final int KEEP_ALIVE_SECONDS = 20;
    // Longer than the longest wait for an answer; ends a body that stalls halfway.
    private static final int SILENCE_SECONDS = 35;
    // A request for a WebSocket would pass by the door, with whatever headers its caller sends.
    private static final ProxyOptions PLAIN = new ProxyOptions().setSupportWebSocket(false);

    private final ForwardingTable table;
    private final GatewayConfig config;
    private final UpstreamUnavailableResponder absent;
    private final RequestBodyForwarder bodies;
    private final HttpClient client;

    Forwarding(
            ForwardingTable table,
            GatewayConfig config,
            UpstreamUnavailableResponder absent,
            RequestBodyForwarder bodies,
            Vertx vertx) {
        this.table = table;
        this.config = config;
        this.absent = absent;
        this.bodies = bodies;
        this.client = client(vertx);
    }

    void register(@Observes Router router) {
        router.route().order(ProblemWriter.BEFORE_EVERYTHING).handler(Arrival::note);
        router.route().order(BEFORE_RESOURCES).handler(this::forwardOrLeave);
    }

    private void forwardOrLeave(RoutingContext context) {
        var request = context.request();
        var entry = table.find(request.path());
        if (entry.isEmpty()) {
            context.next();
            return;
        }
        PathTemplateTag.is(context, entry.get().pattern().template());
        // For the problems that are answered here; the way on to the service is the tracer's.
        request.headers().set(TraceId.HEADER, TraceId.header(RequestTraceId.of(context)));
        // Never what the caller says of itself: a proxy before this gateway is believed only where it is configured.
        request.headers().set(CallerHeaders.FORWARDED_FOR, CallerHeaders.addressOf(request));
        proxy(context, entry.get()).handle(new BreakableRequest(request));
    }

    private HttpProxy proxy(RoutingContext context, ForwardingTable.Entry entry) {
        var needsToken = entry.needsToken(context.request().method());
        var door = new UpstreamProxy(
                entry.service().url(config),
                limit -> Arrival.left(context, limit).toMillis(),
                request -> absent.answer(request, context, needsToken),
                () -> RequestBodyDrainer.discard(context),
                bodies);
        return HttpProxy.reverseProxy(PLAIN, client).origin(door::connect).addInterceptor(door);
    }

    private static HttpClient client(Vertx vertx) {
        var options =
                new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS).setReadIdleTimeout(SILENCE_SECONDS);
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVICE));
    }
}
