package nl.doorlichting.gateway.reports.policyreview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.policyreview.FundedProjects;
import nl.doorlichting.domain.policyreview.ProgrammeTotals;
import nl.doorlichting.domain.policyreview.ProjectCosts;
import nl.doorlichting.domain.policyreview.ProjectReach;
import nl.doorlichting.domain.quantity.DerivedQuantity;
import nl.doorlichting.gateway.clients.funding.ProjectMoney;
import nl.doorlichting.gateway.clients.reporting.ProjectReaches;
import nl.doorlichting.gateway.reports.ReportPart;
import nl.doorlichting.gateway.reports.finances.FinanceReport;

/**
 * The projects of a programme as both services have them.
 *
 * @param total reach of the programme in its days
 * @param hasMoney whether the caller may read the budget
 */
record ReviewedProjects(
        ReportPart<ProjectMoney> money,
        ReportPart<ProjectReaches> reach,
        ReportPart<ReachAnswer> total,
        boolean hasMoney) {

    /** Without an answer of funding-service, which has the projects. */
    static ReviewedProjects missing(ReportPart<ProjectMoney> money) {
        return new ReviewedProjects(money, ReportPart.none(), ReportPart.none(), false);
    }

    List<ReportPart<?>> parts() {
        return List.of(money, reach, total);
    }

    boolean isThere() {
        return money.report() != null;
    }

    /** The days of the programme; null where they are not known. */
    Period period() {
        return isThere() ? money.report().period() : null;
    }

    FundedProjects funded() {
        return new FundedProjects(money.report().projects().stream()
                .map(ProjectMoney.Project::toFunded)
                .toList());
    }

    /** Empty where a service did not answer, and for a caller who may not read the budget. */
    Optional<ProjectCosts> costs(FinanceReport finances) {
        if (!hasMoney || finances == null || reach.report() == null || total.report() == null) {
            return Optional.empty();
        }
        var reached = reached();
        return Optional.of(new ProjectCosts(
                money.report().projects().stream()
                        .map(project -> project(project, reached))
                        .toList(),
                new ProgrammeTotals(PolicyReview.disbursed(finances), totalReach())));
    }

    private static ProjectCosts.Project project(
            ProjectMoney.Project project, Map<UUID, ProjectReaches.Project> reached) {
        return new ProjectCosts.Project(
                project.toFunded(),
                Optional.ofNullable(reached.get(project.projectId()))
                        .map(ProjectReaches.Project::toReach)
                        .orElse(ProjectReach.NONE));
    }

    private Map<UUID, ProjectReaches.Project> reached() {
        return reach.report() == null
                ? Map.of()
                : reach.report().projects().stream()
                        .collect(Collectors.toMap(ProjectReaches.Project::projectId, Function.identity()));
    }

    // There is one, because rows are not by period; it has no sum where tallies may hold one another.
    private DerivedQuantity totalReach() {
        return total.report().totals().stream()
                .findFirst()
                .map(ReachAnswer.Row::reach)
                .map(DerivedQuantity::of)
                .orElse(null);
    }

    List<ReviewedProject> shown(FinanceReport finances, ReviewLinks links) {
        var reached = reached();
        var costs = costs(finances);
        return money.report().projects().stream()
                .map(project -> ReviewedProject.from(
                        project,
                        Optional.ofNullable(reached.get(project.projectId())),
                        costs.map(all -> all.of(project(project, reached))),
                        links))
                .toList();
    }
}
