package nl.doorlichting.funding;

import java.time.Instant;
import java.time.LocalDate;
import nl.doorlichting.platform.time.DutchCalendar;

/** Which subject does something, and at which moment. */
public record PerformedBy(String subject, Instant at) {
    /** The day in the Netherlands. */
    public LocalDate day() {
        return DutchCalendar.dayOf(at);
    }
}
