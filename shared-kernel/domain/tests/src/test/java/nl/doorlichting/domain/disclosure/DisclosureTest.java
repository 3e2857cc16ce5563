package nl.doorlichting.domain.disclosure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DisclosureTest {
    @Test
    void aSumOverFiveIsShown() {
        assertFalse(Disclosure.isShown(0));
        assertFalse(Disclosure.isShown(4));
        assertTrue(Disclosure.isShown(5));
    }

    @Test
    void aStepIsOfFiveNewAnswers() {
        assertFalse(Disclosure.completesStep(0, 4));
        assertTrue(Disclosure.completesStep(0, 5));
        assertFalse(Disclosure.completesStep(5, 9));
        assertTrue(Disclosure.completesStep(5, 11));
    }

    @Test
    void cellsAreOfWholeYears() {
        assertTrue(Disclosure.isWholeYears(null, null));
        assertTrue(Disclosure.isWholeYears(LocalDate.of(2010, 1, 1), LocalDate.of(2012, 1, 1)));
        assertFalse(Disclosure.isWholeYears(LocalDate.of(2010, 1, 2), null));
        assertFalse(Disclosure.isWholeYears(null, LocalDate.of(2010, 12, 31)));
    }
}
