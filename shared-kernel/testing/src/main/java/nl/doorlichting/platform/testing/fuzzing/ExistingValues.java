package nl.doorlichting.platform.testing.fuzzing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.doorlichting.platform.testing.access.OrganisationRecords;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.tokens.TestIssuer;

/** Values of existing records of the application under test, from its own lists, for paths and for fields of bodies. */
final class ExistingValues {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> IDENTIFIERS = List.of("id", "code", "number");
    private static final String UNUSED_ID = "01900000-0000-7000-8000-00000000beef";
    private static final int MOST_OF_A_FIELD = 20;

    private final Map<String, List<String>> byField = new TreeMap<>();
    private final Map<String, List<String>> bySegment = new TreeMap<>();

    private ExistingValues() {}

    static ExistingValues ofApplication(OrganisationRecords holdings) {
        var known = new ExistingValues();
        holdings.ids().forEach((segment, id) -> add(known.bySegment, lastSegment(segment), id));
        holdings.shared().forEach((segment, id) -> add(known.bySegment, segment, id));
        holdings.filters().forEach((field, value) -> add(known.byField, field, value));
        var contract = OpenApiContract.ofApplication();
        contract.operations().stream()
                .filter(operation -> operation.startsWith("GET ") && contract.answersIn(operation, "application/json"))
                .forEach(operation -> known.read(contract, operation));
        return known;
    }

    /** Texts by the field that has them. */
    Map<String, List<String>> byField() {
        return byField;
    }

    /** The values for the segment after this beginning of a path; without any, an id that no record has. */
    List<String> inPathAfter(String beginning) {
        return bySegment.getOrDefault(lastSegment(beginning), List.of(UNUSED_ID));
    }

    private void read(OpenApiContract contract, String operation) {
        var path = operation.substring("GET ".length());
        var roles = contract.rolesOf(operation);
        var filled = path;
        while (filled.contains("{")) {
            var start = filled.indexOf('{');
            filled = filled.substring(0, start)
                    + inPathAfter(filled.substring(0, start)).get(0)
                    + filled.substring(filled.indexOf('}') + 1);
        }
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + filled))
                .header("Accept", "application/json");
        roles.ifPresent(
                any -> request.header("Authorization", "Bearer " + TestIssuer.token(any.toArray(String[]::new))));
        var answer = send(request.build());
        if (answer.statusCode() == 200) {
            collect(lastSegment(path.replaceAll("/\\{[^}]*}$", "")), "", parse(answer.body()));
        }
    }

    private void collect(String segment, String field, JsonNode value) {
        if (value.isTextual()) {
            add(byField, field, value.asText());
        }
        if (value.isArray()) {
            value.forEach(element -> collect(segment, field, element));
        }
        value.properties().forEach(member -> collect(segment, member.getKey(), member.getValue()));
        if (value.path("items").isArray()) {
            value.get("items")
                    .forEach(item -> IDENTIFIERS.stream()
                            .filter(identifier -> item.path(identifier).isTextual())
                            .limit(1)
                            .forEach(identifier ->
                                    add(bySegment, segment, item.get(identifier).asText())));
        }
    }

    private static void add(Map<String, List<String>> values, String name, String value) {
        var some = values.computeIfAbsent(name, key -> new ArrayList<>());
        if (some.size() < MOST_OF_A_FIELD && !some.contains(value)) {
            some.add(value);
        }
    }

    private static String lastSegment(String path) {
        var plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
