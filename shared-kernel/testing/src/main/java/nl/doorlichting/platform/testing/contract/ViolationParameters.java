package nl.doorlichting.platform.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parameters that the violations of a problem have, and those that the document lists for their codes. */
final class ViolationParameters {
    private static final String DOCUMENTED = "/components/schemas/ViolationCode/x-parameters";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ViolationParameters() {}

    /** Parameters that the document does not list for their code. The document of the platform alone has no lists. */
    static List<String> undocumented(JsonNode document, Answer answer) {
        JsonNode documented = document.at(DOCUMENTED);
        List<String> undocumented = new ArrayList<>();
        if (answer.status() < 400
                || documented.isMissingNode()
                || answer.body().length == 0
                || answer.body()[0] != '{') {
            return undocumented;
        }
        for (JsonNode violation : read(answer.body()).path("violations")) {
            String code = violation.path("code").asText();
            Set<String> names = new HashSet<>();
            documented.path(code).forEach(name -> names.add(name.asText()));
            violation.path("parameters").fieldNames().forEachRemaining(name -> {
                if (!names.contains(name)) {
                    undocumented.add("violation " + code + " has the parameter " + name
                            + ", which contract/violation-parameters.properties does not list");
                }
            });
        }
        return undocumented;
    }

    private static JsonNode read(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
