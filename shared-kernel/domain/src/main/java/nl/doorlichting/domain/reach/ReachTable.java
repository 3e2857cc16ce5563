package nl.doorlichting.domain.reach;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.doorlichting.domain.municipality.MunicipalityRegister;

/**
 * One source's answer about reach: what the facts say, arranged as asked, with a note for everything left out or not to
 * be compared. The same facts in another order give the same answer. Rows, totals and unallocated are sorted.
 *
 * <p>Source: docs/design/figures.md#reach.
 */
public record ReachTable(
        Set<ReachDimension> dimensions,
        List<ReachRow> rows,
        List<ReachTotal> totals,
        List<UnallocatedReach> unallocated,
        List<ReachNote> notes) {

    public ReachTable {
        dimensions = ReachKey.inOrder(dimensions);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        unallocated = List.copyOf(unallocated);
        notes = List.copyOf(notes);
    }

    /** The answer to a query; facts that the query does not want are ignored or counted in a note. */
    public static ReachTable of(
            ReachSource source, ReachQuery query, MunicipalityRegister register, Collection<ReachFact> facts) {
        ReachCounting counting = new ReachCounting(query, register);
        facts.forEach(counting::take);
        return counting.table(source);
    }
}
