package nl.doorlichting.training.ratingstatistics;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.kernel.access.AccessRule;
import nl.doorlichting.kernel.access.Allowed;
import nl.doorlichting.kernel.municipality.MunicipalityRegister;
import nl.doorlichting.kernel.web.EffectParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/training-statistics/ratings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Training statistics", description = "What sessions and training tallies add up to.")
class RatingStatisticsResource {
    private final RatingStatisticsService statistics;
    private final MunicipalityRegister register;

    RatingStatisticsResource(RatingStatisticsService statistics, MunicipalityRegister register) {
        this.statistics = statistics;
        this.register = register;
    }

    @GET
    @Allowed(AccessRule.READ_REPORTS)
    @Operation(
            summary = "Sum what participants thought of trainings",
            description = "By what sessions and tallies state of the activity. Answers to evaluations add up; ratings"
                    + " that tallies state stand beside them and are never averaged. Trainings state no intervention"
                    + " type.")
    public RatingStatisticsResponse getRatingStatistics(@BeanParam EffectParameters parameters) {
        return statistics.answer(parameters.toQuery(register));
    }
}
