import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several clients at once, as long as the file {@code loading} is in the folder: each creates an application with an idempotency
 * key, then reads it at its Location, on connections that are kept. Now and then a client leaves before its response.
 * Arguments: address of the gateway, folder, a name that the titles and keys begin with. The token is in the file
 * {@code token}. A line of {@code answers} is: WRITE or READ, status (or what broke), milliseconds, title. A request
 * with a documented 503 is sent again with its key until it has another response. The titles of writes whose outcome was unknown
 * meanwhile are in {@code unknown}, and the first lines of {@code problems} say why requests were refused.
 */
class Load {
    private static final int CLIENTS = 6;
    // Together below the hundred requests a second that a gateway allows one client.
    private static final int PAUSE_MILLIS = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final int NO_PATIENCE_MILLIS = 3;
    // A stopping instance closes its connections at the end of its shutdown delay, which is longer. Until then each response
    // ends its connection, so a request never meets a connection that is being closed.
    private static final String IDLE_SECONDS = "1";
    private static final int LEAVES_EVERY = 5;
    private static final Duration AWAY_AT_MOST = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;
    private final Path folder;

    private Load(URI gateway, Path folder) {
        this.gateway = gateway;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("jdk.httpclient.keepalive.timeout", IDLE_SECONDS);
        var load = new Load(URI.create(arguments[0]), Path.of(arguments[1]));
        var clients = Executors.newFixedThreadPool(CLIENTS);
        var works = new ArrayList<Future<String>>();
        for (int number = 1; number <= CLIENTS; number++) {
            var name = arguments[2] + "-" + number;
            works.add(clients.submit(() -> {
                load.work(name);
                return name;
            }));
        }
        clients.shutdown();
        for (var work : works) {
            work.get();
        }
    }

    private void work(String name) throws Exception {
        for (int number = 1; Files.exists(folder.resolve("loading")); number++) {
            var title = name + "-" + number;
            var made = answer("WRITE", title, "/v1/applications", "POST", "{\"title\":\"" + title + "\"}");
            if (made != null && made.statusCode() == 201) {
                answer("READ", title, made.headers().firstValue("Location").orElseThrow(), "GET", "");
            }
            if (number % LEAVES_EVERY == 0) {
                leave(title);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /**
     * Sends a request and leaves before the response. The gateway must not wait for such a client. It has a connection of
     * its own, which breaks only when the gateway breaks it: another client never gets a connection that this one closes.
     */
    private void leave(String title) throws IOException {
        var gone = (HttpURLConnection) gateway.resolve("/v1/applications").toURL().openConnection();
        gone.setRequestProperty("Accept", "application/json");
        gone.setRequestProperty("Authorization", "Bearer " + token());
        gone.setReadTimeout(NO_PATIENCE_MILLIS);
        try {
            gone.getResponseCode();
        } catch (SocketTimeoutException left) {
            // As intended.
        } catch (IOException broken) {
            note("LEAVE", broken.getClass().getSimpleName(), 0, title);
        } finally {
            gone.disconnect();
        }
    }

    /** The first response that is not 503; null when there is none. */
    private HttpResponse<String> answer(String kind, String title, String path, String method, String body)
            throws Exception {
        var end = System.nanoTime() + AWAY_AT_MOST.toNanos();
        while (true) {
            var begin = System.nanoTime();
            HttpResponse<String> answer = null;
            String status;
            try {
                answer = client.send(request(title, path, method, body), BodyHandlers.ofString());
                status = status(answer);
            } catch (IOException broken) {
                status = broken.getClass().getSimpleName();
            }
            note(kind, status, (System.nanoTime() - begin) / 1_000_000, title);
            if (answer != null && answer.body().contains("/v1/problems/outcome-unknown")) {
                append("unknown", title);
            }
            if (answer != null && answer.statusCode() >= 400) {
                append("problems", kind + " " + status + " " + answer.body().replaceAll("\\s+", " "));
            }
            if (!status.equals("503") || System.nanoTime() > end) {
                return answer;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** A documented 503 has Retry-After and problem details. */
    private static String status(HttpResponse<String> answer) {
        var headers = answer.headers();
        var documented = answer.statusCode() != 503
                || headers.firstValue("Retry-After").isPresent()
                        && headers.firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        return answer.statusCode() + (documented ? "" : "-bare");
    }

    private HttpRequest request(String title, String path, String method, String body) throws IOException {
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return body.isEmpty()
                ? request.build()
                : request.header("Content-Type", "application/json").header("Idempotency-Key", title).build();
    }

    private String token() throws IOException {
        return Files.readString(folder.resolve("token")).strip();
    }

    private void note(String kind, String status, long millis, String title) throws IOException {
        append("answers", kind + " " + status + " " + millis + " " + title);
    }

    private synchronized void append(String file, String line) throws IOException {
        Files.writeString(
                folder.resolve(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
