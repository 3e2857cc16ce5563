package nl.doorlichting.local.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.Json;
import nl.doorlichting.local.SharedSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Sends a request to every documented operation of the whole system, beside the first data set. With
 * {@code -Ddoorlichting.examples=record} the requests and answers become the examples of the OpenAPI document.
 */
@Tag("acceptance")
class ExamplesIT {
    private static final Path HOME = Path.of(System.getProperty("doorlichting.home"));
    private static final Path EXAMPLES = HOME.resolve("gateway/src/main/resources/examples");

    @RegisterExtension
    static final SharedSystem SYSTEM = new SharedSystem();

    @Test
    void recordsEveryOperation() throws Exception {
        Recording recording = new Recording(SYSTEM.run());
        recording.run(Step.of("funding", "training", "reporting", "gateway", "problems"));
        SYSTEM.service(Application.REPORTING_SERVICE).destroyForcibly();
        recording.run(Step.of("unavailable"));
        assertEquals(List.of(), recording.failures());
        if ("record".equals(System.getProperty("doorlichting.examples"))) {
            write(recording.examples());
        }
    }

    /** A file that differs from the recording only in values that differ each time is kept. */
    private static void write(Map<String, ObjectNode> examples) throws IOException {
        Set<Path> written = new HashSet<>();
        for (var example : examples.entrySet()) {
            Path file = EXAMPLES.resolve(example.getKey() + ".json");
            String text = Json.writeReadable(example.getValue());
            if (!Files.exists(file) || !lasting(Files.readString(file)).equals(lasting(text))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            written.add(file);
        }
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!written.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Without ids, moments, days, checksums, positions in lists, codes and keys. */
    private static String lasting(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("20[2-9]\\d-\\d\\d-\\d\\d(T[0-9:.]+Z)?", "DAY")
                .replaceAll("\\b20[2-9]\\d{5}(T\\d{6}Z)?\\b", "DAY")
                .replaceAll("\"key\" : \"[\\w-]{43}\"|calendars/[\\w-]{43}", "KEY")
                .replaceAll("cursor=[\\w-]+", "cursor=POSITION")
                .replaceAll("\\b[0-9a-fA-F]{16,}\\b|\\b[0-9A-Z]{26}\\b", "CODE");
    }
}
