package nl.doorlichting.platform.audit;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of an audit trail, the same in every service. */
public class AuditParameters {
    public static final String TRAIL =
            "Who did what to which object (audittrail): when, from where, with which result.";

    public static final String LIST =
            "Every write, done or refused; of reads, what the caller was not allowed or was told is not there; and by the"
                    + " minute how often requests without a valid token were refused. The latest first.";

    public static final String VERIFICATION =
            "Recomputes the chain of seals from its beginning, or from afterSeal on, for about a second; next goes on where"
                    + " that was not enough. Note the head elsewhere to notice a trail that was sealed anew.";

    public static final String AFTER_SEAL = "Number of the seal to go on after; 400 when it is not there.";

    @Parameter(description = "Subject of a token: who acted.")
    @QueryParam("actor")
    String actor;

    @Parameter(description = "operationId of this contract.", example = "createAward")
    @QueryParam("operation")
    String operation;

    @Parameter(
            description = "Beginning of the object's path: a record with all under it, or all records of a kind.",
            example = "/v1/awards")
    @QueryParam("object")
    String object;

    @Parameter(description = "The result.")
    @QueryParam("result")
    AuditResult result;

    @Parameter(
            description = "Recorded at this moment or later. 400 for a moment of a month that only an export" + " has.",
            example = "2026-11-25T00:00:00Z")
    @QueryParam("from")
    Instant from;

    @Parameter(
            description = "Recorded before this moment. 400 for a moment of a month that only an export has.",
            example = "2026-11-26T00:00:00Z")
    @QueryParam("until")
    Instant until;

    /** Refuses moments before this one, which only exports have; null when all events are here. */
    void requireSince(Instant online) {
        var before = Stream.of(
                        Map.entry("from", Optional.ofNullable(from)), Map.entry("until", Optional.ofNullable(until)))
                .filter(moment -> online != null
                        && moment.getValue().filter(online::isAfter).isPresent())
                .map(moment -> Violation.query(
                        moment.getKey(),
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("minimum", online.toString()),
                        Text.of("audit.exported", online.toString())))
                .toList();
        ProblemException.refuse(before);
    }

    /** The conditions that the parameters stand for. */
    public Filter filter() {
        var filter =
                new Filter().equal("actor", actor).equal("operation", operation).equal("result", result);
        if (object != null) {
            filter.where(
                    "e.object like :object escape '\\'", "object", object.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (from != null) {
            filter.where("e.at >= :from", "from", from);
        }
        return until == null ? filter : filter.where("e.at < :until", "until", until);
    }
}
