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
import nl.doorlichting.platform.lists.CsvLists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
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

    /** Not idempotent by key: a memory of the request would hold what the answer must not, and a code works once. */
    @POST
    @Path("/evaluations")
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "Evaluate a training session",
            description =
                    "The single-use code is the credential: no token. It is not stored with the answer, which keeps"
                            + " neither giver nor time. 409 CODE_NOT_VALID for a code that is unknown or was used, without"
                            + " telling which. An Idempotency-Key is ignored, for there is nobody it could belong to.")
    public RestResponse<EvaluationResponse> createEvaluation(@PathParam("id") UUID id, EvaluationRequest request) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, evaluations.evaluate(id, request))
                .header(HttpHeaders.LOCATION, "/v1/training-sessions/" + id + "/evaluations")
                .build();
    }

    @GET
    @Path("/evaluations")
    @Produces({MediaType.APPLICATION_JSON, CsvLists.MEDIA_TYPE})
    @Allowed(AccessRule.READ_TRAININGS)
    @Operation(
            summary = "List what participants remarked",
            description =
                    "Remarks only, apart from the ratings and in no order of time. They come in the steps of"
                            + " evaluation-statistics, so that none comes alone. Not for trainers, who may know who writes how.")
    public Page<EvaluationRemarkResponse> listEvaluationRemarks(
            @PathParam("id") UUID id, @BeanParam PageParameters page) {
        return page.list(request -> evaluations.remarks(id, request));
    }

    @GET
    @Path("/evaluation-statistics")
    @Allowed(AccessRule.READ_EVALUATIONS)
    @Operation(
            summary = "Sum the evaluations of a training session",
            description = "Mean, spread, response rate and n; none while fewer than 5 answered. They change only when 5"
                    + " more have answered, so that what one answer changes shows nowhere.")
    public EvaluationStatisticsResponse getEvaluationStatistics(@PathParam("id") UUID id) {
        return evaluations.statistics(id);
    }
}
