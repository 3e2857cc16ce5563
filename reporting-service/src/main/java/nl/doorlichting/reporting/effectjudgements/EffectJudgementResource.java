package nl.doorlichting.reporting.effectjudgements;

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
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.StrictParameter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

@Path(EffectJudgementResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Effect judgements", description = "Verdicts on whether it worked (doeltreffend, veelbelovend).")
class EffectJudgementResource {
    static final String PATH = "/v1/effect-judgements";

    private final EffectJudgementService judgements;

    EffectJudgementResource(EffectJudgementService judgements) {
        this.judgements = judgements;
    }

    @POST
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Record a verdict",
            description = "A verdict above its evidence is kept and carries finding VERDICT_ABOVE_EVIDENCE. One of a"
                    + " report that is approved already waits for a reviewer (awaitsReview) and counts nowhere until then."
                    + " A verdict with the same reference is 409.")
    public RestResponse<EffectJudgementResponse> createEffectJudgement(
            @Parameter(description = StrictParameter.DESCRIPTION) @QueryParam("strict") Boolean strict,
            EffectJudgementRequest request) {
        var created = judgements.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(summary = "List verdicts", description = "Each in its latest version, or with asOf in that of a moment.")
    public Page<EffectJudgementResponse> listEffectJudgements(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("projectId") @Separator(",") List<UUID> projectId,
            @QueryParam("organisationId") @Separator(",") List<String> organisationId,
            @QueryParam("verdict") @Separator(",") List<Verdict> verdict,
            @QueryParam("withdrawn") Boolean withdrawn,
            @Parameter(
                            description =
                                    "true: only verdicts that wait for a reviewer, or of which a correction or a withdrawal does;"
                                            + " none for a caller that may not read those.")
                    @QueryParam("correctionPending")
                    Boolean correctionPending,
            @Parameter(description = "Recorded time, UTC.", example = "2011-06-30T12:00:00Z") @QueryParam("asOf")
                    Instant asOf,
            @BeanParam @SortedBy(EffectJudgementRepository.class) PageParameters page) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("activity.projectId", projectId)
                .equal("activity.organisationId", organisationId)
                .equal("verdict", verdict)
                .equal("withdrawn", Boolean.TRUE.equals(withdrawn));
        return page.list(
                request -> judgements.page(judgements.correctionPending(filter, correctionPending), asOf, request));
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(summary = "Get one verdict", description = "The latest version, or with asOf the one of a moment.")
    public RestResponse<EffectJudgementResponse> getEffectJudgement(
            @PathParam("id") UUID id,
            @Parameter(description = "Recorded time, UTC.", example = "2011-06-30T12:00:00Z") @QueryParam("asOf")
                    Instant asOf) {
        return Responses.found(asOf == null ? judgements.get(id) : judgements.asOf(id, asOf));
    }

    @GET
    @Path("/{id}/versions")
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(summary = "List the versions of a verdict", description = "All of them, the oldest first.")
    public EffectJudgementResponse.History listEffectJudgementVersions(@PathParam("id") UUID id) {
        return judgements.history(id);
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Correct a verdict",
            description = "Adds a version of the fields that change, with its reason. What is not named stays, and null"
                    + " removes. Earlier versions stay readable. The new version is not public until it is published. While its"
                    + " report is approved, the correction waits for a reviewer (correctionPending), and the verdict counts"
                    + " as it is.")
    public RestResponse<EffectJudgementResponse> correctEffectJudgement(
            @PathParam("id") UUID id,
            @Parameter(description = StrictParameter.OF_CHANGE) @QueryParam("strict") Boolean strict,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = EffectJudgementCorrectionRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + id, judgements.correct(id, changes));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(ReportingAccess.WITHDRAW_RESULTS)
    @Operation(
            summary = "Withdraw a verdict",
            description =
                    "It counts nowhere from now on, and the catalogue does not show it. Its versions stay. While its"
                            + " report is approved, the withdrawal waits for a reviewer (correctionPending). Another verdict that"
                            + " was public is withdrawn by a reviewer.")
    @APIResponseSchema(
            value = EffectJudgementResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<EffectJudgementResponse> withdrawEffectJudgement(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(judgements.withdraw(id, request));
    }

    @POST
    @Path("/{id}/publication")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Make the latest version of a verdict public",
            description =
                    "It shows at its project in the catalogue, if that is there. 409 until the report of the verdict is"
                            + " approved.")
    @APIResponseSchema(
            value = EffectJudgementResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<EffectJudgementResponse> publishEffectJudgement(@PathParam("id") UUID id) {
        return Responses.found(judgements.publish(id));
    }

    @GET
    @Path("/{id}/pending-correction")
    @Allowed(ReportingAccess.READ_PROPOSALS)
    @Operation(
            summary = "Get what waits for a reviewer of a verdict",
            description = "The version that the verdict gets once a reviewer approves it. 404 when nothing waits.")
    public RestResponse<EffectJudgementResponse> getPendingJudgementCorrection(@PathParam("id") UUID id) {
        return Responses.found(judgements.pendingCorrection(id));
    }

    @POST
    @Path("/{id}/correction-approval")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Approve a verdict that waits, or its correction or withdrawal",
            description =
                    "It is the next version from now on, and counts. 403 for the caller that wrote it, 409 when nothing"
                            + " waits.")
    @APIResponseSchema(
            value = EffectJudgementResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<EffectJudgementResponse> approveJudgementCorrection(@PathParam("id") UUID id) {
        return Responses.found(judgements.approveCorrection(id));
    }

    @POST
    @Path("/{id}/correction-rejection")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Reject a verdict that waits, or its correction or withdrawal",
            description =
                    "The verdict stays as it is; one that waits itself is withdrawn, with the remark as its reason. 409"
                            + " when nothing waits.")
    @APIResponseSchema(
            value = EffectJudgementResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<EffectJudgementResponse> rejectJudgementCorrection(
            @PathParam("id") UUID id, CorrectionRejectionRequest request) {
        return Responses.found(judgements.rejectCorrection(id, request));
    }
}
