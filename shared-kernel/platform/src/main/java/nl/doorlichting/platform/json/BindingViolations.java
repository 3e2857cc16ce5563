package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.problems.Violation;

/** Gathers what is wrong with a body while Jackson reads on, so that the caller learns all of it at once. */
final class BindingViolations {
    private static final Object KEY = BindingViolations.class;

    /** Nobody mends more in one go, and a hostile body could hold a hundred thousand. */
    static final int AT_MOST = 100;

    private final List<Violation> found = new ArrayList<>();

    static Object key() {
        return KEY;
    }

    static BindingViolations of(DeserializationContext context) {
        return (BindingViolations) context.getAttribute(KEY);
    }

    /** Where the parser stands, as a JSON pointer. */
    static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    void add(String pointer, String code, Map<String, Object> parameters, String detail) {
        if (found.size() == AT_MOST) {
            return;
        }
        found.add(Violation.body(pointer, code, parameters, detail));
    }

    void add(String pointer, String code, String detail) {
        add(pointer, code, Map.of(), detail);
    }

    /** Of a body that was not read to its end nothing else is said. */
    void replaceWith(String code, Map<String, Object> parameters, String detail) {
        found.clear();
        add("", code, parameters, detail);
    }

    List<Violation> found() {
        return List.copyOf(found);
    }

    /** True when something is already said about this place, one above it or one within it. */
    boolean covers(String pointer) {
        return found.stream()
                .map(Violation::pointer)
                .anyMatch(known -> (pointer + "/").startsWith(known + "/") || known.startsWith(pointer + "/"));
    }
}
