package nl.doorlichting.training.trainingstatistics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.period.Period;

/**
 * Periods of days on which sessions count alike: within one begins or ends no year that rows or filters are by, no tally of the
 * answer, and nothing else that it depends on. The database adds up the sessions of each, so that an answer is made from as
 * many groups however many days have sessions. Rows by period need each day apart.
 */
final class DaysAlike {
    private static final String FIRST_DAYS = "(select cast(cast(:first_days as text[]) as date[]))";
    private static final String TALLIED = "(select cast(cast(:tallied_days as text[]) as integer[]))";

    // Of each period the first day, and the end of the last one; empty where each day is apart.
    private final List<LocalDate> bounds;
    private final Collection<Period> tallies;

    private DaysAlike(List<LocalDate> bounds, Collection<Period> tallies) {
        this.bounds = bounds;
        this.tallies = tallies;
    }

    /**
     * The days of a question.
     *
     * @param tallies periods of the tallies of the answer
     * @param ends days on which something else begins or ends that the answer depends on, or that other groups of it are by
     */
    static DaysAlike of(Question question, Collection<Period> tallies, Collection<LocalDate> ends) {
        if (question.looksAt(Dimension.PERIOD)) {
            return eachApart(tallies);
        }
        var asked = SummedDays.asked(question);
        var days = new TreeSet<LocalDate>();
        Stream.concat(tallies.stream().flatMap(tally -> Stream.of(tally.from(), tally.until())), ends.stream())
                .filter(day -> asked.from().isBefore(day) && day.isBefore(asked.until()))
                .forEach(days::add);
        days.add(asked.from());
        days.add(asked.until());
        if (question.looksAt(Dimension.YEAR)) {
            IntStream.rangeClosed(
                            asked.from().getYear() + 1,
                            asked.until().minusDays(1).getYear())
                    .mapToObj(year -> LocalDate.of(year, 1, 1))
                    .forEach(days::add);
        }
        // A note names sessions whose days are part of those of a tally, so none may have the same days as one.
        tallies.stream()
                .filter(tally -> tally.from().plusDays(1).isBefore(tally.until()))
                .filter(tally -> days.contains(tally.from()) && tally.until().equals(days.higher(tally.from())))
                .toList()
                .forEach(tally -> days.add(tally.from().plusDays(1)));
        return new DaysAlike(List.copyOf(days), tallies);
    }

    /** Each day by itself. */
    static DaysAlike eachApart(Collection<Period> tallies) {
        return new DaysAlike(List.of(), tallies);
    }

    /** The number of the period of a day, to group by and to give to {@link #period}. */
    String number(String day, SqlConditions where) {
        if (bounds.isEmpty()) {
            return day + " - date '1970-01-01'";
        }
        where.parameter("first_days", bounds.stream().map(LocalDate::toString).toArray(String[]::new));
        return "width_bucket(" + day + ", " + FIRST_DAYS + ")";
    }

    /** The condition that a tally has this day; nothing where that is not known of its period. */
    Optional<String> isTallied(String day, SqlConditions where) {
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        where.parameter(
                "tallied_days",
                IntStream.range(1, bounds.size())
                        .filter(number -> tallies.stream().anyMatch(tally -> tally.overlaps(period(number))))
                        .mapToObj(String::valueOf)
                        .toArray(String[]::new));
        return Optional.of("array_position(" + TALLIED + ", " + number(day, where) + ") is not null");
    }

    /** The period with this number. */
    Period period(Number number) {
        var i = number.intValue();
        if (bounds.isEmpty()) {
            var day = LocalDate.ofEpochDay(i);
            return new Period(day, day.plusDays(1));
        }
        return new Period(bounds.get(i - 1), bounds.get(i));
    }
}
