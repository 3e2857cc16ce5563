package nl.doorlichting.gateway.clients.reporting;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.gateway.clients.ServiceCall;
import nl.doorlichting.gateway.clients.SharedAnswers;
import nl.doorlichting.gateway.clients.UpstreamResponse;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.clients.UpstreamResultReader;
import nl.doorlichting.gateway.contract.Service;

/** Calls reporting-service for its parts of reports, with the token of the caller. */
@ApplicationScoped
public class ReportingClient {
    private static final String REACH = "/v1/reach-statistics";
    private static final String RECORDS_OF_PROJECT = "/v1/project-records";
    private static final String CLAIMS = "/v1/claims";
    private static final String TABLES = "/v1/published-tables";
    private static final String PROGRAMME = "programme";
    private static final String AS_OF = "asOf";
    private static final int LARGEST_PAGE = 200;

    private final UpstreamResultReader responses;
    private final SharedAnswers shared;

    ReportingClient(UpstreamResultReader responses, SharedAnswers shared) {
        this.responses = responses;
        this.shared = shared;
    }

    public Uni<UpstreamResult<ReachAnswer>> reach(Question question) {
        var call = callOfReach(question);
        return shared.once(call, () -> responses.read(call, ReachAnswer.class));
    }

    /** The same for a request that has not reached an operation. */
    public Uni<UpstreamResult<ReachAnswer>> reach(RoutingContext request, Question question) {
        return responses.read(request, callOfReach(question), ReachAnswer.class);
    }

    private static ServiceCall callOfReach(Question question) {
        return new ServiceCall(Service.REPORTING, REACH, question.parameters());
    }

    /** The reach as a table, however long. */
    public Uni<UpstreamResult<byte[]>> reachTable(Question question) {
        return responses.readBody(new ServiceCall(Service.REPORTING, REACH + "/csv", question.parameters()));
    }

    /** The effects. */
    public Uni<UpstreamResult<EffectAnswer>> effects(Question question) {
        var call = new ServiceCall(Service.REPORTING, "/v1/effect-statistics", question.parameters());
        return shared.once(call, () -> responses.read(call, EffectAnswer.class));
    }

    /** Whether it has no such inventory round, as far as the caller may know. */
    public Uni<UpstreamResult<Boolean>> lacksRound(String id) {
        return responses.isNotFound(ServiceCall.of(Service.REPORTING, "/v1/inventory-rounds", id));
    }

    /** The records of one project. The recorded time may be null. */
    public Uni<UpstreamResult<ProjectRecords>> records(UUID project, Instant asOf) {
        return responses.read(
                ServiceCall.of(Service.REPORTING, RECORDS_OF_PROJECT, project).with(AS_OF, asOf), ProjectRecords.class);
    }

    /** The reach of one project, for a caller who may not read its records. The recorded time may be null. */
    public Uni<UpstreamResult<ProjectRecords.ReachSums>> reachSums(UUID project, Instant asOf) {
        return responses.read(
                ServiceCall.of(Service.REPORTING, RECORDS_OF_PROJECT + "/" + project + "/reach-sums")
                        .with(AS_OF, asOf),
                ProjectRecords.ReachSums.class);
    }

    /** One claim, as recorded by the moment, or now for null. */
    public Uni<UpstreamResult<StatedClaims.StatedClaim>> claim(UUID id, Instant asOf) {
        return responses.read(
                ServiceCall.of(Service.REPORTING, CLAIMS, id).with(AS_OF, asOf), StatedClaims.StatedClaim.class);
    }

    /**
     * A page of the claims of a programme that are not withdrawn, by code.
     *
     * @param asOf recorded time; null for now
     * @param cursor position of the page; null for the first
     */
    public Uni<UpstreamResult<StatedClaims>> claims(String programme, Instant asOf, String cursor) {
        return responses.read(
                notWithdrawn(CLAIMS, programme).with(AS_OF, asOf).with("cursor", cursor), StatedClaims.class);
    }

    /** The published table with this code, as recorded by the moment, or now for null; none where there is none. */
    public Uni<UpstreamResult<PublishedTablesWithNotation>> tablesWithNotation(
            String programme, String code, Instant asOf) {
        var call = ServiceCall.of(Service.REPORTING, TABLES)
                .with(PROGRAMME, programme)
                .with("code", code)
                .with("withdrawn", false)
                .with(AS_OF, asOf);
        return shared.once(call, () -> responses.read(call, PublishedTablesWithNotation.class));
    }

