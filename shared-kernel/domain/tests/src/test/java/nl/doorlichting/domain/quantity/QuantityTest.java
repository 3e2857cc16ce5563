package nl.doorlichting.domain.quantity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class QuantityTest {

    @Test
    void refusesNegatives() {
        refused(() -> new Quantity.Exact(-1));
        refused(() -> new Quantity.Approximate(-1, null));
        refused(() -> new Quantity.Approximate(1, -1L));
        refused(() -> new Quantity.Range(-1, 1));
        refused(() -> new Quantity.AtLeast(-1));
    }

    @Test
    void acceptsTheMaximumAndRefusesOneMore() {
        assertDoesNotThrow(() -> new Quantity.Range(0, Quantity.MAXIMUM));
        refused(() -> new Quantity.Exact(Quantity.MAXIMUM + 1));
        refused(() -> new Quantity.Range(0, Quantity.MAXIMUM + 1));
        refused(() -> new Quantity.AtLeast(Quantity.MAXIMUM + 1));
    }

    @Test
    void rejectsReversedRange() {
        assertDoesNotThrow(() -> new Quantity.Range(80, 80));
        refused(() -> new Quantity.Range(81, 80));
    }

    @Test
    void refusesAMarginWiderThanTheValue() {
        assertDoesNotThrow(() -> new Quantity.Approximate(150, 150L));
        refused(() -> new Quantity.Approximate(150, 151L));
    }

    @Test
    void refusesEmptyTexts() {
        refused(() -> new Quantity.Vague(null));
        refused(() -> new Quantity.Vague(" "));
        refused(() -> new Quantity.NotMeasured(""));
    }

    @Test
    void returnsItsKind() {
        assertEquals(QuantityKind.EXACT, new Quantity.Exact(0).kind());
        assertEquals(QuantityKind.APPROXIMATE, new Quantity.Approximate(1, null).kind());
        assertEquals(QuantityKind.RANGE, new Quantity.Range(1, 2).kind());
        assertEquals(QuantityKind.AT_LEAST, new Quantity.AtLeast(1).kind());
        assertEquals(QuantityKind.VAGUE, new Quantity.Vague("duizenden").kind());
        assertEquals(QuantityKind.NOT_MEASURED, new Quantity.NotMeasured("not tracked").kind());
    }

    private static void refused(Executable making) {
        assertThrows(IllegalArgumentException.class, making);
    }
}
