package nl.doorlichting.reporting.releases;

import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.lists.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A cell of a released table.
 *
 * @param key what it is about: part (ROW, TOTAL or UNALLOCATED), source where the table has several, and the
 *     dimensions; null for none in particular
 * @param measures figures of the cell by name, as in the report: a sum, or how a protected count is shown
 */
public record ReleasedCell(Map<String, Object> key, Map<String, Object> measures) {

    /**
     * One page of them, as of every list.
     *
     * @param total number of cells of the table
     * @param links paths of this page and its neighbours
     * @param nextCursor {@code cursor} of the next page; null on the last page
     */
    @Schema(name = "ReleasedCells")
    public record Slice(
            List<ReleasedCell> items,
            Page.Total total,
            Page.Links links,
            @Schema(nullable = true) String nextCursor) {
        static Slice of(Page<ReleasedCell> page) {
            return new Slice(page.items(), page.total(), page.links(), page.nextCursor());
        }
    }
}
