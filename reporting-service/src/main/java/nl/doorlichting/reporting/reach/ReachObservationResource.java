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
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
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

@Path(ReachObservationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reach observations", description = "One reach figure each (bereik).")
public class ReachObservationResource {
    public static final String PATH = "/v1/reach-observations";
    private static final String INTENSITY = "(INDIVIDUAL_GUIDANCE|COURSE|EVENT|EXHIBITION|MEDIA|NOT_STATED)";

    private final ReachService reach;
    private final ReachListService lists;
    private final MunicipalityRegister register;
    private final RecordedUntil recorded;

    ReachObservationResource(
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
            summary = "Record a reach observation",
            description = "Records one figure of reach as its source states it, with its certainty. An observation "
                    + "with the same reference is 409 already-exists. So is a second one of a project with the same target group, period,"
                    + " place and intensity, also of another organisation, because two would count the same people twice:"
                    + " correct the first, or record a part that it does not count with its own days, place or intensity."
                    + " So is one without a project that states the same of the same source. existing has the path of"
                    + " the first. 409 invalid-state while its report takes no figures.")
    public RestResponse<ReachObservationResponse> createReachObservation(
            @Parameter(description = StrictParameter.DESCRIPTION) @QueryParam("strict") Boolean strict,
            ReachObservationRequest request) {
        return created(reach.recordObservation(request));
    }

    @GET
    @CsvExport
    @RecordsOf(
            value = Structure.REACH,
            ids = {"reportId", "apartFrom"},
            row = {Dimension.INTERVENTION_TYPE, Dimension.PHENOMENON, Dimension.MUNICIPALITY, Dimension.PROVINCE})
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(
            summary = "List reach observations",
            description = "Latest versions, or with asOf those of a moment. Their sums are in /v1/reports/reach.")
    public PageSince<ReachObservationResponse> listReachObservations(
            @BeanParam ReachTallyResource.FilterParameters parameters,
            @Parameter(
                            description =
                                    "Only figures of this project, by its id. Several values are separated by commas:"
                                            + " any of them. NOT_STATED: figures that state none.")
                    @QueryParam("projectId")
                    String projectId,
            @Parameter(
                            description = "Only figures from this inventory report, by its id. Several values are"
                                    + " separated by commas: any of them. NOT_STATED: figures from none.")
                    @QueryParam("reportId")
                    String reportId,
            @Parameter(
                            description = "Only figures of people who were reached so intensively. Several values are"
                                    + " separated by commas: any of them. NOT_STATED: figures that state none.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = "^" + INTENSITY + "(," + INTENSITY + ")*$"))
                    @QueryParam("intensity")
                    String intensity,
            @Parameter(
                            description = "true: only observations that count, of approved reports or of none; all of"
                                    + " them when false or absent.")
                    @QueryParam("counted")
                    Boolean counted,
            @Parameter(
                            description =
                                    "true: only observations that name others in overlaps, or that others name there;"
                                            + " all of them when false or absent.")
                    @QueryParam("overlapping")
                    Boolean overlapping,
            @Parameter(
                            description =
                                    "true: only observations with a correction or a withdrawal that waits for a reviewer; none"
                                            + " for a caller that may not read those.")
                    @QueryParam("correctionPending")
                    Boolean correctionPending,
            @Parameter(
                            description =
                                    "Ids of tallies, separated by commas: observations that are, or may be, part of one"
                                            + " of them are left out.")
                    @QueryParam("apartFrom")
                    String apartFrom,
            @BeanParam @SortedBy(ReachObservationRepository.class) PageParameters page) {
        var until = parameters.recordedUntil(page, recorded);
        var filter = parameters
                .begin(register)
                .recordedWithin(parameters.recordedSince, until)
                .field(Dimension.PROJECT, projectId)
                .field("reportId", Dimension.PROJECT, reportId)
                .field(Dimension.INTENSITY, intensity)
                .counted(counted, parameters.asOf)
                .overlapping(overlapping)
                .correctionPending(correctionPending, lists.showsProposals())
                .apartFrom(apartFrom, parameters.asOf)
                .toFilter();
        return PageSince.of(page.list(request -> lists.observations(filter, parameters.asOf, request)), until);
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(
            summary = "Get one reach observation",
            description = "The latest version, or with asOf the one of a moment.")
    public RestResponse<ReachObservationResponse> getReachObservation(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "Moment, UTC: the version that was the latest then, 404 before the first; the"
                                    + " latest when absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        return Responses.found(lists.observation(id, asOf));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Correct a reach observation",
            description =
                    "Makes a new version of the fields that change, with its reason. What is not named stays, and null"
                            + " removes. The earlier versions stay, and can be asked for by asOf. While its report is approved, the"
                            + " correction waits for a reviewer (correctionPending), and the figure counts as it is."
                            + " 409 for what another figure of the project, or of none, is about, once it is withdrawn, and"
                            + " while another correction waits.")
    @APIResponseSchema(
            value = ReachObservationResponse.class,
            responseCode = "201",
            responseDescription = "The new version")
    public RestResponse<ReachObservationResponse> correctReachObservation(
            @PathParam("id") UUID id,
            @Parameter(description = StrictParameter.OF_CHANGE) @QueryParam("strict") Boolean strict,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ReachObservationCorrectionRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return created(reach.correctObservation(id, changes));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Withdraw a reach observation",
            description =
                    "It counts nowhere from now on. Its versions stay, and answers asOf an earlier moment are as they"
                            + " were. While its report is approved, the withdrawal waits for a reviewer (correctionPending). 409 once"
                            + " it is withdrawn, and while its report is under review.")
    @APIResponseSchema(
            value = ReachObservationResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<ReachObservationResponse> withdrawReachObservation(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(lists.observation(reach.withdraw(id, false, request)));
    }

    @GET
    @Path("/{id}/pending-correction")
    @Allowed(ReportingAccess.READ_PROPOSALS)
    @Operation(
            summary = "Get the correction of a reach observation that waits for a reviewer",
            description = "The version that the observation gets once a reviewer approves it. 404 when none waits.")
    public RestResponse<ReachObservationResponse> getPendingReachCorrection(@PathParam("id") UUID id) {
        return Responses.found(lists.pendingCorrection(id));
    }

    @POST
    @Path("/{id}/correction-approval")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Approve the correction or withdrawal of a reach observation",
            description =
                    "It is the next version from now on. 403 for the caller that proposed it, 409 when none waits.")
    @APIResponseSchema(
            value = ReachObservationResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<ReachObservationResponse> approveReachCorrection(@PathParam("id") UUID id) {
        return Responses.found(lists.observation(reach.approveCorrection(id)));
    }

    @POST
    @Path("/{id}/correction-rejection")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Reject the correction or withdrawal of a reach observation",
            description = "The observation stays as it is. 409 when none waits.")
    @APIResponseSchema(
            value = ReachObservationResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<ReachObservationResponse> rejectReachCorrection(
            @PathParam("id") UUID id, CorrectionRejectionRequest request) {
        return Responses.found(lists.observation(reach.rejectCorrection(id, request)));
    }

    private RestResponse<ReachObservationResponse> created(ReachObservation recorded) {
        return Responses.created(PATH + "/" + recorded.observationId(), lists.observation(recorded));
    }
}
