package nl.doorlichting.platform.responses;

import java.util.Arrays;
import java.util.Map;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * Checks that a change was made with the current record in view (RFC 9110, 13.1.1), so that no change overwrites
 * another.
 */
public final class IfMatch {
    /** The header with the ETag that was read. */
    public static final String HEADER = "If-Match";

    private static final Text STALE = Text.of("record.stale");

    private IfMatch() {}

    /** 428 without the header; 412 if none of its tags is the ETag of the record, or that of an answer which shows it. */
    public static void refuseStale(String header, String etag) {
        if (isMissing(header)) {
            throw ProblemException.of(ProblemType.PRECONDITION_REQUIRED, missing());
        }
        var matches = Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || EntityTag.shows(tag, etag));
        if (!matches) {
            throw ProblemException.stale(STALE, etag);
        }
    }

    static boolean isMissing(String header) {
        return header == null || header.isBlank();
    }

    static Violation missing() {
        return Violation.parameter(
                Violation.In.HEADER, HEADER, ViolationCode.REQUIRED, Map.of(), Text.of("record.if-match-missing"));
    }

    /** Whether this is a missing If-Match. Alone it is 428, once the record is found, and 400 with other violations. */
    public static boolean isMissing(Violation violation) {
        return HEADER.equals(violation.name());
    }

    /** 412, for a change that lost against a concurrent one. */
    public static ProblemException stale() {
        return ProblemException.of(ProblemType.PRECONDITION_FAILED, STALE);
    }
}
