package nl.doorlichting.domain.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantityColumnsTest {

    @ParameterizedTest
    @MethodSource
    void readsWrittenColumnsOfEveryKind(Quantity quantity) {
        assertEquals(quantity, QuantityColumns.of(quantity).toQuantity());
    }

    static Stream<Quantity> readsWrittenColumnsOfEveryKind() {
        return Stream.of(
                new Quantity.Exact(0),
                new Quantity.Approximate(150, null),
                new Quantity.Approximate(150, 10L),
                new Quantity.Range(80, 120),
                new Quantity.AtLeast(1000),
                new Quantity.Vague("duizenden"),
                new Quantity.NotMeasured("use was not tracked"));
    }

    @Test
    void readsNullFromNullColumns() {
        assertNull(QuantityColumns.of(null));
    }
}
