package nl.doorlichting.training.trainers;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/trainer-statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trainers", description = "Who gives trainings, and by whom they were trained (train-de-trainer).")
class TrainerStatisticsResource {
    private final TrainerService trainers;

    TrainerStatisticsResource(TrainerService trainers) {
        this.trainers = trainers;
    }

    @GET
    @Allowed(TrainingAccess.READ_TRAINING_STATISTICS)
    @Operation(
            summary = "Sum what trainers gave",
            description = "Trainers by who trained them, and what each then gave. In the total a session that several"
                    + " trainers gave is one session.")
    public TrainerStatisticsResponse getTrainerStatistics(
            @Parameter(description = "Only this trainer and all direct and indirect trainees.") @QueryParam("trainer")
                    UUID trainer,
            @Parameter(description = "Only sessions of this programme.", example = "APR-2007-2011")
                    @QueryParam("programme")
                    String programme) {
        return trainers.statistics(trainer, programme);
    }
}
