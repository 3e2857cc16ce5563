package nl.doorlichting.domain.publishedtables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Changes after which sums hold.
 *
 * @param weight how plausible they are, beside other proposals of the same search
 */
record Proposal(List<Change> changes, double weight) {
    /**
     * A cell with a new value, between the bounds that the sums allow.
     *
     * @param text the text of the cell from which the value moved; null where it did not move
     * @param bounds null where the sums are not asked
     */
    record Change(int cell, long value, String text, RepairKind kind, long[] bounds) {}

    /** What is found in a search. It keeps as many proposals as memory allows. */
    static final class Found {
        /** Changes in all proposals of a search that are kept. */
        private static final int MOST_KEPT = 50_000;

        private final List<Proposal> proposals = new ArrayList<>();
        private final SearchLimit limit;
        private int changes;

        Found(SearchLimit limit) {
            this.limit = limit;
        }

        void add(Proposal proposal) {
            if (changes + proposal.changes().size() > MOST_KEPT) {
                limit.end();
                return;
            }
            changes += proposal.changes().size();
            proposals.add(proposal);
        }

        void addAll(List<Proposal> more) {
            more.forEach(this::add);
        }

        void clear() {
            proposals.clear();
            changes = 0;
        }

        List<Proposal> proposals() {
            return proposals;
        }
    }

    Proposal after(List<Change> earlier, double factor) {
        var all = new ArrayList<>(earlier);
        all.addAll(changes);
        return new Proposal(all, weight * factor);
    }

    /** Both, where of a cell that both change this one holds. */
    Proposal inPlaceOf(Proposal earlier) {
        var kept = earlier.changes().stream()
                .filter(change -> !places().contains(change.cell()))
                .toList();
        return after(kept, earlier.weight());
    }

    /** Values that no known error explains are no coincidence only if there is one of them. */
    boolean isTelling() {
        return changes.stream()
                        .filter(change -> change.kind() == RepairKind.OTHER_VALUE)
                        .count()
                <= 1;
    }

    boolean isMove() {
        return changes.stream().anyMatch(change -> change.kind() == RepairKind.MOVED_CELL);
    }

    Set<Integer> places() {
        var places = new TreeSet<Integer>();
        changes.forEach(change -> places.add(change.cell()));
        return places;
    }
}
