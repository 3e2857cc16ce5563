package nl.doorlichting.training.trainingstatistics;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.Violation;
import nl.doorlichting.kernel.problem.ViolationCode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What can be asked about trainings. */
public class TrainingStatisticsParameters {
    private static final String TRAINING_TYPE = "trainingType";

    @Parameter(description = "Code of a programme; all when absent.", example = "APR-2007-2011")
    @QueryParam("programme")
    String programme;

    @Parameter(description = "First day of the figures wanted; figures that stick out are left out and counted.")
    @QueryParam("from")
    LocalDate from;

    @Parameter(description = "First day after the figures wanted.")
    @QueryParam("until")
    LocalDate until;

    @Parameter(
            description = "Dimension of the rows; trainingType when absent.",
            schema = @Schema(type = SchemaType.STRING, enumeration = TRAINING_TYPE))
    @QueryParam("by")
    String by;

    /** The query; 400 with all violations together when it cannot be asked. */
    TrainingQuery toQuery() {
        var violations = new ArrayList<Violation>();
        if (by != null && !by.equals(TRAINING_TYPE)) {
            violations.add(Violation.query(
                    "by",
                    ViolationCode.UNKNOWN_VALUE,
                    Map.of("allowed", List.of(TRAINING_TYPE)),
                    "Rows can be by " + TRAINING_TYPE + "."));
        }
        if (from != null && until != null && !from.isBefore(until)) {
            violations.add(Violation.query(
                    "until",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", from.plusDays(1)),
                    "until is not after from."));
        }
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
        return new TrainingQuery(programme, from, until);
    }
}
