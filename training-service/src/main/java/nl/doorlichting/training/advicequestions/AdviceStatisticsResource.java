package nl.doorlichting.training.advicequestions;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/advice-question-statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Advice questions", description = "Questions for advice (adviesvragen) and their answers.")
class AdviceStatisticsResource {
    private static final String DIMENSION = "(year|theme|askedBy)";

    private final AdviceStatisticsService statistics;

    AdviceStatisticsResource(AdviceStatisticsService statistics) {
        this.statistics = statistics;
    }

    @GET
    @Allowed(TrainingAccess.READ_TRAINING_STATISTICS)
    @Operation(
            summary = "Sum the questions for advice",
            description = "Received and answered by year of receipt, theme and asker, tallies included; a tally over"
                    + " several years is in the row year: null, one over all themes in theme: null.")
    public AdviceStatisticsResponse getAdviceQuestionStatistics(
            @Parameter(description = "Code of a programme; all when absent.", example = "APR-2007-2011")
                    @QueryParam("programme")
                    String programme,
            @Parameter(description = "First day of receipt; partly overlapping tallies are left out and counted.")
                    @QueryParam("from")
                    LocalDate from,
            @Parameter(description = "First day after.") @QueryParam("until") LocalDate until,
            @Parameter(
                            description = "Dimensions of the rows, separated by commas; year when absent.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = "^" + DIMENSION + "(," + DIMENSION + ")*$"))
                    @QueryParam("by")
                    String by,
            @QueryParam("askedBy") AskerKind askedBy,
            @QueryParam("theme") AdviceTheme theme) {
        return statistics.answer(new AdviceQuery(programme, from, until, AdviceDimension.parse(by), askedBy, theme));
    }
}
