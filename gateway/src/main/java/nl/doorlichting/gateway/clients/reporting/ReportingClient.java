package nl.doorlichting.gateway.clients.reporting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.gateway.clients.CallerHeaders;
import nl.doorlichting.gateway.clients.ServiceCall;
import nl.doorlichting.gateway.clients.SharedAnswers;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.clients.UpstreamResultReader;
import nl.doorlichting.gateway.contract.Service;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Calls reporting-service for its parts of reports, with the token of the caller. */
@ApplicationScoped
public class ReportingClient {
    private static final int LARGEST_PAGE = 200;

    private final ReportingRestClient service;
    private final UpstreamResultReader responses;
    private final CallerHeaders caller;
    private final SharedAnswers shared;

    ReportingClient(
            @RestClient ReportingRestClient service,
            UpstreamResultReader responses,
            CallerHeaders caller,
            SharedAnswers shared) {
        this.service = service;
        this.responses = responses;
        this.caller = caller;
        this.shared = shared;
    }

    public Uni<UpstreamResult<ReachAnswer>> reach(Question question) {
        var call = new ServiceCall(Service.REPORTING, "reach", question.parameters());
        return shared.once(
                call, () -> responses.read(call, ReachAnswer.class, () -> service.reach(question.parameters())));
    }

    /** The reach as a table, however long. */
    public Uni<UpstreamResult<byte[]>> reachTable(Question question) {
        return responses.readTable(
                new ServiceCall(Service.REPORTING, "reach/csv", question.parameters()),
                () -> service.reachTable(question.parameters()));
    }

    /** The effects. */
    public Uni<UpstreamResult<EffectAnswer>> effects(Question question) {
        var call = new ServiceCall(Service.REPORTING, "effects", question.parameters());
        return shared.once(
                call, () -> responses.read(call, EffectAnswer.class, () -> service.effects(question.parameters())));
    }

    /** Whether it has no such inventory round, as far as the caller may know. */
    public Uni<Boolean> lacksRound(String id) {
        return responses.isNotFound(ServiceCall.of(Service.REPORTING, "rounds", id, null), () -> service.round(id));
    }

    /** The records of one project. The recorded time may be null. */
    public Uni<UpstreamResult<ProjectRecords>> records(UUID project, Instant asOf) {
        return responses.read(
                ServiceCall.of(Service.REPORTING, "records", project, asOf),
                ProjectRecords.class,
                () -> service.records(project, asOf == null ? null : asOf.toString()));
    }

    /** The reach of one project, for a caller who may not read its records. The recorded time may be null. */
    public Uni<UpstreamResult<ProjectRecords.ReachSums>> reachSums(UUID project, Instant asOf) {
        return responses.read(
                ServiceCall.of(Service.REPORTING, "reach-sums", project, asOf),
                ProjectRecords.ReachSums.class,
                () -> service.reachSums(project, asOf == null ? null : asOf.toString()));
    }

    /** One claim, as recorded by the moment, or now for null. */
    public Uni<UpstreamResult<StatedClaims.StatedClaim>> claim(UUID id, Instant asOf) {
        var call = service.claim(id, asOf == null ? null : asOf.toString());
        return responses.read(Service.REPORTING, StatedClaims.StatedClaim.class, call);
    }

    /**
     * A page of the claims of a programme that are not withdrawn, by code.
     *
     * @param asOf recorded time; null for now
     * @param cursor position of the page; null for the first
     */
    public Uni<UpstreamResult<StatedClaims>> claims(String programme, Instant asOf, String cursor) {
        var moment = asOf == null ? null : asOf.toString();
        var call = service.claims(programme, false, moment, LARGEST_PAGE, cursor);
        return responses.read(Service.REPORTING, StatedClaims.class, call);
    }

    /** The published table with this code, as recorded by the moment, or now for null; none where there is none. */
    public Uni<UpstreamResult<PublishedTablesWithNotation>> tablesWithNotation(
            String programme, String code, Instant asOf) {
        return shared.once(Arrays.asList("printed", programme, code, asOf), () -> {
            var moment = asOf == null ? null : asOf.toString();
            var call = service.tablesWithNotation(programme, code, false, moment);
            return responses.read(Service.REPORTING, PublishedTablesWithNotation.class, call);
        });
    }

