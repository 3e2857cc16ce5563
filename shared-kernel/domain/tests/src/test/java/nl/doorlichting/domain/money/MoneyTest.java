package nl.doorlichting.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Money DOLLAR = new Money(BigDecimal.ONE, Currency.getInstance("USD"));

    @Test
    void isKeptInCents() {
        assertEquals("1250.00", Money.euro("1250").amount().toPlainString());
        assertEquals(Money.euro("1.5"), Money.euro("1.500"));
        assertEquals(Money.euro("1000"), Money.euro("1E3"));
    }

    @Test
    void noNumberOfEurosIsNoMoney() {
        assertEquals(Money.euro("7"), Money.euros(BigDecimal.valueOf(7)));
        assertNull(Money.euros(null));
    }

    @Test
    void refusesMoreThanTwoDecimals() {
        refused(() -> Money.euro("0.001"));
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> refused(() -> Money.euro("1E-1000000000")));
    }

    @Test
    void refusesTenToTheTwelfthAndMore() {
        assertEquals("999999999999.99", Money.euro("999999999999.99").amount().toPlainString());
        refused(() -> Money.euro("1000000000000"));
        refused(() -> Money.euro("-1000000000000"));
        refused(() -> Money.euro("999999999999.99").plus(Money.euro("0.01")));
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> refused(() -> Money.euro("1E1000000000")));
    }

    @Test
    void rejectsNonNumbers() {
        refused(() -> Money.euro("twelve"));
    }

    @Test
    void rejectsMixedCurrencies() {
        refused(() -> Money.euro("1").plus(DOLLAR));
        refused(() -> Money.euro("1").minus(DOLLAR));
        refused(() -> Money.euro("1").compareTo(DOLLAR));
        refused(() -> Money.sum(Money.EURO, List.of(DOLLAR)));
    }

    @Test
    void comparesAmounts() {
        assertTrue(Money.euro("1.10").compareTo(Money.euro("1.09")) > 0);
        assertTrue(Money.euro("-490000.00").isNegative());
        assertFalse(Money.euro("0").isNegative());
        assertEquals(Money.zero(Money.EURO), Money.sum(Money.EURO, List.of()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sumsAreExactToTheCent(long seed) {
        List<Long> cents =
                new Random(seed).longs(200, -9_999_999, 9_999_999).boxed().toList();
        List<Money> amounts = cents.stream().map(MoneyTest::ofCents).toList();
        Money total = Money.sum(Money.EURO, amounts);

        assertEquals(ofCents(cents.stream().mapToLong(Long::longValue).sum()), total);
        assertEquals(total, amounts.stream().map(Money::negate).reduce(Money.zero(Money.EURO), Money::minus));
    }

    private static Money ofCents(long cents) {
        return new Money(BigDecimal.valueOf(cents, 2), Money.EURO);
    }

    private static void refused(Executable making) {
        assertThrows(IllegalArgumentException.class, making);
    }
}
