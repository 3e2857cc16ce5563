package nl.doorlichting.training.trainingstatistics;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.api.parameters.TrainingParameters;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/training-statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Training statistics", description = "Sums of sessions and training tallies.")
class TrainingStatisticsResource {
    private final TrainingStatisticsService statistics;
    private final MunicipalityRegister register;

    TrainingStatisticsResource(TrainingStatisticsService statistics, MunicipalityRegister register) {
        this.statistics = statistics;
        this.register = register;
    }

    @GET
    @Allowed(TrainingAccess.READ_REPORTS)
    @Operation(
            summary = "Sum the trainings",
            description =
                    "Sessions planned and held, participants of held ones, ratings and evaluations. A tally stands"
                            + " in no municipality, province or profession; a figure over several years in the row year: null;"
                            + " a rating of one type in no row over several. What participants answered is shown for a fixed list"
                            + " of questions: by trainingType, year or both, over whole calendar years, of a programme and a"
                            + " trainingType; for any other it is left out, with note RATING_NOT_SHOWN. Ratings that tallies"
                            + " state are always shown.")
    public TrainingStatisticsResponse getTrainingStatistics(@BeanParam TrainingParameters parameters) {
        return statistics.answer(parameters.toQuery(register));
    }
}
