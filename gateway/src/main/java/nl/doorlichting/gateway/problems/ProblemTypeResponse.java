package nl.doorlichting.gateway.problems;

import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A kind of error that this API answers with.
 *
 * @param type as in the {@code type} of problem details
 * @param name its last segment
 * @param title as in the {@code title} of problem details
 * @param status HTTP status
 * @param explanation what the reader can do about it
 */
public record ProblemTypeResponse(
        String type,
        String name,
        @Schema(implementation = String.class) Text title,
        int status,
        @Schema(implementation = String.class) Text explanation) {
    static ProblemTypeResponse from(ProblemType type) {
        return new ProblemTypeResponse(type.uri(), type.slug(), type.title(), type.status(), type.explanation());
    }
}
