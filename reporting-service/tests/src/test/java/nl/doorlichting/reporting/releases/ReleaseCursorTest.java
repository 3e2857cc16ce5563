package nl.doorlichting.reporting.releases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import nl.doorlichting.platform.problems.ProblemException;
import org.junit.jupiter.api.Test;

class ReleaseCursorTest {
    @Test
    void readsItsOwnCursor() {
        assertEquals("17", ReleaseCursor.decode("list", ReleaseCursor.encode("list", "17")));
        assertEquals("a\n{\"é\":1}", ReleaseCursor.decode("list", ReleaseCursor.encode("list", "a\n{\"é\":1}")));
    }

    @Test
    void refusesCursorOfAnotherList() {
        var cursor = ReleaseCursor.encode("list", "17");
        assertThrows(ProblemException.class, () -> ReleaseCursor.decode("other", cursor));
    }

    @Test
    void refusesEveryChangedCursor() {
        var random = new Random(1);
        var cursor = ReleaseCursor.encode("list", "reach-by-year\n{\"part\":\"ROW\"}");
        for (int i = 0; i < 1000; i++) {
            var at = random.nextInt(cursor.length());
            var other = (char) ('A' + random.nextInt(26));
            var changed = cursor.substring(0, at) + other + cursor.substring(at + 1);
            if (!changed.equals(cursor)) {
                assertThrows(ProblemException.class, () -> ReleaseCursor.decode("list", changed), changed);
            }
        }
    }
}
