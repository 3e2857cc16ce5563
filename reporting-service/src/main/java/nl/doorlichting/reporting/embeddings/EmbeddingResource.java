package nl.doorlichting.reporting.embeddings;

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
import nl.doorlichting.api.figures.AsOfParameter;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
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

@Path(EmbeddingResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Embedding", description = "Whether results will last (borging).")
class EmbeddingResource {
    static final String PATH = "/v1/embeddings";

    private final EmbeddingService embeddings;

    EmbeddingResource(EmbeddingService embeddings) {
        this.embeddings = embeddings;
    }

    @POST
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Record how far something is embedded",
            description = "Records on a day whether something will last (borging) and who is responsible from then "
                    + "on. Later statements do not replace earlier ones. Of a project that the catalogue shows it waits for a"
                    + " reviewer (awaitsReview), and counts nowhere until then. A second statement about the subject on"
                    + " the day is 409.")
    public RestResponse<EmbeddingResponse> createEmbedding(
            @Parameter(description = StrictParameter.DESCRIPTION) @QueryParam("strict") Boolean strict,
            EmbeddingRequest request) {
        var created = embeddings.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(summary = "List statements on embedding", description = "In the order of their days.")
    public Page<EmbeddingResponse> listEmbeddings(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("projectId") @Separator(",") List<UUID> projectId,
            @QueryParam("organisationId") @Separator(",") List<String> organisationId,
            @QueryParam("status") @Separator(",") List<EmbeddingStatus> status,
            @BeanParam ReviewedListParameter recorded,
            @BeanParam @SortedBy(EmbeddingRepository.class) PageParameters page) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("activity.projectId", projectId)
                .equal("activity.organisationId", organisationId)
                .equal("status", status);
        return page.list(request -> embeddings.page(
                embeddings.correctionPending(recorded.narrow(filter), recorded.correctionPending()),
                recorded.asOf(),
                request));
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(
            summary = "Get one statement on embedding",
            description =
                    "With warnings where a new statement is needed. With asOf as it was recorded then; 404 when it"
                            + " was not there yet.")
    public RestResponse<EmbeddingResponse> getEmbedding(@PathParam("id") UUID id, @BeanParam AsOfParameter asOf) {
        return Responses.found(embeddings.get(id, asOf.moment()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Change a statement on embedding",
            description =
                    "To correct a mistake. A later situation is a new statement of another day. 409 of a project that"
                            + " the catalogue shows, whose statements change by a correction, and for a subject and a day of"
                            + " another statement.")
    public RestResponse<EmbeddingResponse> updateEmbedding(
            @PathParam("id") UUID id,
            @Parameter(description = StrictParameter.OF_CHANGE) @QueryParam("strict") Boolean strict,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(EmbeddingRequest.class) MergePatch patch) {
        return Responses.found(embeddings.update(id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Withdraw a statement on embedding",
            description =
                    "It counts nowhere from now on, and the statement before it is the latest again. Of a project that"
                            + " the catalogue shows the withdrawal waits for a reviewer (correctionPending). 409 once it is"
                            + " withdrawn.")
    @APIResponseSchema(value = EmbeddingResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<EmbeddingResponse> withdrawEmbedding(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(embeddings.withdraw(id, request));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Correct a statement on embedding",
            description =
                    "The fields that change, with the reason. What is not named stays, and null removes. What the record stated"
                            + " before is kept. Of a project that the catalogue shows the correction waits for a reviewer"
                            + " (correctionPending). 409 for a subject and a day of another statement, once it is withdrawn,"
                            + " and while another correction waits.")
    @APIResponseSchema(value = EmbeddingResponse.class, responseCode = "201", responseDescription = "As it stands now")
    public RestResponse<EmbeddingResponse> correctEmbedding(
            @PathParam("id") UUID id,
            @Parameter(description = StrictParameter.OF_CHANGE) @QueryParam("strict") Boolean strict,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = EmbeddingRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + id, embeddings.correct(id, changes));
    }

    @GET
    @Path("/{id}/pending-correction")
    @Allowed(ReportingAccess.READ_PROPOSALS)
    @Operation(
            summary = "Get what waits of a statement on embedding",
            description =
                    "The statement as it is once a reviewer approves: itself, its correction or its withdrawal. 404"
                            + " when nothing waits.")
    public RestResponse<EmbeddingResponse> getPendingEmbeddingCorrection(@PathParam("id") UUID id) {
        return Responses.found(embeddings.pendingCorrection(id));
    }

    @POST
    @Path("/{id}/correction-approval")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Approve what waits of a statement on embedding",
            description =
                    "The statement, its correction or its withdrawal counts from now on. 403 for a caller that wrote it,"
                            + " 409 when nothing waits.")
    @APIResponseSchema(value = EmbeddingResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<EmbeddingResponse> approveEmbeddingCorrection(@PathParam("id") UUID id) {
        return Responses.found(embeddings.approveCorrection(id));
    }

    @POST
    @Path("/{id}/correction-rejection")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Reject what waits of a statement on embedding",
            description =
                    "The statement stays as it is; one that waits for its first review is withdrawn, with the remark as"
                            + " its reason. 409 when nothing waits.")
    @APIResponseSchema(value = EmbeddingResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<EmbeddingResponse> rejectEmbeddingCorrection(
            @PathParam("id") UUID id, CorrectionRejectionRequest request) {
        return Responses.found(embeddings.rejectCorrection(id, request));
    }
}
