package nl.doorlichting.domain.disclosure;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The tables of a release over some figures. */
interface ReleasedTables {
    /** The groups that count in each cell. */
    Map<String, List<String>> groupsByCell(SortedMap<String, Long> figures);

    /** Whether a cell is of the table that is shown as it is. */
    boolean isExact(String cell);

    /** Whether figures of a group are no secret. */
    default boolean isOpen(String group) {
        return false;
    }
}
