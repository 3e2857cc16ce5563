package nl.doorlichting.gateway.claims;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.claims.ClaimReport;
import nl.doorlichting.domain.claims.UndecidedReason;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.gateway.claims.ClaimEvaluationResponse.Figure;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.gateway.clients.reporting.StatedClaims.StatedClaim;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.reports.ReportPart;
import nl.doorlichting.gateway.reports.effects.EffectReport;
import nl.doorlichting.gateway.reports.effects.EffectReports;
import nl.doorlichting.gateway.reports.finances.FinanceReports;
import nl.doorlichting.gateway.reports.reach.ReachReport;
import nl.doorlichting.gateway.reports.reach.ReachReports;
import nl.doorlichting.gateway.reports.training.TrainingReports;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.ViolationCode;

/** Evaluates claims from the reports that they are about, each of which is asked for once. */
@ApplicationScoped
public class ClaimEvaluations {
    private static final int REPORTS_AT_A_TIME = 8;

    private final ReportingClient reporting;
    private final ReachReports reach;
    private final EffectReports effects;
    private final TrainingReports trainings;
    private final FinanceReports finances;
    private final MunicipalityRegister register;
    private final CurrentIdentityAssociation callers;

    ClaimEvaluations(
            ReportingClient reporting,
            ReachReports reach,
            EffectReports effects,
            TrainingReports trainings,
            FinanceReports finances,
            MunicipalityRegister register,
            CurrentIdentityAssociation callers) {
        this.reporting = reporting;
        this.reach = reach;
        this.effects = effects;
        this.trainings = trainings;
        this.finances = finances;
        this.register = register;
        this.callers = callers;
    }

    /**
     * Evaluations of claims, in the order of the claims.
     *
     * @param reports the reports that they were evaluated from, of which some can lack a source
     */
    public record Evaluated(List<ClaimEvaluationResponse> evaluations, List<ReportPart<?>> reports) {}

    /**
     * The evaluation of one claim; 404 where there is none, or it is withdrawn, and 400 where its report has more rows than
     * an answer.
     *
     * @param asOf recorded time of the claim and of the figures; null for now
     */
    Uni<ClaimEvaluationResponse> evaluation(UUID claim, Instant asOf) {
        return reporting
                .claim(claim, asOf)
                .map(Completeness::required)
                .chain(found -> found.withdrawn()
                        ? Uni.createFrom().failure(ProblemException.notFound())
                        : evaluations(
                                        List.of(found),
                                        asOf,
                                        Completeness.REQUIRED,
                                        ClaimEvaluations::isOfUnknownReference)
                                .map(all -> all.evaluations().get(0)));
    }

    /** All claims of a programme that are not withdrawn, in the order of their codes. */
    public Uni<List<StatedClaim>> claims(String programme) {
        return claims(programme, null);
    }

    /**
     * The same of a moment.
     *
     * @param asOf recorded time; null for now
     */
    Uni<List<StatedClaim>> claims(String programme, Instant asOf) {
        return claims(programme, asOf, null);
    }

    private Uni<List<StatedClaim>> claims(String programme, Instant asOf, String cursor) {
        return reporting
                .claims(programme, asOf, cursor)
                .map(Completeness::required)
                .chain(page -> {
                    var items = Uni.createFrom().item(page.items());
                    return page.nextCursor() == null
                            ? items
                            : claims(programme, asOf, page.nextCursor())
                                    .map(others -> Stream.concat(page.items().stream(), others.stream())
                                            .toList());
                });
    }

    /**
     * The evaluations of these claims; fails when a report that they need has no answer and the caller wants all. For
     * another caller such claims are undecided. A report with too many rows leaves its own claims without a figure, and not
     * the others.
     *
     * @param asOf recorded time of the figures; null for now
     */
    public Uni<Evaluated> evaluations(List<StatedClaim> claims, Instant asOf, Completeness wanted) {
        return evaluations(claims, asOf, wanted, failure -> isOfUnknownReference(failure) || isOfTooManyRows(failure));
    }

    private Uni<Evaluated> evaluations(
            List<StatedClaim> claims, Instant asOf, Completeness wanted, Predicate<Throwable> noFigure) {
        var needed = claims.stream()
                .flatMap(claim ->
                        claim.references().map(reference -> ClaimedReport.of(claim.programme(), reference, asOf)))
                .distinct()
                .toList();
        if (needed.isEmpty()) {
            return Uni.createFrom().item(new Evaluated(List.of(), List.of()));
        }
        return Uni.join()
                .all(needed.stream()
                        .map(asked -> figures(asked, wanted, noFigure))
                        .toList())
                .usingConcurrencyOf(REPORTS_AT_A_TIME)
                .andFailFast()
                .map(found -> {
                    var figures = IntStream.range(0, needed.size())
                            .boxed()
                            .collect(Collectors.toMap(needed::get, number -> figures(found.get(number))));
                    return new Evaluated(
                            claims.stream()
                                    .map(claim -> evaluate(claim, asOf, figures))
                                    .toList(),
                            List.copyOf(found));
                });
    }

