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
 * @param complete false only with complete=partial, when a source did not answer. Without that parameter the dossier is
 *     then 503
 * @param projectId the project that was asked for, by its id (id of /v1/projects)
 * @param project the project itself; null only when funding-service did not answer
 * @param parts parts of the project, sorted by code, each with a dossier of its own; empty where it has none; null when
 *     funding-service did not answer
 * @param money awards, payments, prizes and procurements of the project; null when funding-service did not answer
 * @param trainings trainings whose sessions state the project; null when training-service did not answer
 * @param reports inventory reports on the project in every state, the last made first: at most 200, and note
 *     RECORDS_LEFT_OUT counts those that are left out; empty where there is none; null when reporting-service did not
 *     answer
 * @param reach figures of reach that inventories counted for the project, also of a report that is not approved, in the
 *     order in which their present version was recorded: at most 200, and note RECORDS_LEFT_OUT counts those that are
 *     left out; empty where there is none; null when reporting-service did not answer
 * @param indicators indicators of the project, the last made first: at most 200, and note RECORDS_LEFT_OUT counts those
 *     that are left out; empty where there is none; null when reporting-service did not answer
 * @param verdicts verdicts on the project, in the order in which their present version was recorded: at most 200, and
 *     note RECORDS_LEFT_OUT counts those that are left out; empty where there is none; null when reporting-service did
 *     not answer
 * @param lessons lessons of the project, in the order in which they were recorded: at most 200, and note
 *     RECORDS_LEFT_OUT counts those that are left out; empty where there is none; null when reporting-service did not
 *     answer
 * @param embeddings statements on whether the project will last, by day, oldest first: at most 200, and note
 *     RECORDS_LEFT_OUT counts those that are left out; empty where there is none; null when reporting-service did not
 *     answer
 * @param products products of the project, in the order in which they were recorded: at most 200, and note
 *     RECORDS_LEFT_OUT counts those that are left out; empty where there is none; null when reporting-service did not
 *     answer
 * @param sources the three services that the dossier is made from, each with its state
 * @param notes what a reader of the dossier has to know, each with a code; empty where there is nothing
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
     * @param years payments in each budget year in which any was released, oldest first; empty where none was
     * @param awards awards to the project, sorted by number, also those that were revoked or withdrawn; empty where it
     *     has none
     * @param prizes prizes that the project won, sorted by year; empty where it won none
     * @param procurements what was put out to tender for the project, sorted by year; empty where nothing was
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
     * @param rows one row for each training type of which a session states the project; empty where none does
     * @param totals one row of all types together
     */
    @Schema(name = "DossierTrainings")
    public record Trainings(List<ProjectTrainings.Row> rows, List<ProjectTrainings.Total> totals) {
        static Trainings from(ProjectTrainings trainings) {
            return new Trainings(trainings.rows(), trainings.totals());
        }
    }
}
