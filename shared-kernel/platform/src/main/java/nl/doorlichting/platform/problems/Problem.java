package nl.doorlichting.platform.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.List;
import java.util.Map;

/**
 * Problem details (RFC 9457): the one body of every error answer.
 *
 * @param type URI of the problem type in the catalogue at the gateway, relative to the host asked
 * @param title the type in one English sentence
 * @param status HTTP status
 * @param detail this occurrence in one sentence
 * @param instance path of the request, without its query
 * @param traceId id to find this request in the logs
 * @param violations every broken rule of the request; empty when the request was well-formed
 * @param members further members of some types, such as {@code existing}
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String traceId,
        List<Violation> violations,
        @JsonAnyGetter Map<String, Object> members) {

    /** Media type of every error answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Problem details of this type for the request at this path. */
    public static Problem of(ProblemType type, String detail, String path, String traceId) {
        return new Problem(type.uri(), type.title(), type.status(), detail, path, traceId, List.of(), Map.of());
    }

    Problem with(List<Violation> allViolations, Map<String, Object> allMembers) {
        return new Problem(type, title, status, detail, instance, traceId, allViolations, allMembers);
    }
}
