package nl.doorlichting.domain.publishedtables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Groups of numbers that have something in common. */
final class Groups {
    private Groups() {}

    /**
     * Joins those that have something in common: in each group they ascend, and the groups by their last.
     *
     * @param has by each of them what it has, as numbers of things
     */
    static List<List<Integer>> joined(List<Integer> all, int[][] has, int things) {
        var group = new int[all.size()];
        var lastWith = new int[things];
        Arrays.fill(lastWith, -1);
        for (var i = 0; i < group.length; i++) {
            group[i] = i;
            for (var thing : has[all.get(i)]) {
                if (lastWith[thing] >= 0) {
                    group[root(group, lastWith[thing])] = i;
                }
                lastWith[thing] = i;
            }
        }
        var groups = new TreeMap<Integer, List<Integer>>();
        for (var i = 0; i < group.length; i++) {
            groups.computeIfAbsent(root(group, i), key -> new ArrayList<>()).add(all.get(i));
        }
        return List.copyOf(groups.values());
    }

    /** The last of the group. */
    private static int root(int[] group, int member) {
        var at = member;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }
}
