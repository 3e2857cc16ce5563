package nl.doorlichting.gateway.forwarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import nl.doorlichting.gateway.GatewayConfig;
import nl.doorlichting.gateway.clients.CallerHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks the service that has it for what a request that is forwarded names, with the token of its caller. */
@Singleton
class ServiceLookups {
    private static final int AT_ONCE = 20;
    // What the caller may not know, its service decides.
    private static final Set<Integer> NOT_SHOWN = Set.of(401, 403);

    private final GatewayConfig config;
    private final ObjectMapper mapper;
    private final HttpClient client;
    private final long limitMillis;

    ServiceLookups(
            GatewayConfig config,
            ObjectMapper mapper,
            Vertx vertx,
            @ConfigProperty(name = "doorlichting.lookups.answer-within") Duration limit) {
        this.config = config;
        this.mapper = mapper;
        this.limitMillis = limit.toMillis();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(ForwardingHandler.KEEP_ALIVE_SECONDS),
                new PoolOptions().setHttp1MaxSize(AT_ONCE));
    }

    /** What it answered. Without a body unless it is 200. */
    record Answer(int status, JsonNode content) {
        /** In the place of one that was not asked for. */
        static final Answer NONE = new Answer(403, MissingNode.getInstance());

        boolean isShown() {
            return ServiceLookups.isShown(status);
        }
    }

    static boolean isShown(int status) {
        return !NOT_SHOWN.contains(status);
    }

    /** The list of the programmes with this code: of one or of none. */
    Future<Answer> programme(String code, HttpServerRequest caller) {
        return ask(
                config.fundingUrl(), "/v1/programmes?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8), caller);
    }

    /** What a refusal of an unknown programme needs of those that there are. */
    Future<JsonNode> programmes(HttpServerRequest caller) {
        return ask(config.fundingUrl(), "/v1/programmes?pageSize=200", caller)
                .map(Answer::content)
                .otherwise(MissingNode.getInstance());
    }

    Future<Answer> project(String id, HttpServerRequest caller) {
        return ask(config.fundingUrl(), "/v1/projects/" + id, caller);
    }

    Future<Answer> ask(URI service, String path, HttpServerRequest caller) {
        return send(service, path, caller)
                .compose(response -> response.body().map(body -> answer(response.statusCode(), body)));
    }

    /** The response, of which no body has been read. */
    Future<HttpClientResponse> send(URI service, String path, HttpServerRequest caller) {
        var options = new RequestOptions()
                .setAbsoluteURI(service.resolve(path).toString())
                .setConnectTimeout((int) limitMillis)
                .setIdleTimeout(limitMillis);
        return client.request(options).compose(request -> {
            var token = caller.getHeader(HttpHeaders.AUTHORIZATION);
            if (token != null) {
                request.putHeader(HttpHeaders.AUTHORIZATION, token);
            }
            request.putHeader(CallerHeaders.FORWARDED_FOR, CallerHeaders.addressOf(caller));
            return request.send();
        });
    }

    private Answer answer(int status, Buffer body) {
        if (status != 200) {
            if (status == 404 || NOT_SHOWN.contains(status)) {
                return new Answer(status, mapper.nullNode());
            }
            throw new IllegalStateException("the service answers " + status);
        }
        try {
            return new Answer(status, mapper.readTree(body.getBytes()));
        } catch (IOException unreadable) {
            throw new IllegalStateException("the service answers no JSON", unreadable);
        }
    }
}
