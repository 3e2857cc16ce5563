package nl.doorlichting.gateway.forwarding;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import nl.doorlichting.api.figures.CostClass;
import nl.doorlichting.gateway.GatewayConfig;
import nl.doorlichting.gateway.clients.CallerHeaders;
import nl.doorlichting.gateway.clients.KeptAnswers;
import nl.doorlichting.gateway.clients.ServiceCircuits;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.bodies.RequestBodyDrainer;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.metrics.PathTemplateTag;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.ProblemWriter;
import nl.doorlichting.platform.refusals.GatewayRefusal;
import nl.doorlichting.platform.tracing.RequestTraceId;
import nl.doorlichting.platform.tracing.TraceId;

/**
 * Forwards requests to the services, streaming both ways. It refuses no caller: it forwards their token, and
 * the service checks it. Only while a service is unavailable, {@link UpstreamUnavailableResponder} does.
 */
@Singleton
class ForwardingHandler {
    private static final int CONNECTIONS_PER_SERVICE = 200;
    // After the handlers that check requests, and before the resources, which the framework has at 10,000.
    private static final int BEFORE_RESOURCES = 1_000;
    // After the handlers that set headers of every answer, and before LoadShedding.
    private static final int AT_THE_DOOR = 2_900;
    private static final String ENTRY = ForwardingTable.Entry.class.getName();
    // A stopping service closes its connections at the end of its shutdown delay. Until then each response ends its
    // connection, so the gateway keeps none idle for as long as the delay, or a request meets a closed one.
    static final int KEEP_ALIVE_SECONDS = 2;
    // Longer than the longest wait for a response. It ends a body that stalls halfway.
    private static final int SILENCE_SECONDS = 35;
    // A WebSocket request would pass the interceptor by, with all headers that its caller sends.
    private static final ProxyOptions PLAIN = new ProxyOptions().setSupportWebSocket(false);

    private final ForwardingTable table;
    private final GatewayConfig config;
    private final ServiceCircuits circuits;
    private final UpstreamUnavailableResponder unavailable;
    private final RequestBodyForwarder bodies;
    private final ProblemWriter problems;
    private final RecordChecks checks;
    private final SharedRefusals refusals;
    private final UnknownProgrammes programmes;
    // A read whose caller leaves may close its connection when that serves another request already. A read is sent
    // again then, and not each write can be, so writes have connections that reads do not use.
    private final HttpClient reads;
    private final HttpClient writes;

    ForwardingHandler(
            ForwardingTable table,
            GatewayConfig config,
            ServiceCircuits circuits,
            UpstreamUnavailableResponder unavailable,
            RequestBodyForwarder bodies,
            ProblemWriter problems,
            RecordChecks checks,
            SharedRefusals refusals,
            UnknownProgrammes programmes,
            Vertx vertx) {
        this.table = table;
        this.config = config;
        this.circuits = circuits;
        this.unavailable = unavailable;
        this.bodies = bodies;
        this.problems = problems;
        this.checks = checks;
        this.refusals = refusals;
        this.programmes = programmes;
        this.reads = client(vertx);
        this.writes = client(vertx);
    }

    void register(@Observes @Priority(AT_THE_DOOR) Router router) {
        router.route().order(ProblemWriter.BEFORE_EVERYTHING).handler(this::begin);
        router.route().order(BEFORE_RESOURCES).handler(this::forwardOrLeave);
    }

    /**
     * A request to a service that has as many as it can hold is refused before it costs more than this (ADR 64): a gateway that
     * checks the token of each has no time left for those that have a place.
     */
    private void begin(RoutingContext context) {
        // Only the gateway states them.
        context.request().headers().remove(RequestDeadline.HEADER).remove(GatewayRefusal.HEADER);
        var entry = table.find(context.request().path());
        entry.ifPresent(found -> context.put(ENTRY, found));
        var full = entry.filter(found -> context.request().method() != HttpMethod.OPTIONS)
                .map(ForwardingTable.Entry::service)
                .filter(service -> circuits.refusesAsFull(service, !UpstreamProxy.isRead(context.request())));
        if (full.isPresent()) {
            PathTemplateTag.is(context, entry.get().pattern().template());
            problems.end(context, ProblemType.UNAVAILABLE, UpstreamUnavailableResponder.notAsked(full.get()));
            return;
        }
        RequestDeadline.start(context);
    }

    private void forwardOrLeave(RoutingContext context) {
        var request = context.request();
        var entry = Optional.ofNullable(context.<ForwardingTable.Entry>get(ENTRY));
        if (entry.isEmpty()) {
            context.next();
            return;
        }
        PathTemplateTag.is(context, entry.get().pattern().template());
        if (request.method() == HttpMethod.OPTIONS) {
            answerOptions(context);
            return;
        }
        // For problems of the gateway. The tracer sets the header of the request to the service.
        request.headers().set(TraceId.HEADER, TraceId.header(RequestTraceId.of(context)));
        // Never the value that the caller sent. A proxy before the gateway is trusted only where it is configured.
        request.headers().set(CallerHeaders.FORWARDED_FOR, CallerHeaders.addressOf(request));
        proxy(context, entry.get()).handle(new ConnectionClosingRequest(request));
    }

    // As the services answer it, without asking them.
    private void answerOptions(RoutingContext context) {
        var allow = table.allow(context.request().path());
        var response = context.response().setStatusCode(204).putHeader(HttpHeaders.ALLOW, allow + ", OPTIONS");
        if (allow.contains("PATCH")) {
            response.putHeader("Accept-Patch", MergePatch.MEDIA_TYPE);
        }
        response.end();
    }

    private HttpProxy proxy(RoutingContext context, ForwardingTable.Entry entry) {
        var needsToken = entry.needsToken(context.request().method());
        var upstream = new UpstreamProxy(
                entry.service().url(config),
                limit -> RequestDeadline.remaining(context, limit),
                CostClass.of(context).most(),
                entry.takesKey(context.request().method()),
                () -> circuits.attempt(entry.service(), !UpstreamProxy.isRead(context.request())),
                (request, sent) -> unavailable.answer(
                        request, context, needsToken, sent ? Optional.empty() : Optional.of(entry.service())),
                () -> RequestBodyDrainer.discard(context),
                bodies,
                checks.of(context, entry),
                refusals,
                programmes.of(context.request(), entry));
        var proxy = HttpProxy.reverseProxy(PLAIN, UpstreamProxy.isRead(context.request()) ? reads : writes)
                .origin(upstream::connect)
                .addInterceptor(upstream);
        // The last one is the first to have the response.
        return KeptAnswers.of(context).isPresent()
                ? proxy.addInterceptor(new KeptResponse(context, entry.service(), unavailable))
                : proxy;
    }

    private static HttpClient client(Vertx vertx) {
        var options =
                new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS).setReadIdleTimeout(SILENCE_SECONDS);
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVICE));
    }
}
