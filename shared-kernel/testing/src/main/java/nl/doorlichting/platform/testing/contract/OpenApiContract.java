package nl.doorlichting.platform.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/**
 * An OpenAPI 3.1 document against which HTTP answers are checked: status, media type, body and required headers must
 * be as documented for the operation. Schemas are read strictly: a field that is not documented is a failure.
 *
 * <p>The answer to an undocumented request must be the right error: 401, 404 (path) or 405 with
 * {@code Allow} (method), as problem details. Requests are not checked.
 */
public final class OpenApiContract {

    private static final String GENERATED = "contract/openapi.json";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    private static final Set<String> WORDS =
            Set.of("description", "examples", "x-enum-descriptions", "x-enumDescriptions");
    private static final int CONFLICT = 409;
    private static final Map<Integer, String> REFUSALS =
            Map.of(401, "Unauthorized", 404, "NotFound", 405, "MethodNotAllowed");

    private static byte[] lastJson;
    private static OpenApiContract last;

    private final JsonNode openApi;
    private final String basePath;
    private final List<PathPattern> templates = new ArrayList<>();
    private final Map<String, DocumentedAnswer> answers = new ConcurrentHashMap<>();

    private ClosedSchemas schemas;

    private OpenApiContract(JsonNode openApi) {
        this.openApi = openApi;
        this.basePath = basePath(openApi);
        openApi.path("paths").fieldNames().forEachRemaining(path -> templates.add(new PathPattern(path)));
        templates.sort(null);
    }

