package nl.doorlichting.platform.lists;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * A position in an ordered list: the key values of a row, so that it does not shift when rows are added. Opaque to
 * clients.
 */
public record Cursor(boolean backward, List<Object> values) {
    private static final String SEPARATOR = "\u0001";

    public String encode(SortOrder order) {
        var parts = new ArrayList<String>();
        parts.add(backward ? "b" : "f");
        parts.add(order.text());
        values.forEach(value -> parts.add(value.toString()));
        var bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is wrong with the parameter {@code cursor} of a list with these keys, in whatever order. */
    static List<Violation> violations(String text, ListKeys keys) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            parse(parts, SortOrder.parse(parts[1], keys));
            return List.of();
        } catch (RuntimeException notOurs) {
            return List.of(foreign());
        }
    }

    /** 400 for a text that no list with this order gave out. */
    public static Cursor decode(String text, SortOrder order) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var parts = new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1);
            return parse(parts, order);
        } catch (RuntimeException notOurs) {
            throw ProblemException.violation(foreign());
        }
    }

    public static Violation foreign() {
        return Violation.query("cursor", ViolationCode.INVALID_CURSOR, Map.of(), Text.of("list.foreign-cursor"));
    }

    private static Cursor parse(String[] parts, SortOrder order) {
        if (parts.length != order.steps().size() + 2 || !parts[1].equals(order.text())) {
            throw new IllegalArgumentException("another order");
        }
        var values = new ArrayList<Object>();
        for (int i = 0; i < order.steps().size(); i++) {
            values.add(order.steps().get(i).key().parse(parts[i + 2]));
        }
        if (!Arrays.asList("b", "f").contains(parts[0])) {
            throw new IllegalArgumentException("no direction");
        }
        return new Cursor(parts[0].equals("b"), values);
    }
}
