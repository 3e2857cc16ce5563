package nl.doorlichting.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Status and text of a response. */
record TextResponse(int status, String text) {

    /** Missing where there is none, or something other than JSON. */
    JsonNode body() {
        try {
            return Json.read(text);
        } catch (StartFailure notJson) {
            return MissingNode.getInstance();
        }
    }

    /** The detail and violations of a problem, on one line. */
    String problem() {
        String detail = body().path("detail").asText(body().path("title").asText(text));
        StringBuilder line = new StringBuilder(detail);
        body().path("violations")
                .forEach(violation -> line.append("; ")
                        .append(violation
                                .path("pointer")
                                .asText(violation.path("name").asText()))
                        .append(' ')
                        .append(violation.path("code").asText()));
        return line.toString().replaceAll("\\s+", " ").strip();
    }
}