    /** The releases of a programme, the latest first: as many as one page has. */
    public Uni<UpstreamResult<PublishedReleases>> releases(String programme) {
        var call = service.releases(programme, LARGEST_PAGE);
        return responses.read(Service.REPORTING, PublishedReleases.class, call);
    }

    /** The latest release of a programme; 404 while nothing is published. */
    public Uni<UpstreamResult<PublishedReleases.Release>> latestRelease(String programme) {
        var call = service.latestRelease(programme);
        return responses.read(Service.REPORTING, PublishedReleases.Release.class, call);
    }

    /** A report as a release has it, or 304 where the caller has it. */
    public Uni<UpstreamResult<RestResponse<byte[]>>> released(Structure structure, Map<String, String> parameters) {
        var report = structure.name().toLowerCase(Locale.ROOT);
        var call = service.released(caller.ifNoneMatch(), report, parameters);
        return responses.readResponse(Service.REPORTING, call);
    }

    /** The same with its body, whatever the caller has: for an answer that is made of it. */
    public Uni<UpstreamResult<byte[]>> releasedWhole(Structure structure, Map<String, String> parameters) {
        var report = structure.name().toLowerCase(Locale.ROOT);
        var call = service.released(null, report, parameters);
        return responses.readTable(Service.REPORTING, call);
    }

    /** What the latest release of a programme has beside figures; not found where there is none. */
    public Uni<UpstreamResult<ReleasedReview>> releasedReview(String programme) {
        var call = service.released(null, "review", Map.of("programme", programme));
        return responses.read(Service.REPORTING, ReleasedReview.class, call);
    }

    /** The reach of each project of a programme in these days, however many; all days where they are null. */
    public Uni<UpstreamResult<ProjectReaches>> projectReach(String programme, Period days, Instant asOf) {
        var call = service.projectReach(
                programme,
                days == null ? null : days.from().toString(),
                days == null ? null : days.until().toString(),
                asOf == null ? null : asOf.toString());
        return responses.read(Service.REPORTING, ProjectReaches.class, call);
    }

    /**
     * The lessons of a programme that are not withdrawn, each with its translations: as many as one page has.
     *
     * @param asOf recorded time; null for now
     */
    public Uni<UpstreamResult<RecordedLessons>> lessons(String programme, Instant asOf) {
        var call = service.lessons(programme, false, false, asOf == null ? null : asOf.toString(), LARGEST_PAGE);
        return responses.read(Service.REPORTING, RecordedLessons.class, call);
    }

    /** The statements on embedding of a programme that are not withdrawn: as many of the latest as one page has. */
    public Uni<UpstreamResult<EmbeddingStatements>> embeddings(String programme) {
        var call = service.embeddings(programme, false, "-statedOn", LARGEST_PAGE);
        return responses.read(Service.REPORTING, EmbeddingStatements.class, call);
    }

    /** The published tables of a programme that are not withdrawn: as many as one page has. */
    public Uni<UpstreamResult<PublishedTables>> publishedTables(String programme) {
        var call = service.publishedTables(programme, false, LARGEST_PAGE);
        return responses.read(Service.REPORTING, PublishedTables.class, call);
    }

    /**
     * What the public catalogue has of a programme: as much as one page has.
     *
     * @param kind LESSON or PROJECT
     */
    public Uni<UpstreamResult<PublicRecords>> publicRecords(String programme, String kind) {
        var call = service.catalogue(programme, kind, LARGEST_PAGE);
        return responses.read(Service.REPORTING, PublicRecords.class, call);
    }

    /** What it has to show about the quality of the data of a programme. */
    public Uni<UpstreamResult<ReportingQuality>> quality(String programme) {
        var call = service.quality(programme);
        return responses.read(Service.REPORTING, ReportingQuality.class, call);
    }
}