    private static ReportFigures figures(ReportPart<ReportFigures> part) {
        return part.report() == null ? ReportFigures.none(UndecidedReason.UNAVAILABLE) : part.report();
    }

    private static ClaimEvaluationResponse evaluate(
            StatedClaim claim, Instant asOf, Map<ClaimedReport, ReportFigures> reports) {
        var asked = claim.references()
                .map(reference -> ClaimedReport.of(claim.programme(), reference, asOf))
                .toList();
        var figures = claim.references()
                .map(reference -> reports.get(ClaimedReport.of(claim.programme(), reference, asOf))
                        .figure(reference))
                .toList();
        var evaluation = claim.toClaim().evaluate(figures.get(0), figures.size() == 1 ? null : figures.get(1));
        return ClaimEvaluationResponse.from(
                claim,
                evaluation,
                IntStream.range(0, figures.size())
                        .mapToObj(i -> Figure.from(figures.get(i), asked.get(i).path()))
                        .toList());
    }

    private Uni<ReportPart<ReportFigures>> figures(
            ClaimedReport asked, Completeness wanted, Predicate<Throwable> noFigure) {
        return callers.getDeferredIdentity().chain(caller -> {
            if (!isReadable(asked.report(), caller)) {
                return Uni.createFrom().item(noFigure(UndecidedReason.WITHHELD));
            }
            var part = Uni.createFrom()
                    .deferred(() -> report(asked, wanted))
                    .onFailure(noFigure)
                    .recoverWithItem(() -> noFigure(UndecidedReason.NO_FIGURE));
            return wanted == Completeness.PARTIAL
                    ? part
                    : part.invoke(found -> Completeness.checkParts(List.of(found), wanted));
        });
    }

    private static ReportPart<ReportFigures> noFigure(UndecidedReason why) {
        return ReportPart.whole(ReportFigures.none(why));
    }

    // What a claim names may be gone, or not be there yet.
    private static boolean isOfUnknownReference(Throwable failure) {
        return isRefused(failure, ViolationCode.UNKNOWN_VALUE)
                || isRefused(failure, ViolationCode.MUNICIPALITY_NOT_VALID);
    }

    private static boolean isOfTooManyRows(Throwable failure) {
        return isRefused(failure, ViolationCode.TOO_MANY_ROWS);
    }

    private static boolean isRefused(Throwable failure, String code) {
        return failure instanceof ProblemException problem
                && problem.type() == ProblemType.VALIDATION_FAILED
                && problem.violations().stream()
                        .anyMatch(violation -> violation.code().equals(code));
    }

    private static boolean isReadable(ClaimReport report, SecurityIdentity caller) {
        var rule = switch (report) {
            case FINANCES -> GatewayAccess.READ_BUDGET;
            case PUBLISHED_TABLES -> GatewayAccess.READ_PUBLISHED_TABLES;
            case REACH, EFFECTS, TRAINING -> GatewayAccess.liveReport(report.structure());
        };
        return AccessRule.named(rule).allows(caller.getRoles());
    }

    private Uni<ReportPart<ReportFigures>> report(ClaimedReport asked, Completeness wanted) {
        return switch (asked.report()) {
            case REACH ->
                ReportPart.of(reach.report(asked.toQuestion(register), null, wanted), ReachReport::sources)
                        .map(part -> part.map(ReportFigures::of));
            case EFFECTS ->
                ReportPart.of(effects.report(asked.toQuestion(register), wanted), EffectReport::sources)
                        .map(part -> part.map(ReportFigures::of));
            case TRAINING ->
                ReportPart.of(trainings.report(asked.toQuestion(register))).map(part -> part.map(ReportFigures::of));
            case FINANCES ->
                ReportPart.of(finances.report(asked.parameters().get("programme"), asked.asOf()))
                        .map(part -> part.map(ReportFigures::of));
            case PUBLISHED_TABLES ->
                ReportPart.of(reporting
                                .tablesWithNotation(asked.parameters().get("programme"), asked.table(), asked.asOf())
                                .map(Completeness::required))
                        .map(part -> part.map(ReportFigures::of));
        };
    }
}
