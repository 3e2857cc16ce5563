package nl.doorlichting.training.trainingsessions;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.api.figures.FilterValues;
import nl.doorlichting.api.figures.RecordsOf;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.trainingtallies.TrainingTallyResource.FilterParameters;
import nl.doorlichting.training.trainingtallies.TrainingTallyResource.FilterParameters.Days;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(TrainingSessionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Training sessions", description = "Training events (trainingen) and how many came.")
public class TrainingSessionResource {
    public static final String PATH = "/v1/training-sessions";

    private final TrainingSessionService sessions;
    private final MunicipalityRegister register;

    TrainingSessionResource(TrainingSessionService sessions, MunicipalityRegister register) {
        this.sessions = sessions;
        this.register = register;
    }

    @POST
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Plan a training session",
            description = "Plans a session on a day. Registration is open from then on. A session with the same"
                    + " reference is 409, and so is a second one of a series on a day.")
    public RestResponse<TrainingSessionResponse> createTrainingSession(
            @QueryParam("strict") Boolean strict, TrainingSessionRequest request) {
        var created = sessions.plan(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @POST
    @Idempotent
    @Path("/series")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Plan a series of training sessions",
            description = "The same session on each of the days, all or none. Each is a session of its own afterwards;"
                    + " Location lists them. A second session of the series on a day is 409.")
    public RestResponse<TrainingSessionSeriesResponse> createTrainingSessionSeries(
            @QueryParam("strict") Boolean strict, TrainingSessionSeriesRequest request) {
        var list = UriBuilder.fromPath(PATH)
                .queryParam("programme", "{programme}")
                .queryParam("series", "{series}")
                .build(request.programme(), request.series());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, sessions.planSeries(request))
                .header(HttpHeaders.LOCATION, list.toString())
                .build();
    }

    @GET
    @CsvExport
    @RecordsOf(value = Structure.TRAINING, ids = "apartFrom")
    @Allowed(TrainingAccess.READ_TRAINING_SESSIONS)
    @Operation(
            summary = "List training sessions",
            description =
                    "A coordinator sees all, a trainer the own ones, a professional those to come that are neither"
                            + " held nor cancelled, before registration opens and after its deadline too, and those that it registered"
                            + " for. With date: the sessions of a day, with numbers of registered and waiting people. With"
                            + " asOf as they were at a moment.")
    public Page<TrainingSessionResponse> listTrainingSessions(
            @BeanParam FilterParameters common,
            @BeanParam SessionFilter own,
            @Parameter(
                            description = "Moment, UTC: what was recorded then, with which nothing can be done; what is"
                                    + " recorded now when absent. 403 except to a coordinator.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf,
            @BeanParam @SortedBy(TrainingSessionRepository.class) PageParameters page) {
        var filter = own.toFilter(register, common);
        return page.list(request -> sessions.page(filter, asOf, request));
    }

    @GET
    @Path("/{id}")
    @Allowed(TrainingAccess.READ_TRAINING_SESSIONS)
    @Operation(
            summary = "Get one training session",
            description =
                    "404 to a trainer of other sessions, and to a professional who did not register for it when it is over,"
                            + " held or cancelled. Before registration opens and after its deadline a professional sees it."
                            + " With asOf as it was at a moment, and 404 before it was recorded.")
    public RestResponse<TrainingSessionResponse> getTrainingSession(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "Moment, UTC: what was recorded then, with which nothing can be done; what is"
                                    + " recorded now when absent. 403 except to a coordinator.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        return Responses.found(sessions.get(id, asOf));
    }

    @PATCH
    @Idempotent
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Change a training session",
            description = "Until it is held or cancelled. More capacity gives places to the people who wait longest; a"
                    + " capacity below the number registered is 409. An earlier date in the past requires confirm true if"
                    + " people are registered, because their names are erased some time after the date. The new date"
                    + " erases no name for 7 days. 409 for the reference of another session, and for a day that another"
                    + " one of the series has.")
    public RestResponse<TrainingSessionResponse> updateTrainingSession(
            @PathParam("id") UUID id,
            @QueryParam("strict") Boolean strict,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(TrainingSessionRequest.class) MergePatch patch) {
        return Responses.found(sessions.change(id, ifMatch, patch));
    }

    @PATCH
    @Idempotent
    @Path("/{id}/series")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Change a training session and the later ones of its series",
            description =
                    "The same change of each that is neither held nor cancelled, all or none, as for one session. Date, reference"
                            + " and programme are of one session: naming them is 400. If-Match is that of the session of the path. 409 for a"
                            + " session of no series.")
    @APIResponse(responseCode = "200", description = "The sessions that were changed")
    public RestResponse<TrainingSessionSeriesResponse> updateTrainingSessionSeries(
            @PathParam("id") UUID id,
            @QueryParam("strict") Boolean strict,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(TrainingSessionRequest.class) MergePatch patch) {
        return RestResponse.ok(sessions.changeSeries(id, ifMatch, patch));
    }

    @POST
    @Idempotent
    @Path("/{id}/series/cancellation")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Cancel a training session and the later ones of its series",
            description =
                    "Each that is neither held nor cancelled, for the same reason. 409 for a session of no series.")
    @APIResponse(responseCode = "200", description = "The sessions that were cancelled")
    public RestResponse<TrainingSessionSeriesResponse> cancelTrainingSessionSeries(
            @PathParam("id") UUID id, CancelTrainingSessionRequest request) {
        return RestResponse.ok(sessions.cancelSeries(id, request));
    }

    @POST
    @Idempotent
    @Path("/{id}/confirmation")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Confirm a planned training session",
            description = "States that the session takes place. It is then CONFIRMED; only a PLANNED session can "
                    + "be confirmed, and a confirmed one is answered as it stands.")
    @APIResponse(responseCode = "200", description = "The session as it is now")
    public RestResponse<TrainingSessionResponse> confirmTrainingSession(@PathParam("id") UUID id) {
        return Responses.found(sessions.confirm(id));
    }

    @POST
    @Idempotent
    @Path("/{id}/cancellation")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Cancel a training session",
            description = "Until it is held. Afterwards no registration is accepted, and existing ones stay counted.")
    @APIResponse(responseCode = "200", description = "The session as it is now")
    public RestResponse<TrainingSessionResponse> cancelTrainingSession(
            @PathParam("id") UUID id, CancelTrainingSessionRequest request) {
        return Responses.found(sessions.cancel(id, request));
    }

    @POST
    @Idempotent
    @Path("/{id}/head-count")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Record how many came to a training session",
            description =
                    "Answers with the session, which is held from now on, or as it stands where the same is recorded"
                            + " already; 409 before its day, for another count than the recorded one, and after a roll call.")
    public RestResponse<TrainingSessionResponse> createHeadCount(@PathParam("id") UUID id, HeadCountRequest request) {
        return Responses.created(PATH + "/" + id, sessions.recordHeadCount(id, request));
    }

    @POST
    @Idempotent
    @Path("/{id}/head-count/correction")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Correct a head count",
            description =
                    "A new version with its reason; the one before is kept and no longer counted. The same count is answered as it"
                            + " stands.")
    public RestResponse<TrainingSessionResponse> createHeadCountCorrection(
            @PathParam("id") UUID id, HeadCountCorrectionRequest request) {
        return Responses.created(PATH + "/" + id, sessions.correctHeadCount(id, request));
    }

    @POST
    @Idempotent
    @Path("/{id}/corrections")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Correct a held training session",
            description = "The fields that change, with the reason. What is not named stays, and null removes. What the"
                    + " session stated before is kept, and counts no more. A day to come is 400. The target group of a count"
                    + " stays: a correction of the count changes it. 409 unless the session was held.")
    @APIResponseSchema(
            value = TrainingSessionResponse.class,
            responseCode = "201",
            responseDescription = "As it stands now")
    public RestResponse<TrainingSessionResponse> correctTrainingSession(
            @PathParam("id") UUID id,
            @QueryParam("strict") Boolean strict,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = TrainingSessionRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + id, sessions.correct(id, changes));
    }

    @POST
    @Idempotent
    @Path("/{id}/withdrawal")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Withdraw a held training session",
            description =
                    "It counts nowhere from now on, neither as planned nor with the people who came. Its codes are"
                            + " not valid any more. Figures as of an earlier moment keep it. Registered people read the reason. 409 unless the session was held, and"
                            + " once it is withdrawn.")
    @APIResponse(responseCode = "200", description = "As it stands now")
    public RestResponse<TrainingSessionResponse> withdrawTrainingSession(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(sessions.withdraw(id, request));
    }

    @GET
    @Path("/{id}/versions")
    @Allowed(TrainingAccess.READ_TRAININGS)
    @Operation(
            summary = "List the versions of a training session",
            description =
                    "Of what it states and of how many came, the oldest first. With asOf those that were recorded by"
                            + " that moment: the last of each is what stood then. 404 before the session was recorded.")
    public TrainingSessionHistory listTrainingSessionVersions(
            @PathParam("id") UUID id,
            @Parameter(description = "Recorded time, UTC.", example = "2011-06-30T12:00:00Z") @QueryParam("asOf")
                    Instant asOf) {
        return sessions.history(id, asOf);
    }

    /** The filters of the list: fields of the session, and the days between which it is. */
    static class SessionFilter {
        private static final Days DAYS = new Days(
                "e.date",
                "e.date < %s",
                period -> period.from().plusDays(1).equals(period.until())
                        ? "e.date = " + FilterParameters.literal(period.from())
                        : "1 = 0",
                "1 = 0");
        private static final String COUNTED_GROUP = "(select c.targetGroup from HeadCount c where c.sessionId = e.id"
                + " and not exists (select 1 from HeadCount later where later.sessionId = c.sessionId"
                + " and later.version > c.version))";
        private static final String TARGET_GROUP = "coalesce(" + COUNTED_GROUP
                + ", (select g.targetGroup from TrainingType g where g.code = e.trainingType))";
        private static final String CONTAINS =
                "(lower(e.title) like :q escape '!' or lower(e.description) like :q escape '!')";
        private static final String INSIDE =
                "cast(sql('place_municipalities && string_to_array(?, '','')', :municipality) as Boolean) = true";
        private static final String NOWHERE = "cast(sql('cardinality(place_municipalities) = 0') as Boolean) = true";
        private static final String APART_FROM = """
            not exists (select 1 from TrainingTally t where t.tallyId in :apartFrom
                and not exists (select 1 from TrainingTally l where l.tallyId = t.tallyId and l.version > t.version)
                and (e.includedIn = cast(t.tallyId as String)
                    or coalesce(e.includedIn, 'UNKNOWN') = 'UNKNOWN' and t.programme = e.programme
                        and coalesce(t.trainingType, e.trainingType) = e.trainingType
                        and (t.targetGroup is null or coalesce(%s, t.targetGroup) = t.targetGroup)
                        and t.periodFrom <= e.date and t.periodUntil > e.date))\
            """.formatted(COUNTED_GROUP);

        @QueryParam("status")
        TrainingSessionStatus status;

        @QueryParam("date")
        LocalDate date;

        @QueryParam("series")
        String series;

        @Parameter(
                description = "Id of the project. Several values are separated by commas; NOT_STATED: sessions without"
                        + " one.")
        @QueryParam("projectId")
        String projectId;

        @QueryParam("hostOrganisationId")
        String hostOrganisationId;

        @Parameter(
                description =
                        "Subject of the token of a trainer who gives the session. A trainer finds its own sessions only, and a"
                                + " professional none.")
        @QueryParam("trainer")
        String trainer;

        @Parameter(
                description =
                        "Code of a municipality in which the session is, as recorded. Several values are separated by"
                                + " commas; NOT_STATED: sessions of no municipality.",
                example = "GM0988")
        @QueryParam("municipality")
        String municipality;

        @Parameter(description = "Text in the title or the description, in capitals or not.", example = "signals")
        @QueryParam("q")
        String q;

        @Parameter(description = "true for the withdrawn sessions only; else only the others.")
        @QueryParam("withdrawn")
        Boolean withdrawn;

        @Parameter(description = "Ids of tallies, separated by commas: no sessions that are, or may be, part of them.")
        @QueryParam("apartFrom")
        String apartFrom;

        Filter toFilter(MunicipalityRegister register, FilterParameters common) {
            var filter = common.toFilter(register, DAYS, TARGET_GROUP, projectId)
                    .equal("status", status)
                    .equal("date", date)
                    .equal("hostOrganisationId", hostOrganisationId)
                    .where("e.withdrawal.withdrawnAt is " + (Boolean.TRUE.equals(withdrawn) ? "not null" : "null"));
            if (series != null) {
                filter.where("code_key(e.series) = code_key(:series)", "series", series);
            }
            if (trainer != null) {
                filter.where(TrainingSessions.NAMES_TRAINER, TrainingSessions.TRAINER, trainer);
            }
            if (q != null) {
                filter.where(CONTAINS, "q", "%" + q.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
            }
            if (municipality != null) {
                place(register, filter);
            }
            return apartFrom == null ? filter : filter.where(APART_FROM, "apartFrom", tallies(register));
        }

        private void place(MunicipalityRegister register, Filter filter) {
            var values = new FilterValues(register, null);
            var wanted = new HashSet<>(values.several(Dimension.MUNICIPALITY, municipality));
            ProblemException.refuse(values.violations());
            var nowhere = wanted.remove(Dimension.NOT_STATED) ? " or " + NOWHERE : "";
            var codes = wanted.stream().map(String::valueOf).sorted().collect(Collectors.joining(","));
            filter.where("(" + INSIDE + nowhere + ")", "municipality", codes);
        }

        private Set<Object> tallies(MunicipalityRegister register) {
            return new FilterValues(register, null)
                    .several("apartFrom", Dimension.PROJECT, apartFrom).stream()
                            .filter(UUID.class::isInstance)
                            .collect(Collectors.toSet());
        }
    }
}
