package nl.doorlichting.gateway.dossier;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.gateway.clients.funding.ProjectFinances;
import nl.doorlichting.gateway.clients.reporting.ProjectRecords;
import nl.doorlichting.gateway.clients.training.ProjectTrainings;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything about one project, each record in short. The part of a service that does not answer is null.
 *
 * @param complete false when a source did not answer
 * @param project the project itself; null only when funding-service did not answer
 * @param parts parts of the project, each with a dossier of its own; null when funding-service did not answer
 * @param money awards, payments, prizes and procurements of the project; null when funding-service did not answer
 * @param trainings trainings that state the project; null when training-service did not answer
 * @param reports reports about the project, at most 200 as of each kind of record from here on, with note
 *     RECORDS_LEFT_OUT when there are more; null when reporting-service did not answer
 * @param reach figures of reach that inventories counted for the project; null when reporting-service did not answer
 * @param indicators indicators of the project; null when reporting-service did not answer
 * @param verdicts verdicts on the project; null when reporting-service did not answer
 * @param lessons lessons of the project; null when reporting-service did not answer
 * @param embeddings statements on whether the project will last; null when reporting-service did not answer
 * @param products products of the project; null when reporting-service did not answer
 */
@Schema(description = "Everything about one project, each record in short: money, trainings, reports, reach, verdicts.")
public record ProjectDossier(
        boolean complete,
        UUID projectId,
        @Schema(nullable = true) ProjectFinances.Project project,
        @Schema(nullable = true) List<ProjectFinances.SubProject> parts,
        @Schema(nullable = true) Money money,
        @Schema(nullable = true) Trainings trainings,
        @Schema(nullable = true) List<ProjectRecords.Report> reports,
        @Schema(nullable = true) List<ProjectRecords.Reach> reach,
        @Schema(nullable = true) List<ProjectRecords.Indicator> indicators,
        @Schema(nullable = true) List<ProjectRecords.Judgement> verdicts,
        @Schema(nullable = true) List<ProjectRecords.Lesson> lessons,
        @Schema(nullable = true) List<ProjectRecords.Embedding> embeddings,
        @Schema(nullable = true) List<ProjectRecords.Product> products,
        List<ReportSource> sources,
        List<ReportNote> notes) {

    /**
     * The project's own money, nominal; that of its parts is theirs.
     *
     * @param total all awards together
     * @param years money paid in each year in which any was paid
     */
    @Schema(name = "DossierMoney")
    public record Money(
            ProjectFinances.Total total,
            List<ProjectFinances.Year> years,
            List<ProjectFinances.Award> awards,
            List<ProjectFinances.Prize> prizes,
            List<ProjectFinances.Procurement> procurements) {

        static Money from(ProjectFinances finances) {
            return new Money(
                    finances.total(), finances.years(), finances.awards(), finances.prizes(), finances.procurements());
        }
    }

    /**
     * Sessions that state the project, by training type; tallies state none.
     *
     * @param totals one row of all types together
     */
    @Schema(name = "DossierTrainings")
    public record Trainings(List<ProjectTrainings.Row> rows, List<ProjectTrainings.Total> totals) {
        static Trainings from(ProjectTrainings trainings) {
            return new Trainings(trainings.rows(), trainings.totals());
        }
    }
}
