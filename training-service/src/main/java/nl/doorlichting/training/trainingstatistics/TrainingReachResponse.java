package nl.doorlichting.training.trainingstatistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.reach.ReachDimension;
import nl.doorlichting.domain.reach.ReachKey;
import nl.doorlichting.domain.reach.ReachNote;
import nl.doorlichting.domain.reach.ReachRow;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.reach.ReachTable;
import nl.doorlichting.domain.reach.ReachTotal;
import nl.doorlichting.domain.reach.UnallocatedReach;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Reach of the trainings, in participations; the same shape as reach statistics of the inventories.
 *
 * @param dimensions what the rows are by; a row has only these fields
 * @param unallocated figures that are in no municipality of the requested day
 * @param registerVersion municipality register used; null when the answer does not depend on it
 * @param revision grows with every change of the figures
 */
public record TrainingReachResponse(
        List<String> dimensions,
        List<Row> rows,
        List<Total> totals,
        List<Unallocated> unallocated,
        List<Note> notes,
        @Schema(nullable = true) String registerVersion,
        String revision) {

    private static final String OPTIONAL = "x-optional";

    /** One group of figures; a municipality of null is none in particular. */
    @Schema(name = "TrainingReachRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            ReachSource source,

            @Schema(extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Period period,

            @Schema(extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            TargetGroup targetGroup,

            @Schema(
                    implementation = String.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<String> municipality,

            @Schema(nullable = true) @JsonInclude AggregatedQuantity reach) {

        static Row from(ReachRow row) {
            var key = row.key();
            return new Row(row.source(), key.period(), key.targetGroup(), municipality(key), row.reach());
        }

        private static Optional<String> municipality(ReachKey key) {
            return key.has(ReachDimension.MUNICIPALITY) ? Optional.ofNullable(key.municipality()) : null;
        }
    }

    /** The sum of a source; by period when the rows are. */
    @Schema(name = "TrainingReachTotal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Total(
            ReachSource source,

            @Schema(extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Period period,

            @Schema(nullable = true) @JsonInclude AggregatedQuantity reach) {

        static Total from(ReachTotal total) {
            return new Total(total.source(), total.period(), total.reach());
        }
    }

    /** A figure of a municipality that was divided, or began later. */
    @Schema(name = "TrainingReachUnallocated")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Unallocated(
            ReachSource source,

            @Schema(extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Period period,

            @Schema(extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            TargetGroup targetGroup,

            String from,
            @Schema(nullable = true) @JsonInclude AggregatedQuantity reach) {

        static Unallocated from(UnallocatedReach row) {
            return new Unallocated(row.source(), row.key().period(), row.key().targetGroup(), row.from(), row.reach());
        }
    }

    /** A warning about the figures. */
    @Schema(name = "TrainingReachNote")
    public record Note(String code, long count, String detail) {
        static Note from(ReachNote note) {
            return new Note(note.code().name(), note.count(), note.detail());
        }
    }

    static TrainingReachResponse from(ReachTable table, String registerVersion, String revision) {
        return new TrainingReachResponse(
                table.dimensions().stream().map(ReachDimension::jsonName).toList(),
                table.rows().stream().map(Row::from).toList(),
                table.totals().stream().map(Total::from).toList(),
                table.unallocated().stream().map(Unallocated::from).toList(),
                table.notes().stream().map(Note::from).toList(),
                registerVersion,
                revision);
    }
}
