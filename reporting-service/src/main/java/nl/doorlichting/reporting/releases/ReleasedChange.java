package nl.doorlichting.reporting.releases;

import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.releases.ChangeAction;
import nl.doorlichting.domain.releases.ChangeReason;
import nl.doorlichting.platform.lists.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A cell that differs between two releases.
 *
 * @param table name of the table that the cell is in
 * @param key which cell it is, as key in the cells of the table
 * @param action what a copy of the earlier release does: UPSERT the cell with its figures now, or DELETE the cell,
 *     which is no longer there
 * @param reason reason of the last change of the cell: a code of the codelist change-reasons; null while a preparation
 *     has none for the cell
 * @param measures figures of the cell in this release, as measures in the cells of the table; null for DELETE
 * @param before line of the cell in the file of the earlier release, without its end; null where the earlier release
 *     does not have the cell
 * @param line line of the cell in the file of this release, without its end; null for DELETE
 */
public record ReleasedChange(
        String table,
        Map<String, Object> key,
        ChangeAction action,
        @Schema(nullable = true) ChangeReason reason,
        @Schema(nullable = true) Map<String, Object> measures,
        @Schema(nullable = true) String before,
        @Schema(nullable = true) String line) {

    /**
     * One page of the changes between two releases.
     *
     * @param items the changes of this page; empty where no cell differs
     * @param total number of changes on all pages together; the list has no filters
     * @param links paths of this page and its neighbours
     * @param nextCursor {@code cursor} of the next page; null on the last page
     */
    @Schema(name = "ReleasedChanges")
    public record Slice(
            List<ReleasedChange> items,
            Page.Total total,
            Page.Links links,
            @Schema(nullable = true) String nextCursor) {
        static Slice of(Page<ReleasedChange> page) {
            return new Slice(page.items(), page.total(), page.links(), page.nextCursor());
        }
    }
}
