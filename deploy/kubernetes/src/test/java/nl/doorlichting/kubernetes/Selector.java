package nl.doorlichting.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Whether labels match a label selector. An empty selector matches all. */
final class Selector {
    private Selector() {}

    static boolean matches(JsonNode selector, Map<String, String> labels) {
        return labels.entrySet()
                        .containsAll(
                                Manifest.labels(selector.path("matchLabels")).entrySet())
                && Manifest.elements(selector.path("matchExpressions"))
                        .allMatch(expression -> meets(expression, labels));
    }

    private static boolean meets(JsonNode expression, Map<String, String> labels) {
        String key = expression.path("key").asText();
        boolean listed = Manifest.elements(expression.path("values"))
                .anyMatch(value -> value.asText().equals(labels.get(key)));
        return switch (expression.path("operator").asText()) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> labels.containsKey(key);
            case "DoesNotExist" -> !labels.containsKey(key);
            default -> throw new IllegalArgumentException("An operator that Kubernetes does not know: " + expression);
        };
    }
}
