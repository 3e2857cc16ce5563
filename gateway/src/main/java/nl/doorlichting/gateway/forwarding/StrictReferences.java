package nl.doorlichting.gateway.forwarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.gateway.GatewayConfig;
import nl.doorlichting.gateway.clients.funding.Programmes;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;

/**
 * The check of a record of results with {@code strict=true}, of a file of observations without {@code strict=false}, and of a
 * release: whether funding-service has the programmes and the projects that they name, and figures of reach are of the days of
 * their programme. Only the gateway can ask, because no service asks another.
 */
@Singleton
class StrictReferences {
    private static final String STRICT = "strict";
    private static final String IMPORTS = "/v1/imports";
    private static final String RELEASES = "/v1/releases";
    private static final String REACH = "/v1/reach-";
    private static final String PERIOD = "period";
    private static final String PROGRAMME = "programme";
    private static final String CODE = "code";
    private static final String ID = "id";
    // Of a change or a correction, which may name no programme.
    private static final Pattern RECORD = Pattern.compile("^/v1/[a-z-]{1,60}/[0-9A-Fa-f-]{36}(?=/|$)");
    private static final String FROM = "period.from";
    private static final String UNTIL = "period.until";
    private static final Set<HttpMethod> WRITES = Set.of(HttpMethod.POST, HttpMethod.PATCH);
    private static final int MOST_PROGRAMMES = 50;
    // One request asks funding-service for each project that its record names.
    private static final int MOST_PROJECTS = 200;

    private final GatewayConfig config;
    private final ObjectMapper mapper;
    private final ServiceLookups lookups;

    StrictReferences(GatewayConfig config, ObjectMapper mapper, ServiceLookups lookups) {
        this.config = config;
        this.mapper = mapper;
        this.lookups = lookups;
    }

    UpstreamProxy.BodyCheck of(RoutingContext context, ForwardingTable.Entry entry) {
        return new UpstreamProxy.BodyCheck() {
            @Override
            public boolean isAsked() {
                return isRelease(context.request())
                        || WRITES.contains(context.request().method())
                                && !isImport(context.request())
                                && "true".equals(context.request().getParam(STRICT));
            }

            @Override
            public Future<List<Violation>> violations(Buffer body) {
                return RecordChecks.ofCaller(
                        context,
                        entry,
                        caller -> StrictReferences.this.violations(body, context.request(), entry.service()));
            }

            @Override
            public Optional<CheckedBody.Check> ofPassingBody() {
                return isImport(context.request())
                                && !"false".equals(context.request().getParam(STRICT))
                        ? Optional.of(ofImport(context, entry))
                        : Optional.empty();
            }
        };
    }

    // Figures of a programme that is not there would be published of it.
    private static boolean isRelease(HttpServerRequest request) {
        return request.method() == HttpMethod.POST && request.path().equals(RELEASES);
    }

    private static boolean isImport(HttpServerRequest request) {
        return request.method() == HttpMethod.POST && request.path().equals(IMPORTS);
    }

