package nl.doorlichting.training.trainingsessions;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.responses.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(TrainingSessionResource.PATH + "/{id}/head-count")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Training sessions", description = "Training events (trainingen) and how many came.")
class HeadCountResource {
    private final HeadCountService counts;

    HeadCountResource(HeadCountService counts) {
        this.counts = counts;
    }

    @POST
    @Idempotent
    @Allowed(AccessRule.WRITE_TRAININGS)
    @Operation(
            summary = "Record how many came to a training session",
            description = "Answers with the session, which is held from now on; 409 before its day, a second time, and"
                    + " after a roll call.")
    public RestResponse<TrainingSessionResponse> createHeadCount(@PathParam("id") UUID id, HeadCountRequest request) {
        return Responses.created(TrainingSessionResource.PATH + "/" + id, counts.record(id, request));
    }

    @POST
    @Idempotent
    @Path("/correction")
    @Allowed(AccessRule.WRITE_TRAININGS)
    @Operation(
            summary = "Correct a head count",
            description = "A new version with its reason; the one before is kept and counts no more.")
    public RestResponse<TrainingSessionResponse> createHeadCountCorrection(
            @PathParam("id") UUID id, HeadCountCorrectionRequest request) {
        return Responses.created(TrainingSessionResource.PATH + "/" + id, counts.correct(id, request));
    }
}
