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
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/training-sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluations", description = "What participants thought of a training session (evaluaties), anonymously.")
class EvaluationResource {
    private final EvaluationService evaluations;

    EvaluationResource(EvaluationService evaluations) {
        this.evaluations = evaluations;
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
                            + " An Idempotency-Key is ignored, because there is no account that it belongs to.")
    public RestResponse<EvaluationResponse> createEvaluation(@PathParam("id") UUID id, EvaluationRequest request) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, evaluations.evaluate(id, request))
                .header(HttpHeaders.LOCATION, "/v1/training-sessions/" + id + "/evaluations")
                .build();
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
