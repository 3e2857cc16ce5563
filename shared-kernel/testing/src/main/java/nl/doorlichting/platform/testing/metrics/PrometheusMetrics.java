package nl.doorlichting.platform.testing.metrics;

import static io.restassured.RestAssured.given;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.contract.ContractFilter;

/** The metrics of a service, as Prometheus reads them. */
public final class PrometheusMetrics {
    private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One series with its value. */
    public record Series(String name, Map<String, String> labels, double value) {
        private static Series of(String line) {
            var parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException(line);
            }
            return new Series(parts.group(1), parse(parts.group(2)), Double.parseDouble(parts.group(3)));
        }
    }

    private final List<Series> series;

    private PrometheusMetrics(List<Series> series) {
        this.series = series;
    }

    /** The current metrics. */
    public static PrometheusMetrics at(URI metrics) {
        return new PrometheusMetrics(given().noFiltersOfType(ContractFilter.class)
                .get(metrics)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Series::of)
                .toList());
    }

    /** The value of the one series with this name and these labels, written as {@code status="DRAFT"}. */
    public double value(String name, String labels) {
        var wanted = parse(labels);
        return named(name)
                .filter(one -> one.labels().entrySet().containsAll(wanted.entrySet()))
                .reduce((one, other) -> {
                    throw new AssertionError("two series: " + one + " and " + other);
                })
                .orElseThrow(() -> new AssertionError("no series " + name + wanted + " in " + series))
                .value();
    }

    boolean has(String name, Predicate<Map<String, String>> labels) {
        return named(name).map(Series::labels).anyMatch(labels);
    }

    private Stream<Series> named(String name) {
        return series.stream().filter(one -> one.name().equals(name));
    }

    private static Map<String, String> parse(String text) {
        var labels = new TreeMap<String, String>();
        LABEL.matcher(text == null ? "" : text).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        return labels;
    }
}
