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
 * @param table name of the table of the cell
 * @param key what it is about, as in the cells of the table
 * @param action UPSERT with its figures now, or DELETE of a cell that is no longer there
 * @param reason reason of the last change of the cell; null while a preparation has none for it
 * @param measures figures of the cell, as in the report; null for DELETE
 * @param before line of the file of the earlier release, without its end; null for a cell that it does not have
 * @param line line of the file of this release, without its end; null for DELETE
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
     * One page of them, as of every list.
     *
     * @param total number of changes on all pages together
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
