import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several clients at once read a list, as long as the file {@code loading} is in the folder. Arguments: address of the list,
 * folder. The token is in the environment, as READERS_TOKEN. A line of {@code reads} is: status (or what broke), milliseconds.
 */
class Readers {
    private static final int CLIENTS = 4;
    // Together below the hundred requests a second that a gateway allows one client.
    private static final int PAUSE_MILLIS = 60;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;
    private final Path folder;

    private Readers(URI list, Path folder) {
        this.request = HttpRequest.newBuilder(list)
                .timeout(Duration.ofSeconds(25))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + System.getenv("READERS_TOKEN"))
                .build();
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        var readers = new Readers(URI.create(arguments[0]), Path.of(arguments[1]));
        var clients = Executors.newFixedThreadPool(CLIENTS);
        var works = new ArrayList<Future<?>>();
        for (int number = 0; number < CLIENTS; number++) {
            works.add(clients.submit(() -> {
                readers.read();
                return null;
            }));
        }
        clients.shutdown();
        for (var work : works) {
            work.get();
        }
    }

    private void read() throws Exception {
        while (Files.exists(folder.resolve("loading"))) {
            var begin = System.nanoTime();
            String status;
            try {
                status = String.valueOf(
                        client.send(request, BodyHandlers.discarding()).statusCode());
            } catch (IOException broken) {
                status = broken.getClass().getSimpleName();
            }
            note(status + " " + (System.nanoTime() - begin) / 1_000_000 + "\n");
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private synchronized void note(String line) throws IOException {
        Files.writeString(folder.resolve("reads"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
