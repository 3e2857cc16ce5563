package nl.doorlichting.platform.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        return CursorText.of(position(order));
    }

    private String position(SortOrder order) {
        var parts = new ArrayList<String>();
        parts.add(backward ? "b" : "f");
        parts.add(order.text());
        values.forEach(value -> parts.add(value.toString()));
        return String.join(SEPARATOR, parts);
    }

    /**
     * What a cursor has.
     *
     * @param order order of the list that issued it
     * @param recordedUntil the moment that it keeps; null for none
     */
    private record Issued(Cursor cursor, SortOrder order, Instant recordedUntil) {
        static Issued of(String position, Function<String, SortOrder> orders) {
            var kept = position.indexOf(UNTIL);
            var parts = (kept < 0 ? position : position.substring(0, kept)).split(SEPARATOR, -1);
            var order = orders.apply(parts[1]);
            var values = new ArrayList<Object>();
            for (int i = 0; i < order.steps().size(); i++) {
                values.add(order.steps().get(i).key().parse(parts[i + 2]));
            }
            return new Issued(
                    new Cursor(parts[0].equals("b"), values),
                    order,
                    moment(position).orElse(null));
        }

        String position() {
            return cursor.position(order) + (recordedUntil == null ? "" : UNTIL + recordedUntil);
        }
    }

    private static Optional<Instant> moment(String position) {
        var kept = position.indexOf(UNTIL);
        return kept < 0 ? Optional.empty() : Optional.of(SortKey.moment(position.substring(kept + UNTIL.length())));
    }

    /** The cursor of a list of what was recorded before a moment, with that moment. */
    static String keeping(String text, Instant recordedUntil) {
        return CursorText.of(positionOf(text) + UNTIL + recordedUntil);
    }

    /** The moment that a cursor keeps; empty for one that keeps none, or is no cursor. */
    static Optional<Instant> recordedUntil(String text) {
        try {
            return moment(positionOf(text));
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
    }

    private static String positionOf(String text) {
        return CursorText.read(text, Function.identity(), Function.identity());
    }

    /** What is wrong with the parameter {@code cursor} of a list with these keys, in whatever order. */
    static List<Violation> violations(String text, ListKeys keys) {
        try {
            read(text, order -> SortOrder.parse(order, keys));
            return List.of();
        } catch (RuntimeException notOurs) {
            return List.of(foreign());
        }
    }

    /** 400 for a text that no list with this order gave out. */
    public static Cursor decode(String text, SortOrder order) {
        try {
            return read(text, any -> order);
        } catch (RuntimeException notOurs) {
            throw ProblemException.violation(foreign());
        }
    }

    private static Cursor read(String text, Function<String, SortOrder> orders) {
        return CursorText.read(text, position -> Issued.of(position, orders), Issued::position)
                .cursor();
    }

    public static Violation foreign() {
        return Violation.query("cursor", ViolationCode.INVALID_CURSOR, Map.of(), Text.of("list.foreign-cursor"));
    }
}
