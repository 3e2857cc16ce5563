package nl.doorlichting.reporting.releases;

import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.lists.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A cell of a released table.
 *
 * @param key which cell it is: part (ROW, TOTAL or UNALLOCATED); source (INVENTORY or TRAINING), in tables of reach and
 *     training; and the dimensions of the table by name, each with its code or value, or null for figures that state
 *     none. A total has only the dimensions that it is by: none, period, or in
 *     tables of money the line or the destination
 * @param measures figures of the cell by name, as in a row of the report: a sum, or how a protected count is shown;
 *     of a printed table, a finding and a claim, what is stored of it
 */
public record ReleasedCell(Map<String, Object> key, Map<String, Object> measures) {

    /**
     * One page of the cells of a table.
     *
     * @param items the cells of this page, in the order of the table
     * @param total number of cells of the whole table, on all pages together; the list has no filters
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
