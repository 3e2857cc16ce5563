package nl.doorlichting.local.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.local.Json;
import nl.doorlichting.local.examples.DocumentedRequests.Operation;
import nl.doorlichting.platform.testing.contract.Answer;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A frontend can begin with the document alone: a mock server that has nothing else takes and gives every example. */
@Tag("acceptance")
@EnabledIf("nl.doorlichting.local.examples.Prism#isTried")
class PrismIT {
    private static final Path GATEWAY = Path.of(System.getProperty("doorlichting.home"), "gateway");
    private static final Path DOCUMENT = GATEWAY.resolve("target/openapi/openapi.json");

    private final HttpClient client = HttpClient.newHttpClient();
    private final OpenApiContract contract = OpenApiContract.load(DOCUMENT);

    @TempDir
    Path folder;

    @Test
    void answersEveryOperationWithValidBody() throws Exception {
        List<String> failures = new ArrayList<>();
        try (Prism prism = Prism.start(DOCUMENT, folder.resolve("prism.log"))) {
            DocumentedRequests requests = new DocumentedRequests(Json.read(Files.readString(DOCUMENT)), prism.server());
            for (var operation : requests.operations().entrySet()) {
                JsonNode example = Json.read(Files.readString(
                        GATEWAY.resolve("src/main/resources/examples/" + operation.getKey() + ".json")));
                failures.addAll(failures(operation.getKey(), example, ask(requests, operation.getValue(), example)));
            }
        }
        assertEquals(List.of(), failures);
    }

    private HttpResponse<byte[]> ask(DocumentedRequests requests, Operation operation, JsonNode example)
            throws IOException, InterruptedException {
        HttpRequest request = requests.request(
                        operation,
                        example.path("parameters"),
                        example.path("request"),
                        example.path("type").asText())
                .header("Authorization", "Bearer token")
                .header("Accept", example.get("answerType").asText())
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private List<String> failures(String operation, JsonNode example, HttpResponse<byte[]> response) {
        List<String> failures = new ArrayList<>();
        if (response.statusCode() != example.get("status").asInt()) {
            failures.add("status " + response.statusCode() + ": " + new String(response.body()));
        }
        response.headers().firstValue("sl-violations").ifPresent(failures::add);
        failures.addAll(contract.violations(new Answer(
                response.request().method(),
                "/v1" + response.request().uri().getRawPath(),
                response.statusCode(),
                response.headers().map(),
                response.body())));
        return failures.stream().map(failure -> operation + ": " + failure).toList();
    }
}
