package nl.doorlichting.gateway.problems;

import nl.doorlichting.platform.problems.ProblemType;

/**
 * A kind of error that this API answers with.
 *
 * @param type URI of this type, as problems have it
 * @param name its last segment
 * @param title as in the {@code title} of problem details
 * @param status HTTP status of answers with it
 * @param explanation what the reader can do about it
 */
public record ProblemTypeResponse(String type, String name, String title, int status, String explanation) {
    static ProblemTypeResponse from(ProblemType type) {
        return new ProblemTypeResponse(type.uri(), type.slug(), type.title(), type.status(), type.explanation());
    }
}
