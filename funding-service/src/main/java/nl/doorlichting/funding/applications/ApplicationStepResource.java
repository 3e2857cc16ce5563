package nl.doorlichting.funding.applications;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.audit.DryRun;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.responses.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The steps from draft to decision: each is 409 with what is allowed where the application's state has no room for it.
 */
@Path(ApplicationResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class ApplicationStepResource {
    private final ApplicationService applications;
    private final CaseHandlingService handling;

    ApplicationStepResource(ApplicationService applications, CaseHandlingService handling) {
        this.applications = applications;
        this.handling = handling;
    }

    @POST
    @Path("/submission")
    @Idempotent
    @Allowed(FundingAccess.WRITE_APPLICATIONS)
    @Operation(
            summary = "Submit an application, or submit it again when it was completed",
            description = "Demands the whole: all violations together, with pointers into the application. A share of"
                    + " the state outside the scheme's bounds of the day names both.")
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "Submitted")
    public RestResponse<ApplicationResponse> submitApplication(@PathParam("id") UUID id) {
        return Responses.found(applications.submit(id));
    }

    // A read by POST, because it asks about an action. The answer is not stored, so there is no key.
    @POST
    @DryRun
    @Path("/submission-check")
    @Allowed(FundingAccess.WRITE_APPLICATIONS)
    @Operation(
            summary = "Check what a submission would be refused for",
            description = "Changes nothing, so it takes no Idempotency-Key. The violations are those of the submission,"
                    + " all together and with pointers into the application. In a state that has no submission it is 409,"
                    + " like the submission itself.")
    @APIResponseSchema(value = ApplicationCheckResponse.class, responseCode = "200", responseDescription = "Checked")
    public ApplicationCheckResponse checkApplication(@PathParam("id") UUID id) {
        return applications.check(id);
    }

    @POST
    @Path("/withdrawal")
    @Idempotent
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "Withdrawn")
    @Allowed(FundingAccess.WRITE_APPLICATIONS)
    @Operation(summary = "Withdraw an application", description = "By its applicant, until it is decided.")
    public RestResponse<ApplicationResponse> withdrawApplication(
            @PathParam("id") UUID id, ApplicationWithdrawalRequest request) {
        return Responses.found(applications.withdraw(id, request));
    }

    @POST
    @Path("/completion-request")
    @Idempotent
    @APIResponseSchema(
            value = ApplicationResponse.class,
            responseCode = "200",
            responseDescription = "The applicant was asked")
    @Allowed(FundingAccess.DECIDE_APPLICATIONS)
    @Operation(
            summary = "Ask the applicant to complete an application",
            description = "From SUBMITTED to INCOMPLETE (Awb 4:5). The term to decide stands still until it is"
                    + " submitted again, or the deadline has passed (Awb 4:15).")
    public RestResponse<ApplicationResponse> requestCompletion(@PathParam("id") UUID id, CompletionRequest request) {
        return Responses.found(handling.requestCompletion(id, request));
    }

    @POST
    @Path("/assignment")
    @Idempotent
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "Assigned")
    @Allowed(FundingAccess.DECIDE_APPLICATIONS)
    @Operation(
            summary = "Say who handles an application",
            description =
                    "To a subject that handled an application or recorded an award as GRANT_OFFICER or CONTROLLER, or to the"
                            + " caller: 409 with those that are known otherwise. Without this, the officer that acts on it first handles it.")
    public RestResponse<ApplicationResponse> assignApplication(@PathParam("id") UUID id, AssignmentRequest request) {
        return Responses.found(handling.assign(id, request));
    }

    @POST
    @Path("/assessment")
    @Idempotent
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "Assessed")
    @Allowed(FundingAccess.DECIDE_APPLICATIONS)
    @Operation(
            summary = "Assess an application on its merits",
            description =
                    "From SUBMITTED, or from INCOMPLETE when its deadline has passed. Until the decision it can be"
                            + " assessed again, as a correction with a reason; history keeps the earlier scores. Under the"
                            + " order RANKING that is 409 once another application of the scheme is granted or refused. The"
                            + " total score counts each score as often as the weights of the"
                            + " scheme have it count.")
    public RestResponse<ApplicationResponse> assessApplication(@PathParam("id") UUID id, AssessmentRequest request) {
        return Responses.found(handling.assess(id, request));
    }

    @POST
    @Path("/decision")
    @Idempotent
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "Decided")
    @Allowed(FundingAccess.DECIDE_APPLICATIONS)
    @Operation(
            summary = "Decide an application",
            description =
                    "GRANTED and REFUSED from ASSESSED. NOT_CONSIDERED only after a request to complete it, within"
                            + " four weeks of the deadline that passed or of the answer that did not complete it (Awb"
                            + " 4:5); 409 otherwise; its detail names the outcomes that are possible. What is wrong with"
                            + " the application itself is pointed at in the application, the amount at /awardedAmount. A grant"
                            + " makes the award, whose id is in the answer, with its budget year, plan of payments, project and"
                            + " conditions. A decision against the order of allocation of the scheme (Awb 4:26) needs"
                            + " outOfOrderReason.")
    public RestResponse<ApplicationResponse> decideApplication(@PathParam("id") UUID id, DecisionRequest request) {
        return Responses.found(handling.decide(id, request));
    }
}
