package nl.doorlichting.gateway.problems;

import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A kind of error that this API answers with.
 *
 * @param type address of this type, relative to the origin of the API, as type of problems has it
 * @param name last segment of the type, such as already-exists
 * @param title the kind of error in a few words, as in title of problems, in the language of the answer
 * @param status HTTP status of answers with this problem
 * @param explanation what causes the problem and what a client does about it, in the language of the answer
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
