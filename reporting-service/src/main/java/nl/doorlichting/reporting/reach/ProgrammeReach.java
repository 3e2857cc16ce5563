package nl.doorlichting.reporting.reach;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.partitioningBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.domain.figures.AlikeFacts;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Inclusion;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;

/** What counts of one programme at one moment, in memory. It does not change. */
final class ProgrammeReach {
    private final List<Fact<QuantitySum>> apart;
    private final List<Inclusion> tallies;
    // What facts state is shared by many of them.
    private final Map<Map<Dimension, Set<Object>>, Map<Inclusion, Map<Set<Period>, Fact<QuantitySum>>>> sums;
    private final int size;

    /** @param apart tallies, and observations that are declared to overlap with others */
    private ProgrammeReach(
            List<Fact<QuantitySum>> apart,
            Map<Map<Dimension, Set<Object>>, Map<Inclusion, Map<Set<Period>, Fact<QuantitySum>>>> sums) {
        this.apart = apart;
        this.tallies = apart.stream()
                .map(Fact::inclusion)
                .filter(Inclusion::isTally)
                .distinct()
                .toList();
        this.sums = sums;
        this.size = apart.size()
                + sums.values().stream()
                        .flatMap(some -> some.values().stream())
                        .mapToInt(Map::size)
                        .sum();
    }

    static ProgrammeReach of(Collection<Fact<QuantitySum>> facts) {
        var byApart = facts.stream()
                .collect(partitioningBy(
                        fact -> fact.overlap() != null || fact.inclusion().isTally()));
        var nothing = new ProgrammeReach(byApart.get(true), Map.of());
        return nothing.with(byApart.get(false).stream()
                .map(fact -> new ReachChanges.Entry(fact, false, false))
                .toList());
    }

    /**
     * The same with these entries.
     *
     * @throws IllegalArgumentException when one that does not count is taken back
     */
    ProgrammeReach with(List<ReachChanges.Entry> entries) {
        var all = new HashMap<>(sums);
        var copied = Collections.newSetFromMap(new HashMap<Map<Dimension, Set<Object>>, Boolean>());
        // What is taken back can be one of those that are added.
        entries.stream().sorted(comparing(ReachChanges.Entry::isTakenBack)).forEach(entry -> {
            var stated = entry.fact().stated();
            if (copied.add(stated)) {
                all.put(stated, copy(all.getOrDefault(stated, Map.of())));
            }
            add(entry, all.get(stated));
        });
        return new ProgrammeReach(apart, all);
    }

    private static Map<Inclusion, Map<Set<Period>, Fact<QuantitySum>>> copy(
            Map<Inclusion, Map<Set<Period>, Fact<QuantitySum>>> some) {
        var copy = new HashMap<>(some);
        copy.replaceAll((inclusion, ofDays) -> new HashMap<>(ofDays));
        return copy;
    }

    private void add(ReachChanges.Entry entry, Map<Inclusion, Map<Set<Period>, Fact<QuantitySum>>> some) {
        var fact = entry.fact().included(entry.fact().inclusion().among(tallies));
        var ofDays = some.computeIfAbsent(fact.inclusion(), first -> new HashMap<>());
        var known = ofDays.get(fact.periods());
        var before = known == null ? QuantitySum.ZERO : known.measure();
        var sum = entry.isTakenBack() ? before.minus(fact.measure()) : before.plus(fact.measure());
        if (sum.equals(QuantitySum.ZERO)) {
            ofDays.remove(fact.periods());
        } else {
            ofDays.put(
                    fact.periods(),
                    (known == null ? sharing(fact, ofDays.values(), some.values()) : known)
                            .ofRecords(sum.observations().total())
                            .counting(sum));
        }
        if (ofDays.isEmpty()) {
            some.remove(fact.inclusion());
        }
    }

    /** The same fact with the objects of others that state the same, which are many. */
    private static Fact<QuantitySum> sharing(
            Fact<QuantitySum> fact,
            Collection<Fact<QuantitySum>> alike,
            Collection<Map<Set<Period>, Fact<QuantitySum>>> some) {
        var inclusion = alike.stream().findAny().map(Fact::inclusion).orElse(fact.inclusion());
        return some.stream()
                .flatMap(ofDays -> ofDays.values().stream())
                .findAny()
                .map(Fact::stated)
                .map(fact::stating)
                .orElse(fact)
                .included(inclusion);
    }

    /** What may count in the answer, added up by what counts alike there. */
    List<Fact<QuantitySum>> facts(Question question) {
        var alike = new AlikeFacts<>(question, QuantitySum::plus);
        sums.forEach((stated, some) -> {
            if (mayCount(stated, question)) {
                some.values().forEach(ofDays -> alike.add(ofDays.values()));
            }
        });
        var facts = new ArrayList<>(apart);
        facts.addAll(alike.facts());
        return facts;
    }

    // What states none may be counted in a note.
    private static boolean mayCount(Map<Dimension, Set<Object>> stated, Question question) {
        for (var filter : question.only().entrySet()) {
            var values = stated.getOrDefault(filter.getKey(), Set.of());
            if (!values.isEmpty() && Collections.disjoint(values, filter.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** How many facts it has. */
    int size() {
        return size;
    }
}
