package nl.doorlichting.gateway.lists;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** A position in a list: before or after the row with this id, in this order. Opaque to callers. */
record ListCursor(boolean backward, String sort, String id) {
    private static final String SEPARATOR = "\u0001";

    String encode() {
        var text = String.join(SEPARATOR, backward ? "b" : "f", sort, id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static ListCursor decode(String cursor, String sort) {
        var parts = text(cursor).split(SEPARATOR, -1);
        if (parts.length != 3 || !parts[0].matches("[bf]") || !parts[1].equals(sort)) {
            throw foreign();
        }
        return new ListCursor(parts[0].equals("b"), sort, parts[2]);
    }

    static ProblemException foreign() {
        return ProblemException.violation(
                Violation.query("cursor", ViolationCode.INVALID_CURSOR, Map.of(), Text.of("list.foreign-cursor")));
    }

    private static String text(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw foreign();
        }
    }
}
