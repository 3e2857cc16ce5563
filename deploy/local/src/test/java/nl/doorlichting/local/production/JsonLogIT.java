package nl.doorlichting.local.production;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of the built gateway in the production profile, which a log store reads. */
class JsonLogIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CANARY = "canary-4711";

    @TempDir
    Path folder;

    @Test
    void linesAreJsonWithTraceId() throws IOException {
        try (ReleaseCluster stage = new ReleaseCluster(folder)) {
            stage.start(Application.GATEWAY);
            String gateway = stage.ports.url(Application.GATEWAY);
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> stage.http.tryGet(gateway + "/v1/problems").isPresent());
            Http.Response refused = stage.http.get(gateway + "/v1/nothing?name=" + CANARY, "no-token-" + CANARY);
            assertEquals(401, refused.status(), refused.text());
            String traceId = JSON.readTree(refused.text()).path("traceId").asText();
            Path log = stage.log(Application.GATEWAY);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> traced(lines(log), traceId).isPresent());

            JsonNode line = traced(lines(log), traceId).orElseThrow();
            assertEquals("INFO", line.path("level").asText(), line.toString());
            assertFalse(line.path("timestamp").asText().isEmpty(), line.toString());
            assertFalse(Files.readString(log).contains(CANARY), "a query or a token is in the log");
            lines(log).forEach(one -> assertEquals("INFO", one.path("level").asText(), one.toString()));
        }
    }

    private static Optional<JsonNode> traced(List<JsonNode> lines, String traceId) {
        return lines.stream()
                .filter(line -> line.at("/mdc/traceId").asText().equals(traceId))
                .findFirst();
    }

    /** Fails at a line that is not JSON. */
    private static List<JsonNode> lines(Path log) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
