package nl.doorlichting.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks of the images that need no build of one. */
class ContainerfileTest {
    private static final Path OPTIONS = Path.of("image/java.options");

    private final List<String> lines = read(Path.of("Containerfile"));

    @Test
    void usesLockedBaseImages() {
        Set<String> locked = ImagesLock.read().images().stream()
                .map(image -> image.name() + ":" + image.tag())
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(),
                arguments("ARG")
                        .filter(argument -> argument.matches("J[DR][KE]=.*"))
                        .map(argument -> argument.substring(argument.indexOf('=') + 1))
                        .filter(image -> !locked.contains(image))
                        .collect(Collectors.toSet()));
    }

    static Stream<String> modules() {
        return ImagesLock.read().images().stream()
                .filter(image -> image.name().startsWith("doorlichting/"))
                .map(image -> image.name().replace("doorlichting/", ""));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void eachImageIsAModule(String module) {
        assertTrue(read(Path.of("../../pom.xml")).contains("    <module>" + module + "</module>"));
    }

    @Test
    void startsWithTrainedCacheAndSameOptions() {
        List<String> entrypoint = list("ENTRYPOINT");
        assertEquals(List.of("java", "@java.options", "-XX:AOTCache=app.aot", "-jar", "quarkus-run.jar"), entrypoint);
        String training = String.join("\n", read(Path.of("image/train")));
        assertTrue(training.contains("@java.options -Xmx512m -XX:AOTCacheOutput=app.aot"), training);
        assertTrue(lines.contains("COPY deploy/kubernetes/image/ ./"));
    }

    /** {@code ImageIT} tests that the cache is used, because the JVM of this build is another one. */
    @Test
    void buildFailsWhenJvmRefusesCache() {
        assertEquals(
                List.of(
                        "java",
                        "@java.options",
                        "-Xmx512m",
                        "-XX:AOTCache=app.aot",
                        "-XX:AOTMode=on",
                        "-cp",
                        "quarkus-run.jar",
                        "-version"),
                list("RUN"));
    }

    @Test
    void optionsAreValidForJvm() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + OPTIONS, "-version")
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes());
        assertEquals(0, java.waitFor(), said);
    }

    @Test
    void namesVersionCommitAndBillOfMaterials() {
        String labels = String.join("\n", lines).replaceFirst("(?s).*\nLABEL ", "");
        assertTrue(labels.contains("org.opencontainers.image.version=\"${VERSION}\""), labels);
        assertTrue(labels.contains("org.opencontainers.image.revision=\"${COMMIT}\""), labels);
        assertTrue(labels.contains("bill-of-materials=\"/app/bom.json\""), labels);
        assertTrue(arguments("ENV").anyMatch(variables -> variables.endsWith("DOORLICHTING_COMMIT=${COMMIT}")));
    }

    @Test
    void runsAsAnyUserOfGroupZero() {
        assertEquals(List.of("1001:0"), arguments("USER").toList());
        assertTrue(lines.stream().anyMatch(line -> line.contains("chgrp -R 0 . && chmod -R g=u .")));
    }

    @Test
    void exposesPortsOfPods() {
        assertEquals(List.of("8080 9000"), arguments("EXPOSE").toList());
        JsonNode rule = Yaml.read(String.join("\n", read(Path.of("base/rules/deployment.yaml"))))
                .get(0);
        assertEquals(
                List.of(8080, 9000),
                Manifest.elements(rule.at("/spec/template/spec/containers/0/ports"))
                        .map(port -> port.path("containerPort").asInt())
                        .toList());
    }

    private Stream<String> arguments(String instruction) {
        return lines.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1));
    }

    private List<String> list(String instruction) {
        JsonNode list = Yaml.read("list: "
                        + arguments(instruction)
                                .filter(words -> words.startsWith("["))
                                .findFirst()
                                .orElseThrow())
                .get(0)
                .path("list");
        return Manifest.elements(list).map(JsonNode::asText).toList();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new AssertionError(file + " cannot be read", failure);
        }
    }
}
