package nl.doorlichting.training.dataquality;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/training-quality")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Data quality", description = "What each service has to show about its data (gegevenskwaliteit).")
class TrainingQualityResource {
    private final TrainingQualityService quality;

    TrainingQualityResource(TrainingQualityService quality) {
        this.quality = quality;
    }

    @GET
    @Allowed(TrainingAccess.READ_TRAINING_RESULTS)
    @Operation(
            summary = "Get what trainings show about their data",
            description = "The part of training-service in reports/data-quality, which puts it into words. Empty for a"
                    + " programme that is not there.")
    public TrainingQualityResponse getTrainingQuality(
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011", required = true)
                    @QueryParam("programme")
                    String programme) {
        if (programme == null) {
            throw ProblemException.violation(Violation.query(
                    "programme", ViolationCode.REQUIRED, Map.of(), Text.of("quality.programme-required")));
        }
        return quality.answer(programme);
    }
}
