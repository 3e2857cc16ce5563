package nl.doorlichting.gateway.reports.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportSource;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Trainings, their participants and how they were rated; and beside them, in no row and no total, the networks, meetings and
 * learning modules that pass the same filters.
 *
 * @param dimensions what the rows are by; a row has only these fields
 * @param totals one, or by period one for each; over all records and not over the rows: by profession a session stands in
 *     several
 * @param unallocated figures that stand in no one municipality on the map of the day asked for
 * @param networks by name
 * @param meetings by day
 * @param modules by title
 * @param registerVersion municipality register used; absent when the answer does not depend on it
 */
@Schema(description = "Trainings, their participants and how they were rated.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingReport(
        boolean complete,
        List<String> dimensions,
        List<TrainingAnswer.Row> rows,
        List<TrainingAnswer.Row> totals,
        List<TrainingAnswer.Row> unallocated,
        List<TrainingAnswer.Network> networks,
        List<TrainingAnswer.Meeting> meetings,
        List<TrainingAnswer.LearningModule> modules,
        List<ReportSource> sources,
        List<ReportNote> notes,

        @Schema(extensions = @Extension(name = "x-optional", value = "true", parseValue = true))
        String registerVersion) {

    static TrainingReport from(TrainingAnswer answer) {
        return new TrainingReport(
                true,
                answer.dimensions(),
                answer.rows(),
                answer.totals(),
                answer.unallocated(),
                answer.networks(),
                answer.meetings(),
                answer.modules(),
                List.of(ReportSource.answered(Service.TRAINING, answer.revision())),
                ReportNote.merge(answer.notes().stream()),
                answer.registerVersion());
    }
}