    public static OpenApiContract load(Path json) {
        try (InputStream stream = Files.newInputStream(json)) {
            return load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static OpenApiContract load(InputStream json) {
        try {
            return new OpenApiContract(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The document of the application under test, for use inside a {@code @QuarkusTest}. Test classes of one application share
     * it, with the schemas that were compiled.
     */
    public static synchronized OpenApiContract ofApplication() {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        try (InputStream stream = application.getResourceAsStream(GENERATED)) {
            if (stream == null) {
                throw new IllegalStateException("no " + GENERATED + ": is this a @QuarkusTest?");
            }
            byte[] json = stream.readAllBytes();
            if (!Arrays.equals(json, lastJson)) {
                last = load(new ByteArrayInputStream(json));
                lastJson = json;
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with the examples of schemas, parameters, requests and answers; fails if there is no example. */
    public List<String> invalidExamples() {
        List<String> invalid = new ArrayList<>();
        int[] examples = {0};
        openApi.at("/components/schemas").properties().forEach(schema -> {
            schema.getValue().path("examples").forEach(example -> {
                examples[0]++;
                addViolations(schema.getKey(), schema.getValue(), example, invalid);
            });
            addInvalidValues(schema.getKey(), schema.getValue(), invalid);
        });
        if (examples[0] == 0) {
            throw new IllegalStateException("no schema has an example");
        }
        addInvalidExamples("paths", openApi.path("paths"), invalid);
        for (String kind : List.of("responses", "parameters", "requestBodies", "headers")) {
            addInvalidExamples(kind, openApi.path("components").path(kind), invalid);
        }
        return invalid;
    }

    private void addInvalidValues(String where, JsonNode schema, List<String> invalid) {
        schema.path("properties").properties().forEach(property -> {
            String name = where + "." + property.getKey();
            property.getValue()
                    .path("examples")
                    .forEach(example -> addViolations(name, property.getValue(), example, invalid));
            addInvalidValues(name, property.getValue(), invalid);
        });
    }

    /** Only made where answers are checked. */
    private synchronized ClosedSchemas schemas() {
        if (schemas == null) {
            schemas = new ClosedSchemas(openApi);
        }
        return schemas;
    }

    /** Names of schemas that differ in words only. */
    public List<Set<String>> schemasOfOneShape() {
        Map<String, Set<String>> byShape = new TreeMap<>();
        openApi.at("/components/schemas")
                .properties()
                .forEach(schema -> byShape.computeIfAbsent(shape(schema.getValue(), false), any -> new TreeSet<>())
                        .add(schema.getKey()));
        return byShape.values().stream().filter(names -> names.size() > 1).toList();
    }

    private static String shape(JsonNode node, boolean names) {
        if (!node.isObject()) {
            return node.isArray()
                    ? StreamSupport.stream(node.spliterator(), false)
                            .map(element -> shape(element, false))
                            .toList()
                            .toString()
                    : node.toString();
        }
        Map<String, String> fields = new TreeMap<>();
        node.properties().stream()
                .filter(field -> names || !WORDS.contains(field.getKey()))
                .forEach(field -> fields.put(
                        field.getKey(),
                        shape(field.getValue(), !names && field.getKey().equals("properties"))));
        return fields.toString();
    }

    /** Fails with a message that names operation, status and pointers, unless the answer is as documented. */
    public void verify(Answer answer) {
        List<String> violations = new ArrayList<>(violations(answer));
        violations.addAll(ViolationParameters.undocumented(openApi, answer));
        if (!violations.isEmpty()) {
            throw new AssertionError("not as documented: " + describe(answer) + "\n  " + String.join("\n  ", violations)
                    + "\n  body: " + excerpt(answer));
        }
    }

    /** What is not as documented; empty if all is. */
    public List<String> violations(Answer answer) {
        Optional<PathPattern> template = templateOf(answer.path());
        if (template.isEmpty()) {
            return refusal(answer, "path", 404);
        }
        JsonNode operations = openApi.get("paths").get(template.get().path());
        JsonNode operation = operations.path(documentedMethod(answer));
        if (operation.isMissingNode()) {
            return refusal(answer, "method", 405);
        }
        JsonNode responses = operation.path("responses");
        if (!responses.has(String.valueOf(answer.status()))) {
            return List.of("status " + answer.status() + " is not documented");
        }
        if (isUnnamedRule(answer, operation)) {
            return List.of("its description names no 409, for a record that is there once");
        }
        return answers.computeIfAbsent(
                        documentedMethod(answer) + " " + template.get().path() + " " + answer.status(),
                        key -> new DocumentedAnswer(
                                openApi, schemas(), resolve(openApi, responses.get(String.valueOf(answer.status())))))
                .violations(answer);
    }

    /** All operations document one 409. Which rule gives it, only their descriptions say. */
    private static boolean isUnnamedRule(Answer answer, JsonNode operation) {
        return answer.status() == CONFLICT
                && new String(answer.body(), StandardCharsets.UTF_8).contains("/v1/problems/already-exists")
                && !operation.path("description").asText().contains(String.valueOf(CONFLICT));
    }

    /** The documented operations as {@code GET /v1/things/{id}}. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        openApi.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(method.toUpperCase(Locale.ROOT) + " " + basePath + path.getKey());
                    }
                }));
        return operations;
    }

    /** The roles any of which may call the operation, none when any token will do; empty when it needs no token. */
    public Optional<Set<String>> rolesOf(String operation) {
        JsonNode security = operation(operation).path("security");
        if (security.isEmpty() || security.valueStream().anyMatch(JsonNode::isEmpty)) {
            return Optional.empty();
        }
        Set<String> roles = new TreeSet<>();
        security.forEach(
                alternative -> alternative.forEach(scheme -> scheme.forEach(role -> roles.add(role.asText()))));
        return Optional.of(roles);
    }

    /** The whole document. */
    public JsonNode document() {
        return openApi;
    }

    /** The schema of the operation's body in {@link #requestMediaType}. */
    public JsonNode requestSchema(String operation) {
        return operation(operation)
                .path("requestBody")
                .path("content")
                .path(requestMediaType(operation))
                .path("schema");
    }

    /** The first media type that the operation's body may have; null when it takes no body. */
    public String requestMediaType(String operation) {
        var content = operation(operation).path("requestBody").path("content").fieldNames();
        return content.hasNext() ? content.next() : null;
    }

    /** The names of the operation's query parameters. */
    public Set<String> queryParameters(String operation) {
        Set<String> names = new TreeSet<>();
        parameters(operation).forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        });
        return names;
    }

    /** The schemas of the operation's query parameters, by name. */
    public Map<String, JsonNode> querySchemas(String operation) {
        Map<String, JsonNode> schemas = new TreeMap<>();
        parameters(operation).forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                schemas.put(parameter.path("name").asText(), parameter.path("schema"));
            }
        });
        return schemas;
    }

    /** Whether the operation can answer 200 in this media type. */
    public boolean answersIn(String operation, String mediaType) {
        return operation(operation).at("/responses/200/content").has(mediaType);
    }

    private List<JsonNode> parameters(String operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation(operation).path("parameters").forEach(parameter -> parameters.add(resolve(openApi, parameter)));
        return parameters;
    }

    private JsonNode operation(String operation) {
        int space = operation.indexOf(' ');
        String path = operation.substring(space + 1 + basePath.length());
        return openApi.path("paths")
                .path(path)
                .path(operation.substring(0, space).toLowerCase(Locale.ROOT));
    }

    /** The operationId of each operation. */
    public Set<String> operationIds() {
        Set<String> ids = new TreeSet<>();
        operations().forEach(name -> ids.add(operation(name).path("operationId").asText()));
        return ids;
    }

    private void addInvalidExamples(String name, JsonNode element, List<String> invalid) {
        if (element.has("schema")) {
            JsonNode schema = element.get("schema");
            if (element.has("example")) {
                addViolations(name, schema, element.get("example"), invalid);
            }
            element.path("examples")
                    .forEach(example -> addViolations(
                            name, schema, resolve(openApi, example).path("value"), invalid));
            return;
        }
        element.properties().forEach(part -> addInvalidExamples(name + " " + part.getKey(), part.getValue(), invalid));
        for (JsonNode item : element) {
            if (element.isArray()) {
                addInvalidExamples(name + " " + item.path("name").asText(), item, invalid);
            }
        }
    }

    private void addViolations(String name, JsonNode schema, JsonNode example, List<String> invalid) {
        schemas()
                .violations(schema, example)
                .forEach(violation -> invalid.add(name + " " + example + ": " + violation));
    }

    /** The schemas of answers that refuse fields which a later version can add. */
    public List<String> closedAnswers() {
        Set<String> names = new TreeSet<>();
        for (String name : operations()) {
            operation(name).path("responses").forEach(response -> addReferences(resolve(openApi, response), names));
        }
        return names.stream()
                .filter(name -> {
                    JsonNode further =
                            openApi.at("/components/schemas").path(name).path("additionalProperties");
                    return further.isBoolean() && !further.asBoolean();
                })
                .toList();
    }

    private void addReferences(JsonNode node, Set<String> names) {
        String reference = node.path("$ref").asText();
        if (reference.startsWith("#/components/schemas/")) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            if (names.add(name)) {
                addReferences(openApi.at("/components/schemas").path(name), names);
            }
        }
        node.forEach(child -> addReferences(child, names));
    }

    /** The operations whose request or answer of success has a body and no example of it. */
    public List<String> withoutExample() {
        List<String> without = new ArrayList<>();
        for (String name : operations()) {
            JsonNode operation = operation(name);
            if (hasNoExample(operation.path("requestBody"))) {
                without.add("request of " + name);
            }
            operation.path("responses").properties().forEach(response -> {
                if (response.getKey().startsWith("2") && hasNoExample(response.getValue())) {
                    without.add(response.getKey() + " of " + name);
                }
            });
        }
        return without;
    }

    private boolean hasNoExample(JsonNode message) {
        JsonNode content = resolve(openApi, message).path("content");
        return !content.isEmpty()
                && content.valueStream().noneMatch(body -> body.has("example") || body.has("examples"));
    }

    public static JsonNode resolve(JsonNode openApi, JsonNode element) {
        return element.has("$ref") ? openApi.at(element.get("$ref").asText().substring(1)) : element;
    }

    private List<String> refusal(Answer answer, String what, int status) {
        if (answer.status() != status && answer.status() != 401) {
            return List.of(what + " is not documented");
        }
        String documented = REFUSALS.get(answer.status());
        return answers.computeIfAbsent(documented, key -> new DocumentedAnswer(openApi, schemas(), refusal(key)))
                .violations(answer);
    }

    // A document has an answer only if one of its operations has it.
    private JsonNode refusal(String name) {
        JsonNode documented = openApi.at("/components/responses/" + name);
        if (!documented.isMissingNode()) {
            return documented;
        }
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.withObject("/content/application~1problem+json/schema").put("$ref", "#/components/schemas/Problem");
        response.withObject("/headers/API-Version").put("required", true);
        if (name.equals(REFUSALS.get(405))) {
            response.withObject("/headers/Allow").put("required", true);
        }
        return response;
    }

    private Optional<PathPattern> templateOf(String path) {
        if (!path.startsWith(basePath)) {
            return Optional.empty();
        }
        String relative = path.substring(basePath.length());
        return templates.stream().filter(template -> template.matches(relative)).findFirst();
    }

    private String describe(Answer answer) {
        String operation = templateOf(answer.path())
                .map(template -> answer.method() + " " + basePath + template.path())
                .orElse("undocumented " + answer.method());
        return operation + " (" + answer.path() + ") answered " + answer.status();
    }

    // HEAD is GET without a body, documented or not (RFC 9110, 9.3.2).
    private static String documentedMethod(Answer answer) {
        return answer.method().equals("HEAD") ? "get" : answer.method().toLowerCase(Locale.ROOT);
    }

    private static String excerpt(Answer answer) {
        String body = answer.body() == null ? "" : new String(answer.body(), StandardCharsets.UTF_8);
        return body.length() > 2000 ? body.substring(0, 2000) + "…" : body;
    }

    private static String basePath(JsonNode openApi) {
        String path = URI.create(openApi.at("/servers/0/url").asText()).getPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
