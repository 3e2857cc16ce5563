package nl.doorlichting.domain.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeyedRoundingTest {
    private final KeyedRounding rounding = new KeyedRounding(ReleaseProtectionAttackTest.secret(1), "APR-2007-2011");

    @Test
    void hidesCountsFrom1To4() {
        LongStream.rangeClosed(1, 4)
                .forEach(count -> assertEquals(
                        new DisclosedCount(null, 1L, 4L, CountDisclosure.SMALL),
                        rounding.disclose("municipality:GM0988", count)));
    }

    @Test
    void roundsOtherCountsToMultipleOf5BelowOrAbove() {
        LongStream.rangeClosed(5, 5000).forEach(count -> {
            DisclosedCount shown = rounding.disclose("municipality:GM0988", count);
            assertEquals(0, shown.best() % 5);
            assertTrue(Math.abs(shown.best() - count) < 5, count + " as " + shown.best());
            assertEquals(DisclosedCount.rounded(shown.best()), shown);
        });
    }

    @Test
    void keepsZeroAndMultiples() {
        LongStream.of(0, 5, 10, 18_645)
                .forEach(count -> assertEquals(DisclosedCount.rounded(count), rounding.disclose("province:31", count)));
    }

    @Test
    void hasNoBias() {
        double meanError = IntStream.range(0, 20_000)
                .mapToLong(cell ->
                        rounding.disclose("cell " + cell, 100 + cell % 5).best() - (100 + cell % 5))
                .average()
                .orElseThrow();
        assertEquals(0, meanError, 0.05);
    }

    @Test
    void roundsSameCellWithSameCountAlike() {
        KeyedRounding again = new KeyedRounding(ReleaseProtectionAttackTest.secret(1), "APR-2007-2011");
        LongStream.range(5, 100)
                .forEach(count -> assertEquals(rounding.disclose("cell", count), again.disclose("cell", count)));
    }

    @Test
    void drawsDependOnSecretProgrammeCellAndCount() {
        KeyedRounding otherSecret = new KeyedRounding(ReleaseProtectionAttackTest.secret(2), "APR-2007-2011");
        KeyedRounding otherProgramme = new KeyedRounding(ReleaseProtectionAttackTest.secret(1), "P2");
        assertNotEquals(draws(rounding, "cell", 0), draws(otherSecret, "cell", 0));
        assertNotEquals(draws(rounding, "cell", 0), draws(otherProgramme, "cell", 0));
        assertNotEquals(draws(rounding, "cell", 0), draws(rounding, "cell 2", 0));
        assertNotEquals(draws(rounding, "cell", 0), draws(rounding, "cell", 500));
    }

    private static String draws(KeyedRounding rounding, String cell, long more) {
        StringBuilder draws = new StringBuilder();
        LongStream.range(0, 50)
                .map(number -> 12 + 5 * number + more)
                .forEach(count -> draws.append(rounding.disclose(cell, count).best() > count ? '+' : '-'));
        return draws.toString();
    }

    @Test
    void refusesSecretThatIsShortOrConstant() {
        assertThrows(IllegalArgumentException.class, () -> new KeyedRounding(new byte[32], "P"));
        assertThrows(IllegalArgumentException.class, () -> new KeyedRounding(new byte[] {1, 2, 3}, "P"));
    }
}
