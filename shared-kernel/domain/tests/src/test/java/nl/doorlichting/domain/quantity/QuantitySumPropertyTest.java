package nl.doorlichting.domain.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitySumPropertyTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void orderAndGroupingDoNotMatter(long seed) {
        Random random = new Random(seed);
        List<Quantity> quantities = new ArrayList<>(Quantities.random(random));
        QuantitySum whole = sum(quantities);
        Collections.shuffle(quantities, random);
        int cut = quantities.size() / 2;

        assertEquals(whole, sum(quantities));
        assertEquals(whole, sum(quantities.subList(0, cut)).plus(sum(quantities.subList(cut, quantities.size()))));
        assertEquals(whole, whole.plus(QuantitySum.ZERO));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theBestLiesBetweenTheBoundsAndEveryQuantityIsCounted(long seed) {
        List<Quantity> quantities = Quantities.random(new Random(seed));
        AggregatedQuantity sum = sum(quantities).aggregate();

        assertEquals(quantities.size(), sum.observations().total());
        if (sum.best() == null) {
            assertNull(sum.lowest());
            assertNull(sum.highest());
            return;
        }
        assertTrue(sum.lowest() <= sum.best());
        assertTrue(sum.highest() == null || sum.best() <= sum.highest());
    }

    private static QuantitySum sum(List<Quantity> quantities) {
        return quantities.stream().map(QuantitySum::of).reduce(QuantitySum.ZERO, QuantitySum::plus);
    }
}
