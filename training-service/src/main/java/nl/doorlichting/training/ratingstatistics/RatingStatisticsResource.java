package nl.doorlichting.training.ratingstatistics;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.api.parameters.EffectParameters;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/training-statistics/ratings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Training statistics", description = "Sums of sessions and training tallies.")
class RatingStatisticsResource {
    private final RatingStatisticsService statistics;
    private final MunicipalityRegister register;

    RatingStatisticsResource(RatingStatisticsService statistics, MunicipalityRegister register) {
        this.statistics = statistics;
        this.register = register;
    }

    @GET
    @Allowed(TrainingAccess.READ_REPORTS)
    @Operation(
            summary = "Sum the ratings of trainings",
            description = "By what tallies state of the activity; their ratings are never averaged. Trainings state no"
                    + " intervention type. Answers to evaluations are in the total only, and only over whole calendar"
                    + " years, of a programme or all, under no other filter; by training type and year they are in"
                    + " training-statistics. Note RATING_NOT_SHOWN counts evaluations that rows do not show.")
    public RatingStatisticsResponse getRatingStatistics(@BeanParam EffectParameters parameters) {
        return statistics.answer(parameters.toQuery(register));
    }
}
