package nl.doorlichting.platform.testing.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.files.SourceTree;

/**
 * Checks that a service has every metric that the alerts and the dashboard use, with the labels that they use. A rule
 * over a missing metric would never fire.
 */
public final class MonitoredMetrics {
    private static final Path WATCHERS = SourceTree.REPOSITORY.resolve("deploy/kubernetes/components/alerts");
    private static final Pattern SELECTOR = Pattern.compile("([a-z_]+)\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|=|!=|!~)\\s*\"([^\"]*)\"");

    private record Matcher(String label, String operator, String value) {
        /** Whether the label can have the value, not whether it has it now. */
        boolean isPossible(Map<String, String> labels) {
            return labels.containsKey(label)
                    && (!operator.equals("=") || labels.get(label).equals(value));
        }
    }

    private record Selector(String name, List<Matcher> matchers) {
        boolean isAbout(String service) {
            return matchers.stream().anyMatch(one -> one.label().equals("job") && service.matches(one.value()));
        }

        boolean isShown(PrometheusMetrics figures) {
            return figures.has(
                    name,
                    labels -> matchers.stream()
                            // Prometheus adds job; status depends on what happened.
                            .filter(one ->
                                    !List.of("job", "namespace", "status").contains(one.label()))
                            .allMatch(one -> one.isPossible(labels)));
        }
    }

    private MonitoredMetrics() {}

    /** Fails if the rules or the dashboard use a metric that this service does not have. */
    public static void assertShown(String service, PrometheusMetrics figures) {
        var asked = selectors().filter(one -> one.isAbout(service)).toList();
        // At least up, which Prometheus itself makes, and one of the service's own.
        assertTrue(asked.size() > 1, "no rule watches " + service);
        var missing = asked.stream()
                .filter(one -> !one.name().equals("up") && !one.isShown(figures))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static Stream<Selector> selectors() {
        try (var files = Files.list(WATCHERS)) {
            var texts = files.map(MonitoredMetrics::text).toList();
            return texts.stream()
                    .flatMap(text -> SELECTOR.matcher(text).results())
                    .map(MonitoredMetrics::selector);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            // In the dashboard, expressions stand in JSON strings.
            return Files.readString(file).replace("\\\"", "\"");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Selector selector(MatchResult found) {
        return new Selector(
                found.group(1),
                MATCHER.matcher(found.group(2))
                        .results()
                        .map(one -> new Matcher(one.group(1), one.group(2), one.group(3)))
                        .toList());
    }
}
