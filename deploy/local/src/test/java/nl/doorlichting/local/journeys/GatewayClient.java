package nl.doorlichting.local.journeys;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import nl.doorlichting.local.Json;
import nl.doorlichting.platform.testing.contract.Answer;
import nl.doorlichting.platform.testing.contract.OpenApiContract;

/** A client of the public API. It checks every response against the document that the gateway serves. */
final class GatewayClient {
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonNode run;
    private final OpenApiContract contract;

    GatewayClient(JsonNode run) throws IOException, InterruptedException {
        this.run = run;
        HttpRequest document = request("/v1/openapi.json").build();
        String openApi = client.send(document, BodyHandlers.ofString()).body();
        this.contract = OpenApiContract.load(new ByteArrayInputStream(openApi.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Repeated while the status is 503, unless that is expected: on a busy machine a service can take longer than the gateway
     * waits for it.
     *
     * @param caller a role or other name in run.json's tokens; null for no token
     */
    JsonNode get(int status, String path, String caller) {
        HttpResponse<String> response = await().atMost(Duration.ofMinutes(1))
                .until(() -> send(as(caller, request(path))), answer -> answer.statusCode() != 503 || status == 503);
        return body(status, response);
    }

    /** A page for people, without a token. It is no part of the document. */
    String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request(path).build(), BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
        return response.body();
    }

    /** A second GET with the ETag of the first gets 304 and no body. */
    void assertUnchanged(String path, String caller) throws IOException, InterruptedException {
        HttpResponse<String> first = send(as(caller, request(path)));
        assertEquals(200, first.statusCode(), first.body());
        String etag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = send(as(caller, request(path)).header("If-None-Match", etag));
        assertEquals(304, second.statusCode(), second.body());
        assertEquals("", second.body());
        assertEquals(etag, second.headers().firstValue("ETag").orElseThrow());
    }

    JsonNode post(int status, String path, String caller, String json) throws IOException, InterruptedException {
        return body(
                status,
                send(as(caller, request(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))));
    }

    /** A POST with an idempotency key of its own. */
    JsonNode postOnce(int status, String path, String caller, String json) throws IOException, InterruptedException {
        return postOnce(status, path, caller, "application/json", json);
    }

    /** The same of another media type. */
    JsonNode postOnce(int status, String path, String caller, String type, String content)
            throws IOException, InterruptedException {
        return body(
                status,
                send(as(caller, request(path))
                        .header("Content-Type", type)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(content))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(run.get("gateway").asText() + path))
                .timeout(Duration.ofMinutes(1));
    }

    private HttpRequest.Builder as(String caller, HttpRequest.Builder request) {
        if (caller == null) {
            return request;
        }
        return request.header(
                "Authorization", "Bearer " + run.get("tokens").get(caller).asText());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        contract.verify(Answer.of(response));
        return response;
    }

    private static JsonNode body(int status, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        return Json.read(response.body());
    }
}
