package nl.doorlichting.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import nl.doorlichting.local.identity.Tokens;

/** A client of one base address. It checks no contract, because versions are mixed. */
public final class ApiClient {
    private static final String KEY = "Idempotency-Key";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final Tokens tokens;

    public ApiClient(String base, Tokens tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    public JsonNode get(String path, String role) {
        return body(200, patiently("GET", path, role, null));
    }

    /** With an idempotency key of its own. */
    public JsonNode post(int status, String path, String role, String json) {
        return body(status, postUnder(UUID.randomUUID().toString(), path, role, json));
    }

    public HttpResponse<String> postUnder(String key, String path, String role, String json) {
        return patiently("POST", path, role, json, KEY, key);
    }

    /** With an idempotency key of its own. */
    public JsonNode patch(String path, String role, String etag, String json) {
        String key = UUID.randomUUID().toString();
        return body(200, patiently("PATCH", path, role, json, "If-Match", etag, KEY, key));
    }

    /** Repeated while the status is 503, because a service that has just started can take more than two seconds. */
    private HttpResponse<String> patiently(String method, String path, String role, String json, String... headers) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> send(method, path, role, json, headers), answer -> answer.statusCode() != 503);
    }

    /** @param headers names and values, in turns */
    public HttpResponse<String> send(String method, String path, String role, String json, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + tokens.of(role))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    public static JsonNode body(int status, HttpResponse<String> response) {
        assertEquals(
                status,
                response.statusCode(),
                () -> response.request().method() + " " + response.uri().getPath() + ": " + response.body());
        return Json.read(response.body());
    }
}
