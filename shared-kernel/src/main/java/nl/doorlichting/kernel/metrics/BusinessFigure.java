package nl.doorlichting.kernel.metrics;

import java.util.Map;

/**
 * One figure of the business.
 *
 * @param name without prefix, with dots, its unit last, as in {@code budget.left.euros}
 * @param labels by what it is told apart: codes of ours, never anything about a person
 */
public record BusinessFigure(String name, Map<String, String> labels, double value) {
    public BusinessFigure {
        labels = Map.copyOf(labels);
    }

    /** A figure that is not told apart by anything. */
    public static BusinessFigure of(String name, Number value) {
        return new BusinessFigure(name, Map.of(), value.doubleValue());
    }
}
