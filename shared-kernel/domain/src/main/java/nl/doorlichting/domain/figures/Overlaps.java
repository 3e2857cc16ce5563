package nl.doorlichting.domain.figures;

import java.util.ArrayList;
import java.util.List;

/** The rule of declared overlaps: records of one cell that are connected, directly or through others of it, go together. */
final class Overlaps {
    private Overlaps() {}

    /** The connected groups; a record that overlaps with no other of these is a group of its own. */
    static <M> List<List<Fact<M>>> connected(List<Fact<M>> records) {
        List<Fact<M>> left = new ArrayList<>(records);
        List<List<Fact<M>>> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            groups.add(takeGroup(left));
        }
        return groups;
    }

    private static <M> List<Fact<M>> takeGroup(List<Fact<M>> left) {
        List<Fact<M>> group = new ArrayList<>();
        group.add(left.remove(left.size() - 1));
        for (int next = 0; next < group.size(); next++) {
            Fact.Overlap member = group.get(next).overlap();
            List<Fact<M>> others = left.stream()
                    .filter(other -> member.isWith(other.overlap()))
                    .toList();
            group.addAll(others);
            left.removeAll(others);
        }
        return group;
    }
}
