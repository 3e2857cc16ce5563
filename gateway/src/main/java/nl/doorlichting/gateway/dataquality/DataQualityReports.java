package nl.doorlichting.gateway.dataquality;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.quality.ReferenceUse;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.gateway.claims.ClaimEvaluations;
import nl.doorlichting.gateway.clients.funding.FundingClient;
import nl.doorlichting.gateway.clients.funding.FundingQuality;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.gateway.clients.reporting.ReportingQuality;
import nl.doorlichting.gateway.clients.training.TrainingClient;
import nl.doorlichting.gateway.clients.training.TrainingQuality;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.reports.ReportPart;
import nl.doorlichting.gateway.reports.ReportSource;
import nl.doorlichting.gateway.reports.reach.ReachReport;
import nl.doorlichting.gateway.reports.reach.ReachReports;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** Asks all services what they have to show about their data, and holds their answers together. */
@ApplicationScoped
public class DataQualityReports {
    // Of one request, whose address names them.
    private static final int ORGANISATIONS_TOGETHER = 100;
    private static final int MOST_ORGANISATIONS = 500;

    private final FundingClient funding;
    private final ReportingClient reporting;
    private final TrainingClient training;
    private final ReachReports reach;
    private final ClaimEvaluations claims;
    private final MunicipalityRegister register;
    private final Clock clock;

    DataQualityReports(
            FundingClient funding,
            ReportingClient reporting,
            TrainingClient training,
            ReachReports reach,
            ClaimEvaluations claims,
            MunicipalityRegister register,
            Clock clock) {
        this.funding = funding;
        this.reporting = reporting;
        this.training = training;
        this.reach = reach;
        this.claims = claims;
        this.register = register;
        this.clock = clock;
    }

    /** What is found in tables, worded as among all findings of the programme. */
    public static List<QualityFinding> ofTables(
            String programme, List<ReportingQuality.TableAudit> audits, List<ReportingQuality.Acceptance> acceptances) {
        var ofReporting = new ReportingQuality(
                audits, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), acceptances);
        return new DataQuality(
                        programme, null, ofReporting, TrainingQuality.NONE, null, List.of(), List.of(), LocalDate.MIN)
                .findings();
    }

    private record Parts(
            ReportPart<FundingQuality> funding,
            ReportPart<ReportingQuality> reporting,
            ReportPart<TrainingQuality> training,
            ReportPart<Reach> reach) {
        List<ReportPart<?>> all() {
            return List.of(funding, reporting, training, reach);
        }
    }

    /**
     * The reach of the programme, or why there is none: nothing is recorded of it, and it is unknown.
     *
     * @param report null where it is refused
     */
    private record Reach(ReachReport report, Throwable refusal) {
        List<ReportSource> sources() {
            return report == null ? List.of() : report.sources();
        }
    }

    /**
     * What was found, the gravest first.
     *
     * @param complete whether all services answered
     */
    public record Found(List<QualityFinding> findings, boolean complete, List<ReportSource> sources) {}

    /**
     * All findings; fails for an unknown programme of which nothing is recorded, when no service responds, and when one does not and the caller wants
     * all. For another caller what a missing service has to show is left out.
     */
    public Uni<Found> findings(String programme, Completeness wanted) {
        return Uni.combine()
                .all()
                .unis(
                        ReportPart.of(ofFunding(programme)),
                        ReportPart.of(reporting.quality(programme).map(Completeness::required)),
                        ReportPart.of(training.quality(programme).map(Completeness::required)),
                        ReportPart.of(reach(programme, wanted), Reach::sources))
                .with(Parts::new)
                .invoke(parts -> Completeness.checkParts(parts.all(), wanted))
                .chain(parts -> findings(programme, parts, wanted));
    }

    private Uni<FundingQuality> ofFunding(String programme) {
        return funding.quality(programme)
                .map(Completeness::required)
                .onFailure(DataQualityReports::isRefusal)
                .recoverWithItem(FundingQuality.OF_UNKNOWN_PROGRAMME);
    }

    private Uni<Reach> reach(String programme, Completeness wanted) {
        var byPeriod = Map.of("programme", List.of(programme), "by", List.of(Dimension.PERIOD.jsonName()));
        return reach.report(new FigureParameters(Structure.REACH, byPeriod).toQuestion(register), null, wanted)
                .map(report -> new Reach(report, null))
                .onFailure(DataQualityReports::isRefusal)
                .recoverWithItem(refusal -> new Reach(null, refusal));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.VALIDATION_FAILED;
    }

    private Uni<Found> findings(String programme, Parts parts, Completeness wanted) {
        var ofReporting = Optional.ofNullable(parts.reporting().report()).orElse(ReportingQuality.NONE);
        var ofReach = Optional.ofNullable(parts.reach().report()).orElse(new Reach(null, null));
        var ofTraining = Optional.ofNullable(parts.training().report()).orElse(TrainingQuality.NONE);
        if (ofReach.refusal() != null && isNothingOf(ofReporting, ofTraining)) {
            return Uni.createFrom().failure(ofReach.refusal());
        }
        var stated = ofReporting.claims().stream()
                .map(ReportingQuality.CheckedClaim::toStated)
                .toList();
        return Uni.combine()
                .all()
                .unis(
                        claims.evaluations(stated, null, wanted),
                        parts.funding().report() == null
                                ? Uni.createFrom().item(List.<String>of())
                                : unknownOrganisations(ofReporting, ofTraining))
                .with((evaluated, organisations) -> {
                    var all = new ArrayList<ReportPart<?>>(parts.all());
                    all.addAll(evaluated.reports());
                    return new Found(
                            new DataQuality(
                                            programme,
                                            parts.funding().report(),
                                            ofReporting,
                                            ofTraining,
                                            ofReach.report(),
                                            evaluated.evaluations(),
                                            organisations,
                                            LocalDate.now(clock))
                                    .findings(),
                            ReportPart.areWhole(all),
                            ReportPart.sources(all));
                });
    }

    private static boolean isNothingOf(ReportingQuality ofReporting, TrainingQuality ofTraining) {
        return Stream.of(
                        ofReporting.programmeUses(),
                        ofReporting.reachPeriods(),
                        ofTraining.programmeUses(),
                        ofTraining.references())
                .allMatch(List::isEmpty);
    }

    private Uni<List<String>> unknownOrganisations(ReportingQuality ofReporting, TrainingQuality ofTraining) {
        var stated = Stream.concat(ofReporting.references().stream(), ofTraining.references().stream())
                .map(ReferenceUse::organisationId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .limit(MOST_ORGANISATIONS)
                .toList();
        if (stated.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var together = IntStream.iterate(0, first -> first < stated.size(), first -> first + ORGANISATIONS_TOGETHER)
                .mapToObj(first -> stated.subList(first, Math.min(stated.size(), first + ORGANISATIONS_TOGETHER)))
                .map(funding::lackedOrganisations)
                .toList();
        return Uni.join()
                .all(together)
                .andFailFast()
                .map(lacked -> lacked.stream().flatMap(Set::stream).toList());
    }
}
