package nl.doorlichting.domain.reach;

import nl.doorlichting.domain.period.Period;

/** How the period of a fact relates to the requested one, which may be open at either end. */
enum PeriodFit {
    INSIDE,
    STICKS_OUT,
    OUTSIDE;

    static PeriodFit of(Period period, ReachQuery query) {
        if (query.from() != null && !period.until().isAfter(query.from())
                || query.until() != null && !period.from().isBefore(query.until())) {
            return OUTSIDE;
        }
        boolean beginsBefore = query.from() != null && period.from().isBefore(query.from());
        boolean endsAfter = query.until() != null && period.until().isAfter(query.until());
        return beginsBefore || endsAfter ? STICKS_OUT : INSIDE;
    }
}
