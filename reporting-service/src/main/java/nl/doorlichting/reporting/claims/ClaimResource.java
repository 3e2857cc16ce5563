package nl.doorlichting.reporting.claims;

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
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastVersionParameter;
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

@Path(ClaimResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Claims",
        description = "Statements of texts about figures (beweringen), and whether figures bear them out.")
class ClaimResource {
    static final String PATH = "/v1/claims";

    private final ClaimService claims;

    ClaimResource(ClaimService claims) {
        this.claims = claims;
    }

    @POST
    @Idempotent
    @Allowed(ReportingAccess.WRITE_PUBLISHED_TABLES)
    @Operation(
            summary = "Record a claim",
            description = "A field or measure that its report does not have, figures of different units and a figure"
                    + " compared with itself are 400. A claim with the same code is 409.")
    public RestResponse<ClaimResponse> createClaim(
            @Parameter(description = StrictParameter.OF_PROGRAMME) @QueryParam("strict") Boolean strict,
            ClaimRequest request) {
        var created = claims.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(ReportingAccess.READ_PUBLISHED_TABLES)
    @Operation(summary = "List claims", description = "Each in its latest version, or with asOf in that of a moment.")
    public Page<ClaimResponse> listClaims(
            @QueryParam("programme") String programme,
            @QueryParam("withdrawn") Boolean withdrawn,
            @Parameter(
                            description = "true: only public claims whose withdrawal waits for a reviewer; all of them"
                                    + " when false or absent.")
                    @QueryParam("correctionPending")
                    Boolean correctionPending,
            @Parameter(
                            description =
                                    "Moment, UTC: the versions that were the latest then, with which nothing can be"
                                            + " done; the latest when absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf,
            @BeanParam @SortedBy(ClaimRepository.class) PageParameters page) {
        var filter = new Filter().equal("programme", programme).equal("withdrawn", Boolean.TRUE.equals(withdrawn));
        return page.list(request -> claims.page(claims.correctionPending(filter, correctionPending), asOf, request));
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_PUBLISHED_TABLES)
    @Operation(summary = "Get one claim", description = "In its latest version, or with asOf in that of a moment.")
    public RestResponse<ClaimResponse> getClaim(@PathParam("id") UUID id, @BeanParam PastVersionParameter asOf) {
        return Responses.found(claims.get(id, asOf.moment()));
    }

    @GET
    @Path("/{id}/versions")
    @Allowed(ReportingAccess.READ_PUBLISHED_TABLES)
    @Operation(summary = "List the versions of a claim", description = "All of them, the oldest first.")
    public ClaimResponse.History listClaimVersions(@PathParam("id") UUID id) {
        return new ClaimResponse.History(claims.history(id));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_PUBLISHED_TABLES)
    @Operation(
            summary = "Correct a claim",
            description = "Adds a version of the fields that change, with its reason. What is not named stays, and null"
                    + " removes. Earlier versions stay readable. Programme and code stay.")
    public RestResponse<ClaimResponse> correctClaim(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ClaimCorrectionRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + id, claims.correct(id, changes));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_PUBLISHED_TABLES)
    @Operation(
            summary = "Withdraw a claim",
            description = "Adds a last version with its reason. The claim is no longer evaluated and cannot be"
                    + " corrected: 409. Of a public one the withdrawal waits for a reviewer (correctionPending), and until"
                    + " then it stays as it is.")
    @APIResponseSchema(value = ClaimResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<ClaimResponse> withdrawClaim(@PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(claims.withdraw(id, request));
    }

    @GET
    @Path("/{id}/pending-correction")
    @Allowed(ReportingAccess.READ_PUBLISHED_TABLES)
    @Operation(
            summary = "Get the withdrawal of a public claim that waits for a reviewer",
            description = "The claim as it is once a reviewer approves it, with who proposed it, when and why"
                    + " (withdrawal). 404 when none waits.")
    public RestResponse<ClaimResponse> getPendingClaimWithdrawal(@PathParam("id") UUID id) {
        return Responses.found(claims.pendingWithdrawal(id));
    }

    @POST
    @Path("/{id}/correction-approval")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Approve the withdrawal of a public claim",
            description =
                    "The catalogue gives its reason from now on. 403 for the caller that proposed it, 409 when none"
                            + " waits.")
    @APIResponseSchema(value = ClaimResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<ClaimResponse> approveClaimWithdrawal(@PathParam("id") UUID id) {
        return Responses.found(claims.approveWithdrawal(id));
    }

    @POST
    @Path("/{id}/correction-rejection")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Reject the withdrawal of a public claim",
            description = "The claim stays as it is. 409 when none waits.")
    @APIResponseSchema(value = ClaimResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<ClaimResponse> rejectClaimWithdrawal(
            @PathParam("id") UUID id, CorrectionRejectionRequest request) {
        return Responses.found(claims.rejectWithdrawal(id, request));
    }

    @POST
    @Path("/{id}/publication")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Make the latest version of a claim public",
            description =
                    "The catalogue shows it, without a token. A correction shows there only once it is published too.")
    @APIResponseSchema(value = ClaimResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<ClaimResponse> publishClaim(@PathParam("id") UUID id) {
        return Responses.found(claims.publish(id));
    }
}
