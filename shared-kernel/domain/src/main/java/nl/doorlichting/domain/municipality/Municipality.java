package nl.doorlichting.domain.municipality;

import java.time.LocalDate;
import nl.doorlichting.domain.period.Period;

/**
 * A municipality and the days its code was in use.
 *
 * @param code CBS code, as in GM0988
 * @param validFrom first day, null for one older than the registration
 * @param validUntil first day that it was no more, null while it exists
 */
public record Municipality(String code, String name, LocalDate validFrom, LocalDate validUntil, Province province) {

    public boolean isValidOn(LocalDate day) {
        return !beganAfter(day) && !endedBy(day);
    }

    /** Valid on at least one day of the period. */
    public boolean isValidWithin(Period period) {
        return !beganAfter(period.until().minusDays(1)) && !endedBy(period.from());
    }

    boolean beganAfter(LocalDate day) {
        return validFrom != null && validFrom.isAfter(day);
    }

    boolean endedBy(LocalDate day) {
        return validUntil != null && !validUntil.isAfter(day);
    }

    /** Ended before that day, so that it cannot have taken over anything on it. */
    boolean endedBefore(LocalDate day) {
        return validUntil != null && validUntil.isBefore(day);
    }
}
