package nl.doorlichting.gateway.forwarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.gateway.GatewayConfig;
import nl.doorlichting.gateway.clients.CallerHeaders;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * The check of a new record of results with {@code strict=true}: whether funding-service has its programme and its projects,
 * and a figure of reach is of the days of its programme. Only the gateway can ask, because no service asks another.
 */
@Singleton
class StrictReferences implements RecordCheck {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int AT_ONCE = 20;
    // One request asks funding-service for each project that its record names.
    private static final int MOST_PROJECTS = 200;
    // What the caller may not know, its service decides.
    private static final Set<Integer> NOT_SHOWN = Set.of(401, 403);

    private final GatewayConfig config;
    private final ObjectMapper mapper;
    private final HttpClient client;

    StrictReferences(GatewayConfig config, ObjectMapper mapper, Vertx vertx) {
        this.config = config;
        this.mapper = mapper;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(ForwardingHandler.KEEP_ALIVE_SECONDS),
                new PoolOptions().setHttp1MaxSize(AT_ONCE));
    }

    @Override
    public boolean isAsked(HttpServerRequest request) {
        return request.method() == HttpMethod.POST && "true".equals(request.getParam("strict"));
    }

    @Override
    public Future<List<Violation>> violations(JsonNode content, RoutingContext context, SecurityIdentity identity) {
        var caller = context.request();
        var checks = new ArrayList<Future<List<Violation>>>();
        if (content.path("programme").isTextual()) {
            checks.add(programme(content, caller));
        }
        var projects = projects(content);
        if (projects.size() > MOST_PROJECTS) {
            return Future.succeededFuture(List.of(Violation.body(
                    "/projects",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", MOST_PROJECTS),
                    Text.of("strict.many-projects", MOST_PROJECTS))));
        }
        projects.forEach((id, pointers) -> checks.add(project(id, pointers, caller)));
        return Future.all(checks)
                .map(done -> checks.stream()
                        .flatMap(check -> check.result().stream())
                        .sorted(Violation.ORDER)
                        .toList());
    }

    private Future<List<Violation>> programme(JsonNode content, HttpServerRequest caller) {
        var code = content.path("programme").textValue();
        return ask("/v1/programmes?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8), caller)
                .map(answer -> {
                    if (NOT_SHOWN.contains(answer.status)) {
                        return List.of();
                    }
                    var found = answer.content.path("items");
                    return found.isEmpty()
                            ? List.of(unknown("/programme", code, Text.of("strict.programme-unknown", code)))
                            : period(content, found.path(0).path("period"), caller);
                });
    }

    // Verdicts, embedding and rounds can follow the programme.
    private static List<Violation> period(JsonNode content, JsonNode programme, HttpServerRequest caller) {
        if (!caller.path().startsWith("/v1/reach-")) {
            return List.of();
        }
        try {
            var first = LocalDate.parse(programme.path("from").asText());
            var end = LocalDate.parse(programme.path("until").asText());
            var from = LocalDate.parse(content.path("period").path("from").asText());
            var until = LocalDate.parse(content.path("period").path("until").asText());
            return from.isBefore(first) || until.isAfter(end)
                    ? List.of(Violation.body(
                            "/period",
                            ViolationCode.OUT_OF_RANGE,
                            Map.of("minimum", first.toString(), "maximum", end.toString()),
                            Text.of("strict.period-outside-programme", first, end)))
                    : List.of();
        } catch (DateTimeParseException refusedByTheService) {
            return List.of();
        }
    }

    private Future<List<Violation>> project(String id, List<String> pointers, HttpServerRequest caller) {
        return ask("/v1/projects/" + id, caller)
                .map(answer -> answer.status != 404
                        ? List.of()
                        : pointers.stream()
                                .map(pointer -> unknown(pointer, id, Text.of("strict.project-unknown", id)))
                                .toList());
    }

    private static Violation unknown(String pointer, String value, Text detail) {
        return Violation.body(pointer, ViolationCode.UNKNOWN_VALUE, Map.of("value", value), detail);
    }

    /** The pointers of each project that the record names: its own, or those of a report or a round. */
    private static Map<String, List<String>> projects(JsonNode content) {
        var projects = new LinkedHashMap<String, List<String>>();
        add(projects, content.path("projectId"), "/projectId");
        var several = content.path("projects");
        for (int i = 0; several.isArray() && i < several.size(); i++) {
            add(projects, several.path(i), "/projects/" + i);
            add(projects, several.path(i).path("projectId"), "/projects/" + i + "/projectId");
        }
        return projects;
    }

    private static void add(Map<String, List<String>> projects, JsonNode id, String pointer) {
        if (id.isTextual() && ScalarFormats.isUuid(id.textValue())) {
            projects.computeIfAbsent(id.textValue(), first -> new ArrayList<>()).add(pointer);
        }
    }

    private record Answer(int status, JsonNode content) {}

    private Future<Answer> ask(String path, HttpServerRequest caller) {
        var options = new RequestOptions()
                .setAbsoluteURI(config.fundingUrl().resolve(path).toString())
                .setConnectTimeout((int) LIMIT.toMillis())
                .setIdleTimeout(LIMIT.toMillis());
        return client.request(options)
                .compose(request -> {
                    var token = caller.getHeader(HttpHeaders.AUTHORIZATION);
                    if (token != null) {
                        request.putHeader(HttpHeaders.AUTHORIZATION, token);
                    }
                    request.putHeader(CallerHeaders.FORWARDED_FOR, CallerHeaders.addressOf(caller));
                    return request.send();
                })
                .compose(response -> response.body().map(body -> answer(response.statusCode(), body)));
    }

    private Answer answer(int status, Buffer body) {
        if (status != 200) {
            if (status == 404 || NOT_SHOWN.contains(status)) {
                return new Answer(status, mapper.nullNode());
            }
            throw new IllegalStateException("funding-service answers " + status);
        }
        try {
            return new Answer(status, mapper.readTree(body.getBytes()));
        } catch (IOException unreadable) {
            throw new IllegalStateException("funding-service answers no JSON", unreadable);
        }
    }
}
