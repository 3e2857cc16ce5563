package nl.doorlichting.gateway.dossier;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.gateway.clients.funding.ProjectFinances;
import nl.doorlichting.gateway.clients.reporting.ProjectRecords;
import nl.doorlichting.gateway.clients.training.ProjectTrainings;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything about one project that the caller may read, each record in short. A part is null where the caller may not read
 * it, which withheld names, and with complete=partial where its service did not answer, which sources name.
 *
 * @param complete false only with complete=partial, when a source did not answer. Without that parameter the dossier is
 *     then 503
 * @param projectId the project that was asked for, by its id (id of /v1/projects)
 * @param withheld names of the parts that the caller may not read, which are null, in alphabetical order; empty for one that
 *     may read all. A grantee gets of the inventories the records that name its organisation, as note OWN_RECORDS_ONLY
 *     says, and of the money that of its organisation, as note OWN_MONEY_ONLY says
 * @param project the project itself, with asOf as it was recorded then; null only when funding-service did not answer
 * @param parts parts of the project, with asOf as they were recorded then, sorted by code, each with a dossier of its own;
 *     empty where it has none; null when funding-service did not answer
 * @param money awards, payments, prizes and procurements of the project; of a grantee those of its own organisation; null
 *     where it is withheld, and when funding-service did not answer
 * @param trainings trainings whose sessions state the project; null where it is withheld, and when training-service did
 *     not answer
 * @param reports inventory reports on the project in every state, the last made first: at most 200, and note
 *     RECORDS_LEFT_OUT counts those that are left out; empty where there is none; null where it is withheld, and when
 *     reporting-service did not answer
 * @param reach figures of reach that inventories counted for the project, also of a report that is not approved, which do not
 *     count (counted), in the order in which their present version was recorded: at most 200, and note RECORDS_LEFT_OUT counts those that are
 *     left out; empty where there is none; null where it is withheld, and when reporting-service did not answer
 * @param reachSums the reach of the project by target group, of all its figures that count; null where it is withheld, and
 *     when reporting-service did not answer or is of the last release
 * @param indicators indicators of the project, the last made first: at most 200, and note RECORDS_LEFT_OUT counts those
 *     that are left out; empty where there is none; null where it is withheld, and when reporting-service did not answer
 * @param verdicts verdicts on the project, in the order in which their present version was recorded: at most 200, and
 *     note RECORDS_LEFT_OUT counts those that are left out; empty where there is none; null where it is withheld, and
 *     when reporting-service did not answer
 * @param lessons lessons of the project, in the order in which they were recorded: at most 200, and note
 *     RECORDS_LEFT_OUT counts those that are left out; empty where there is none; null where it is withheld, and when
 *     reporting-service did not answer
 * @param embeddings statements on whether the project will last, by day, oldest first: at most 200, and note
 *     RECORDS_LEFT_OUT counts those that are left out; empty where there is none; null where it is withheld, and when
 *     reporting-service did not answer
 * @param products products of the project, in the order in which they were recorded: at most 200, and note
 *     RECORDS_LEFT_OUT counts those that are left out; empty where there is none; null where it is withheld, and when
 *     reporting-service did not answer
 * @param sources the services that the dossier is made from, each with its state; one of which the caller may read nothing
 *     is not among them
 * @param notes what a reader of the dossier has to know, each with a code; empty where there is nothing
 */
@Schema(
        description = "Everything about one project that the caller may read, each record in short: money, trainings,"
                + " reports, reach, verdicts.")
public record ProjectDossier(
        boolean complete,
        UUID projectId,
        List<String> withheld,
        @Schema(nullable = true) ProjectFinances.Project project,
        @Schema(nullable = true) List<ProjectFinances.SubProject> parts,
        @Schema(nullable = true) Money money,
        @Schema(nullable = true) Trainings trainings,
        @Schema(nullable = true) List<ProjectRecords.Report> reports,
        @Schema(nullable = true) List<ProjectRecords.Reach> reach,
        @Schema(nullable = true) ReachSums reachSums,
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

    /**
     * Reach of the project, in participations: of those observations that the caller may see, those that count in
     * statistics. Figures of a report count from its approval.
     *
     * @param rows one row for each target group of which something counts; empty where nothing does
     * @param total sum of all that counts, whatever its periods; null where nothing counts
     */
    @Schema(name = "DossierReachSums")
    public record ReachSums(
            List<ProjectRecords.ReachSum> rows,
            @Schema(nullable = true) AggregatedQuantity total) {
        static ReachSums from(ProjectRecords.ReachSums sums) {
            return new ReachSums(sums.rows(), sums.total());
        }
    }
}
