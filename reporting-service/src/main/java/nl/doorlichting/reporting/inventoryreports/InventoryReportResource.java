package nl.doorlichting.reporting.inventoryreports;

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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.InventoryReportState;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.audit.DryRun;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastVersionParameter;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.ReviewedListParameter;
import nl.doorlichting.reporting.activity.StrictParameter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

@Path(InventoryReportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Inventory reports",
        description = "What a round found out about projects (resultaatinventarisaties), from draft to publication.")
class InventoryReportResource {
    private static final String ADD_TO_ROUND =
            "true: a project that the round does not visit is added to it; 400 otherwise, where"
                    + " the round names projects.";

    static final String PATH = "/v1/inventory-reports";

    private final InventoryReportService reports;
    private final InventoryReportListService shown;

    InventoryReportResource(InventoryReportService reports, InventoryReportListService shown) {
        this.reports = reports;
        this.shown = shown;
    }

    @POST
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Begin an inventory report",
            description = "A draft may be incomplete. 409 with the other report's path when a project is in another"
                    + " report of the round, and for a report with the same reference.")
    @APIResponseSchema(value = InventoryReportResponse.class, responseCode = "201", responseDescription = "Created")
    public RestResponse<InventoryReportResponse> createInventoryReport(
            @Parameter(description = ADD_TO_ROUND) @QueryParam("addToRound") Boolean addToRound,
            @Parameter(description = StrictParameter.DESCRIPTION) @QueryParam("strict") Boolean strict,
            InventoryReportRequest request) {
        var id = reports.create(request, Boolean.TRUE.equals(addToRound));
        return Responses.created(PATH + "/" + id, shown.get(id));
    }

    @GET
    @CsvExport
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(
            summary = "List inventory reports",
            description = "A grantee sees those about a project of its own organisation.")
    public Page<InventoryReportResponse> listInventoryReports(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("roundId") @Separator(",") List<UUID> roundId,
            @QueryParam("state") @Separator(",") List<InventoryReportState> state,
            @QueryParam("projectId") UUID projectId,
            @QueryParam("organisationId") String organisationId,
            @BeanParam ReviewedListParameter recorded,
            @BeanParam @SortedBy(InventoryReportRepository.class) PageParameters page) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("roundId", roundId)
                .equal("state", state);
        about("projectId", projectId, filter);
        about("organisationId", organisationId, filter);
        return page.list(request -> shown.page(
                shown.correctionPending(recorded.narrow(filter), recorded.correctionPending()),
                recorded.asOf(),
                request));
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(
            summary = "Get one inventory report",
            description = "With asOf as it was recorded at that moment; 404 when it was not there yet.")
    public RestResponse<InventoryReportResponse> getInventoryReport(
            @PathParam("id") UUID id, @BeanParam PastVersionParameter asOf) {
        return Responses.found(asOf.moment() == null ? shown.get(id) : shown.asOf(id, asOf.moment()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Change an inventory report",
            description = "While it is a draft or returned. Its programme does not change, nor its round once stated."
                    + " 409 in another state, when a project is in another report of the round, and for the reference of"
                    + " another report.")
    @APIResponseSchema(
            value = InventoryReportResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<InventoryReportResponse> updateInventoryReport(
            @PathParam("id") UUID id,
            @Parameter(description = StrictParameter.OF_CHANGE) @QueryParam("strict") Boolean strict,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @Parameter(description = ADD_TO_ROUND) @QueryParam("addToRound") Boolean addToRound,
            @RequestBodySchema(InventoryReportRequest.class) MergePatch patch) {
        reports.update(id, ifMatch, patch, Boolean.TRUE.equals(addToRound));
        return Responses.found(shown.get(id));
    }

    @POST
    @Path("/{id}/submission")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Submit an inventory report",
            description = "400 with everything that is missing; 409 unless it is a draft or returned.")
    @APIResponseSchema(
            value = InventoryReportResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<InventoryReportResponse> submitInventoryReport(@PathParam("id") UUID id) {
        reports.submit(id);
        return Responses.found(shown.get(id));
    }

    @POST
    @DryRun
    @Path("/{id}/submission-check")
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Check what a submission of a report would be refused for",
            description =
                    "Changes nothing, so it takes no Idempotency-Key. 409 unless it is a draft or returned, like the"
                            + " submission itself.")
    @APIResponseSchema(
            value = InventoryReportCheckResponse.class,
            responseCode = "200",
            responseDescription = "Checked")
    public InventoryReportCheckResponse checkInventoryReport(@PathParam("id") UUID id) {
        return reports.check(id);
    }

    @POST
    @Path("/{id}/return")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Return an inventory report",
            description = "With remarks per section; 409 unless it is submitted.")
    @APIResponseSchema(
            value = InventoryReportResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<InventoryReportResponse> returnInventoryReport(
            @PathParam("id") UUID id, InventoryReportReturnRequest request) {
        reports.giveBack(id, request);
        return Responses.found(shown.get(id));
    }

    @POST
    @Path("/{id}/approval")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Approve an inventory report",
            description =
                    "From then on its figures count, and it is locked. 403 for a caller that wrote a part of it; 409"
                            + " unless it is submitted.")
    @APIResponseSchema(
            value = InventoryReportResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<InventoryReportResponse> approveInventoryReport(@PathParam("id") UUID id) {
        reports.approve(id);
        return Responses.found(shown.get(id));
    }

    @POST
    @Path("/{id}/publication")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(summary = "Publish an inventory report", description = "409 unless it is approved.")
    @APIResponseSchema(
            value = InventoryReportResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<InventoryReportResponse> publishInventoryReport(@PathParam("id") UUID id) {
        reports.publish(id);
        return Responses.found(shown.get(id));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Correct a locked inventory report",
            description =
                    "Proposes a new version of the fields that change, with its reason. What is not named stays, and null"
                            + " removes. It waits for another reviewer (correctionPending), and the report stays as it is"
                            + " until then. 409 unless it is approved or published, and while another one waits.")
    @APIResponseSchema(
            value = InventoryReportResponse.class,
            responseCode = "201",
            responseDescription = "As it stands now, with the correction waiting")
    public RestResponse<InventoryReportResponse> correctInventoryReport(
            @PathParam("id") UUID id,
            @Parameter(description = StrictParameter.OF_CHANGE) @QueryParam("strict") Boolean strict,
            @Parameter(description = ADD_TO_ROUND) @QueryParam("addToRound") Boolean addToRound,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = InventoryReportCorrectionRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        reports.correct(id, changes, Boolean.TRUE.equals(addToRound));
        return Responses.created(PATH + "/" + id, shown.get(id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(ReportingAccess.WITHDRAW_RESULTS)
    @Operation(
            summary = "Withdraw an inventory report",
            description =
                    "It counts nowhere from now on, nor do its figures, verdicts and indicators, which are withdrawn"
                            + " with it. Its projects leave the catalogue, where their addresses give the reason (410), unless"
                            + " another published report is about them. Of an approved report the withdrawal waits for a reviewer"
                            + " (correctionPending), unless the caller is one that wrote no part of it. Releases stay. 409 once it"
                            + " is withdrawn.")
    @APIResponseSchema(
            value = InventoryReportResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<InventoryReportResponse> withdrawInventoryReport(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        reports.withdraw(id, request);
        return Responses.found(shown.get(id));
    }

    @GET
    @Path("/{id}/pending-correction")
    @Allowed(ReportingAccess.READ_PROPOSALS)
    @Operation(
            summary = "Get the correction of an inventory report that waits for a reviewer",
            description = "The version that the report gets once a reviewer approves it. 404 when none waits.")
    public RestResponse<InventoryReportResponse> getPendingReportCorrection(@PathParam("id") UUID id) {
        return Responses.found(shown.pendingCorrection(id));
    }

    @POST
    @Path("/{id}/correction-approval")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Approve the correction or withdrawal of an inventory report",
            description =
                    "It is the next version from now on. 403 for the caller that proposed it, 409 when none waits.")
    @APIResponseSchema(
            value = InventoryReportResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<InventoryReportResponse> approveReportCorrection(@PathParam("id") UUID id) {
        reports.approveCorrection(id);
        return Responses.found(shown.get(id));
    }

    @POST
    @Path("/{id}/correction-rejection")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Reject the correction or withdrawal of an inventory report",
            description = "The report stays as it is. 409 when none waits.")
    @APIResponseSchema(
            value = InventoryReportResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<InventoryReportResponse> rejectReportCorrection(
            @PathParam("id") UUID id, CorrectionRejectionRequest request) {
        reports.rejectCorrection(id, request);
        return Responses.found(shown.get(id));
    }

    private static void about(String field, Object value, Filter filter) {
        if (value != null) {
            filter.where(
                    "exists (select 1 from InventoryReportProject q where q.reportId = e.id and q." + field + " = :"
                            + field + ")",
                    field,
                    value);
        }
    }
}
