package nl.doorlichting.gateway.reports.policyreview;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.domain.figures.ReachIntensity;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.policyreview.ProjectCosts;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.gateway.clients.funding.ProjectMoney;
import nl.doorlichting.gateway.clients.reporting.ProjectReaches;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A project with its money, its reach and what one participation cost.
 *
 * @param projectId id of the project (id of /v1/projects)
 * @param code code of the project, unique in its programme
 * @param name name of the project
 * @param fundingInstrument how the money of the project goes out, as the project states, else as all its awards do; null
 *     where neither does
 * @param track level at which the project works, as the project states, else as all its awards do; null where neither
 *     does
 * @param actionLine aim of the project, as the project states, else as all its awards do; null where neither does
 * @param interventionTypes what is done; empty where not stated
 * @param intensity how intensively people were reached, where all figures of the project state the same; null otherwise,
 *     and without figures
 * @param committed money promised to recipients in awards of the project, in euros, less what was taken back; null where
 *     nothing is booked, and for a caller who may not read the budget
 * @param disbursed money paid out in awards of the project, in euros, less what came back; null where nothing is booked,
 *     and for a caller who may not read the budget
 * @param wholeCost what the project costs in all, in euros, as its awards state; null where one of them does not state it,
 *     where they state different amounts, and for a caller who may not read the budget
 * @param reach what inventories counted for the project in the days of the programme; null where they counted nothing,
 *     and where reporting-service did not answer
 * @param cost what one participation cost; null for a caller who may not read the budget, and where reporting-service did
 *     not answer
 * @param entries path of the list of entries that disbursed is made of; null where that is null
 * @param commitments path of the list of entries that committed is made of; null where that is null
 * @param observations path of the list of observations that the reach is made of; null without reach, and for a caller
 *     who may not read it
 */
public record ReviewedProject(
        UUID projectId,
        String code,
        String name,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        List<InterventionType> interventionTypes,
        @Schema(nullable = true) ReachIntensity intensity,
        @Schema(nullable = true) Money committed,
        @Schema(nullable = true) Money disbursed,
        @Schema(nullable = true) Money wholeCost,
        @Schema(nullable = true) AggregatedQuantity reach,
        @Schema(nullable = true) PolicyReview.Cost cost,
        @Schema(nullable = true) String entries,
        @Schema(nullable = true) String commitments,
        @Schema(nullable = true) String observations) {

    /**
     * One project.
     *
     * @param cost empty where the report has none
     */
    static ReviewedProject from(
            ProjectMoney.Project project,
            Optional<ProjectReaches.Project> reach,
            Optional<ProjectCosts.Cost> cost,
            ReviewLinks links) {
        return new ReviewedProject(
                project.projectId(),
                project.code(),
                project.name(),
                project.fundingInstrument(),
                project.track(),
                project.actionLine(),
                project.interventionTypes(),
                reach.map(ProjectReaches.Project::intensity).orElse(null),
                project.committed(),
                project.disbursed(),
                project.wholeCost(),
                reach.map(ProjectReaches.Project::reach).orElse(null),
                cost.map(PolicyReview.Cost::from).orElse(null),
                project.disbursed() == null ? null : links.payments(project.projectId()),
                project.committed() == null ? null : links.commitments(project.projectId()),
                reach.map(ProjectReaches.Project::observations).orElse(null));
    }
}
