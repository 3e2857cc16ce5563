package nl.doorlichting.domain.reach;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Counts rows or totals, by their keys. */
final class ReachCells<K extends Comparable<K>> {

    private final SortedMap<K, ReachCell> cells = new TreeMap<>();

    void add(K key, ReachFact fact) {
        cells.computeIfAbsent(key, first -> new ReachCell()).add(fact);
    }

    Collection<ReachCell> all() {
        return cells.values();
    }

    <R> List<R> list(BiFunction<K, ReachCell, R> making) {
        return cells.entrySet().stream()
                .map(entry -> making.apply(entry.getKey(), entry.getValue()))
                .toList();
    }
}
