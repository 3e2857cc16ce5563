package nl.doorlichting.gateway.reports.training;

import java.math.BigDecimal;
import java.util.List;
import nl.doorlichting.gateway.clients.training.TrainingStatistics;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportSource;
import nl.doorlichting.kernel.quantity.AggregatedQuantity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Trainings, their participants and how they were rated.
 *
 * @param dimensions what the rows are by
 */
@Schema(description = "Trainings, their participants and how they were rated.")
public record TrainingReport(
        boolean complete,
        List<String> dimensions,
        List<Row> rows,
        List<Total> totals,
        List<ReportSource> sources,
        List<ReportNote> notes) {

    /**
     * What is known of one training type.
     *
     * @param trainingType code; null for figures over all types
     * @param participants of held sessions; null when some days would count twice
     */
    @Schema(name = "TrainingReportRow")
    public record Row(
            @Schema(nullable = true) String trainingType,
            Sessions sessions,
            @Schema(nullable = true) AggregatedQuantity participants,
            @Schema(nullable = true) Rating rating) {

        static Row from(TrainingStatistics.Row row) {
            return new Row(
                    row.trainingType(), Sessions.from(row.sessions()), row.participants(), Rating.from(row.rating()));
        }
    }

    /** What the rows add up to; ratings are not averaged. */
    @Schema(name = "TrainingReportTotal")
    public record Total(
            Sessions sessions,
            @Schema(nullable = true) AggregatedQuantity participants,
            @Schema(nullable = true) Rating rating) {

        static Total from(TrainingStatistics.Total total) {
            return new Total(Sessions.from(total.sessions()), total.participants(), Rating.from(total.rating()));
        }
    }

    /** Numbers of sessions; null where nothing is recorded, or when some days would count twice. */
    @Schema(name = "TrainingReportSessions")
    public record Sessions(
            @Schema(nullable = true) Long planned,
            @Schema(nullable = true) Long held) {

        static Sessions from(TrainingStatistics.Sessions sessions) {
            return new Sessions(sessions.planned(), sessions.held());
        }
    }

    /**
     * A rating, on a scale of 1 to 10.
     *
     * @param mean null when only its bounds are known
     * @param n how many answered; null when not stated
     */
    @Schema(name = "TrainingReportRating")
    public record Rating(
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal meanLowest,
            @Schema(nullable = true) BigDecimal meanHighest,
            @Schema(nullable = true) Integer n,
            String source) {

        static Rating from(TrainingStatistics.Rating rating) {
            return rating == null
                    ? null
                    : new Rating(rating.mean(), rating.meanLowest(), rating.meanHighest(), rating.n(), rating.source());
        }
    }

    static TrainingReport from(TrainingStatistics statistics) {
        return new TrainingReport(
                true,
                statistics.dimensions(),
                statistics.rows().stream().map(Row::from).toList(),
                statistics.totals().stream().map(Total::from).toList(),
                List.of(ReportSource.answered(Service.TRAINING, statistics.revision())),
                ReportNote.merge(statistics.notes().stream()));
    }
}
