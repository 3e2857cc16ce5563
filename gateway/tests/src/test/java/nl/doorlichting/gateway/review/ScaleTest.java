package nl.doorlichting.gateway.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    @Test
    void placesNumbersInProportion() {
        var scale = Scale.upTo(10, 200, 0);
        assertEquals(200, scale.at(0));
        assertEquals(100, scale.at(5));
        assertEquals(50, scale.length(2.5));
        assertEquals(List.of(0.0, 2.0, 4.0, 6.0, 8.0, 10.0), scale.ticks());
    }

    @Test
    void placesNumbersByPowersOfTen() {
        var scale = Scale.byPowersOfTen(6, 32_392, 0, 100);
        assertEquals(1, scale.from());
        assertEquals(100_000, scale.to());
        assertEquals(40, scale.at(100), 1e-9);
        assertEquals(6, scale.ticks().size());
    }

    @Test
    void keepsNumbersBeyondItAtItsEdge() {
        assertEquals(0, Scale.upTo(10, 0, 50).at(-3));
        assertEquals(50, Scale.upTo(10, 0, 50).at(1e9));
    }

    @Test
    void nothingHasScaleOfOne() {
        assertEquals(0, Scale.upTo(0, 0, 50).length(0));
    }

    @Test
    void rejectsScaleWithoutLength() {
        assertThrows(IllegalArgumentException.class, () -> new Scale(5, 5, 0, 1, false));
        assertThrows(IllegalArgumentException.class, () -> new Scale(0, 5, 0, 1, true));
        assertThrows(IllegalArgumentException.class, () -> new Scale(Double.NaN, 5, 0, 1, false));
    }

    /** Larger numbers never stand before smaller ones, and every tick is on the line. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepsOrder(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++) {
            var most = Math.pow(10, random.nextDouble() * 10 - 2);
            var scale = random.nextBoolean() ? Scale.upTo(most, 0, 300) : Scale.byPowersOfTen(most / 50, most, 0, 300);
            var one = random.nextDouble() * most;
            var other = random.nextDouble() * most;
            assertTrue(one <= other == scale.at(one) <= scale.at(other) || scale.at(one) == scale.at(other));
            assertTrue(scale.ticks().size() >= 2 && scale.ticks().size() <= 7, scale + " " + scale.ticks());
            scale.ticks().forEach(tick -> assertTrue(scale.at(tick) >= 0 && scale.at(tick) <= 300.0001));
        }
    }
}
