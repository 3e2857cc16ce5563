package nl.doorlichting.platform.refusals;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/**
 * A violation as the audit trail keeps it: its code and its place, never a value, nor a name that a caller made up. The
 * place is the JSON pointer in the body, or the name of a parameter or header: {@code REFERENCE_UNKNOWN /projectId}.
 */
public final class BrokenRule {
    /** Of one request no more are kept. */
    public static final int MOST = 20;

    /** Between several. */
    public static final String SEPARATOR = ",";

    // Their places are names that no record and no operation has, or may be.
    private static final Set<String> OF_UNKNOWN_NAMES = Set.of(
            ViolationCode.UNKNOWN_FIELD,
            ViolationCode.UNKNOWN_PARAMETER,
            ViolationCode.INVALID_CHARACTER,
            ViolationCode.MALFORMED_JSON,
            ViolationCode.TOO_COMPLEX,
            ViolationCode.WRONG_ENCODING);
    private static final String NAME_OR_POINTER = "(?:[A-Za-z-]{1,40}|(?:/(?:[A-Za-z]{1,40}|[0-9]{1,6})){1,8})";
    private static final Pattern PLACE = Pattern.compile(NAME_OR_POINTER);
    private static final Pattern ONE = Pattern.compile("[A-Z_]{1,40}(?: " + NAME_OR_POINTER + ")?");

    private BrokenRule() {}

    /** The code of the violation, and its place where that is one of ours. */
    public static String of(Violation violation) {
        var place =
                Objects.requireNonNullElse(violation.pointer() == null ? violation.name() : violation.pointer(), "");
        return OF_UNKNOWN_NAMES.contains(violation.code())
                        || !PLACE.matcher(place).matches()
                ? violation.code()
                : violation.code() + " " + place;
    }

    static boolean isOne(String text) {
        return ONE.matcher(text).matches();
    }
}
