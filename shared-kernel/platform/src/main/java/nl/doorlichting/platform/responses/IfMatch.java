package nl.doorlichting.platform.responses;

import java.util.Arrays;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** Whether a change was made with the record at hand in view (RFC 9110, 13.1.1), so that no change undoes another. */
public final class IfMatch {
    /** The header that carries what was read. */
    public static final String HEADER = "If-Match";

    private IfMatch() {}

    /** 428 without the header, 412 when none of its tags is the record's. */
    public static void refuseStale(String header, String etag) {
        if (header == null || header.isBlank()) {
            throw ProblemException.of(
                    ProblemType.PRECONDITION_REQUIRED, "Send the ETag of the record you changed as If-Match.");
        }
        var matches = Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
        if (!matches) {
            throw stale();
        }
    }

    /** 412, for a change that lost against another at the same moment. */
    static ProblemException stale() {
        return ProblemException.of(
                ProblemType.PRECONDITION_FAILED, "The record was changed since you read it: read it again.");
    }
}
