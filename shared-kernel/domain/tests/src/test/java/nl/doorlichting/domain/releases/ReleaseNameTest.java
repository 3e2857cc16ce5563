package nl.doorlichting.domain.releases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseNameTest {
    private static final ReleaseName THIRD = new ReleaseName("APR-2007-2011", 2026, 3);

    @Test
    void isReadFromProgrammeAndNumber() {
        assertEquals(THIRD, ReleaseName.of("APR-2007-2011", "2026-3"));
        assertEquals("2026-3", THIRD.number());
        assertEquals("APR-2007-2011 2026-3", THIRD.toString());
    }

    @Test
    void countsAnewInEachYear() {
        assertEquals("2026-4", THIRD.next(2026).number());
        assertEquals("2027-1", THIRD.next(2027).number());
    }

    @Test
    void sortsByYearThenSequence() {
        assertTrue(THIRD.compareTo(THIRD.next(2027)) < 0);
        assertTrue(ReleaseName.of("P", "2026-9").compareTo(ReleaseName.of("P", "2026-10")) < 0);
    }

    @Test
    void refusesOtherTexts() {
        List.of("2026", "2026-0", "2026-03", "2026-3 ", "26-3", "2026-1234567", "2026-3-1", "")
                .forEach(text -> assertThrows(IllegalArgumentException.class, () -> ReleaseName.of("P", text), text));
        assertThrows(IllegalArgumentException.class, () -> new ReleaseName(" ", 2026, 1));
    }
}
