package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.Map;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * Limits for the depth of a body, the number of its values, and the length of numbers and names. No legitimate request
 * comes near them. A body beyond them would cost memory and time before any rule could reject it. The length of texts
 * is limited by the size of the body.
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

    private static String fieldOf(StreamConstraintsException failure, JsonStreamContext context) {
        // A name that is too long is that of no field yet: the parser is still at the one before.
        var within = failure.getOriginalMessage().startsWith("Name ") ? context.getParent() : context;
        var field = "";
        for (var at = within; at != null && at.getParent() != null; at = at.getParent()) {
            field = at.inObject() && at.hasCurrentName() ? at.getCurrentName() : "";
        }
        return field.isEmpty() ? "" : "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /**
     * Reports all limits, because the parser names the broken one in prose only, and drops earlier violations. The place is the
     * field of the body in which the parser ended; the whole body where it is in none.
     */
    static void refuse(StreamConstraintsException failure, JsonParser parser, BindingViolations violations) {
        violations.replaceWith(
                fieldOf(failure, parser.getParsingContext()),
                ViolationCode.TOO_COMPLEX,
                Map.of(
                        "maximumDepth", DEPTH,
                        "maximumValues", VALUES,
                        "maximumDigits", DIGITS,
                        "maximumNameLength", NAME_LENGTH),
                Text.of("json.too-complex"));
    }
}
