package nl.doorlichting.gateway.problems;

import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A kind of error that this API answers with.
 *
 * @param type URI of this type, as problems have it
 * @param name last segment of the type, such as already-exists
 * @param title the kind of error in a few words, as in title of problems
 * @param status HTTP status of answers with it
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
