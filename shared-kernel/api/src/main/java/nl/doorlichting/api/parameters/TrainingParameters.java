package nl.doorlichting.api.parameters;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.training.TrainingDimension;
import nl.doorlichting.domain.training.TrainingQuery;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters about trainings, the same at the service and at the gateway. */
public class TrainingParameters {
    private static final String DIMENSION =
            "(trainingType|year|municipality|province|targetGroup|profession|phenomenon)";

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
            description = "Dimensions of the rows, separated by commas; trainingType when absent.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^" + DIMENSION + "(," + DIMENSION + ")*$"))
    @QueryParam("by")
    String by;

    @Parameter(description = "Only this training type.")
    @QueryParam("trainingType")
    String trainingType;

    @Parameter(description = "Only this municipality, as recorded.", example = "GM0988")
    @QueryParam("municipality")
    String municipality;

    @Parameter(description = "Only municipalities of this province.", example = "PV31")
    @QueryParam("province")
    String province;

    @Parameter(description = "Only this target group.")
    @QueryParam("targetGroup")
    TargetGroup targetGroup;

    @Parameter(description = "Only training types about this phenomenon.")
    @QueryParam("phenomenon")
    Phenomenon phenomenon;

    @Parameter(description = "Only sessions of this project; tallies have none.")
    @QueryParam("projectId")
    UUID projectId;

    /** The query; 400 with all violations together if the parameters contradict each other. */
    public TrainingQuery toQuery(MunicipalityRegister register) {
        var violations = new ArrayList<Violation>();
        var dimensions = dimensions(violations);
        checkPeriod(violations);
        checkPlace(register, violations);
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
        return new TrainingQuery(
                programme,
                from,
                until,
                dimensions,
                trainingType,
                municipality,
                province,
                targetGroup,
                phenomenon,
                projectId);
    }

    private Set<TrainingDimension> dimensions(List<Violation> violations) {
        try {
            return by == null ? TrainingQuery.DEFAULT_DIMENSIONS : TrainingDimension.parse(by);
        } catch (IllegalArgumentException unknown) {
            var allowed = TrainingDimension.names();
            var detail = "Rows can be by " + String.join(", ", allowed) + ", separated by commas.";
            violations.add(Violation.query("by", ViolationCode.UNKNOWN_VALUE, Map.of("allowed", allowed), detail));
            return TrainingQuery.DEFAULT_DIMENSIONS;
        }
    }

    private void checkPeriod(List<Violation> violations) {
        if (from != null && until != null && !from.isBefore(until)) {
            var minimum = Map.<String, Object>of("minimum", from.plusDays(1));
            violations.add(Violation.query("until", ViolationCode.OUT_OF_RANGE, minimum, "until is not after from."));
        }
    }

    private void checkPlace(MunicipalityRegister register, List<Violation> violations) {
        if (municipality != null && register.find(municipality).isEmpty()) {
            violations.add(Violation.query(
                    "municipality",
                    ViolationCode.MUNICIPALITY_NOT_VALID,
                    Map.of("code", municipality, "successors", List.of()),
                    "The register has no such municipality."));
        }
        var known = new TreeSet<String>();
        register.all().forEach(one -> known.add(one.province().code()));
        if (province != null && !known.contains(province)) {
            violations.add(Violation.query(
                    "province",
                    ViolationCode.UNKNOWN_VALUE,
                    Map.of("allowed", List.copyOf(known)),
                    "The province is not one of " + String.join(", ", known) + "."));
        }
    }
}
