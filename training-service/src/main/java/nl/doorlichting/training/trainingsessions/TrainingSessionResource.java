package nl.doorlichting.training.trainingsessions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.kernel.caller.Role;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.vocabulary.TrainingSessionStatus;
import nl.doorlichting.kernel.web.Answers;
import nl.doorlichting.kernel.web.CsvLists;
import nl.doorlichting.kernel.web.PageParameters;
import nl.doorlichting.kernel.web.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(TrainingSessionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Training sessions", description = "Training events (trainingen) and how many came.")
class TrainingSessionResource {
    static final String PATH = "/v1/training-sessions";

    private final TrainingSessionService sessions;

    TrainingSessionResource(TrainingSessionService sessions) {
        this.sessions = sessions;
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.TRAINING_COORDINATOR)
    @Operation(summary = "Plan a training session")
    public RestResponse<TrainingSessionResponse> createTrainingSession(TrainingSessionRequest request) {
        var created = sessions.plan(request);
        return Answers.created(PATH + "/" + created.id(), created);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvLists.MEDIA_TYPE})
    @RolesAllowed(Role.TRAINING_COORDINATOR)
    @Operation(summary = "List training sessions")
    public Page<TrainingSessionResponse> listTrainingSessions(
            @QueryParam("programme") String programme,
            @QueryParam("trainingType") String trainingType,
            @QueryParam("status") TrainingSessionStatus status,
            @QueryParam("organisationId") String organisationId,
            @BeanParam PageParameters page) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("trainingType", trainingType)
                .equal("status", status)
                .equal("organisationId", organisationId);
        return page.list(request -> sessions.page(filter, request));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.TRAINING_COORDINATOR)
    @Operation(summary = "Get one training session")
    public RestResponse<TrainingSessionResponse> getTrainingSession(@PathParam("id") UUID id) {
        return Answers.found(sessions.get(id));
    }

    @POST
    @Idempotent
    @Path("/{id}/head-count")
    @RolesAllowed(Role.TRAINING_COORDINATOR)
    @Operation(
            summary = "Record how many came to a training session",
            description = "Answers with the session, which is held from now on; 409 before its day or a second time.")
    public RestResponse<TrainingSessionResponse> createHeadCount(@PathParam("id") UUID id, HeadCountRequest request) {
        return Answers.created(PATH + "/" + id, sessions.recordHeadCount(id, request));
    }
}
