package nl.doorlichting.platform.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiGeneratorTest {
    private static final Path BUILD = Path.of("target").toAbsolutePath();
    private static final Path MADE = BUILD.resolve("test-classes").resolve(OpenApiGenerator.RESOURCE);

    @TempDir
    Path again;

    /** The contract is committed and compared, so its order must not depend on the machine or on the moment. */
    @Test
    void makesSameDocumentAgain() throws IOException {
        generate();
        assertEquals(Files.readString(MADE), Files.readString(again.resolve(OpenApiGenerator.RESOURCE)));
        assertEquals(-1, Files.mismatch(MADE, again.resolve("openapi/openapi.json")));
    }

    private void generate() throws IOException {
        String title =
                new ObjectMapper().readTree(MADE.toFile()).at("/info/title").asText();
        OpenApiGenerator.main(new String[] {
            title, again.toString(), BUILD.resolve("test-classes").toString(), again.toString()
        });
    }
}
