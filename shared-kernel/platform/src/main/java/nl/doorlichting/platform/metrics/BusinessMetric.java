package nl.doorlichting.platform.metrics;

import java.util.Map;

/**
 * One metric of the business.
 *
 * @param name without prefix, with dots, its unit last, as in {@code budget.left.euros}
 * @param labels codes that distinguish its series; never anything about a person
 */
public record BusinessMetric(String name, Map<String, String> labels, double value) {
    public BusinessMetric {
        labels = Map.copyOf(labels);
    }

    /** A metric without labels. */
    public static BusinessMetric of(String name, Number value) {
        return new BusinessMetric(name, Map.of(), value.doubleValue());
    }
}
