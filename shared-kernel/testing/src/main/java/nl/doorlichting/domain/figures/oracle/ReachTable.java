package nl.doorlichting.domain.figures.oracle;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The answer to a question about reach.
 *
 * @param rows by a key such as "{municipality=null, period=2010}", each with the text of its figure
 * @param notes by their codes
 */
public record ReachTable(
        SortedMap<String, String> rows,
        SortedMap<String, String> totals,
        SortedMap<String, String> unallocated,
        SortedMap<String, Note> notes) {

    /**
     * @param named codes or periods that it is about; may be empty
     */
    public record Note(long count, SortedSet<String> named) {}

    /** A sum as text: "best, lowest, highest, approximate, [how many of each kind, in the order of the kinds]". */
    public static String sum(Long best, Long lowest, Long highest, boolean approximate, List<Long> kinds) {
        return best + ", " + lowest + ", " + highest + ", " + approximate + ", " + kinds;
    }
}
