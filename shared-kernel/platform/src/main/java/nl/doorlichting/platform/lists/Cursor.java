package nl.doorlichting.platform.lists;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final String UNTIL = SEPARATOR + "until ";

    public String encode(SortOrder order) {
        var parts = new ArrayList<String>();
        parts.add(backward ? "b" : "f");
        parts.add(order.text());
        values.forEach(value -> parts.add(value.toString()));
        var bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The cursor of a list of what was recorded before a moment, with that moment. */
    static String keeping(String text, Instant recordedUntil) {
        var bytes = (decoded(text) + UNTIL + recordedUntil).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The moment that a cursor keeps; empty for one that keeps none, or is no cursor. */
    static Optional<Instant> recordedUntil(String text) {
        try {
            var found = decoded(text);
            var kept = found.indexOf(UNTIL);
            return kept < 0 ? Optional.empty() : Optional.of(Instant.parse(found.substring(kept + UNTIL.length())));
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static String[] parts(String text) {
        var found = decoded(text);
        var kept = found.indexOf(UNTIL);
        if (kept >= 0) {
            Instant.parse(found.substring(kept + UNTIL.length()));
        }
        return (kept < 0 ? found : found.substring(0, kept)).split(SEPARATOR, -1);
    }

    /** What is wrong with the parameter {@code cursor} of a list with these keys, in whatever order. */
    static List<Violation> violations(String text, ListKeys keys) {
        try {
            var parts = parts(text);
            parse(parts, SortOrder.parse(parts[1], keys));
            return List.of();
        } catch (RuntimeException notOurs) {
            return List.of(foreign());
        }
    }

    /** 400 for a text that no list with this order gave out. */
    public static Cursor decode(String text, SortOrder order) {
        try {
            return parse(parts(text), order);
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
