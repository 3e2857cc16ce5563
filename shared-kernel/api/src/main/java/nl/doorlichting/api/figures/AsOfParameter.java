package nl.doorlichting.api.figures;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameter of an answer that can be of an earlier moment. */
public class AsOfParameter {
    private static final String NAME = "asOf";

    @Parameter(
            description = "What was recorded by this moment, UTC; all that is recorded if absent.",
            example = "2011-06-30T12:00:00Z")
    @QueryParam(NAME)
    Instant asOf;

    /** Recorded time; null for now. */
    public Instant moment() {
        return asOf;
    }

    /** The same; 400 for a moment that is to come. */
    public Instant past(Instant now) {
        ProblemException.refuse(future(asOf, now));
        return asOf;
    }

    /** The violation of a moment that is to come; none for null. */
    static List<Violation> future(Instant asOf, Instant now) {
        return asOf == null || !asOf.isAfter(now)
                ? List.of()
                : List.of(Violation.query(
                        NAME, ViolationCode.OUT_OF_RANGE, Map.of("maximum", now), Text.of("figures.as-of-in-future")));
    }
}
