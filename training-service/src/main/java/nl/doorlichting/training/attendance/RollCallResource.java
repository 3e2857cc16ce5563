package nl.doorlichting.training.attendance;

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
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/training-sessions/{id}/roll-call")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Attendance", description = "Who came to training sessions (deelname).")
class RollCallResource {
    private final RollCallService rollCalls;

    RollCallResource(RollCallService rollCalls) {
        this.rollCalls = rollCalls;
    }

    @POST
    @Idempotent
    @Allowed(TrainingAccess.WRITE_ROLL_CALLS)
    @Operation(
            summary = "Record who came to a training session",
            description =
                    "The session is held from now on. Registered people who are not named were absent. The answer"
                            + " to a coordinator who is no trainer of the session holds the evaluation codes, one for each person"
                            + " present, this once, and not where the request is repeated. A roll call that is recorded already is answered as it stands. 409 before the day of the session, for another call than the recorded one, and after a head count; 404 to a trainer of other sessions.")
    public RestResponse<RollCallResponse> createRollCall(@PathParam("id") UUID id, RollCallRequest request) {
        return Responses.created(path(id), rollCalls.record(id, request));
    }

    @GET
    @Allowed(TrainingAccess.READ_ROLL_CALLS)
    @Operation(summary = "Get the roll call of a training session", description = "Without evaluation codes.")
    public RestResponse<RollCallResponse> getRollCall(@PathParam("id") UUID id) {
        return Responses.found(rollCalls.get(id));
    }

    @GET
    @Path("/versions")
    @Allowed(TrainingAccess.READ_ROLL_CALLS)
    @Operation(
            summary = "List the versions of the roll call of a training session",
            description = "Each with its lines, the oldest first, without evaluation codes. With asOf those that were"
                    + " recorded by that moment: the last is what stood then, none before the first. 404 without a roll"
                    + " call.")
    public RollCallResponse.History listRollCallVersions(
            @PathParam("id") UUID id,
            @Parameter(description = "Recorded time, UTC.", example = "2011-06-30T12:00:00Z") @QueryParam("asOf")
                    Instant asOf) {
        return rollCalls.history(id, asOf);
    }

    @POST
    @Idempotent
    @Path("/correction")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Correct a roll call",
            description =
                    "A whole roll call, as a version with its reason; the one before is kept and no longer counted. The same roll call, in any order of its lines, is answered as it stands.")
    public RestResponse<RollCallResponse> createRollCallCorrection(
            @PathParam("id") UUID id, RollCallCorrectionRequest request) {
        return Responses.created(path(id), rollCalls.correct(id, request));
    }

    private static String path(UUID id) {
        return "/v1/training-sessions/" + id + "/roll-call";
    }
}
