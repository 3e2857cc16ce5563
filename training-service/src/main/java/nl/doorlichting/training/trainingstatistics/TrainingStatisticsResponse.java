package nl.doorlichting.training.trainingstatistics;

import java.math.BigDecimal;
import java.util.List;
import nl.doorlichting.kernel.quantity.AggregatedQuantity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Trainings, their participants and how they were rated.
 *
 * @param dimensions what the rows are by
 * @param totals exactly one, over all rows
 * @param revision grows with every change of the figures
 */
public record TrainingStatisticsResponse(
        List<String> dimensions, List<Row> rows, List<Total> totals, List<Note> notes, String revision) {

    private static final List<String> BY_TRAINING_TYPE = List.of(TrainingQuery.TRAINING_TYPE);

    /**
     * What is known of one training type.
     *
     * @param trainingType code; null for figures over all types
     * @param participants of held sessions; null only when some days would count twice
     */
    @Schema(name = "TrainingStatisticsRow")
    public record Row(
            @Schema(nullable = true) String trainingType,
            Sessions sessions,
            @Schema(nullable = true) AggregatedQuantity participants,
            @Schema(nullable = true) Rating rating) {

        static Row from(TrainingTable.Row row) {
            return new Row(row.trainingType(), Sessions.from(row), row.participants(), Rating.from(row.rating()));
        }
    }

    /**
     * What the rows add up to.
     *
     * @param rating always null: ratings are not averaged
     */
    @Schema(name = "TrainingStatisticsTotal")
    public record Total(
            Sessions sessions,
            @Schema(nullable = true) AggregatedQuantity participants,
            @Schema(nullable = true) Rating rating) {

        static Total from(TrainingTable.Row row) {
            return new Total(Sessions.from(row), row.participants(), null);
        }
    }

    /**
     * Numbers of sessions; null when nothing is recorded, or when some days would count twice.
     *
     * @param planned sessions recorded as planned and not held yet
     * @param held sessions held
     */
    @Schema(name = "TrainingStatisticsSessions")
    public record Sessions(
            @Schema(nullable = true) Long planned,
            @Schema(nullable = true) Long held) {
        static Sessions from(TrainingTable.Row row) {
            return new Sessions(row.planned(), row.held());
        }
    }

    /**
     * The rating of the latest period, on a scale of 1 to 10.
     *
     * @param mean null when only its bounds are known
     * @param n how many answered; null when not stated
     */
    @Schema(name = "TrainingStatisticsRating")
    public record Rating(
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal meanLowest,
            @Schema(nullable = true) BigDecimal meanHighest,
            @Schema(nullable = true) Integer n,
            String source) {

        static Rating from(TrainingRating rating) {
            return rating == null
                    ? null
                    : new Rating(rating.mean(), rating.lowest(), rating.highest(), rating.n(), rating.source());
        }
    }

    /** Something to know before using the figures. */
    @Schema(name = "TrainingStatisticsNote")
    public record Note(String code, long count, String detail) {
        static Note from(TrainingTable.Note note) {
            return new Note(note.code().name(), note.count(), note.detail());
        }
    }

    static TrainingStatisticsResponse from(TrainingTable table, String revision) {
        return new TrainingStatisticsResponse(
                BY_TRAINING_TYPE,
                table.rows().stream().map(Row::from).toList(),
                List.of(Total.from(table.total())),
                table.notes().stream().map(Note::from).toList(),
                revision);
    }
}
