package nl.doorlichting.local.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Finds rows of a report by their content. */
final class JsonRows {
    private JsonRows() {}

    /** @param conditions JSON pointer and text, in turns; the text "null" is a JSON null */
    static List<JsonNode> all(JsonNode rows, String... conditions) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> matches(row, conditions))
                .toList();
    }

    /** Missing when there is not exactly one. */
    static JsonNode one(JsonNode rows, String... conditions) {
        List<JsonNode> found = all(rows, conditions);
        return found.size() == 1 ? found.get(0) : MissingNode.getInstance();
    }

    private static boolean matches(JsonNode row, String... conditions) {
        for (int i = 0; i < conditions.length; i += 2) {
            if (!row.at(conditions[i]).asText().equals(conditions[i + 1])) {
                return false;
            }
        }
        return true;
    }
}
