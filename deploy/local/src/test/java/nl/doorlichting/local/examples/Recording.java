package nl.doorlichting.local.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.doorlichting.local.Json;
import nl.doorlichting.local.examples.DocumentedRequests.Operation;
import nl.doorlichting.platform.testing.contract.Answer;
import nl.doorlichting.platform.testing.contract.OpenApiContract;

/** Sends the steps to the gateway, and makes an example of the first success of each operation and of each problem. */
final class Recording {
    private static final int LINES = 2;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonNode tokens;
    private final JsonNode document;
    private final OpenApiContract contract;
    private final DocumentedRequests requests;
    private final Map<String, JsonNode> answers = new HashMap<>();
    private final List<String> failures = new ArrayList<>();

    /** By file name: an operationId, or {@code problems/} and the name of a problem type. */
    private final Map<String, ObjectNode> examples = new TreeMap<>();

    /** @param run content of the launcher's run.json */
    Recording(JsonNode run) throws IOException, InterruptedException {
        String server = run.get("gateway").asText() + "/v1";
        var request = HttpRequest.newBuilder(URI.create(server + "/openapi.json"));
        byte[] openApi =
                client.send(request.build(), BodyHandlers.ofByteArray()).body();
        this.tokens = run.get("tokens");
        this.document = Json.MAPPER.readTree(openApi);
        this.contract = OpenApiContract.load(new ByteArrayInputStream(openApi));
        this.requests = new DocumentedRequests(document, server);
    }

    /** What has gone wrong, operations without an example included. */
    List<String> failures() {
        Set<String> missing = new TreeSet<>(requests.operations().keySet());
        missing.removeAll(examples.keySet());
        List<String> all = new ArrayList<>(failures);
        missing.forEach(operation -> all.add("no step records " + operation));
        return all;
    }

    Map<String, ObjectNode> examples() {
        return examples;
    }

    /** Also asks each question of the steps as a table, where an operation answers with one. */
    void run(List<Step> steps) throws InterruptedException {
        for (Step step : steps) {
            run(step);
        }
        for (Step step : steps) {
            String csv = csvOf(step);
            if (csv != null && !examples.containsKey(csv)) {
                run(step.asCsv(csv));
            }
        }
    }

    private String csvOf(Step step) {
        Operation operation = requests.operations().get(step.operation());
        if (step.problem() != null || operation == null || !operation.method().equals("get")) {
            return null;
        }
        return document.get("paths")
                .path(operation.path() + "/csv")
                .path("get")
                .path("operationId")
                .asText(null);
    }

    private void run(Step step) throws InterruptedException {
        try {
            record(step);
        } catch (IllegalArgumentException | IOException failure) {
            String title = step.problem() == null ? step.operation() : step.problem() + " by " + step.operation();
            failures.add(title + ": " + failure.getMessage());
        }
    }

    private void record(Step step) throws IOException, InterruptedException {
        Operation operation = step.path() == null
                ? requests.operations().get(step.operation())
                : new Operation(step.operation(), step.path(), MissingNode.getInstance());
        if (operation == null) {
            throw new IllegalArgumentException("is no operation of the document");
        }
        JsonNode parameters = documented(operation, resolved(step.parameters()));
        JsonNode body = resolved(step.body());
        String type = type(step, operation);
        HttpResponse<byte[]> response = send(step, request(step, operation, parameters, body, type));
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (step.problem() == null ? response.statusCode() >= 300 : !text.contains("/problems/" + step.problem())) {
            throw new IllegalArgumentException(response.statusCode() + " " + text);
        }
        boolean json = mediaType(response).matches("application/(.+\\+)?json");
        JsonNode answer = json ? Json.read(text) : TextNode.valueOf(text);
        if (step.name() != null) {
            answers.put(step.name(), answer);
        }
        JsonNode shortened = shortened(step, mediaType(response), answer);
        ObjectNode example = Json.MAPPER.createObjectNode();
        if (step.problem() != null) {
            example.put("status", response.statusCode());
            example.set("answer", shortened);
            examples.putIfAbsent("problems/" + step.problem(), example);
            return;
        }
        verify(Answer.of(response));
        verify(answer(response, shortened));
        if (!parameters.isEmpty()) {
            example.set("parameters", parameters);
        }
        if (!body.isMissingNode()) {
            example.put("type", type);
            example.set("request", body);
        }
        example.put("status", response.statusCode());
        example.set("headers", headers(operation, response));
        example.put("answerType", mediaType(response));
        example.set("answer", shortened);
        examples.putIfAbsent(step.operation(), example);
    }

    /** A table has not all parameters of its list. */
    private JsonNode documented(Operation operation, JsonNode parameters) {
        if (parameters instanceof ObjectNode object && operation.path().endsWith("/csv")) {
            Set<String> names = new TreeSet<>();
            operation
                    .documented()
                    .path("parameters")
                    .forEach(parameter ->
                            names.add(requests.element(parameter).get("name").asText()));
            object.retain(names);
        }
        return parameters;
    }

