package nl.doorlichting.reporting.effectstatistics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.figures.FiguresOf;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.reporting.ReportingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/effect-statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Effect statistics", description = "What is known of whether it worked (effectcijfers), added up.")
class EffectStatisticsResource {
    private final EffectStatisticsService statistics;
    private final MunicipalityRegister register;

    EffectStatisticsResource(EffectStatisticsService statistics, MunicipalityRegister register) {
        this.statistics = statistics;
        this.register = register;
    }

    @GET
    @FiguresOf(Structure.EFFECTS)
    @Allowed(ReportingAccess.READ_RESULT_STATISTICS)
    @Operation(
            summary = "Sum what is known of effects",
            description = "Projects and how they were looked into, verdicts by evidence level, change on indicators,"
                    + " side effects and embedding. Rows are by up to three dimensions. They cross, and filters apply,"
                    + " within one record: a verdict, an indicator, a word on embedding, or a report's entry of a"
                    + " project. A project stands in the row of each of its records, and counts once there. Reports, and"
                    + " verdicts and indicators of a report, count from the report's approval.")
    public EffectAnswer getEffectStatistics(@Context UriInfo uri) {
        return statistics.answer(new FigureParameters(Structure.EFFECTS, uri).toQuestion(register));
    }
}
