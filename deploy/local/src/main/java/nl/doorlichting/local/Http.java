package nl.doorlichting.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Calls with a time limit. */
public final class Http {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration UNAVAILABLE = Duration.ofMinutes(1);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** Empty without a response. */
    public Optional<Response> tryGet(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return Optional.of(send(request));
        } catch (IOException noAnswer) {
            return Optional.empty();
        }
    }

    public Response get(String url, String token) {
        return answered(request(url, token).GET().build());
    }

    public Response post(String url, String token, String json) {
        return answered(request(url, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /**
     * The first response that is not 503, or the last one of a minute: services of a busy machine can need longer than they are
     * waited for. The request must do nothing twice.
     */
    public static Response whenAvailable(Supplier<Response> request) {
        AtomicReference<Response> response = new AtomicReference<>();
        Polling.until(UNAVAILABLE, () -> {
            response.set(request.get());
            return response.get().status() != 503;
        });
        return response.get();
    }

    private static HttpRequest.Builder request(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private Response answered(HttpRequest request) {
        try {
            return send(request);
        } catch (IOException failure) {
            throw new StartFailure("No answer to " + request.method() + " " + request.uri(), failure);
        }
    }

    private Response send(HttpRequest request) throws IOException {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Response(response.statusCode(), response.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** Status and text of a response. */
    public record Response(int status, String text) {

        /** Missing where there is none, or something other than JSON. */
        public JsonNode body() {
            try {
                return Json.read(text);
            } catch (StartFailure notJson) {
                return MissingNode.getInstance();
            }
        }

        /** The detail and violations of a problem, on one line. */
        public String problem() {
            String detail = body().path("detail").asText(body().path("title").asText(text));
            StringBuilder line = new StringBuilder(detail);
            body().path("violations")
                    .forEach(violation -> line.append("; ")
                            .append(violation
                                    .path("pointer")
                                    .asText(violation.path("name").asText()))
                            .append(' ')
                            .append(violation.path("code").asText()));
            return line.toString().replaceAll("\\s+", " ").strip();
        }
    }
}
