package nl.doorlichting.local.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.doorlichting.local.Json;

/** Makes requests to the operations of an OpenAPI document. */
final class DocumentedRequests {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String BOUNDARY = "example-boundary";

    private final JsonNode document;
    private final String server;
    private final Map<String, Operation> operations = new TreeMap<>();

    /** An operation, with what the document says of it. */
    record Operation(String method, String path, JsonNode documented) {}

    /** @param server takes the place of the document's server */
    DocumentedRequests(JsonNode document, String server) {
        this.document = document;
        this.server = server;
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("operationId"))
                        .forEach(operation -> operations.put(
                                operation.getValue().get("operationId").asText(),
                                new Operation(operation.getKey(), path.getKey(), operation.getValue()))));
    }

    /** By operationId. */
    Map<String, Operation> operations() {
        return operations;
    }

    /** The element itself, or the component that it refers to. */
    JsonNode element(JsonNode element) {
        return element.has("$ref") ? document.at(element.get("$ref").asText().substring(1)) : element;
    }

    /**
     * A request that is not sent yet.
     *
     * @param parameters of path, query and header, by name
     * @param body missing for none; text as it is; the parts of a form; or else JSON
     */
    HttpRequest.Builder request(Operation operation, JsonNode parameters, JsonNode body, String type) {
        var request = HttpRequest.newBuilder().timeout(PATIENCE);
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (var parameter : parameters.properties()) {
            String value = parameter.getValue().asText();
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            switch (in(operation, parameter.getKey())) {
                case "path" -> path = path.replace("{" + parameter.getKey() + "}", encoded);
                case "query" -> query.add(parameter.getKey() + "=" + encoded);
                default -> request.header(parameter.getKey(), value);
            }
        }
        if (!body.isMissingNode()) {
            request.header("Content-Type", isForm(type) ? type + "; boundary=" + BOUNDARY : type);
        }
        String address = server + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        return request.uri(URI.create(address))
                .method(operation.method().toUpperCase(Locale.ROOT), publisher(body, type));
    }

    private String in(Operation operation, String name) {
        for (JsonNode parameter : operation.documented().path("parameters")) {
            JsonNode documented = element(parameter);
            if (documented.get("name").asText().equals(name)) {
                return documented.get("in").asText();
            }
        }
        return "header";
    }

    private static BodyPublisher publisher(JsonNode body, String type) {
        if (body.isMissingNode()) {
            return BodyPublishers.noBody();
        }
        if (isForm(type)) {
            return BodyPublishers.ofString(form(body));
        }
        return BodyPublishers.ofString(body.isTextual() ? body.asText() : Json.write(body));
    }

    private static boolean isForm(String type) {
        return type.startsWith("multipart/");
    }

    private static String form(JsonNode parts) {
        StringBuilder form = new StringBuilder();
        parts.properties().forEach(part -> {
            boolean file = part.getKey().equals("file");
            form.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"");
            form.append(part.getKey());
            form.append(file ? "\"; filename=\"plan.pdf\"\r\nContent-Type: application/pdf" : "\"");
            form.append("\r\n\r\n").append(part.getValue().asText()).append("\r\n");
        });
        return form.append("--").append(BOUNDARY).append("--\r\n").toString();
    }
}
