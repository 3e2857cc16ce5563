package nl.doorlichting.training.trainingstatistics;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.doorlichting.kernel.period.Period;

/**
 * Notices when figures would count some days twice: their periods overlap partly, or a figure over all types shares a
 * day with one of a single type, which it contains.
 *
 * <p>Source: DESIGN section 5, periods.
 */
final class SharedDays {
    private final SortedSet<Period> ofOneType = new TreeSet<>();
    private final SortedSet<Period> overAllTypes = new TreeSet<>();

    void add(TrainingFact fact) {
        (fact.overAllTypes() ? overAllTypes : ofOneType).add(fact.period());
    }

    /** The periods that share days, in order. */
    SortedSet<Period> found() {
        var found = new TreeSet<Period>();
        var all = new TreeSet<>(ofOneType);
        all.addAll(overAllTypes);
        addPartlyOverlapping(all, found);
        overAllTypes.forEach(whole -> addContained(whole, found));
        return found;
    }

    /** Whether a figure over all types contains one of a single type: then adding counts the same people twice. */
    boolean oneContainsAnother() {
        return overAllTypes.stream().anyMatch(whole -> ofOneType.stream().anyMatch(whole::overlaps));
    }

    // In order of beginning, each is held to the one before it that ends last.
    private static void addPartlyOverlapping(SortedSet<Period> periods, Set<Period> found) {
        Period last = null;
        for (Period period : periods) {
            if (last != null && last.partlyOverlaps(period)) {
                found.addAll(Set.of(last, period));
            }
            last = last == null || period.until().isAfter(last.until()) ? period : last;
        }
    }

    private void addContained(Period whole, Set<Period> found) {
        ofOneType.stream()
                .filter(whole::overlaps)
                .flatMap(part -> Stream.of(whole, part))
                .forEach(found::add);
    }
}
