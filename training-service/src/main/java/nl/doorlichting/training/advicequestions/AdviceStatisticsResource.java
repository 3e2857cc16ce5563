package nl.doorlichting.training.advicequestions;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.figures.FiguresOf;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/advice-question-statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Advice questions", description = "Questions for advice (adviesvragen) and their answers.")
class AdviceStatisticsResource {
    private final AdviceStatisticsService statistics;
    private final MunicipalityRegister register;

    AdviceStatisticsResource(AdviceStatisticsService statistics, MunicipalityRegister register) {
        this.statistics = statistics;
        this.register = register;
    }

    @GET
    @FiguresOf(Structure.ADVICE)
    @Allowed(TrainingAccess.READ_TRAINING_STATISTICS)
    @Operation(
            summary = "Sum the questions for advice",
            description = "Received and answered by year of receipt, theme and asker, tallies included; a tally over"
                    + " several years is in the row year: null, one over all themes in theme: null.")
    public AdviceStatistics getAdviceQuestionStatistics(@Context UriInfo uri) {
        return statistics.answer(new FigureParameters(Structure.ADVICE, uri).toQuestion(register));
    }
}
