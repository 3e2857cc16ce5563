package nl.doorlichting.domain.figures;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rule of tallies: a figure is added wherever no tally that may hold it counts. Rows by time make no room for it: the
 * tally of another row still counts.
 */
final class Inclusions {
    private final Map<Counted, Set<Fact<?>>> tallies = new HashMap<>();
    // Most figures stand where others do, and rows by time are many whose place apart from it is one.
    private final Map<TablePosition, TablePosition> apartFromTime = new HashMap<>();
    private final Map<TablePosition, TablePosition> known = new HashMap<>();

    /** What is counted, and where. */
    private record Counted(String what, TablePosition position) {}

    /** A tally counts this there. */
    void count(Fact<?> tally, String counted, Set<TablePosition> positions) {
        positions.forEach(position -> tallies.computeIfAbsent(counted(counted, position), first -> new HashSet<>())
                .add(tally));
    }

    /** Ids of the tallies that may hold this of the figure and count there. Asked when all tallies are counted. */
    Set<String> holding(Fact<?> fact, String counted, TablePosition position) {
        Set<Fact<?>> there = tallies.isEmpty() ? null : tallies.get(counted(counted, position));
        if (there == null) {
            return Set.of();
        }
        return there.stream()
                .filter(tally -> mayHold(tally, fact))
                .map(tally -> tally.inclusion().tally())
                .collect(Collectors.toSet());
    }

    private Counted counted(String what, TablePosition position) {
        return new Counted(what, apartFromTime.computeIfAbsent(position, this::apartFromTime));
    }

    private TablePosition apartFromTime(TablePosition position) {
        TablePosition apart = position.apartFromTime();
        return known.computeIfAbsent(apart, first -> apart);
    }

    /** Whether two tallies may count the same: abroad is apart, and at home one without municipalities may be anywhere. */
    static boolean mayHoldOneAnother(Fact<?> one, Fact<?> other) {
        return !one.inclusion().tally().equals(other.inclusion().tally())
                && one.inclusion().mayHold(other.inclusion())
                && one.period().overlaps(other.period())
                && Objects.equals(one.inclusion().country(), other.inclusion().country())
                && (one.municipalities().isEmpty()
                        || other.municipalities().isEmpty()
                        || !Collections.disjoint(one.municipalities(), other.municipalities()));
    }

    private static boolean mayHold(Fact<?> tally, Fact<?> fact) {
        return tally.inclusion().mayHold(fact.inclusion())
                && (fact.inclusion().kind() == Inclusion.Kind.IN_TALLY
                        || tally.period().overlaps(fact.period()));
    }
}
