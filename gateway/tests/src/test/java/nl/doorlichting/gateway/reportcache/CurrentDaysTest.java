package nl.doorlichting.gateway.reportcache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrentDaysTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-29T12:00:00Z, 2026-11-29 2026-11-29",
        "2026-11-29T22:59:54Z, 2026-11-29 2026-11-29",
        // Midnight in the Netherlands, in winter and in summer, and in UTC.
        "2026-11-29T22:59:56Z,",
        "2026-11-29T23:00:04Z,",
        "2026-11-29T23:00:05Z, 2026-11-30 2026-11-29",
        "2026-07-01T22:00:00Z,",
        "2026-07-01T23:00:00Z, 2026-07-02 2026-07-01",
        "2026-11-29T23:59:56Z,",
        "2026-11-30T00:00:04Z,",
        "2026-11-30T00:00:05Z, 2026-11-30 2026-11-30",
    })
    void areKnownUnlessAClockMayBeInAnotherDay(Instant moment, String days) {
        assertEquals(Optional.ofNullable(days), new CurrentDays(Clock.fixed(moment, ZoneOffset.UTC)).now());
    }
}
