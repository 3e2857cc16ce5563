package nl.doorlichting.funding.reclaims;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.responses.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/awards/{id}/reclaims")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reclaims", description = "Claims for what was paid of an award without right to it (terugvorderingen).")
class ReclaimResource {
    private final ReclaimService reclaims;

    ReclaimResource(ReclaimService reclaims) {
        this.reclaims = reclaims;
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = ReclaimResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.DECIDE_AWARDS)
    @Operation(
            summary = "Claim back what was paid of a subsidy without right to it",
            description = "After its settlement or revocation (Awb 4:57). A decentralisation grant is never reclaimed:"
                    + " 409 invalid-state.")
    public RestResponse<ReclaimResponse> createReclaim(@PathParam("id") UUID id, ReclaimRequest request) {
        var created = reclaims.create(id, request);
        return Responses.created("/v1/awards/" + id + "/reclaims/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(
            summary = "List the claims on an award",
            description = "Claims for money that was paid without right to it (terugvordering), with what came back."
                    + " 404 for a moment before the award was recorded.")
    public Page<ReclaimResponse> listReclaims(
            @PathParam("id") UUID id,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(ReclaimRepository.class) PageParameters page) {
        return page.list(request -> reclaims.page(id, asOf.moment(), request));
    }

    @GET
    @Path("/{reclaimId}")
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(
            summary = "Get one claim on an award",
            description = "With its amount, its grounds and what came back. 404 for a moment before it was recorded.")
    public RestResponse<ReclaimResponse> getReclaim(
            @PathParam("id") UUID id, @PathParam("reclaimId") UUID reclaimId, @BeanParam PastParameter asOf) {
        return Responses.found(reclaims.get(id, reclaimId, asOf.moment()));
    }

    @PATCH
    @Path("/{reclaimId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Allowed(FundingAccess.DECIDE_AWARDS)
    @Operation(
            summary = "Correct a claim on an award",
            description = "Its amount, term or reasons. It is never less than what came back.")
    public RestResponse<ReclaimResponse> correctReclaim(
            @PathParam("id") UUID id,
            @PathParam("reclaimId") UUID reclaimId,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(ReclaimRequest.class) MergePatch patch) {
        return Responses.found(reclaims.change(id, reclaimId, ifMatch, patch));
    }

    @POST
    @Path("/{reclaimId}/receipts")
    @Idempotent(required = true)
    @APIResponseSchema(value = ReclaimResponse.class, responseCode = "200", responseDescription = "Recorded")
    @Allowed(FundingAccess.DECIDE_AWARDS)
    @Operation(
            summary = "Record what came back of a claim",
            description = "The ledger gets its entries by itself: what was paid of the award is taken back, so that"
                    + " there is room for it again. Where it was taken back by hand before, the receipt names that"
                    + " correction. More than is outstanding is 409, and so is a second receipt of one reference.")
    public RestResponse<ReclaimResponse> receiveReclaim(
            @PathParam("id") UUID id, @PathParam("reclaimId") UUID reclaimId, ReceiptRequest request) {
        return Responses.found(reclaims.receive(id, reclaimId, request));
    }

    @POST
    @Path("/{reclaimId}/receipt-corrections")
    @Idempotent
    @APIResponseSchema(value = ReclaimResponse.class, responseCode = "200", responseDescription = "Corrected")
    @Allowed(FundingAccess.DECIDE_AWARDS)
    @Operation(
            summary = "Correct what a receipt of a claim states",
            description = "With the amount that really came back, 0.00 for nothing. The difference stands beside the"
                    + " receipt, with the reason, and the ledger follows by itself, unless the receipt names a"
                    + " correction by hand. What is paid again needs its room in the budget: 409 budget-exceeded.")
    public RestResponse<ReclaimResponse> correctReceipt(
            @PathParam("id") UUID id, @PathParam("reclaimId") UUID reclaimId, ReceiptCorrectionRequest request) {
        return Responses.found(reclaims.correct(id, reclaimId, request));
    }

    @POST
    @Path("/{reclaimId}/cancellation")
    @Idempotent
    @APIResponseSchema(value = ReclaimResponse.class, responseCode = "200", responseDescription = "Cancelled")
    @Allowed(FundingAccess.DECIDE_AWARDS)
    @Operation(
            summary = "Cancel a claim of which nothing came back",
            description = "What it claimed can be claimed again.")
    public RestResponse<ReclaimResponse> cancelReclaim(
            @PathParam("id") UUID id, @PathParam("reclaimId") UUID reclaimId, ReclaimCancellationRequest request) {
        return Responses.found(reclaims.cancel(id, reclaimId, request));
    }
}
