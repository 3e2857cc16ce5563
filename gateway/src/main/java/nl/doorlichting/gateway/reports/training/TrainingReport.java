package nl.doorlichting.gateway.reports.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import nl.doorlichting.api.figures.FigureSchemas;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportSource;
import nl.doorlichting.gateway.reports.ReportedQuantity;
import nl.doorlichting.gateway.reports.ReportedRelease;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Trainings, their participants and how they were rated; and beside them, in no row and no total, the networks,
 * meetings and learning modules that pass the same filters.
 *
 * @param complete always true, because one service alone has all of it: while that does not answer, the report is 503, and
 *     so it is where nothing is found and a service does not answer whether what is asked for exists
 * @param dimensions names of the one to three dimensions that the rows are by, in order. Of the fields of a row that
 *     are dimensions only these are present, the others are absent
 * @param rows rows of figures, in order; empty where nothing fits the question
 * @param totals one row over all records, or one for each period if rows are by period, and then none where nothing
 *     fits. A session counts once in it, also where it stands in several rows, as by profession
 * @param unallocated figures of municipalities that the map of parameter boundaries does not have as a whole, because
 *     they were divided or began later. They stand in no row; a total has them, unless municipality or province is a
 *     filter. Empty without boundaries, and where the map has all
 * @param networks networks that pass the filters, by name; they state no days, so the list is empty where days, a year
 *     or a period are asked for, and in a release
 * @param meetings meetings that pass the filters, in the days asked for, by day; empty where there is none, and in a
 *     release
 * @param modules learning modules that pass the filters, with their completions in the days asked for, by title; empty
 *     where there is none, and in a release
 * @param sources the one service that the report is from, with its state and revision
 * @param notes what a reader of the figures has to know, each with a code; empty where there is nothing
 * @param registerVersion municipality register used; absent when the answer does not depend on it
 * @param release the release that the figures are of; null for live figures
 * @param additive whether rows of the release add up to its totals; null for live figures
 */
@Schema(description = "Trainings, their participants and how they were rated.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingReport(
        boolean complete,
        List<String> dimensions,
        List<Row> rows,
        List<Row> totals,
        List<Row> unallocated,
        List<TrainingAnswer.Network> networks,
        List<TrainingAnswer.Meeting> meetings,
        List<TrainingAnswer.LearningModule> modules,
        List<ReportSource> sources,
        List<ReportNote> notes,

        @Schema(extensions = @Extension(name = "x-optional", value = "true", parseValue = true))
        String registerVersion,

        @Schema(nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS)
        ReportedRelease release,

        @Schema(nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS)
        Boolean additive) {

    /**
     * The figures of one group, or all. Participants are null only when a sum would count some days twice.
     *
     * @param sessions numbers of sessions of the row, by what became of them
     * @param participants number of people who came to held sessions; a person who came twice counts twice; null only
     *     where tallies may hold one another, so that a sum would count some days twice
     * @param expectedParticipants number of people who are expected in planned sessions, as tallies state them, never
     *     part of participants; null only where tallies may hold one another
     * @param rating always null in a total, because ratings are not averaged. In a row the rating of the latest period
     *     that its tallies state; where they state none, the mean of its evaluations, with source evaluations. A row over
     *     several training types has only one that is over all types. Null where there is none of these
     * @param evaluations answers of participants together; absent where no code was handed out, and for a question that
     *     does not show evaluations, such as one by place or with asOf
     * @param links paths of the lists of what the row is made of; absent in a release, because records may have changed
     *     since
     */
    @Schema(name = "TrainingReportRow", extensions = @Extension(name = FigureSchemas.STRUCTURE, value = "TRAINING"))
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Row(
            @JsonUnwrapped Key key,
            TrainingAnswer.Sessions sessions,
            @Schema(nullable = true) ReportedQuantity participants,
            @Schema(nullable = true) ReportedQuantity expectedParticipants,
            @Schema(nullable = true) TrainingAnswer.Rating rating,

            @Schema(extensions = @Extension(name = FigureSchemas.OPTIONAL, value = "true", parseValue = true))
            @JsonInclude(JsonInclude.Include.NON_NULL)
            TrainingAnswer.Evaluations evaluations,

            @Schema(extensions = @Extension(name = FigureSchemas.OPTIONAL, value = "true", parseValue = true))
            @JsonInclude(JsonInclude.Include.NON_NULL)
            TrainingAnswer.Links links) {
        private static Row of(TrainingAnswer.Row row) {
            return new Row(
                    row.key(),
                    row.sessions(),
                    ReportedQuantity.of(row.participants()),
                    ReportedQuantity.of(row.expectedParticipants()),
                    row.rating(),
                    row.evaluations(),
                    row.links());
        }
    }

    static TrainingReport from(TrainingAnswer answer) {
        return new TrainingReport(
                true,
                answer.dimensions(),
                shown(answer.rows()),
                shown(answer.totals()),
                shown(answer.unallocated()),
                answer.networks(),
                answer.meetings(),
                answer.modules(),
                List.of(ReportSource.answered(Service.TRAINING, answer.revision())),
                ReportNote.of(answer.notes()),
                answer.registerVersion(),
                null,
                null);
    }

    private static List<Row> shown(List<TrainingAnswer.Row> rows) {
        return rows.stream().map(Row::of).toList();
    }
}
