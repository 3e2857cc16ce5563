package nl.doorlichting.reporting.reachstatistics;

import java.util.List;
import nl.doorlichting.api.figures.FigureNote;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The reach of one project, in participations: of those observations that the caller may see, those that count in
 * statistics.
 *
 * @param rows one row for each target group of which something counts; empty where nothing does
 * @param total sum of all that counts, whatever its periods; null where nothing counts
 */
@Schema(name = "ReachOfProject")
public record ReachOfProject(
        List<Row> rows, @Schema(nullable = true) AggregatedQuantity total, List<FigureNote> notes) {
    /** Of a project of which nothing is recorded. */
    public static final ReachOfProject NONE = new ReachOfProject(List.of(), null, List.of());

    /**
     * The reach of one target group.
     *
     * @param targetGroup whom the figures count: a code of the codelist target-groups
     */
    @Schema(name = "ReachOfProjectRow")
    public record Row(TargetGroup targetGroup, AggregatedQuantity reach) {}

    static ReachOfProject from(Table<QuantitySum> table) {
        return new ReachOfProject(
                table.rows().stream()
                        .map(row -> new Row(
                                (TargetGroup) row.key().get(Dimension.TARGET_GROUP),
                                row.sum().aggregate()))
                        .toList(),
                table.totals().stream()
                        .map(row -> row.sum().aggregate())
                        .findFirst()
                        .orElse(null),
                FigureNote.of(table).stream()
                        .filter(note -> !note.code().equals(NoteCode.NOTHING_RECORDED.name()))
                        .toList());
    }
}
