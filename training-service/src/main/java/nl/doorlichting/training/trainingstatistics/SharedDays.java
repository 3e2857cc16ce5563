package nl.doorlichting.training.trainingstatistics;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.doorlichting.domain.period.Period;

/**
 * Finds figures that count some days twice: their periods overlap partly, or a figure over all types shares a day with a
 * figure of a single type, which it contains. Sessions that are known by month are on some days of it, so that every tally
 * with days in the month shares days with them; among one another they share none.
 *
 * <p>Source: docs/design/figures.md#trainings.
 */
final class SharedDays {
    private final SortedSet<Period> ofOneType = new TreeSet<>();
    private final SortedSet<Period> overAllTypes = new TreeSet<>();
    private final SortedSet<Period> someDays = new TreeSet<>();

    void add(TrainingFigure figure) {
        if (figure.period() == null) {
            return;
        }
        if (figure.kind() == TrainingFigure.Kind.DAYS) {
            someDays.add(figure.period());
            return;
        }
        (figure.overAllTypes() ? overAllTypes : ofOneType).add(figure.period());
    }

    /** The periods that share days, in order. */
    SortedSet<Period> found() {
        var all = all();
        var found = Period.partlyOverlapping(all);
        overAllTypes.forEach(whole -> addShared(whole, ofOneType, found));
        all.forEach(tally -> addShared(tally, someDays, found));
        return found;
    }

    /** Whether a figure over all types contains one of a single type, so that a sum counts the same people twice. */
    boolean oneContainsAnother() {
        return overAllTypes.stream()
                .anyMatch(whole ->
                        Stream.concat(ofOneType.stream(), someDays.stream()).anyMatch(whole::overlaps));
    }

    private SortedSet<Period> all() {
        var all = new TreeSet<>(ofOneType);
        all.addAll(overAllTypes);
        return all;
    }

    private static void addShared(Period whole, Set<Period> parts, Set<Period> found) {
        parts.stream()
                .filter(whole::overlaps)
                .flatMap(part -> Stream.of(whole, part))
                .forEach(found::add);
    }
}
