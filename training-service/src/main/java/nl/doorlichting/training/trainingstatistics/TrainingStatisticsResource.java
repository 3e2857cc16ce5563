package nl.doorlichting.training.trainingstatistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.kernel.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/training-statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Training statistics", description = "What sessions and training tallies add up to.")
class TrainingStatisticsResource {
    private final TrainingStatisticsService statistics;

    TrainingStatisticsResource(TrainingStatisticsService statistics) {
        this.statistics = statistics;
    }

    @GET
    @RolesAllowed({Role.ANALYST, Role.PROGRAMME_MANAGER, Role.REVIEWER})
    @Operation(
            summary = "Sum the trainings",
            description = "Sessions planned and held, participants of held ones and the latest rating, by type.")
    public TrainingStatisticsResponse getTrainingStatistics(@BeanParam TrainingStatisticsParameters parameters) {
        return statistics.answer(parameters.toQuery());
    }
}
