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
        var all = new TreeSet<>(ofOneType);
        all.addAll(overAllTypes);
        var found = Period.partlyOverlapping(all);
        overAllTypes.forEach(whole -> addContained(whole, found));
        return found;
    }

    /** Whether a figure over all types contains one of a single type: then adding counts the same people twice. */
    boolean oneContainsAnother() {
        return overAllTypes.stream().anyMatch(whole -> ofOneType.stream().anyMatch(whole::overlaps));
    }

    private void addContained(Period whole, Set<Period> found) {
        ofOneType.stream()
                .filter(whole::overlaps)
                .flatMap(part -> Stream.of(whole, part))
                .forEach(found::add);
    }
}
