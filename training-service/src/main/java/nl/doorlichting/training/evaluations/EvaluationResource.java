package nl.doorlichting.training.evaluations;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/training-sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluations", description = "What participants thought of a training session (evaluaties), anonymously.")
class EvaluationResource {
    private final EvaluationService evaluations;
    private final EvaluationCodeService codes;

    EvaluationResource(EvaluationService evaluations, EvaluationCodeService codes) {
        this.evaluations = evaluations;
        this.codes = codes;
    }

    @POST
    @Idempotent
    @Path("/evaluation-codes")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Ask for a sheet of evaluation codes",
            description =
                    "As many single-use codes as people were counted, by a head count or a roll call, and have none: at"
                            + " most 1,000 in one sheet. Of a range its upper bound counts. This answer shows them once, and a repeated"
                            + " request gets it without them, because they are not stored; they belong to nobody, and are handed out as a pile. 403 to a coordinator who is a trainer of the session. 409"
                            + " before the session was held, where no number was counted, and once each has a code.")
    @APIResponse(responseCode = "200", description = "The sheet, shown this once")
    public RestResponse<EvaluationCodeSheetResponse> createEvaluationCodes(@PathParam("id") UUID id) {
        return RestResponse.ok(codes.sheet(id));
    }

    /** Not idempotent by key: a stored answer would lead from an account to a code. */
    @POST
    @Path("/evaluation-code")
    @Allowed(TrainingAccess.READ_OWN_REGISTRATIONS)
    @Operation(
            summary = "Fetch the own evaluation code",
            description =
                    "For a participant whom the roll call names as present, or who had a place in a session whose heads"
                            + " were counted. Once: it is stored that a code was fetched, and not which one. An Idempotency-Key is"
                            + " ignored, because a stored answer would lead to the code. 404 to who is not registered; 409 before"
                            + " the session was held, a second time, and once as many codes were given as people were counted.")
    @APIResponse(responseCode = "200", description = "The code, shown this once")
    public RestResponse<EvaluationCodeResponse> fetchEvaluationCode(@PathParam("id") UUID id) {
        return RestResponse.ResponseBuilder.ok(codes.fetch(id))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Not idempotent by key: a stored request would link a code to an answer, and a code works once. */
    @POST
    @Path("/evaluations")
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "Evaluate a training session",
            description =
                    "The single-use code is the credential; there is no token. It is not stored with the answer, which"
                            + " has neither a person nor a time. 409 CODE_NOT_VALID both for an unknown and for a used code."
                            + " An Idempotency-Key is ignored, because there is no account that it belongs to. No Location:"
                            + " nobody can read the one answer.")
    public RestResponse<EvaluationResponse> createEvaluation(@PathParam("id") UUID id, EvaluationRequest request) {
        return RestResponse.status(RestResponse.Status.CREATED, evaluations.evaluate(id, request));
    }

    @GET
    @Path("/evaluations")
    @CsvExport
    @Allowed(TrainingAccess.READ_TRAININGS)
    @Operation(
            summary = "List the remarks of participants",
            description = "Remarks only, apart from the ratings and in no order of time. They appear in the steps of"
                    + " evaluation-statistics, so that no remark appears alone. Not for trainers, who may recognise the"
                    + " writer.")
    public Page<EvaluationRemarkResponse> listEvaluationRemarks(
            @PathParam("id") UUID id, @BeanParam @SortedBy(EvaluationRepository.class) PageParameters page) {
        return page.list(request -> evaluations.remarks(id, request));
    }

    @GET
    @Path("/evaluation-statistics")
    @Allowed(TrainingAccess.READ_EVALUATIONS)
    @Operation(
            summary = "Sum the evaluations of a training session",
            description =
                    "Mean, spread, response rate and n; none while fewer than 5 answered. They change only after 5"
                            + " more answers, so that the effect of a single answer is not visible.")
    public EvaluationStatisticsResponse getEvaluationStatistics(@PathParam("id") UUID id) {
        return evaluations.statistics(id);
    }
}
