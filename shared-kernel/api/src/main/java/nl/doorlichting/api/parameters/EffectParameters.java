package nl.doorlichting.api.parameters;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.domain.effects.EffectDimension;
import nl.doorlichting.domain.effects.EffectQuery;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters about effects, the same at the services and at the gateway. */
public class EffectParameters {
    private static final String DIMENSION = "(actionLine|track|fundingInstrument|interventionType|municipality)";
    private static final List<String> DIMENSIONS =
            Stream.of(EffectDimension.values()).map(EffectDimension::jsonName).toList();

    @Parameter(description = "Code of a programme; all when absent.", example = "APR-2007-2011")
    @QueryParam("programme")
    String programme;

    @Parameter(description = "First day of the records wanted; periods that stick out are left out and counted.")
    @QueryParam("from")
    LocalDate from;

    @Parameter(description = "First day after the records wanted.")
    @QueryParam("until")
    LocalDate until;

    @Parameter(
            description = "Dimensions of the rows, separated by commas; actionLine when absent.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^" + DIMENSION + "(," + DIMENSION + ")*$"))
    @QueryParam("by")
    String by;

    @Parameter(description = "Only records that state this action line (actielijn).")
    @QueryParam("actionLine")
    ActionLine actionLine;

    @Parameter(description = "Only records that state this track (spoor).")
    @QueryParam("track")
    Track track;

    @Parameter(description = "Only records that state that money went out in this way.")
    @QueryParam("fundingInstrument")
    FundingInstrument fundingInstrument;

    @Parameter(description = "Only records that state this type of intervention.")
    @QueryParam("interventionType")
    InterventionType interventionType;

    @Parameter(description = "Only this municipality, on the map of boundaries when given.", example = "GM0988")
    @QueryParam("municipality")
    String municipality;

    @Parameter(description = "Only municipalities of this province.", example = "PV31")
    @QueryParam("province")
    String province;

    @Parameter(description = "Re-express the answer in the municipalities of this day.", example = "2011-01-01")
    @QueryParam("boundaries")
    LocalDate boundaries;

    /** The query; 400 with all violations together if the parameters contradict each other. */
    public EffectQuery toQuery(MunicipalityRegister register) {
        var violations = new ArrayList<Violation>();
        var dimensions = dimensions(violations);
        new PeriodAndPlaceFilter(from, until, municipality, province, boundaries).check(register, violations);
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
        return new EffectQuery(
                programme,
                from,
                until,
                dimensions,
                actionLine,
                track,
                fundingInstrument,
                interventionType,
                municipality,
                province,
                boundaries);
    }

    private Set<EffectDimension> dimensions(List<Violation> violations) {
        if (by == null) {
            return EffectQuery.DEFAULT_DIMENSIONS;
        }
        try {
            return EffectDimension.parse(by);
        } catch (IllegalArgumentException unknown) {
            var detail = "Rows can be by " + String.join(", ", DIMENSIONS) + ", separated by commas.";
            violations.add(Violation.query("by", ViolationCode.UNKNOWN_VALUE, Map.of("allowed", DIMENSIONS), detail));
            return Set.of();
        }
    }
}
