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
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.doorlichting.api.figures.RecordsOf;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.dataset.RecordedUntil;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.PageSince;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.StrictParameter;
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
public class ReachTallyResource {
    public static final String PATH = "/v1/reach-tallies";

    private final ReachService reach;
    private final ReachListService lists;
    private final MunicipalityRegister register;
    private final RecordedUntil recorded;

    ReachTallyResource(
            ReachService reach, ReachListService lists, MunicipalityRegister register, RecordedUntil recorded) {
        this.reach = reach;
        this.lists = lists;
        this.register = register;
        this.recorded = recorded;
    }

    @POST
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Record a reach tally",
            description = "Records a figure of reach that its source gives only as a total. Observations that it "
                    + "holds name it in includedIn. One with the same reference is 409, and so is one that states the same of"
                    + " the same source.")
    public RestResponse<ReachTallyResponse> createReachTally(
            @Parameter(description = StrictParameter.DESCRIPTION) @QueryParam("strict") Boolean strict,
            ReachTallyRequest request) {
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
    public PageSince<ReachTallyResponse> listReachTallies(
            @BeanParam FilterParameters parameters,
            @BeanParam @SortedBy(ReachObservationRepository.class) PageParameters page) {
        var until = parameters.recordedUntil(page, recorded);
        var filter = parameters
                .begin(register)
                .recordedWithin(parameters.recordedSince, until)
                .toFilter();
        return PageSince.of(page.list(request -> lists.tallies(filter, parameters.asOf, request)), until);
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_INVENTORIES)
    @Operation(summary = "Get one reach tally", description = "The latest version, or with asOf the one of a moment.")
    public RestResponse<ReachTallyResponse> getReachTally(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "Moment, UTC: the version that was the latest then, 404 before the first; the"
                                    + " latest when absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
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
                            + " removes. The earlier versions stay, and can be asked for by asOf. 409 for what another tally states"
                            + " of the same source, and once it is withdrawn.")
    @APIResponseSchema(value = ReachTallyResponse.class, responseCode = "201", responseDescription = "The new version")
    public RestResponse<ReachTallyResponse> correctReachTally(
            @PathParam("id") UUID id,
            @Parameter(description = StrictParameter.OF_CHANGE) @QueryParam("strict") Boolean strict,
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
                " Several values are separated by commas: any of them. NOT_STATED: figures that state none.";

        private static final String TARGET_GROUP = "(YOUTH_AND_PUPILS|PROFESSIONALS_AND_OFFICIALS|"
                + "TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS|STUDENTS|OTHER|NOT_STATED)";
        private static final String TRACK = "(LOCAL|NATIONAL|INTERNATIONAL|NOT_STATED)";
        private static final String ACTION_LINE = "(PREVENTION|PROACTION|REPRESSION|NOT_STATED)";
        private static final String FUNDING_INSTRUMENT =
                "(DECENTRALISATION_GRANT|SUBSIDY|PROCUREMENT|" + "PRIZE|OWN_EXPENDITURE|NOT_STATED)";

        @Parameter(description = "Only figures of this programme, by its code, as in APR-2007-2011.")
        @QueryParam("programme")
        String programme;

        @Parameter(
                description = "Only figures of exactly this period as recorded, by its code, as in 2010, 2007-2009 or"
                        + " 2009-09-01/2010-07-01. Several values are separated by commas: any of them.",
                example = "2007-2009")
        @QueryParam("period")
        String period;

        @Parameter(
                description = "Only figures of which all days lie in this calendar year. Several values are separated"
                        + " by commas: any of them. NOT_STATED: figures over more than one year.",
                example = "2010")
        @QueryParam("year")
        String year;

        @Parameter(description = "Only figures of which no day is before this one.")
        @QueryParam("from")
        LocalDate from;

        @Parameter(description = "Only figures of which all days are before this one.")
        @QueryParam("until")
        LocalDate until;

        @Parameter(
                description = "Only figures of this target group." + SEVERAL,
                schema = @Schema(type = SchemaType.STRING, pattern = "^" + TARGET_GROUP + "(," + TARGET_GROUP + ")*$"))
        @QueryParam("targetGroup")
        String targetGroup;

        @Parameter(
                description = "Only figures at this level (spoor)." + SEVERAL,
                schema = @Schema(type = SchemaType.STRING, pattern = "^" + TRACK + "(," + TRACK + ")*$"))
        @QueryParam("track")
        String track;

        @Parameter(
                description = "Only figures with this aim (actielijn)." + SEVERAL,
                schema = @Schema(type = SchemaType.STRING, pattern = "^" + ACTION_LINE + "(," + ACTION_LINE + ")*$"))
        @QueryParam("actionLine")
        String actionLine;

        @Parameter(
                description = "Only figures of activities whose money went out in this way." + SEVERAL,
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                pattern = "^" + FUNDING_INSTRUMENT + "(," + FUNDING_INSTRUMENT + ")*$"))
        @QueryParam("fundingInstrument")
        String fundingInstrument;

        @Parameter(
                description = "Only figures with this type of intervention among theirs." + SEVERAL,
                example = "AWARENESS,NETWORK_BUILDING")
        @QueryParam("interventionType")
        String interventionType;

        @Parameter(description = "Only figures with this phenomenon among theirs." + SEVERAL)
        @QueryParam("phenomenon")
        String phenomenon;

        @Parameter(
                description = "Only figures of which all municipalities are among these, by their codes, as in GM0988."
                        + " Several values are separated by commas. NOT_STATED: figures of none or of several"
                        + " municipalities.",
                example = "GM0988")
        @QueryParam("municipality")
        String municipality;

        @Parameter(
                description =
                        "Only figures of which all municipalities are in these provinces, by their codes, as in PV31."
                                + " Several values are separated by commas. NOT_STATED: figures in no one province.",
                example = "PV31")
        @QueryParam("province")
        String province;

        @Parameter(description = "Only figures of this inventory round, by its id." + SEVERAL)
        @QueryParam("roundId")
        String roundId;

        @Parameter(description = "Only figures of this organisation, by its number." + SEVERAL)
        @QueryParam("organisationId")
        String organisationId;

        @Parameter(
                description =
                        "Only figures of which the version listed was recorded at this moment or later, UTC, and before"
                                + " recordedUntil of the answer, which is the recordedSince of the next request: so none is"
                                + " missed. The first time 1970-01-01T00:00:00Z.",
                example = "2011-06-30T12:00:00Z")
        @QueryParam("recordedSince")
        Instant recordedSince;

        @Parameter(description = "Only figures of which the version listed was recorded with a token of this subject.")
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
                description = "Day of the map that municipality, province and row are about; as recorded when absent.",
                example = "2011-01-01")
        @QueryParam("boundaries")
        LocalDate boundaries;

        @Parameter(
                description =
                        "true: withdrawn figures, with who withdrew them, when and why. They are left out otherwise.")
        @QueryParam("withdrawn")
        Boolean withdrawn;

        @Parameter(
                description = "Moment, UTC: figures in the versions that were the latest then; the latest when absent.",
                example = "2011-06-30T12:00:00Z")
        @QueryParam("asOf")
        Instant asOf;

        /**
         * Before which moment the versions of the list were recorded: one before which no more can appear, the same for all
         * pages; null where they were not asked for by the time of recording.
         */
        Instant recordedUntil(PageParameters page, RecordedUntil recorded) {
            if (recordedSince == null) {
                return null;
            }
            if (asOf != null) {
                // The list has what was recorded at that moment too. The database knows microseconds.
                return asOf.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
            }
            return page.recordedUntil().orElseGet(() -> {
                var until = recorded.read();
                return until.isBefore(recordedSince) ? recordedSince : until;
            });
        }

        /** The conditions of these parameters, to which a list adds its own. */
        ReachFilter begin(MunicipalityRegister register) {
            return new ReachFilter(register, boundaries)
                    .recorded(programme, recordedBy)
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
