package nl.doorlichting.funding.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import nl.doorlichting.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareBoundTest {
    private static final LocalDate FROM = LocalDate.of(2008, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2010, 1, 1);
    private static final ShareBound BOUND =
            new ShareBound(FundingPurpose.PROJECT, new BigDecimal("50.00"), new BigDecimal("80.00"), FROM, UNTIL);

    @ParameterizedTest
    @CsvSource({
        "50.00, 100.00, true",
        "49.99, 100.00, false",
        "80.00, 100.00, true",
        "80.01, 100.00, false",
        // To the cent on a large sum, where a rounded percentage would pass.
        "800000000.00, 1000000000.00, true",
        "800000000.01, 1000000000.00, false",
        "0.01, 0.02, true",
        "0.01, 0.03, false",
    })
    void comparesShareWithoutRounding(String part, String whole, boolean admitted) {
        assertEquals(admitted, BOUND.admits(Money.euro(part), Money.euro(whole)));
    }

    @Test
    void holdsOnDaysOfItsPeriod() {
        assertFalse(BOUND.holdsOn(FROM.minusDays(1)));
        assertTrue(BOUND.holdsOn(FROM));
        assertTrue(BOUND.holdsOn(UNTIL.minusDays(1)));
        assertFalse(BOUND.holdsOn(UNTIL));
        var open = new ShareBound(FundingPurpose.PROJECT, BigDecimal.ZERO, BigDecimal.TEN, FROM, null);
        assertTrue(open.holdsOn(LocalDate.of(2199, 1, 1)));
    }

    @Test
    void conditionIsDueOnDayOrAfterAward() {
        var awarded = LocalDate.of(2009, 3, 1);
        assertEquals(UNTIL, new SchemeCondition("t", false, UNTIL, null).dueFor(awarded));
        assertEquals(LocalDate.of(2009, 3, 31), new SchemeCondition("t", false, null, 30).dueFor(awarded));
        assertEquals(null, new SchemeCondition("t", false, null, null).dueFor(awarded));
    }
}
