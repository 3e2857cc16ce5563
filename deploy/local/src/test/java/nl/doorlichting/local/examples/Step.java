package nl.doorlichting.local.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.local.Json;

/**
 * One request of the recording, from the files in {@code examples}. In its values, {@code @name} is the id of the answer
 * with this name, {@code @name/pointer} is another value of that answer, {@code @today+7} a day from today, {@code @year}
 * this year, {@code @now} this moment and {@code @long/5000} so many characters.
 *
 * @param operation operationId of the document; with a path, a method that the path does not have
 * @param as the caller: a name in run.json's tokens; null for no token
 * @param parameters of path, query and header, by name
 * @param body JSON, or text of another media type, or the parts of a form
 * @param type media type of the body; null for the first that is documented
 * @param accept media type of the answer; null for any
 * @param name by which later requests refer to the answer
 * @param problem name of the problem type that the answer has; null for success
 * @param path of a request that no operation answers
 * @param times that the request is sent; the last answer counts. 0 is once
 * @param until members that the answer must have; the request is repeated until it has them
 * @param keep members of the answer that the example has; null for all
 * @param whole keeps lists of the answer that belong together, where each otherwise keeps one item
 */
record Step(
        String operation,
        String as,
        JsonNode parameters,
        JsonNode body,
        String type,
        String accept,
        String name,
        String problem,
        String path,
        int times,
        JsonNode until,
        List<String> keep,
        boolean whole) {

    /** Steps in the order of the recording. */
    static List<Step> of(String... files) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (String file : files) {
            try (InputStream content = Step.class.getResourceAsStream("/examples/" + file + ".json")) {
                steps.addAll(List.of(Json.MAPPER.readValue(content, Step[].class)));
            }
        }
        return steps;
    }

    /** The same question to the operation that answers with a table. */
    Step asCsv(String csvOperation) {
        return new Step(csvOperation, as, parameters, null, null, null, null, null, null, 0, null, keep, whole);
    }
}
