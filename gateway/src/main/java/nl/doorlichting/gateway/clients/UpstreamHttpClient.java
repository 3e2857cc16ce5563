package nl.doorlichting.gateway.clients;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import nl.doorlichting.gateway.GatewayConfig;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.responses.IfNoneMatch;

/**
 * Reads of services for a part of an answer: with the token of the caller, so that the service decides; with its address; with
 * how long the gateway waits; and with the language that the caller prefers, because a service words its refusal, which the
 * gateway passes on.
 */
@Singleton
public class UpstreamHttpClient {
    /** How long a connection stays open between two requests. Shorter than the shutdown delay of the services. */
    public static final int KEEP_ALIVE_SECONDS = 2;

    private static final int CONNECTIONS_OF_SERVICE = 100;
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final HttpClient client;
    private final Map<Service, RequestOptions> addresses = new EnumMap<>(Service.class);

    UpstreamHttpClient(GatewayConfig config, Vertx vertx) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_OF_SERVICE));
        for (var service : Service.values()) {
            addresses.put(
                    service,
                    new RequestOptions()
                            .setAbsoluteURI(service.url(config).toString())
                            .setConnectTimeout(CONNECT.toMillis()));
        }
    }

    /**
     * The response. It fails without one in time. A caller that leaves ends the request to the service too.
     *
     * @param ifNoneMatch the ETags of what the caller has; null where the body is wanted in any case
     */
    Uni<UpstreamResponse> get(ServiceCall call, RoutingContext caller, String ifNoneMatch, Duration limit) {
        return Uni.createFrom().emitter(emitter -> {
            var request = client.request(options(call, caller, ifNoneMatch));
            var response = request.compose(HttpClientRequest::send)
                    .compose(answer -> answer.body().map(body -> response(answer, body)));
            var timer = vertx.setTimer(
                    limit.toMillis(), late -> emitter.fail(new TimeoutException("no response in " + limit)));
            emitter.onTermination(() -> {
                vertx.cancelTimer(timer);
                if (!response.isComplete()) {
                    request.onSuccess(HttpClientRequest::reset);
                }
            });
            response.onComplete(emitter::complete, emitter::fail);
        });
    }

    private RequestOptions options(ServiceCall call, RoutingContext caller, String ifNoneMatch) {
        var options = new RequestOptions(addresses.get(call.service()))
                .setURI(call.target())
                .putHeader(CallerHeaders.FORWARDED_FOR, CallerHeaders.addressOf(caller.request()))
                .putHeader(
                        RequestDeadline.HEADER,
                        UpstreamDeadline.header(UpstreamDeadline.remaining(caller, UpstreamResultReader.COMPOSITION)));
        var headers = caller.request().headers();
        if (headers.contains(HttpHeaders.AUTHORIZATION)) {
            options.putHeader(HttpHeaders.AUTHORIZATION, headers.get(HttpHeaders.AUTHORIZATION));
        }
        if (headers.contains(HttpHeaders.ACCEPT_LANGUAGE)) {
            options.putHeader(
                    HttpHeaders.ACCEPT_LANGUAGE, String.join(",", headers.getAll(HttpHeaders.ACCEPT_LANGUAGE)));
        }
        if (ifNoneMatch != null) {
            options.putHeader(IfNoneMatch.HEADER, ifNoneMatch);
        }
        return options;
    }

    private static UpstreamResponse response(HttpClientResponse answer, Buffer body) {
        return new UpstreamResponse(answer.statusCode(), answer.headers(), body.getBytes());
    }

    @PreDestroy
    void stop() {
        client.close();
    }
}
