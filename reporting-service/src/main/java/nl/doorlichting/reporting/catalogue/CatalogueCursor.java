package nl.doorlichting.reporting.catalogue;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.lists.CursorText;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * The end of a page: rank, moment of publication and id of its last item, which stay the same when items are added.
 *
 * @param rank ten-millionths, because a float does not survive text
 */
record CatalogueCursor(long rank, Instant publishedAt, UUID id) {
    private static final String SEPARATOR = "|";

    String encode() {
        return CursorText.of(position());
    }

    private String position() {
        return rank + SEPARATOR + publishedAt + SEPARATOR + id;
    }

    static CatalogueCursor parse(String text) {
        if (text == null) {
            return null;
        }
        try {
            return CursorText.read(text, CatalogueCursor::of, CatalogueCursor::position);
        } catch (RuntimeException notOurs) {
            throw ProblemException.violation(Violation.query(
                    "cursor", ViolationCode.INVALID_CURSOR, Map.of(), Text.of("list.foreign-cursor-here")));
        }
    }

    private static CatalogueCursor of(String position) {
        var parts = position.split("\\|", -1);
        return new CatalogueCursor(Long.parseLong(parts[0]), moment(parts[1]), UUID.fromString(parts[2]));
    }

    // A moment that the database cannot store is of no cursor of this service.
    private static Instant moment(String text) {
        var moment = Instant.parse(text);
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
            throw new IllegalArgumentException("not ours");
        }
        return moment;
    }
}
