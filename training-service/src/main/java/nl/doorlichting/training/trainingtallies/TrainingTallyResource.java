package nl.doorlichting.training.trainingtallies;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FilterValues;
import nl.doorlichting.api.figures.RecordsOf;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import nl.doorlichting.platform.records.PastVersionParameter;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(TrainingTallyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Training tallies",
        description = "Training figures that their source gives only as a total (totalen van trainingen).")
public class TrainingTallyResource {
    public static final String PATH = "/v1/training-tallies";

    private static final FilterParameters.Days DAYS = new FilterParameters.Days(
            "e.periodFrom",
            "e.periodUntil <= %s",
            period -> "e.periodFrom = " + FilterParameters.literal(period.from()) + " and e.periodUntil = "
                    + FilterParameters.literal(period.until()),
            "cast(sql('extract(year from period_from) <> extract(year from period_until - 1)') as Boolean) = true");

    private final TrainingTallyService tallies;
    private final MunicipalityRegister register;

    TrainingTallyResource(TrainingTallyService tallies, MunicipalityRegister register) {
        this.tallies = tallies;
        this.register = register;
    }

    @POST
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Record a training tally",
            description =
                    "States at least one of sessions, participants, expectedParticipants and rating. One with the same"
                            + " reference is 409, and so is one that states the same of the same source.")
    public RestResponse<TrainingTallyResponse> createTrainingTally(
            @QueryParam("strict") Boolean strict, TrainingTallyRequest request) {
        var created = tallies.record(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @RecordsOf(Structure.TRAINING)
    @Allowed(TrainingAccess.READ_TRAINING_RESULTS)
    @Operation(
            summary = "List training tallies",
            description =
                    "Figures about trainings that a source gives only as a total. Latest versions, or with asOf those"
                            + " of a moment.")
    public Page<TrainingTallyResponse> listTrainingTallies(
            @BeanParam FilterParameters common,
            @QueryParam("withdrawn") Boolean withdrawn,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(TrainingTallyRepository.class) PageParameters page) {
        var filter = common.toFilter(register, DAYS, "e.targetGroup", null)
                .equal("withdrawn", Boolean.TRUE.equals(withdrawn));
        return page.list(request -> tallies.page(filter, asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(TrainingAccess.READ_TRAINING_RESULTS)
    @Operation(
            summary = "Get one training tally",
            description = "The latest version, or with asOf the one of a moment.")
    public RestResponse<TrainingTallyResponse> getTrainingTally(
            @PathParam("id") UUID id, @BeanParam PastVersionParameter asOf) {
        return Responses.found(tallies.get(id, asOf.moment()));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Correct a training tally",
            description =
                    "Makes a new version of the fields that change, with its reason. What is not named stays, and null"
                            + " removes. The earlier versions stay, and can be asked for by asOf. 409 for what another tally"
                            + " states, once it is withdrawn, and where sessions that name it in includedIn would not be"
                            + " of its days and training type any more: the answer names them.")
    @APIResponseSchema(
            value = TrainingTallyResponse.class,
            responseCode = "201",
            responseDescription = "The new version")
    public RestResponse<TrainingTallyResponse> correctTrainingTally(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = TrainingTallyCorrectionRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + id, tallies.correct(id, changes));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Withdraw a training tally",
            description = "It counts nowhere from now on, and sessions that it held count by themselves. Its versions"
                    + " stay, and figures as of an earlier moment keep it. 409 once it is withdrawn.")
    @APIResponseSchema(
            value = TrainingTallyResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<TrainingTallyResponse> withdrawTrainingTally(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(tallies.withdraw(id, request));
    }

    /**
     * The filters that the lists of sessions and of tallies have in common with questions about figures, so that a row can name
     * the records that it is made of.
     */
    public static class FilterParameters {
        private static final String SEVERAL =
                " Several values are separated by commas; NOT_STATED: records without one.";

        private static final String PHENOMENON_OF_TYPE =
                "(select y.phenomenon from TrainingType y where y.code = e.trainingType)";
        private static final String NEVER = "1 = 0";

        @QueryParam("programme")
        String programme;

        @Parameter(description = "Code of a training type." + SEVERAL)
        @QueryParam("trainingType")
        String trainingType;

        @Parameter(
                description =
                        "Period as recorded, by its code; a session is of its day. Several values are separated by"
                                + " commas.",
                example = "2007-2009")
        @QueryParam("period")
        String period;

        @Parameter(
                description =
                        "Calendar year that holds the record; NOT_STATED: records over more than one year. Several"
                                + " values are separated by commas.",
                example = "2010")
        @QueryParam("year")
        String year;

        @Parameter(description = "First day.")
        @QueryParam("from")
        LocalDate from;

        @Parameter(description = "First day after the period.")
        @QueryParam("until")
        LocalDate until;

        @Parameter(description = "Target group: of those who came, else of the training type." + SEVERAL)
        @QueryParam("targetGroup")
        String targetGroup;

        @Parameter(description = "Phenomenon (fenomeen) of the training type." + SEVERAL)
        @QueryParam("phenomenon")
        String phenomenon;

        @Parameter(description = "Track (spoor)." + SEVERAL)
        @QueryParam("track")
        String track;

        @Parameter(description = "Action line (actielijn)." + SEVERAL)
        @QueryParam("actionLine")
        String actionLine;

        @Parameter(description = "How money went out." + SEVERAL)
        @QueryParam("fundingInstrument")
        String fundingInstrument;

        @Parameter(description = "Number of the organisation." + SEVERAL)
        @QueryParam("organisationId")
        String organisationId;

        /**
         * How a list states its days, over the entity alias {@code e}.
         *
         * @param from its first day
         * @param until condition that it ends before the day that {@code %s} is
         * @param isPeriod condition that it is of the period
         * @param overYears condition that it is of more than one calendar year
         */
        public record Days(String from, String until, Function<Period, String> isPeriod, String overYears) {}

        /** The day as a literal, because a condition has one parameter. It has no text of the request. */
        public static String literal(LocalDate day) {
            return "{d '" + day + "'}";
        }

        /**
         * The conditions of a list. Values that cannot be asked for are refused before.
         *
         * @param targetGroup expression of the target group of a record
         * @param projectId values wanted of the field {@code projectId}; null for a list without the field
         */
        public Filter toFilter(MunicipalityRegister register, Days days, String targetGroup, String projectId) {
            var values = new FilterValues(register, null);
            var filter = new Filter().equal("programme", programme);
            stating(filter, values, Dimension.TRAINING_TYPE, trainingType, "e.trainingType");
            stating(filter, values, Dimension.TARGET_GROUP, this.targetGroup, targetGroup);
            stating(filter, values, Dimension.PHENOMENON, phenomenon, PHENOMENON_OF_TYPE);
            stating(filter, values, Dimension.TRACK, track, "e.track");
            stating(filter, values, Dimension.ACTION_LINE, actionLine, "e.actionLine");
            stating(filter, values, Dimension.FUNDING_INSTRUMENT, fundingInstrument, "e.fundingInstrument");
            stating(filter, values, Dimension.ORGANISATION, organisationId, "e.organisationId");
            stating(filter, values, Dimension.PROJECT, projectId, "e.projectId");
            if (from != null) {
                filter.where(days.from() + " >= :from_day", "from_day", from);
            }
            if (until != null) {
                filter.where(days.until().formatted(":until_day"), "until_day", until);
            }
            if (year != null) {
                any(filter, values.several(Dimension.YEAR, year).stream().map(one -> isOfYear(one, days)));
            }
            if (period != null) {
                any(
                        filter,
                        values.several(Dimension.PERIOD, period).stream()
                                .filter(Period.class::isInstance)
                                .map(one -> days.isPeriod().apply((Period) one)));
            }
            return filter;
        }

        private static void stating(
                Filter filter, FilterValues values, Dimension dimension, String given, String expression) {
            if (given == null) {
                return;
            }
            var wanted = new HashSet<>(values.several(dimension, given));
            var none = wanted.remove(Dimension.NOT_STATED) ? expression + " is null" : null;
            if (wanted.isEmpty()) {
                filter.where(none == null ? NEVER : none);
                return;
            }
            var name = dimension.jsonName();
            var any = expression + " in :" + name;
            filter.where(none == null ? any : "(" + any + " or " + none + ")", name, wanted);
        }

        private static String isOfYear(Object year, Days days) {
            if (year.equals(Dimension.NOT_STATED)) {
                return days.overYears();
            }
            var period = Period.ofYear((Integer) year);
            return days.from() + " >= " + literal(period.from()) + " and "
                    + days.until().formatted(literal(period.until()));
        }

        private static void any(Filter filter, Stream<String> conditions) {
            var any = conditions.collect(Collectors.joining(") or (", "((", "))"));
            filter.where("(())".equals(any) ? NEVER : any);
        }
    }
}
