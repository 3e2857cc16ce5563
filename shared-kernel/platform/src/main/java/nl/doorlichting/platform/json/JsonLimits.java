package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.Map;
import nl.doorlichting.platform.problems.ViolationCode;

/**
 * How deep a body may be, of how many values, and how long a number and a name in it. No request of ours comes near;
 * what does costs memory and time before any rule can refuse it. How long a text may be the limit of the body says.
 */
final class JsonLimits {
    private static final int DEPTH = 20;
    private static final int VALUES = 20_000;
    private static final int DIGITS = 1_000;
    private static final int NAME_LENGTH = 200;

    private JsonLimits() {}

    static JsonFactory factory() {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxTokenCount(VALUES)
                .maxNumberLength(DIGITS)
                .maxNameLength(NAME_LENGTH)
                .build();
        return JsonFactory.builder().streamReadConstraints(limits).build();
    }

    static boolean areExceeded(Throwable failure) {
        return failure instanceof StreamConstraintsException;
    }

    /** All limits, for which of them it was the parser only tells in prose; and nothing about what was read before. */
    static void refuse(BindingViolations violations) {
        violations.replaceWith(
                ViolationCode.TOO_COMPLEX,
                Map.of(
                        "maximumDepth", DEPTH,
                        "maximumValues", VALUES,
                        "maximumDigits", DIGITS,
                        "maximumNameLength", NAME_LENGTH),
                "The body is too deep, has too many values, or too long a number or name.");
    }
}
