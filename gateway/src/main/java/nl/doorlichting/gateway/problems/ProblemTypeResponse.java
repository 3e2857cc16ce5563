package nl.doorlichting.gateway.problems;

import nl.doorlichting.platform.problems.ProblemType;

/**
 * A kind of error that this API answers with.
 *
 * @param type URI of this type, as problems have it
 * @param name last segment of the type, such as already-exists
 * @param title the kind of error in a few words, as in title of problems
 * @param status HTTP status of answers with it
 * @param explanation what the reader can do about it
 */
public record ProblemTypeResponse(String type, String name, String title, int status, String explanation) {
    static ProblemTypeResponse from(ProblemType type) {
        return new ProblemTypeResponse(type.uri(), type.slug(), type.title(), type.status(), type.explanation());
    }
}