    /** Reads a file of observations while it passes, and asks one question for its programmes and one for its projects. */
    private CheckedBody.Check ofImport(RoutingContext context, ForwardingTable.Entry entry) {
        var type = Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.CONTENT_TYPE), "");
        var named = new ImportedReferences(type.startsWith("text/csv"));
        return new CheckedBody.Check() {
            @Override
            public void read(Buffer part) {
                named.read(part);
            }

            @Override
            public Future<List<Violation>> violations() {
                named.end();
                return named.isEmpty()
                        ? Future.succeededFuture(List.of())
                        : RecordChecks.ofCaller(
                                context, entry, caller -> StrictReferences.this.violations(named, context.request()));
            }
        };
    }

    private Future<List<Violation>> violations(ImportedReferences named, HttpServerRequest caller) {
        if (!named.tooMany().isEmpty()) {
            return Future.succeededFuture(named.tooMany());
        }
        return rows("/v1/programmes/csv", Set.of(CODE, FROM, UNTIL), caller).compose(programmes -> {
            if (programmes.isEmpty()) {
                return Future.succeededFuture(List.of());
            }
            var codes = values(programmes.get(), CODE);
            var unknown = Stream.concat(named.unknownProgrammes(codes), named.outside(days(programmes.get())))
                    .toList();
            if (!named.namesProjects()) {
                return Future.succeededFuture(unknown);
            }
            return rows("/v1/projects/csv" + of(named, codes), Set.of(ID, PROGRAMME), caller)
                    .map(projects -> Stream.concat(
                                    unknown.stream(),
                                    projects.stream().flatMap(rows -> named.unknownProjects(programmesOf(rows, codes))))
                            .toList());
        });
    }

    private static ProgrammesOfProjects programmesOf(Collection<Map<String, String>> projects, Set<String> codes) {
        var programmes = new ProgrammesOfProjects(codes);
        projects.forEach(project -> programmes.add(project.get(ID), project.get(PROGRAMME)));
        return programmes;
    }

    // All projects, where the programmes are too many for a URI, or of one that is not known another may have the
    // project.
    private static String of(ImportedReferences named, Set<String> codes) {
        var programmes = named.programmes();
        return programmes.isEmpty() || programmes.size() > MOST_PROGRAMMES || !codes.containsAll(programmes)
                ? ""
                : "?programme="
                        + programmes.stream()
                                .sorted()
                                .map(code -> URLEncoder.encode(code, StandardCharsets.UTF_8))
                                .collect(Collectors.joining(","));
    }

    private static Set<String> values(Collection<Map<String, String>> rows, String column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The days of the programmes, by code. */
    private static Map<String, Period> days(Collection<Map<String, String>> programmes) {
        return programmes.stream()
                .filter(row -> row.keySet().containsAll(Set.of(CODE, FROM, UNTIL)))
                .collect(Collectors.toMap(
                        row -> row.get(CODE),
                        row -> new Period(LocalDate.parse(row.get(FROM)), LocalDate.parse(row.get(UNTIL)))));
    }

    /** These columns of a whole list of funding-service, as far as they are not empty; empty when the caller may not read it. */
    private Future<Optional<Collection<Map<String, String>>>> rows(
            String path, Set<String> columns, HttpServerRequest caller) {
        return lookups.send(config.fundingUrl(), path, caller).compose(response -> {
            if (!ServiceLookups.isShown(response.statusCode())) {
                return Future.succeededFuture(Optional.empty());
            }
            if (response.statusCode() != 200) {
                return Future.failedFuture("funding-service answers " + response.statusCode());
            }
            var rows = new LinkedHashMap<Long, Map<String, String>>();
            var scanner = new CsvColumnScanner(
                    columns,
                    (name, value, line) -> rows.computeIfAbsent(line, first -> new HashMap<>(columns.size()))
                            .put(name, value));
            response.handler(part -> scanner.read(part.getBytes()));
            return response.end().map(end -> {
                scanner.end();
                return Optional.of(rows.values());
            });
        });
    }

    /** What is wrong with the record; fails when funding-service does not answer. A body that is no object has nothing. */
    private Future<List<Violation>> violations(Buffer body, HttpServerRequest caller, Service owner) {
        // Of such a change nobody says whether what it names is there.
        if (caller.method() == HttpMethod.PATCH && !IfMatch.isReadable(caller.getHeader(IfMatch.HEADER))) {
            return Future.succeededFuture(List.of());
        }
        JsonNode content;
        try {
            content = mapper.readTree(body.getBytes());
        } catch (IOException unreadable) {
            return Future.succeededFuture(List.of());
        }
        var projects = projects(content);
        if (projects.size() > MOST_PROJECTS) {
            return Future.succeededFuture(List.of(Violation.body(
                    "/projects",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", MOST_PROJECTS),
                    Text.of("strict.many-projects", MOST_PROJECTS))));
        }
        var statesPeriod =
                caller.path().startsWith(REACH) && content.path(PERIOD).isObject();
        if (content.path(PROGRAMME).isTextual()) {
            return violations(content, content, projects, caller);
        }
        return projects.isEmpty() && !statesPeriod
                ? Future.succeededFuture(List.of())
                : stored(caller, owner).compose(record -> violations(content, record, projects, caller));
    }

    /** The record that a change or a correction is about; none for one that is not there, or not shown to the caller. */
    private Future<JsonNode> stored(HttpServerRequest caller, Service owner) {
        var path = RECORD.matcher(caller.path());
        return path.find()
                ? lookups.ask(owner.url(config), path.group(), caller).map(ServiceLookups.Answer::content)
                : Future.succeededFuture(ServiceLookups.Answer.NONE.content());
    }

    /** @param record the one that states the programme: the content itself, or what is stored */
    private Future<List<Violation>> violations(
            JsonNode content, JsonNode record, Map<String, List<String>> projects, HttpServerRequest caller) {
        var code = record.path(PROGRAMME).asText(null);
        var asked = code == null ? Future.succeededFuture(ServiceLookups.Answer.NONE) : lookups.programme(code, caller);
        return asked.compose(programme -> {
            var found = programme.content().path("items").path(0);
            var known = new ProgrammesOfProjects(found.isMissingNode() ? Set.of() : Set.of(code));
            var unknownProgramme = record == content && programme.isShown() && found.isMissingNode()
                    ? unknownProgramme(code, caller)
                    : Future.succeededFuture(List.<Violation>of());
            var unknownProjects = unknown(projects.keySet(), code, known, caller);
            return Future.all(unknownProgramme, unknownProjects).map(done -> {
                var violations = new ArrayList<>(unknownProgramme.result());
                violations.addAll(period(periods(content, record), found.path(PERIOD), caller));
                unknownProjects
                        .result()
                        .forEach(id -> projects.get(id)
                                .forEach(pointer -> violations.add(unknown(pointer, id, known.refusal(id, code)))));
                violations.sort(Violation.ORDER);
                return violations;
            });
        });
    }

    private Future<List<Violation>> unknownProgramme(String code, HttpServerRequest caller) {
        return rows("/v1/programmes/csv", Set.of(CODE), caller).map(programmes -> {
            var codes = programmes.map(rows -> values(rows, CODE)).orElse(Set.of());
            return List.of(Programmes.unknownInBody(code, codes));
        });
    }

    /** Those projects that are not there, or of another programme. What the caller may not read, its service decides. */
    private Future<List<String>> unknown(
            Set<String> ids, String programme, ProgrammesOfProjects known, HttpServerRequest caller) {
        var unknown = new HashSet<String>();
        return Future.all(ids.stream()
                        .map(id -> lookups.project(id, caller).onSuccess(project -> {
                            if (project.status() == 200) {
                                known.add(id, project.content().path(PROGRAMME).asText());
                            }
                            if (project.isShown() && known.lacks(id, programme)) {
                                unknown.add(id);
                            }
                        }))
                        .toList())
                .map(done -> ids.stream().filter(unknown::contains).toList());
    }

    /** The content, where a change names some days of a period with the others as they are stored. */
    private JsonNode periods(JsonNode content, JsonNode record) {
        if (record == content
                || !content.path(PERIOD).isObject()
                || !record.path(PERIOD).isObject()) {
            return content;
        }
        var changed = mapper.createObjectNode();
        var period = changed.putObject(PERIOD);
        period.setAll((ObjectNode) record.path(PERIOD));
        period.setAll((ObjectNode) content.path(PERIOD));
        return changed;
    }

    // Verdicts, embedding and rounds can follow the programme.
    private static List<Violation> period(JsonNode content, JsonNode programme, HttpServerRequest caller) {
        if (!caller.path().startsWith(REACH)) {
            return List.of();
        }
        try {
            var first = LocalDate.parse(programme.path("from").asText());
            var end = LocalDate.parse(programme.path("until").asText());
            var from = LocalDate.parse(content.path(PERIOD).path("from").asText());
            var until = LocalDate.parse(content.path(PERIOD).path("until").asText());
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

    private static Violation unknown(String pointer, String value, Text detail) {
        return Violation.body(pointer, ViolationCode.REFERENCE_UNKNOWN, Map.of("value", value), detail);
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
