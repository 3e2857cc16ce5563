package nl.doorlichting.api.parameters;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.reach.ReachDimension;
import nl.doorlichting.domain.reach.ReachQuery;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters about reach, the same at the services and at the gateway. */
public class ReachParameters {
    private static final String DIMENSION = "(period|targetGroup|municipality)";
    private static final List<String> DIMENSIONS = List.of("period", "targetGroup", "municipality");

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
            description = "Dimensions of the rows, separated by commas; period,targetGroup when absent.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^" + DIMENSION + "(," + DIMENSION + ")*$"))
    @QueryParam("by")
    String by;

    @Parameter(description = "Only this target group.")
    @QueryParam("targetGroup")
    TargetGroup targetGroup;

    @Parameter(description = "Only figures that state this track (spoor).")
    @QueryParam("track")
    Track track;

    @Parameter(description = "Only figures that state this action line (actielijn).")
    @QueryParam("actionLine")
    ActionLine actionLine;

    @Parameter(description = "Only this municipality, on the map of boundaries when given.", example = "GM0988")
    @QueryParam("municipality")
    String municipality;

    @Parameter(description = "Only municipalities of this province.", example = "PV31")
    @QueryParam("province")
    String province;

    @Parameter(description = "Re-express the answer in the municipalities of this day.", example = "2011-01-01")
    @QueryParam("boundaries")
    LocalDate boundaries;

    @Parameter(
            description = "Recorded time, UTC: what was known at that moment; now when absent.",
            example = "2011-06-30T12:00:00Z")
    @QueryParam("asOf")
    Instant asOf;

    /** The query; 400 with all violations together if the parameters contradict each other. */
    public ReachQuery toQuery(MunicipalityRegister register) {
        var violations = new ArrayList<Violation>();
        var dimensions = dimensions(violations);
        new PeriodAndPlaceFilter(from, until, municipality, province, boundaries).check(register, violations);
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
        return new ReachQuery(
                programme,
                from,
                until,
                dimensions,
                targetGroup,
                track,
                actionLine,
                municipality,
                province,
                boundaries,
                asOf);
    }

    private Set<ReachDimension> dimensions(List<Violation> violations) {
        if (by == null) {
            return ReachQuery.DEFAULT_DIMENSIONS;
        }
        try {
            return ReachDimension.parse(by);
        } catch (IllegalArgumentException unknown) {
            var detail = "Rows can be by " + String.join(", ", DIMENSIONS) + ", separated by commas.";
            violations.add(Violation.query("by", ViolationCode.UNKNOWN_VALUE, Map.of("allowed", DIMENSIONS), detail));
            return Set.of();
        }
    }
}
