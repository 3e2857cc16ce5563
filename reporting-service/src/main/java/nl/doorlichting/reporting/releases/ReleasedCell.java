package nl.doorlichting.reporting.releases;

import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.lists.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A cell of a released table.
 *
 * @param key what it is about: part (ROW, TOTAL or UNALLOCATED), source where the table has several, and the dimensions;
 *     null for none in particular
 * @param measures its figures, as in the report
 */
public record ReleasedCell(Map<String, Object> key, Map<String, Object> measures) {

    /** One page of them, as of every list. */
    @Schema(name = "ReleasedCells")
    public record Slice(List<ReleasedCell> items, Page.Total total, Page.Links links) {
        static Slice of(Page<ReleasedCell> page) {
            return new Slice(page.items(), page.total(), page.links());
        }
    }
}
