package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.texts.Text;

/** Collects the violations of a body while Jackson continues to read, so that the caller gets all of them at once. */
final class BindingViolations {
    static final Object KEY = BindingViolations.class;

    /** More violations help no client, and a hostile body could cause a hundred thousand. */
    static final int AT_MOST = 100;

    private final List<Violation> found = new ArrayList<>();

    static BindingViolations of(DeserializationContext context) {
        return (BindingViolations) context.getAttribute(KEY);
    }

    /** The position of the parser, as a JSON pointer. */
    static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    void add(String pointer, String code, Map<String, Object> parameters, Text detail) {
        if (found.size() == AT_MOST) {
            return;
        }
        found.add(Violation.body(pointer, code, parameters, detail));
    }

    void add(String pointer, String code, Text detail) {
        add(pointer, code, Map.of(), detail);
    }

    /** Replaces all violations, because those of a partly read body are incomplete. */
    void replaceWith(String pointer, String code, Map<String, Object> parameters, Text detail) {
        found.clear();
        add(pointer, code, parameters, detail);
    }

    List<Violation> found() {
        return List.copyOf(found);
    }

    /**
     * True if there is already a violation at this pointer, above it or within it. One of the whole body is about what
     * stands around it.
     */
    boolean covers(String pointer) {
        return found.stream()
                .map(Violation::pointer)
                .filter(known -> !known.isEmpty())
                .anyMatch(known -> (pointer + "/").startsWith(known + "/") || known.startsWith(pointer + "/"));
    }
}