    /** The releases of a programme, the latest first: as many as one page has. */
    public Uni<UpstreamResult<PublishedReleases>> releases(String programme) {
        return responses.read(page("/v1/releases", programme), PublishedReleases.class);
    }

    /** The latest release of a programme; 404 while nothing is published. */
    public Uni<UpstreamResult<PublishedReleases.Release>> latestRelease(String programme) {
        return responses.read(
                ServiceCall.of(Service.REPORTING, "/v1/releases/latest").with(PROGRAMME, programme),
                PublishedReleases.Release.class);
    }

    /** A report as a release has it, or 304 where the caller has it. */
    public Uni<UpstreamResult<UpstreamResponse>> released(Structure structure, Map<String, String> parameters) {
        return responses.revalidate(ofRelease(structure.name().toLowerCase(Locale.ROOT), parameters));
    }

    /** The same with its body, whatever the caller has: for an answer that is made of it. */
    public Uni<UpstreamResult<byte[]>> releasedWhole(Structure structure, Map<String, String> parameters) {
        return responses.readBody(ofRelease(structure.name().toLowerCase(Locale.ROOT), parameters));
    }

    /** What the latest release of a programme has beside figures; not found where there is none. */
    public Uni<UpstreamResult<ReleasedReview>> releasedReview(String programme) {
        return responses.read(ofRelease("review", Map.of(PROGRAMME, programme)), ReleasedReview.class);
    }

    /** The reach of each project of a programme in these days, however many; all days where they are null. */
    public Uni<UpstreamResult<ProjectReaches>> projectReach(String programme, Period days, Instant asOf) {
        return responses.read(
                ServiceCall.of(Service.REPORTING, REACH + "/projects")
                        .with(PROGRAMME, programme)
                        .with("from", days == null ? null : days.from())
                        .with("until", days == null ? null : days.until())
                        .with(AS_OF, asOf),
                ProjectReaches.class);
    }

    /**
     * The lessons of a programme that are not withdrawn, each with its translations: as many as one page has.
     *
     * @param asOf recorded time; null for now
     */
    public Uni<UpstreamResult<RecordedLessons>> lessons(String programme, Instant asOf) {
        return responses.read(
                notWithdrawn("/v1/lessons", programme)
                        .with("translation", false)
                        .with(AS_OF, asOf),
                RecordedLessons.class);
    }

    /** The statements on embedding of a programme that are not withdrawn: as many of the latest as one page has. */
    public Uni<UpstreamResult<EmbeddingStatements>> embeddings(String programme) {
        return responses.read(
                notWithdrawn("/v1/embeddings", programme).with("sort", "-statedOn"), EmbeddingStatements.class);
    }

    /** The published tables of a programme that are not withdrawn: as many as one page has. */
    public Uni<UpstreamResult<PublishedTables>> publishedTables(String programme) {
        return responses.read(notWithdrawn(TABLES, programme), PublishedTables.class);
    }

    /**
     * What the public catalogue has of a programme: as much as one page has.
     *
     * @param kind LESSON or PROJECT
     */
    public Uni<UpstreamResult<PublicRecords>> publicRecords(String programme, String kind) {
        return responses.read(page("/v1/catalogue", programme).with("kind", kind), PublicRecords.class);
    }

    /** What it has to show about the quality of the data of a programme. */
    public Uni<UpstreamResult<ReportingQuality>> quality(String programme) {
        return responses.read(
                ServiceCall.of(Service.REPORTING, "/v1/reporting-quality").with(PROGRAMME, programme),
                ReportingQuality.class);
    }

    private static ServiceCall ofRelease(String report, Map<String, String> parameters) {
        return new ServiceCall(Service.REPORTING, "/v1/released-reports/" + report, parameters);
    }

    private static ServiceCall page(String path, String programme) {
        return ServiceCall.of(Service.REPORTING, path)
                .with(PROGRAMME, programme)
                .with("pageSize", LARGEST_PAGE);
    }

    private static ServiceCall notWithdrawn(String path, String programme) {
        return page(path, programme).with("withdrawn", false);
    }
}
