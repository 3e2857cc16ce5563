package nl.doorlichting.local.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import nl.doorlichting.local.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeScriptClientTest {
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>doorlichting</artifactId>\\s*<version>([^<]+)<");

    @ParameterizedTest
    @ValueSource(strings = {"package.json", "package-lock.json"})
    void hasVersionOfBuild(String file) throws IOException {
        var version = VERSION.matcher(Files.readString(Path.of("pom.xml")));
        version.find();

        String manifest = Files.readString(Path.of("../../gateway/client-typescript", file));
        assertEquals(version.group(1), Json.read(manifest).get("version").asText());
    }
}
