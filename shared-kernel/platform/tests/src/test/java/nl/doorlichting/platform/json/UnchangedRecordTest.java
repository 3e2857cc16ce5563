package nl.doorlichting.platform.json;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnchangedRecordTest {
    record Stated(List<DayOfWeek> codes, List<String> texts, List<Stated> parts) {}

    @Test
    void codeNamedTwiceIsNoChange() {
        var once = List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        var twice = List.of(DayOfWeek.MONDAY, DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertTrue(isUnchanged(new Stated(once, null, null), new Stated(twice, null, null)));
        assertTrue(isUnchanged(within(new Stated(once, null, null)), within(new Stated(twice, null, null))));
    }

    @Test
    void otherOrderOfCodesIsChange() {
        var other = List.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY);
        assertFalse(isUnchanged(
                new Stated(other, null, null), new Stated(List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), null, null)));
    }

    /** Cells of a table, for example. */
    @Test
    void textOrObjectTwiceIsChange() {
        assertFalse(isUnchanged(new Stated(null, List.of("1"), null), new Stated(null, List.of("1", "1"), null)));
        var part = new Stated(List.of(DayOfWeek.MONDAY), null, null);
        assertFalse(isUnchanged(new Stated(null, null, List.of(part)), new Stated(null, null, List.of(part, part))));
    }

    private static Stated within(Stated part) {
        return new Stated(null, null, List.of(part));
    }

    private static boolean isUnchanged(Stated before, Stated after) {
        return StrictJson.isUnchanged(before, after);
    }
}
