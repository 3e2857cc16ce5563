package nl.doorlichting.training.trainingstatistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import nl.doorlichting.kernel.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    public TrainingStatisticsResponse getTrainingStatistics(
            @Parameter(description = "Code of a programme; all when absent.", example = "APR-2007-2011")
                    @QueryParam("programme")
                    String programme,
            @Parameter(
                            description =
                                    "First day of the figures wanted; figures that stick out are left out and counted.")
                    @QueryParam("from")
                    LocalDate from,
            @Parameter(description = "First day after the figures wanted.") @QueryParam("until") LocalDate until,
            @Parameter(
                            description = "Dimension of the rows; trainingType when absent.",
                            schema = @Schema(type = SchemaType.STRING, enumeration = TrainingQuery.TRAINING_TYPE))
                    @QueryParam("by")
                    String by) {
        return statistics.answer(TrainingQuery.of(programme, from, until, by));
    }
}
