package nl.doorlichting.reporting.indicators;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.api.figures.AsOfParameter;
import nl.doorlichting.domain.vocabulary.BaselineKind;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
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

@Path(IndicatorResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Indicators",
        description = "What is measured before (nulmeting), during (voortgang) and after, against what was aimed at.")
class IndicatorResource {
    static final String PATH = "/v1/indicators";

    private final IndicatorService indicators;

    IndicatorResource(IndicatorService indicators) {
        this.indicators = indicators;
    }

    @POST
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Record an indicator",
            description =
                    "The baseline is always stated: what was measured beforehand, or NONE_TAKEN. An indicator of a"
                            + " report that is approved already waits for a reviewer (awaitsReview) and counts nowhere until then."
                            + " An indicator with the same reference is 409.")
    @APIResponseSchema(value = IndicatorResponse.class, responseCode = "201", responseDescription = "Created")
    public RestResponse<IndicatorResponse> createIndicator(
            @Parameter(description = StrictParameter.DESCRIPTION) @QueryParam("strict") Boolean strict,
            IndicatorRequest request) {
        var id = indicators.create(request);
        return Responses.created(PATH + "/" + id, indicators.get(id));
    }

    @GET
    @CsvExport
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(summary = "List indicators", description = "A grantee sees those of its own organisation.")
    public Page<IndicatorResponse> listIndicators(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("projectId") @Separator(",") List<UUID> projectId,
            @QueryParam("organisationId") @Separator(",") List<String> organisationId,
            @QueryParam("reportId") @Separator(",") List<UUID> reportId,
            @QueryParam("baselineKind") @Separator(",") List<BaselineKind> baselineKind,
            @BeanParam ReviewedListParameter recorded,
            @BeanParam @SortedBy(IndicatorRepository.class) PageParameters page) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("activity.projectId", projectId)
                .equal("activity.organisationId", organisationId)
                .equal("reportId", reportId)
                .equal("baselineKind", baselineKind);
        return page.list(request -> indicators.page(
                indicators.correctionPending(recorded.narrow(filter), recorded.correctionPending()),
                recorded.asOf(),
                request));
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(
            summary = "Get one indicator",
            description =
                    "With its baseline, its target, all that was measured and the change, where there is one. With asOf"
                            + " as it was recorded then; 404 when it was not there yet.")
    public RestResponse<IndicatorResponse> getIndicator(@PathParam("id") UUID id, @BeanParam AsOfParameter asOf) {
        return Responses.found(indicators.get(id, asOf.moment()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Change an indicator",
            description = "Before the first measurement and the approval of its report; 409 after it, because the"
                    + " measurements keep their meaning: then it is corrected.")
    @APIResponseSchema(value = IndicatorResponse.class, responseCode = "200", responseDescription = "As it is now")
    public RestResponse<IndicatorResponse> updateIndicator(
            @PathParam("id") UUID id,
            @Parameter(description = StrictParameter.OF_CHANGE) @QueryParam("strict") Boolean strict,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(IndicatorRequest.class) MergePatch patch) {
        indicators.update(id, ifMatch, patch);
        return Responses.found(indicators.get(id));
    }

    @POST
    @Path("/{id}/actuals")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Record what was measured",
            description =
                    "Nothing is overwritten: a day that has a value already takes another only with a reason, and is"
                            + " 409 already-exists without one. With one, the value that the day has already is answered as it stands. While the"
                            + " report is approved, a value of a new day waits for a reviewer (awaitsReview), and another value of a"
                            + " day that has one waits as its correction does (correctionPending).")
    @APIResponseSchema(
            value = IndicatorResponse.class,
            responseCode = "201",
            responseDescription = "The indicator with what was measured")
    public RestResponse<IndicatorResponse> createIndicatorActual(
            @PathParam("id") UUID id, IndicatorActualRequest request) {
        indicators.measure(id, request);
        return Responses.created(PATH + "/" + id, indicators.get(id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Withdraw an indicator",
            description = "It counts nowhere from now on, with all that was measured. While its report is approved, the"
                    + " withdrawal waits for a reviewer (correctionPending). 409 once it is withdrawn.")
    @APIResponseSchema(value = IndicatorResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<IndicatorResponse> withdrawIndicator(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        indicators.withdraw(id, request);
        return Responses.found(indicators.get(id));
    }

    @POST
    @Path("/{id}/actuals/{measuredOn}/withdrawal")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Withdraw what was measured on a day",
            description =
                    "Its versions stay. The day can be measured again, with a reason. 404 for a day without a value. While the"
                            + " report is approved, the withdrawal waits for a reviewer (correctionPending of the value).")
    @APIResponseSchema(
            value = IndicatorResponse.class,
            responseCode = "200",
            responseDescription = "The indicator as it stands now")
    public RestResponse<IndicatorResponse> withdrawIndicatorActual(
            @PathParam("id") UUID id,
            @Parameter(description = "Day of the measurement.", example = "2011-05-01") @PathParam("measuredOn")
                    LocalDate measuredOn,
            RecordWithdrawalRequest request) {
        indicators.withdraw(id, measuredOn, request);
        return Responses.found(indicators.get(id));
    }

    @POST
    @Path("/{id}/actuals/{measuredOn}/corrections")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Correct what was measured on a day",
            description =
                    "Makes a new version of the fields that change, with its reason. What is not named stays, and null"
                            + " removes. 404 for a day without a value. While the report is approved, the correction waits"
                            + " for a reviewer (correctionPending of the value).")
    @APIResponseSchema(
            value = IndicatorResponse.class,
            responseCode = "201",
            responseDescription = "The indicator as it stands now")
    public RestResponse<IndicatorResponse> correctIndicatorActual(
            @PathParam("id") UUID id,
            @Parameter(description = "Day of the measurement.", example = "2011-05-01") @PathParam("measuredOn")
                    LocalDate measuredOn,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = IndicatorActualCorrectionRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        indicators.correct(id, measuredOn, changes);
        return Responses.created(PATH + "/" + id, indicators.get(id));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Correct an indicator",
            description =
                    "The fields that change, with the reason, also once something was measured. What is not named stays, and"
                            + " null removes. What the record stated before is kept. While its report is approved, the"
                            + " correction waits for a reviewer (correctionPending), and the indicator counts as it is."
                            + " 409 for the reference of another indicator, once it is withdrawn, and while another correction"
                            + " waits.")
    @APIResponseSchema(value = IndicatorResponse.class, responseCode = "201", responseDescription = "As it stands now")
    public RestResponse<IndicatorResponse> correctIndicator(
            @PathParam("id") UUID id,
            @Parameter(description = StrictParameter.OF_CHANGE) @QueryParam("strict") Boolean strict,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = IndicatorRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        indicators.correct(id, changes);
        return Responses.created(PATH + "/" + id, indicators.get(id));
    }

    @GET
    @Path("/{id}/pending-correction")
    @Allowed(ReportingAccess.READ_PROPOSALS)
    @Operation(
            summary = "Get what waits for a reviewer of an indicator",
            description = "The indicator as it is once a reviewer approves what waits. 404 when nothing does.")
    public RestResponse<IndicatorResponse> getPendingIndicatorCorrection(@PathParam("id") UUID id) {
        return Responses.found(indicators.pendingCorrection(id));
    }

    @POST
    @Path("/{id}/correction-approval")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Approve an indicator that waits, or its correction or withdrawal",
            description =
                    "From now on it counts, an indicator that waited with all that was measured until now. 403 for the"
                            + " caller that wrote it, 409 when nothing waits.")
    @APIResponseSchema(value = IndicatorResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<IndicatorResponse> approveIndicatorCorrection(@PathParam("id") UUID id) {
        indicators.approveCorrection(id);
        return Responses.found(indicators.get(id));
    }

    @POST
    @Path("/{id}/correction-rejection")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Reject an indicator that waits, or its correction or withdrawal",
            description =
                    "The indicator stays as it is; one that waits itself is withdrawn, with the remark as its reason."
                            + " 409 when nothing waits.")
    @APIResponseSchema(value = IndicatorResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<IndicatorResponse> rejectIndicatorCorrection(
            @PathParam("id") UUID id, CorrectionRejectionRequest request) {
        indicators.rejectCorrection(id, request);
        return Responses.found(indicators.get(id));
    }

    @GET
    @Path("/{id}/actuals/{measuredOn}/pending-correction")
    @Allowed(ReportingAccess.READ_PROPOSALS)
    @Operation(
            summary = "Get what waits for a reviewer of the value of a day",
            description = "The value as it is once a reviewer approves what waits. 404 when nothing does.")
    public IndicatorResponse.Actual getPendingActualCorrection(
            @PathParam("id") UUID id,
            @Parameter(description = "Day of the measurement.", example = "2011-05-01") @PathParam("measuredOn")
                    LocalDate measuredOn) {
        return indicators.pendingCorrection(id, measuredOn);
    }

    @POST
    @Path("/{id}/actuals/{measuredOn}/correction-approval")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Approve a measured value that waits, or its correction or withdrawal",
            description = "From now on it counts. 403 for the caller that wrote it, 409 when nothing waits.")
    @APIResponseSchema(
            value = IndicatorResponse.class,
            responseCode = "200",
            responseDescription = "The indicator as it stands now")
    public RestResponse<IndicatorResponse> approveActualCorrection(
            @PathParam("id") UUID id,
            @Parameter(description = "Day of the measurement.", example = "2011-05-01") @PathParam("measuredOn")
                    LocalDate measuredOn) {
        indicators.approveCorrection(id, measuredOn);
        return Responses.found(indicators.get(id));
    }

    @POST
    @Path("/{id}/actuals/{measuredOn}/correction-rejection")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Reject a measured value that waits, or its correction or withdrawal",
            description =
                    "The value stays as it is; one that waits itself is withdrawn, with the remark as its reason. 409"
                            + " when nothing waits.")
    @APIResponseSchema(
            value = IndicatorResponse.class,
            responseCode = "200",
            responseDescription = "The indicator as it stands now")
    public RestResponse<IndicatorResponse> rejectActualCorrection(
            @PathParam("id") UUID id,
            @Parameter(description = "Day of the measurement.", example = "2011-05-01") @PathParam("measuredOn")
                    LocalDate measuredOn,
            CorrectionRejectionRequest request) {
        indicators.rejectCorrection(id, measuredOn, request);
        return Responses.found(indicators.get(id));
    }
}
