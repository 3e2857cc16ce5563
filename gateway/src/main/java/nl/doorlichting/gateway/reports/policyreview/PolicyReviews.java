package nl.doorlichting.gateway.reports.policyreview;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.gateway.clients.funding.FundingClient;
import nl.doorlichting.gateway.clients.reporting.RecordedLessons;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.reports.ReportPart;
import nl.doorlichting.gateway.reports.UnknownReferences;
import nl.doorlichting.gateway.reports.effects.EffectReport;
import nl.doorlichting.gateway.reports.effects.EffectReports;
import nl.doorlichting.gateway.reports.finances.FinanceReport;
import nl.doorlichting.gateway.reports.finances.FinanceReports;
import nl.doorlichting.gateway.reports.reach.ReachReport;
import nl.doorlichting.gateway.reports.reach.ReachReports;
import nl.doorlichting.gateway.reports.training.TrainingReport;
import nl.doorlichting.gateway.reports.training.TrainingReports;
import nl.doorlichting.platform.access.AccessRule;

/** Puts the reports side by side, and the projects of both services. A caller gets the parts that it may read. */
@ApplicationScoped
class PolicyReviews {
    private final ReachReports reach;
    private final EffectReports effects;
    private final TrainingReports trainings;
    private final FinanceReports finances;
    private final FundingClient funding;
    private final ReportingClient reporting;
    private final UnknownReferences unknown;
    private final CurrentIdentityAssociation callers;

    PolicyReviews(
            ReachReports reach,
            EffectReports effects,
            TrainingReports trainings,
            FinanceReports finances,
            FundingClient funding,
            ReportingClient reporting,
            UnknownReferences unknown,
            CurrentIdentityAssociation callers) {
        this.reach = reach;
        this.effects = effects;
        this.trainings = trainings;
        this.finances = finances;
        this.funding = funding;
        this.reporting = reporting;
        this.unknown = unknown;
        this.callers = callers;
    }

    /** Which parts the caller may read besides those that every caller of this report may. */
    private record ReadableParts(boolean money, boolean lessons) {
        List<String> withheld() {
            return Stream.concat(
                            money ? Stream.of() : Stream.of("finances", "spending", "costPerParticipation"),
                            lessons ? Stream.of() : Stream.of("lessons"))
                    .toList();
        }
    }

    private Uni<ReadableParts> readable() {
        return callers.getDeferredIdentity()
                .map(caller -> new ReadableParts(
                        AccessRule.named(GatewayAccess.READ_BUDGET).allows(caller.getRoles()),
                        AccessRule.named(GatewayAccess.READ_PROJECT_RESULTS).allows(caller.getRoles())));
    }

    private record Parts(
            ReviewedProjects projects,
            ReportPart<ReachReport> reach,
            ReportPart<EffectReport> effects,
            ReportPart<TrainingReport> training,
            ReportPart<FinanceReport> finances,
            ReportPart<RecordedLessons> lessons) {
        List<ReportPart<?>> all() {
            var all = new ArrayList<ReportPart<?>>(projects.parts());
            all.addAll(List.of(reach, effects, training, finances, lessons));
            return all;
        }
    }

    /**
     * The review; fails when no service responds, or when one does not and the caller wants all, and for an unknown
     * programme.
     *
     * @param asOf recorded time; null for now
     */
    Uni<PolicyReview> review(String programme, Instant asOf, Completeness wanted) {
        return readable()
                .chain(may -> Uni.combine()
                        .all()
                        .unis(
                                projects(programme, asOf, may.money()),
                                ReportPart.of(
                                        reach.report(question(Structure.REACH, programme, asOf), null, wanted),
                                        ReachReport::sources),
                                ReportPart.of(
                                        effects.report(question(Structure.EFFECTS, programme, asOf), wanted),
                                        EffectReport::sources),
                                ReportPart.of(trainings.report(question(Structure.TRAINING, programme, asOf))),
                                finances(programme, asOf, may.money()),
                                may.lessons()
                                        ? ReportPart.of(reporting
                                                .lessons(programme, asOf)
                                                .map(Completeness::required))
                                        : ReportPart.<RecordedLessons>withheld())
                        .with(Parts::new)
                        .map(parts ->
                                review(programme, asOf, may, parts, Completeness.checkParts(parts.all(), wanted))));
    }

    private static PolicyReview review(
            String programme, Instant asOf, ReadableParts may, Parts parts, boolean complete) {
        var links = new ReviewLinks(programme, asOf);
        var projects = parts.projects();
        var money = parts.finances().report();
        var lessons = parts.lessons().report();
        return new PolicyReview(
                complete,
                programme,
                projects.period(),
                may.withheld(),
                projects.isThere() ? PolicyReview.Instruments.from(projects.funded(), links) : null,
                parts.effects().report(),
                links.effectsByProject(),
                parts.reach().report(),
                parts.training().report(),
                money,
                projects.isThere() && money != null
                        ? PolicyReview.Spending.from(projects.funded(), money, links)
                        : null,
                projects.costs(money)
                        .map(costs -> PolicyReview.Costs.from(costs, links))
                        .orElse(null),
                lessons == null ? null : PolicyReview.Lessons.from(lessons, links),
                ReportPart.sources(parts.all()));
    }

    /** Projects of a programme, and whether all services answered for them. */
    record Projects(boolean complete, List<ReviewedProject> projects, List<ReportPart<?>> parts) {}

    /** The projects by code; fails as the review does, and when funding-service does not respond. */
    Uni<Projects> projects(String programme, Instant asOf, Completeness wanted) {
        var found = readable()
                .chain(may -> Uni.combine()
                        .all()
                        .unis(projects(programme, asOf, may.money()), finances(programme, asOf, may.money()))
                        .with((projects, money) -> {
                            var parts = new ArrayList<ReportPart<?>>(projects.parts());
                            parts.add(money);
                            // Without funding-service there are no projects.
                            var complete =
                                    Completeness.checkParts(parts, projects.isThere() ? wanted : Completeness.REQUIRED);
                            return new Projects(
                                    complete, projects.shown(money.report(), new ReviewLinks(programme, asOf)), parts);
                        }));
        return unknown.check(
                Map.of("programme", programme), found, all -> all.projects().isEmpty());
    }

    private Uni<ReportPart<FinanceReport>> finances(String programme, Instant asOf, boolean isReadable) {
        return isReadable ? ReportPart.of(finances.report(programme, asOf)) : ReportPart.withheld();
    }

    /** The reach is asked for in the days of the programme, which funding-service has. */
    private Uni<ReviewedProjects> projects(String programme, Instant asOf, boolean hasMoney) {
        return ReportPart.of(funding.projectMoney(programme, asOf == null ? null : asOf.toString())
                        .map(Completeness::required))
                .chain(money -> {
                    if (money.report() == null) {
                        return Uni.createFrom().item(ReviewedProjects.missing(money));
                    }
                    var days = money.report().period();
                    var all = question(Structure.REACH, programme, asOf).rowsBy(Dimension.TARGET_GROUP);
                    var total = days == null ? all : all.within(days.from(), days.until());
                    return Uni.combine()
                            .all()
                            .unis(
                                    ReportPart.of(reporting
                                            .projectReach(programme, days, asOf)
                                            .map(Completeness::required)),
                                    ReportPart.of(reporting.reach(total).map(Completeness::required)))
                            .with((ofProjects, inAll) -> new ReviewedProjects(money, ofProjects, inAll, hasMoney));
                });
    }

    private static Question question(Structure structure, String programme, Instant asOf) {
        return new Question(structure, programme, null, null, null, Map.of(), null, asOf);
    }
}
