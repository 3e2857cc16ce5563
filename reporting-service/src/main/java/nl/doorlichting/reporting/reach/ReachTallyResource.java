package nl.doorlichting.reporting.reach;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.api.figures.RecordsOf;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.RecordWithdrawalRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(ReachTallyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Reach tallies",
        description = "Reach figures that their source gives only as a total (totalen van bereik).")
class ReachTallyResource {
    static final String PATH = "/v1/reach-tallies";

    private final ReachService reach;
    private final ReachListService lists;
    private final MunicipalityRegister register;

    ReachTallyResource(ReachService reach, ReachListService lists, MunicipalityRegister register) {
        this.reach = reach;
        this.lists = lists;
        this.register = register;
    }

    @POST
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Record a reach tally",
            description = "Records a figure of reach that its source gives only as a total. Observations that it "
                    + "holds name it in includedIn. One with the same reference is 409, and so is one that states the same of"
                    + " the same source.")
    public RestResponse<ReachTallyResponse> createReachTally(ReachTallyRequest request) {
        return created(reach.recordTally(request));
    }

    @GET
    @CsvExport
    @RecordsOf(
            value = Structure.REACH,
            row = {Dimension.INTERVENTION_TYPE, Dimension.PHENOMENON, Dimension.MUNICIPALITY, Dimension.PROVINCE})
    @Allowed(ReportingAccess.READ_INVENTORIES)
    @Operation(
            summary = "List reach tallies",
            description = "Figures of reach that a source gives only as a total. Latest versions, or with asOf "
                    + "those of a moment.")
    public Page<ReachTallyResponse> listReachTallies(
            @BeanParam FilterParameters parameters,
            @BeanParam @SortedBy(ReachObservationRepository.class) PageParameters page) {
        var filter = parameters.begin(register).toFilter();
        return page.list(request -> lists.tallies(filter, parameters.asOf, request));
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_INVENTORIES)
    @Operation(summary = "Get one reach tally", description = "The latest version, or with asOf the one of a moment.")
    public RestResponse<ReachTallyResponse> getReachTally(
            @PathParam("id") UUID id,
            @Parameter(description = "Recorded time, UTC.", example = "2011-06-30T12:00:00Z") @QueryParam("asOf")
                    Instant asOf) {
        return Responses.found(lists.tally(id, asOf));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Correct a reach tally",
            description =
                    "Makes a new version of the fields that change, with its reason. What is not named stays, and null"
                            + " removes. The earlier versions stay, and can be asked for by asOf.")
    @APIResponseSchema(value = ReachTallyResponse.class, responseCode = "201", responseDescription = "The new version")
    public RestResponse<ReachTallyResponse> correctReachTally(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ReachTallyCorrectionRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return created(reach.correctTally(id, changes));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Withdraw a reach tally",
            description =
                    "It counts nowhere from now on, and observations that it held count by themselves. Its versions"
                            + " stay, and answers asOf an earlier moment are as they were. 409 once it is withdrawn.")
    @APIResponseSchema(value = ReachTallyResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<ReachTallyResponse> withdrawReachTally(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(lists.tally(reach.withdraw(id, true, request)));
    }

    private RestResponse<ReachTallyResponse> created(ReachObservation recorded) {
        return Responses.created(PATH + "/" + recorded.observationId(), lists.tally(recorded));
    }

    /** The filters that the lists of observations and of tallies have in common. */
    public static class FilterParameters {
        private static final String SEVERAL =
                " Several values are separated by commas; NOT_STATED: figures without one.";

        private static final String TARGET_GROUP = "(YOUTH_AND_PUPILS|PROFESSIONALS_AND_OFFICIALS|"
                + "TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS|STUDENTS|OTHER|NOT_STATED)";
        private static final String TRACK = "(LOCAL|NATIONAL|INTERNATIONAL|NOT_STATED)";
        private static final String ACTION_LINE = "(PREVENTION|PROACTION|REPRESSION|NOT_STATED)";
        private static final String FUNDING_INSTRUMENT =
                "(DECENTRALISATION_GRANT|SUBSIDY|PROCUREMENT|" + "PRIZE|OWN_EXPENDITURE|NOT_STATED)";

        @Parameter(description = "Code of the programme.")
        @QueryParam("programme")
        String programme;

        @Parameter(
                description = "Period as recorded, by its code. Several values are separated by commas.",
                example = "2007-2009")
        @QueryParam("period")
        String period;

        @Parameter(
                description = "Calendar year that holds the period; NOT_STATED: figures over more than one year."
                        + " Several values are separated by commas.",
                example = "2010")
        @QueryParam("year")
        String year;

        @Parameter(description = "First day of the figures wanted; figures that stick out are left out.")
        @QueryParam("from")
        LocalDate from;

        @Parameter(description = "First day after the figures wanted.")
        @QueryParam("until")
        LocalDate until;

        @Parameter(
                description = "Target group." + SEVERAL,
                schema = @Schema(type = SchemaType.STRING, pattern = "^" + TARGET_GROUP + "(," + TARGET_GROUP + ")*$"))
        @QueryParam("targetGroup")
        String targetGroup;

        @Parameter(
                description = "Track (spoor)." + SEVERAL,
                schema = @Schema(type = SchemaType.STRING, pattern = "^" + TRACK + "(," + TRACK + ")*$"))
        @QueryParam("track")
        String track;

        @Parameter(
                description = "Action line (actielijn)." + SEVERAL,
                schema = @Schema(type = SchemaType.STRING, pattern = "^" + ACTION_LINE + "(," + ACTION_LINE + ")*$"))
        @QueryParam("actionLine")
        String actionLine;

        @Parameter(
                description = "How money went out." + SEVERAL,
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                pattern = "^" + FUNDING_INSTRUMENT + "(," + FUNDING_INSTRUMENT + ")*$"))
        @QueryParam("fundingInstrument")
        String fundingInstrument;

        @Parameter(
                description = "Type of intervention, one of those that the figure states." + SEVERAL,
                example = "AWARENESS,NETWORK_BUILDING")
        @QueryParam("interventionType")
        String interventionType;

        @Parameter(description = "Phenomenon, one of those that the figure states." + SEVERAL)
        @QueryParam("phenomenon")
        String phenomenon;

        @Parameter(
                description = "Municipality; all municipalities of the figure are among the values. Several values are"
                        + "  separated by commas; NOT_STATED: figures of none or of several municipalities.",
                example = "GM0988")
        @QueryParam("municipality")
        String municipality;

        @Parameter(
                description =
                        "Province; all municipalities of the figure are in it. Several values are separated by commas;"
                                + " NOT_STATED: figures in no one province.",
                example = "PV31")
        @QueryParam("province")
        String province;

        @Parameter(description = "Id of the inventory round." + SEVERAL)
        @QueryParam("roundId")
        String roundId;

        @Parameter(description = "Number of the organisation." + SEVERAL)
        @QueryParam("organisationId")
        String organisationId;

        @Parameter(
                description = "Versions that were recorded at this moment or later, UTC.",
                example = "2011-06-30T12:00:00Z")
        @QueryParam("recordedSince")
        Instant recordedSince;

        @Parameter(description = "Subject of the token that recorded the version.")
        @QueryParam("recordedBy")
        String recordedBy;

        @Parameter(
                description =
                        "Values that figures have besides those of a filter on the same field, as a row of statistics"
                                + " has them: interventionType, phenomenon, municipality or province, each with a colon"
                                + " and one value, separated by commas.",
                example = "interventionType:AWARENESS")
        @QueryParam("row")
        String row;

        @Parameter(
                description = "Municipalities and provinces on the map of this day; as recorded when absent.",
                example = "2011-01-01")
        @QueryParam("boundaries")
        LocalDate boundaries;

        @Parameter(
                description =
                        "true: withdrawn figures, with who withdrew them, when and why. They are left out otherwise.")
        @QueryParam("withdrawn")
        Boolean withdrawn;

        @Parameter(description = "Recorded time, UTC.", example = "2011-06-30T12:00:00Z")
        @QueryParam("asOf")
        Instant asOf;

        /** The conditions of these parameters, to which a list adds its own. */
        ReachFilter begin(MunicipalityRegister register) {
            return new ReachFilter(register, boundaries)
                    .recorded(programme, recordedSince, recordedBy)
                    .withdrawn(withdrawn)
                    .period(period)
                    .year(year)
                    .days(from, until)
                    .field(Dimension.TARGET_GROUP, targetGroup)
                    .field(Dimension.TRACK, track)
                    .field(Dimension.ACTION_LINE, actionLine)
                    .field(Dimension.FUNDING_INSTRUMENT, fundingInstrument)
                    .interventionType(interventionType)
                    .phenomenon(phenomenon)
                    .place(Dimension.MUNICIPALITY, municipality)
                    .place(Dimension.PROVINCE, province)
                    .field(Dimension.ROUND, roundId)
                    .field(Dimension.ORGANISATION, organisationId)
                    .row(row);
        }
    }
}
