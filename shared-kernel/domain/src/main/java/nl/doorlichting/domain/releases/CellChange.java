package nl.doorlichting.domain.releases;

import java.util.List;
import nl.doorlichting.domain.disclosure.CountDisclosure;

/**
 * One cell that differs between two releases.
 *
 * @param measures of the later release; empty for a DELETE
 * @param disclosure of the later release; null for a DELETE
 */
public record CellChange(
        CellKey key, ChangeAction action, List<Number> measures, CountDisclosure disclosure, ChangeReason reason) {

    static CellChange upsert(ReleaseCell cell, ChangeReason reason) {
        return new CellChange(cell.key(), ChangeAction.UPSERT, cell.measures(), cell.disclosure(), reason);
    }

    static CellChange delete(CellKey key, ChangeReason reason) {
        return new CellChange(key, ChangeAction.DELETE, List.of(), null, reason);
    }
}
