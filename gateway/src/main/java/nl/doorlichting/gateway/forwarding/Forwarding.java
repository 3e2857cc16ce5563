package nl.doorlichting.gateway.forwarding;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import nl.doorlichting.gateway.GatewayConfig;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.kernel.web.RequestTrace;
import nl.doorlichting.kernel.web.TraceId;

/**
 * Sends what belongs to a service on to it, streaming both ways. It decides nothing about callers: their own token goes
 * along, and each service judges it.
 */
@Singleton
class Forwarding {
    private static final int CONNECTIONS_PER_SERVICE = 200;
    // The services close idle connections after 30 seconds; be first, or a request meets a closed one.
    private static final int KEEP_ALIVE_SECONDS = 20;
    // Longer than the longest wait for an answer; ends a body that stalls halfway.
    private static final int SILENCE_SECONDS = 35;

    private final ForwardingTable table;
    private final Map<Service, HttpProxy> proxies = new EnumMap<>(Service.class);

    Forwarding(ForwardingTable table, GatewayConfig config, AbsentService absent, BodyPassage bodies, Vertx vertx) {
        this.table = table;
        var client = client(vertx);
        for (var service : Service.values()) {
            proxies.put(service, proxy(client, new ServiceDoor(service.url(config), absent, bodies)));
        }
    }

    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(this::forwardOrLeave);
    }

    private void forwardOrLeave(RoutingContext context) {
        var request = context.request();
        var owner = table.ownerOf(request.path());
        if (owner.isEmpty()) {
            context.next();
            return;
        }
        // One trace id in every log that this request reaches, the caller's own when it sent one.
        request.headers().set(TraceId.HEADER, TraceId.header(RequestTrace.of(context)));
        proxies.get(owner.get()).handle(request);
    }

    private static HttpProxy proxy(HttpClient client, ServiceDoor door) {
        return HttpProxy.reverseProxy(client).origin(door::connect).addInterceptor(door);
    }

    private static HttpClient client(Vertx vertx) {
        var options =
                new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS).setReadIdleTimeout(SILENCE_SECONDS);
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVICE));
    }
}
