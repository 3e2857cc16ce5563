package nl.doorlichting.platform.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.platform.texts.Text;

/**
 * Problem details (RFC 9457): the one body of every error answer.
 *
 * @param type URI of the problem type in the catalogue at the gateway, relative to the host asked
 * @param title the type in one sentence
 * @param status HTTP status
 * @param detail this occurrence in one sentence
 * @param instance path of the request, without its query
 * @param traceId id to find this request in the logs
 * @param violations every broken rule of the request, and what it names that does not exist; empty for others
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

    /** Problem details of this type for the request at this path, in this language. */
    public static Problem of(ProblemType type, Text detail, String path, String traceId, Language language) {
        return new Problem(
                type.uri(),
                type.title().in(language),
                type.status(),
                detail.in(language),
                path,
                traceId,
                List.of(),
                Map.of());
    }

    /** Problem details of this refusal, with its violations and members. */
    public static Problem of(ProblemException refusal, String path, String traceId, Language language) {
        return of(refusal.type(), refusal.detail(), path, traceId, language)
                .with(
                        refusal.violations().stream()
                                .map(violation -> violation.in(language))
                                .toList(),
                        refusal.members());
    }

    private Problem with(List<Violation> allViolations, Map<String, Object> allMembers) {
        return new Problem(type, title, status, detail, instance, traceId, allViolations, allMembers);
    }
}
