package nl.doorlichting.gateway.dataquality;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.quality.ReferenceUse;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.gateway.claims.ClaimEvaluations;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.clients.funding.FundingClient;
import nl.doorlichting.gateway.clients.funding.FundingQuality;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.gateway.clients.reporting.ReportingQuality;
import nl.doorlichting.gateway.clients.training.TrainingClient;
import nl.doorlichting.gateway.clients.training.TrainingQuality;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.reports.reach.ReachReport;
import nl.doorlichting.gateway.reports.reach.ReachReports;

/** Asks all services what they have to show about their data, and holds their answers together. */
@ApplicationScoped
class DataQualityReports {
    // Each organisation is a request of its own.
    private static final int ORGANISATIONS_AT_A_TIME = 20;
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

    private record Parts(
            UpstreamResult<FundingQuality> funding,
            UpstreamResult<ReportingQuality> reporting,
            UpstreamResult<TrainingQuality> training) {
        List<UpstreamResult<?>> all() {
            return List.of(funding, reporting, training);
        }
    }

    /** All findings, the gravest first; fails when a service does not respond, and for an unknown programme. */
    Uni<List<QualityFinding>> findings(String programme) {
        var parts = Uni.combine()
                .all()
                .unis(funding.quality(programme), reporting.quality(programme), training.quality(programme))
                .with(Parts::new)
                .invoke(found -> Completeness.check(found.all(), Completeness.REQUIRED));
        var found = Uni.combine().all().unis(parts, reach(programme)).asTuple();
        return found.chain(both -> findings(programme, both.getItem1(), both.getItem2()));
    }

    private Uni<ReachReport> reach(String programme) {
        var byPeriod = Map.of("programme", List.of(programme), "by", List.of(Dimension.PERIOD.jsonName()));
        return reach.report(
                new FigureParameters(Structure.REACH, byPeriod).toQuestion(register), null, Completeness.REQUIRED);
    }

    private Uni<List<QualityFinding>> findings(String programme, Parts parts, ReachReport report) {
        var ofFunding = parts.funding().body().orElseThrow();
        var ofReporting = parts.reporting().body().orElseThrow();
        var ofTraining = parts.training().body().orElseThrow();
        return Uni.combine()
                .all()
                .unis(claims.evaluations(ofReporting.claims()), unknownOrganisations(ofReporting, ofTraining))
                .with((evaluations, organisations) -> new DataQuality(
                                programme,
                                ofFunding,
                                ofReporting,
                                ofTraining,
                                report,
                                evaluations,
                                organisations,
                                LocalDate.now(clock))
                        .findings());
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
        return Uni.join()
                .all(stated.stream().map(funding::lacksOrganisation).toList())
                .usingConcurrencyOf(ORGANISATIONS_AT_A_TIME)
                .andFailFast()
                .map(lacking -> IntStream.range(0, stated.size())
                        .filter(lacking::get)
                        .mapToObj(stated::get)
                        .toList());
    }
}
