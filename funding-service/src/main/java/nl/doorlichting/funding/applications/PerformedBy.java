package nl.doorlichting.funding.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Who does something, and when: terms are counted in days of the Netherlands. */
record PerformedBy(String by, Instant at) {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    LocalDate day() {
        return LocalDate.ofInstant(at, AMSTERDAM);
    }
}
