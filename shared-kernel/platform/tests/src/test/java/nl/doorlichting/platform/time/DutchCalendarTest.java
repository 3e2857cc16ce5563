package nl.doorlichting.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import nl.doorlichting.platform.problems.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutchCalendarTest {
    private static final LocalDate TODAY = LocalDate.of(2010, 3, 1);

    private final DutchCalendar calendar =
            new DutchCalendar(Clock.fixed(Instant.parse("2010-02-28T23:30:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "2010-02-28T22:59:59Z, 2010-02-28",
        "2010-02-28T23:00:00Z, 2010-03-01",
        "2010-06-30T21:59:59Z, 2010-06-30",
        "2010-06-30T22:00:00Z, 2010-07-01",
    })
    void dayBeginsAtMidnightInTheNetherlands(Instant moment, LocalDate day) {
        assertEquals(day, DutchCalendar.dayOf(moment));
    }

    @Test
    void takesTodayOfTheNetherlands() {
        assertEquals(TODAY, calendar.today());
    }

    @Test
    void rejectsDayInFuture() {
        calendar.refuseFuture(null, "/decidedOn");
        calendar.refuseFuture(TODAY, "/decidedOn");
        var tomorrow = TODAY.plusDays(1);
        assertThrows(ProblemException.class, () -> calendar.refuseFuture(tomorrow, "/decidedOn"));
    }
}
