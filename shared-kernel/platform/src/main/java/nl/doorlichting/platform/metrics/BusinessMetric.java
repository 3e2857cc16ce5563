package nl.doorlichting.platform.metrics;

import java.util.Map;

/**
 * One figure of the business.
 *
 * @param name without prefix, with dots, its unit last, as in {@code budget.left.euros}
 * @param labels by what it is told apart: codes of ours, never anything about a person
 */
public record BusinessMetric(String name, Map<String, String> labels, double value) {
    public BusinessMetric {
        labels = Map.copyOf(labels);
    }

    /** A figure that is not told apart by anything. */
    public static BusinessMetric of(String name, Number value) {
        return new BusinessMetric(name, Map.of(), value.doubleValue());
    }
}
