package nl.doorlichting.reporting;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A request body for a reach observation: valid, and changed where a test needs it. */
final class Observation {
    private static final String SOURCE = "\"a test\"";

    private final Map<String, String> fields = new TreeMap<>(Map.of(
            "programme", "\"P\"",
            "period", "{\"from\":\"2011-01-01\",\"until\":\"2012-01-01\"}",
            "targetGroup", "\"YOUTH_AND_PUPILS\"",
            "reach", "{\"kind\":\"EXACT\",\"value\":100}",
            "source", SOURCE));

    static Observation of(String programme) {
        return new Observation().with("programme", "\"" + programme + "\"");
    }

    Observation with(String field, String json) {
        fields.put(field, json);
        return this;
    }

    Observation without(String field) {
        fields.remove(field);
        return this;
    }

    Observation period(String from, String until) {
        return with("period", "{\"from\":\"" + from + "\",\"until\":\"" + until + "\"}");
    }

    Observation reach(long exact) {
        return with("reach", "{\"kind\":\"EXACT\",\"value\":" + exact + "}");
    }

    Observation in(String... municipalities) {
        return with(
                "place",
                "{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"" + String.join("\",\"", municipalities) + "\"]}");
    }

    /** The same of another source, unless it states one: without a project it would be the same figure. */
    Observation ofAnotherSource() {
        return fields.get("source").equals(SOURCE) ? with("source", "\"a test, " + UUID.randomUUID() + "\"") : this;
    }

    String json() {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "{" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
        return body.append('}').toString();
    }
}
