package nl.doorlichting.reporting.effectstatistics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.period.Period;

/**
 * Conditions on days, each to be put after another one; none when no days are asked for. A record that does not state
 * its day is not within any that are.
 */
final class EffectDays {
    private final LocalDate from;
    private final LocalDate until;

    EffectDays(Question question) {
        this.from = question.from();
        this.until = question.until();
    }

    /** The day lies within those asked for. */
    String contain(String day) {
        return asked() ? "and " + day + " >= :wanted_from and " + day + " < :wanted_until" : "";
    }

    /** The whole period does. */
    String contain(String periodFrom, String periodUntil) {
        return asked() ? "and " + periodFrom + " >= :wanted_from and " + periodUntil + " <= :wanted_until" : "";
    }

    /** Some days of the period do and others do not; nothing when no days are asked for. */
    String cut(String periodFrom, String periodUntil) {
        return asked()
                ? "and " + periodFrom + " < :wanted_until and " + periodUntil + " > :wanted_from and (" + periodFrom
                        + " < :wanted_from or " + periodUntil + " > :wanted_until)"
                : "and false";
    }

    /** Values of the parameters that the conditions have. */
    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        if (asked()) {
            parameters.put("wanted_from", from == null ? Period.EARLIEST : from);
            parameters.put("wanted_until", until == null ? Period.LATEST : until);
        }
        return parameters;
    }

    private boolean asked() {
        return from != null || until != null;
    }
}
