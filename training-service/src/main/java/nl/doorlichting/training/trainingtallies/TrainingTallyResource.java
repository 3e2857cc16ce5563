package nl.doorlichting.training.trainingtallies;

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
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvLists;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(TrainingTallyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Training tallies", description = "Training figures that their source gives only as a total.")
class TrainingTallyResource {
    static final String PATH = "/v1/training-tallies";

    private final TrainingTallyService tallies;

    TrainingTallyResource(TrainingTallyService tallies) {
        this.tallies = tallies;
    }

    @POST
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Record a training tally",
            description = "States at least one of sessions, participants, expectedParticipants and rating.")
    public RestResponse<TrainingTallyResponse> createTrainingTally(TrainingTallyRequest request) {
        var created = tallies.record(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvLists.MEDIA_TYPE})
    @Allowed(TrainingAccess.READ_TRAININGS)
    @Operation(
            summary = "List training tallies",
            description = "Latest versions of figures about trainings that a source gives only as a total.")
    public Page<TrainingTallyResponse> listTrainingTallies(
            @QueryParam("programme") String programme,
            @QueryParam("trainingType") String trainingType,
            @BeanParam PageParameters page) {
        var filter = new Filter().equal("programme", programme).equal("trainingType", trainingType);
        return page.list(request -> tallies.page(filter, request));
    }

    @GET
    @Path("/{id}")
    @Allowed(TrainingAccess.READ_TRAININGS)
    @Operation(summary = "Get one training tally", description = "The latest version.")
    public RestResponse<TrainingTallyResponse> getTrainingTally(@PathParam("id") UUID id) {
        return Responses.found(tallies.get(id));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Correct a training tally",
            description = "A whole tally, as a version with its reason; the one before is kept and no longer counted.")
    @APIResponseSchema(
            value = TrainingTallyResponse.class,
            responseCode = "201",
            responseDescription = "The new version")
    public RestResponse<TrainingTallyResponse> correctTrainingTally(
            @PathParam("id") UUID id, TrainingTallyCorrectionRequest request) {
        return Responses.created(PATH + "/" + id, tallies.correct(id, request));
    }
}
