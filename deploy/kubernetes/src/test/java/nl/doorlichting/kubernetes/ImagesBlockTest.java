package nl.doorlichting.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each environment has one block that names every image with its registry, and no other file names images. */
class ImagesBlockTest {

    @ParameterizedTest
    @ValueSource(strings = {"local", "staging", "production", "openshift"})
    void environmentNamesEveryImage(String overlay) throws IOException {
        assertEquals(running(), named(Path.of("overlays", overlay)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base",
                "components",
                "overlays/restore",
                "overlays/restore-staging",
                "overlays/restore-openshift"
            })
    void noOtherFileNamesImages(String folder) throws IOException {
        assertEquals(Set.of(), blocks(Path.of(folder)));
    }

    @Test
    void reportsSecondBlock(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("kustomization.yaml");
        Files.writeString(file, "images: [{name: a, newName: b}]");
        assertFalse(blocks(folder).isEmpty());
    }

    /** The other images of the lock are the base images of ours. */
    private static Set<String> running() {
        return ImagesLock.read().images().stream()
                .map(ImagesLock.Image::name)
                .filter(name -> !name.contains("temurin"))
                .collect(Collectors.toSet());
    }

    private static Set<String> named(Path overlay) throws IOException {
        return Manifest.elements(
                        kustomization(overlay.resolve("kustomization.yaml")).path("images"))
                .map(image -> image.path("name").asText())
                .collect(Collectors.toSet());
    }

    private static Set<Path> blocks(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("kustomization.yaml"))
                    .filter(file -> kustomization(file).has("images"))
                    .collect(Collectors.toSet());
        }
    }

    private static JsonNode kustomization(Path file) {
        try {
            return Yaml.read(Files.readString(file)).get(0);
        } catch (IOException failure) {
            throw new AssertionError(file + " cannot be read", failure);
        }
    }
}
