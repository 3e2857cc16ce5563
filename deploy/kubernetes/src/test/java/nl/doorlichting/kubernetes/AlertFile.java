package nl.doorlichting.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One PrometheusRule of the component, by the name of its file. */
record AlertFile(String name) {
    static final Path FOLDER = Path.of("components/alerts");
    private static final Path PLAIN = Path.of("target/alerts");

    static Stream<AlertFile> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml") && !file.equals("kustomization.yaml"))
                    .map(file -> new AlertFile(file.replace(".yaml", "")))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Alerts and recording rules. */
    Stream<JsonNode> rules() {
        return Manifest.elements(spec().path("groups")).flatMap(group -> Manifest.elements(group.path("rules")));
    }

    Stream<JsonNode> alerts() {
        return rules().filter(rule -> rule.has("alert"));
    }

    /** The rules in Prometheus' own form, taken from the operator's object, for a namespace ns. */
    Path plain() {
        try {
            Files.createDirectories(PLAIN);
            return Files.writeString(
                    PLAIN.resolve(name + ".yaml"), Yaml.text(spec()).replace("set-by-environment", "ns"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path tests() {
        return Path.of("src/test/promtool", name + ".test.yaml");
    }

    private JsonNode spec() {
        List<ObjectNode> objects = Yaml.read(read(FOLDER.resolve(name + ".yaml")));
        if (objects.size() != 1 || !objects.get(0).path("kind").asText().equals("PrometheusRule")) {
            throw new AssertionError(name + " is not one PrometheusRule");
        }
        return objects.get(0).path("spec");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
