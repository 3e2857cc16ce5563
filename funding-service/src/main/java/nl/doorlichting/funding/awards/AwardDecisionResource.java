package nl.doorlichting.funding.awards;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.responses.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(AwardResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Awards")
class AwardDecisionResource {
    private static final String REFUSED =
            " 409 invalid-state with allowed where its state, or the law of its instrument, does not allow it.";

    private final AwardDecisionService decisions;

    AwardDecisionResource(AwardDecisionService decisions) {
        this.decisions = decisions;
    }

    @POST
    @Path("/accountability")
    @Idempotent
    @APIResponseSchema(value = AwardResponse.class, responseCode = "200", responseDescription = "Done")
    @Allowed(FundingAccess.ACCOUNT_FOR_AWARDS)
    @Operation(
            summary = "Account for a subsidy",
            description = "By its recipient, or by the officer who received it on paper (Awb 4:45)." + REFUSED)
    public RestResponse<AwardResponse> accountForAward(@PathParam("id") UUID id, AccountabilityRequest request) {
        return Responses.found(decisions.account(id, request));
    }

    @POST
    @Path("/amendment")
    @Idempotent
    @APIResponseSchema(value = AwardResponse.class, responseCode = "200", responseDescription = "Done")
    @Allowed(FundingAccess.DECIDE_AWARDS)
    @Operation(
            summary = "Amend a subsidy that is not settled",
            description =
                    "Another amount, period or plan of payments (Awb 4:48, 4:50), within the bounds of the scheme and the budget, for a"
                            + " recipient that is there on the day of the decision (400 naming the successor). 409"
                            + " budget-line-missing while the award has no budget line."
                            + REFUSED)
    public RestResponse<AwardResponse> amendAward(@PathParam("id") UUID id, AmendmentRequest request) {
        return Responses.found(decisions.amend(id, request, false));
    }

    @POST
    @Path("/settlement")
    @Idempotent
    @APIResponseSchema(value = AwardResponse.class, responseCode = "200", responseDescription = "Done")
    @Allowed(FundingAccess.DECIDE_AWARDS)
    @Operation(
            summary = "Settle a subsidy",
            description =
                    "Equal to or lower than granted (Awb 4:46); without an account ex officio only (Awb 4:47). What"
                            + " it is lower goes back to the budget as a correction of its commitment." + REFUSED)
    public RestResponse<AwardResponse> settleAward(@PathParam("id") UUID id, SettlementRequest request) {
        return Responses.found(decisions.settle(id, request));
    }

    @POST
    @Path("/revocation")
    @Idempotent
    @APIResponseSchema(value = AwardResponse.class, responseCode = "200", responseDescription = "Done")
    @Allowed(FundingAccess.DECIDE_AWARDS)
    @Operation(
            summary = "Revoke a subsidy",
            description = "As a whole, before (Awb 4:48, 4:50) or after its settlement (Awb 4:49). 409 while"
                    + " payments wait: release or cancel each of them first." + REFUSED)
    public RestResponse<AwardResponse> revokeAward(@PathParam("id") UUID id, RevocationRequest request) {
        return Responses.found(decisions.revoke(id, request));
    }

    @POST
    @Path("/replacement")
    @Idempotent
    @APIResponseSchema(value = AwardResponse.class, responseCode = "200", responseDescription = "Done")
    @Allowed(FundingAccess.DECIDE_AWARDS)
    @Operation(
            summary = "Replace the decision on a decentralisation grant",
            description = "By another amount, period or plan, with reasons, as long as nothing is paid or reserved."
                    + " A subsidy is amended instead." + REFUSED)
    public RestResponse<AwardResponse> replaceAward(@PathParam("id") UUID id, AmendmentRequest request) {
        return Responses.found(decisions.amend(id, request, true));
    }

    @POST
    @Path("/withdrawal")
    @Idempotent
    @APIResponseSchema(value = AwardResponse.class, responseCode = "200", responseDescription = "Done")
    @Allowed(FundingAccess.DECIDE_AWARDS)
    @Operation(
            summary = "Withdraw a decentralisation grant",
            description = "With reasons, as long as nothing is paid or reserved. Its commitment goes back to the"
                    + " budget. A subsidy is revoked instead." + REFUSED)
    public RestResponse<AwardResponse> withdrawAward(@PathParam("id") UUID id, AwardWithdrawalRequest request) {
        return Responses.found(decisions.withdraw(id, request));
    }

    @POST
    @Path("/succession")
    @Idempotent
    @APIResponseSchema(value = AwardResponse.class, responseCode = "200", responseDescription = "Done")
    @Allowed(FundingAccess.DECIDE_AWARDS)
    @Operation(
            summary = "Move a decentralisation grant to the successor of a merged municipality",
            description = "Paid or not: its money stays as it is, and what is paid later goes to the successor. The"
                    + " successor is that of the organisation's own record, or else an organisation of a municipality"
                    + " that the register names. Another one is 400 with those that are allowed." + REFUSED)
    public RestResponse<AwardResponse> moveAward(@PathParam("id") UUID id, SuccessionRequest request) {
        return Responses.found(decisions.move(id, request));
    }
}
