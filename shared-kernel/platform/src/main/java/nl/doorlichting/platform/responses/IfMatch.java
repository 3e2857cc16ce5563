package nl.doorlichting.platform.responses;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
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
    private static final String WEAK = "W/";
    private static final String TAG = "(?:W/)?+\"[^\"]*+\"";
    private static final Pattern TAGS = Pattern.compile("\\*|" + TAG + "(?:[ \\t]*+,[ \\t]*+" + TAG + ")*+");

    private IfMatch() {}

    /** 428 without the header; 412 if none of its tags is the ETag of the record, or that of an answer which shows it. */
    public static void refuseStale(String header, String etag) {
        if (isMissing(header)) {
            throw ProblemException.of(ProblemType.PRECONDITION_REQUIRED, missing());
        }
        var tags = Arrays.stream(header.split(",")).map(String::strip).toList();
        if (tags.stream().noneMatch(tag -> tag.equals("*") || EntityTag.shows(tag, etag))) {
            // RFC 9110, 13.1.1: tags are compared strongly, and a weak one has no strong equal.
            var weak = tags.stream().allMatch(tag -> tag.startsWith(WEAK));
            throw ProblemException.stale(weak ? Text.of("record.if-match-weak") : STALE, etag);
        }
    }

    static boolean isMissing(String header) {
        return header == null || header.isBlank();
    }

    /** Whether it is a list of entity tags, or a star. A tag without its quotes would match no record, whatever its version. */
    public static boolean isReadable(String header) {
        return !isMissing(header) && TAGS.matcher(header.strip()).matches();
    }

    static Violation unreadable() {
        return Violation.parameter(
                Violation.In.HEADER,
                HEADER,
                ViolationCode.WRONG_FORMAT,
                Map.of(),
                Text.of("record.if-match-unreadable"));
    }

    static Violation missing() {
        return Violation.parameter(
                Violation.In.HEADER, HEADER, ViolationCode.REQUIRED, Map.of(), Text.of("record.if-match-missing"));
    }

    /** Whether this is a missing If-Match. Alone it is 428, once the record is found, and 400 with other violations. */
    public static boolean isMissing(Violation violation) {
        return HEADER.equals(violation.name()) && ViolationCode.REQUIRED.equals(violation.code());
    }

    /** 412, for a change that lost against a concurrent one. */
    public static ProblemException stale() {
        return ProblemException.of(ProblemType.PRECONDITION_FAILED, STALE);
    }
}
