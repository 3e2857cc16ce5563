package nl.doorlichting.reporting.releases;

import java.util.Map;
import nl.doorlichting.platform.lists.CursorText;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** A position in a list of cells, with a checksum, so that a changed cursor or one of another list is refused. */
final class ReleaseCursor {
    private static final int CHECK = 8;

    private ReleaseCursor() {}

    static String encode(String list, String position) {
        return CursorText.of(check(list, position) + position);
    }

    /** The position; 400 for a text that is no cursor of this list. */
    static String decode(String list, String cursor) {
        try {
            return CursorText.read(cursor, text -> text.substring(CHECK), position -> check(list, position) + position);
        } catch (RuntimeException notOurs) {
            throw ProblemException.violation(Violation.query(
                    "cursor", ViolationCode.INVALID_CURSOR, Map.of(), Text.of("list.foreign-cursor-here")));
        }
    }

    private static String check(String list, String position) {
        var digest = new LineDigest();
        digest.add(list);
        digest.add(position);
        return digest.sha256().substring(0, CHECK);
    }
}