    private HttpRequest request(Step step, Operation operation, JsonNode parameters, JsonNode body, String type) {
        HttpRequest.Builder request = requests.request(operation, parameters, body, type);
        if (step.as() != null) {
            request.header("Authorization", "Bearer " + tokens.get(step.as()).asText());
        }
        if (step.accept() != null) {
            request.header("Accept", step.accept());
        }
        return request.build();
    }

    private HttpResponse<byte[]> send(Step step, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        for (int sent = 1; sent < step.times(); sent++) {
            response = client.send(request, BodyHandlers.ofByteArray());
        }
        long end = System.nanoTime() + DocumentedRequests.PATIENCE.toNanos();
        while (isBusy(step, response) || step.until() != null && !has(step.until(), response)) {
            if (System.nanoTime() > end) {
                throw new IllegalArgumentException("is 503, or has not become " + step.until());
            }
            response = client.send(request, BodyHandlers.ofByteArray());
        }
        return response;
    }

    /** A service on a busy machine may be too slow for the gateway. */
    private static boolean isBusy(Step step, HttpResponse<?> response) {
        return step.problem() == null
                && response.statusCode() == 503
                && response.request().method().equals("GET");
    }

    private static boolean has(JsonNode members, HttpResponse<byte[]> response) {
        JsonNode answer = Json.read(new String(response.body(), StandardCharsets.UTF_8));
        return members.properties().stream()
                .allMatch(member -> member.getValue().equals(answer.get(member.getKey())));
    }

    private static String type(Step step, Operation operation) {
        if (step.type() != null) {
            return step.type();
        }
        var documented = operation.documented().at("/requestBody/content").fieldNames();
        return documented.hasNext() ? documented.next() : "application/json";
    }

    /** Those that the document has. */
    private JsonNode headers(Operation operation, HttpResponse<?> response) {
        ObjectNode headers = Json.MAPPER.createObjectNode();
        requests.element(operation.documented().path("responses").path(String.valueOf(response.statusCode())))
                .path("headers")
                .fieldNames()
                .forEachRemaining(
                        name -> response.headers().firstValue(name).ifPresent(value -> headers.put(name, value)));
        return headers;
    }

    private static String mediaType(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Content-Type")
                .orElse("")
                .split(";")[0]
                .strip();
    }

    private void verify(Answer answer) {
        List<String> violations = contract.violations(answer);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("not as documented: " + violations);
        }
    }

    private static Answer answer(HttpResponse<?> response, JsonNode body) {
        String text = body.isTextual() ? body.asText() : Json.write(body);
        return new Answer(
                response.request().method(),
                response.request().uri().getRawPath(),
                response.statusCode(),
                response.headers().map(),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode shortened(Step step, String type, JsonNode answer) {
        if (answer.isTextual()) {
            boolean lines = type.equals("text/csv") || type.equals("application/x-ndjson");
            return lines ? firstLines(type.equals("text/csv") ? "\r\n" : "\n", answer.asText()) : answer;
        }
        JsonNode copy = answer.deepCopy();
        if (step.keep() != null) {
            ((ObjectNode) copy).retain(step.keep());
        }
        if (!step.whole()) {
            shorten(copy);
        }
        return copy;
    }

    /** Every list of records keeps its first one, every list of values its first two. */
    private static void shorten(JsonNode node) {
        if (node instanceof ArrayNode list) {
            int kept = list.path(0).isObject() ? 1 : 2;
            while (list.size() > kept) {
                list.remove(kept);
            }
        }
        node.forEach(Recording::shorten);
    }

    private static JsonNode firstLines(String end, String text) {
        StringBuilder kept = new StringBuilder();
        text.lines().limit(LINES).forEach(line -> kept.append(line).append(end));
        return TextNode.valueOf(kept.toString());
    }

    private JsonNode resolved(JsonNode value) {
        if (value == null) {
            return MissingNode.getInstance();
        }
        JsonNode copy = value.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(resolved(field.getValue())));
        }
        if (copy instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, resolved(array.get(i)));
            }
        }
        return copy.isTextual() && copy.asText().startsWith("@")
                ? referred(copy.asText().substring(1))
                : copy;
    }

    private JsonNode referred(String reference) {
        int slash = reference.indexOf('/');
        String name = slash < 0 ? reference : reference.substring(0, slash);
        if (name.equals("now")) {
            return TextNode.valueOf(Instant.now().toString());
        }
        if (name.equals("long")) {
            return TextNode.valueOf("x".repeat(Integer.parseInt(reference.substring(slash + 1))));
        }
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
        if (name.equals("year")) {
            return IntNode.valueOf(today.getYear());
        }
        if (name.startsWith("today")) {
            long days = name.equals("today") ? 0 : Long.parseLong(name.substring("today".length()));
            return TextNode.valueOf(today.plusDays(days).toString());
        }
        JsonNode value = answers.getOrDefault(name, MissingNode.getInstance())
                .at(slash < 0 ? "/id" : reference.substring(slash));
        if (value.isMissingNode()) {
            throw new IllegalArgumentException("there is no @" + reference + " yet");
        }
        return value;
    }
}
