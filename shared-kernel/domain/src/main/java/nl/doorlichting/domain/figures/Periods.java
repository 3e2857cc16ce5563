package nl.doorlichting.domain.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.period.PeriodSet;

/** The rules of periods: what lies within the days asked for, and which periods of one answer overlap or do not compare. */
final class Periods {

    /** How the period of a fact relates to the days asked for, which may be open at either end. */
    enum Fit {
        INSIDE,
        STICKS_OUT,
        /** It states no days, and some are asked for. */
        NOT_STATED,
        OUTSIDE
    }

    private Periods() {}

    /** A source that gives no period, and does not state that there is none, has applied the days itself. */
    static Fit fit(Fact<?> fact, Question question) {
        return fit(fact, fact.period(), question);
    }

    /** @param period of the fact, which takes time to find among many */
    static Fit fit(Fact<?> fact, Period period, Question question) {
        if (period != null) {
            return fit(period, question);
        }
        return fact.isKnown(Dimension.PERIOD) && question.isAboutDays() ? Fit.NOT_STATED : Fit.INSIDE;
    }

    static Fit fit(Period period, Question question) {
        if (question.contains(period)) {
            return Fit.INSIDE;
        }
        boolean before = question.from() != null && !period.until().isAfter(question.from());
        boolean after = question.until() != null && !period.from().isBefore(question.until());
        return before || after ? Fit.OUTSIDE : Fit.STICKS_OUT;
    }

    /** Notes cells of periods that share some days, and lengths that differ between the rows. */
    static void compare(Question question, Collection<Cell<?>> rows, Collection<Cell<?>> totals, Notes notes) {
        noteOverlapping(rows, totals, notes);
        if (question.isBy(Dimension.PERIOD)) {
            noteUnequal(rows, notes);
        }
    }

    private static void noteOverlapping(Collection<Cell<?>> rows, Collection<Cell<?>> totals, Notes notes) {
        List<PeriodSet> found = new ArrayList<>();
        Map<PeriodSet, PeriodSet> known = new HashMap<>();
        rows.forEach(cell -> found.add(cell.overlappingPeriods(known)));
        totals.forEach(cell -> found.add(cell.overlappingPeriods(known)));
        found.removeIf(PeriodSet::isEmpty);
        PeriodSet.Union periods = new PeriodSet.Union();
        new HashSet<>(found).forEach(periods::add);
        notes.countNamed(
                NoteCode.OVERLAPPING_PERIODS,
                found.size(),
                periods.periods().stream().map(Period::code).toList());
    }

    private static void noteUnequal(Collection<Cell<?>> rows, Notes notes) {
        PeriodSet.Union ofRows = new PeriodSet.Union();
        rows.stream().flatMap(Cell::periods).forEach(ofRows::add);
        PeriodSet periods = ofRows.periods();
        long lengths = periods.stream().map(Period::length).distinct().count();
        if (lengths > 1) {
            notes.countNamed(
                    NoteCode.UNEQUAL_PERIODS,
                    lengths,
                    periods.stream()
                            .map(period -> period.code() + " / " + period.years())
                            .toList());
        }
    }
}
