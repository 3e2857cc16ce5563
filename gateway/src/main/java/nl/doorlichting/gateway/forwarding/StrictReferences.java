package nl.doorlichting.gateway.forwarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * The check of a new record of results with {@code strict=true}: whether funding-service has its programme and its projects,
 * and a figure of reach is of the days of its programme. Only the gateway can ask, because no service asks another.
 */
@Singleton
class StrictReferences {
    // One request asks funding-service for each project that its record names.
    private static final int MOST_PROJECTS = 200;
    private static final BiConsumer<RoutingContext, Throwable> LEFT_TO_SERVICE = (context, failure) -> {};

    private final FundingLookups funding;
    private final ObjectMapper mapper;

    StrictReferences(FundingLookups funding, ObjectMapper mapper) {
        this.funding = funding;
        this.mapper = mapper;
    }

    UpstreamProxy.RecordCheck of(RoutingContext context) {
        return new UpstreamProxy.RecordCheck() {
            @Override
            public boolean isAsked() {
                return context.request().method() == HttpMethod.POST
                        && "true".equals(context.request().getParam("strict"));
            }

            @Override
            public Future<List<Violation>> violations(Buffer body) {
                return StrictReferences.this.violations(body, context);
            }
        };
    }

    /**
     * What is wrong with the record; fails when funding-service does not answer. A body that is no object has nothing, and that
     * of a caller without a valid token is not looked at: its service refuses it.
     */
    private Future<List<Violation>> violations(Buffer body, RoutingContext context) {
        var here = Vertx.currentContext();
        var found = Promise.<List<Violation>>promise();
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, LEFT_TO_SERVICE);
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(
                        caller -> here.runOnContext(now -> {
                            if (caller.isAnonymous()) {
                                found.complete(List.of());
                            } else {
                                violations(body, context.request()).onComplete(found);
                            }
                        }),
                        refused -> found.complete(List.of()));
        return found.future();
    }

    private Future<List<Violation>> violations(Buffer body, HttpServerRequest caller) {
        JsonNode content;
        try {
            content = mapper.readTree(body.getBytes());
        } catch (IOException unreadable) {
            return Future.succeededFuture(List.of());
        }
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
        return funding.programme(code, caller).map(answer -> {
            if (!answer.isShown()) {
                return List.of();
            }
            var found = answer.content().path("items");
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
        return funding.project(id, caller)
                .map(answer -> answer.status() != 404
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
}
