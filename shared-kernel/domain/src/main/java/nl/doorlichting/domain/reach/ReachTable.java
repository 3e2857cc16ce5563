package nl.doorlichting.domain.reach;

import nl.doorlichting.domain.figures.ReachSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.doorlichting.domain.municipality.MunicipalityRegister;

/**
 * The answer of one source about reach: the facts arranged as requested, with a note for everything that is left out
 * or not comparable. The order of the facts does not matter. Rows, totals and unallocated rows are sorted.
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

    /** The answer to a query. Other facts are ignored or counted in a note. */
    public static ReachTable of(
            ReachSource source, ReachQuery query, MunicipalityRegister register, Collection<ReachFact> facts) {
        ReachCounting counting = new ReachCounting(query, register);
        facts.forEach(counting::take);
        return counting.table(source);
    }
}
