package nl.doorlichting.platform.refusals;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * A write that the gateway refuses for what only it can find (ADR 103). It is sent to its service all the same, with a parameter
 * that no operation has, and a header that says so. A service that reads the header does all of the operation, so that it
 * refuses it in the order of any other one, and takes it back at the end. A service of an earlier release reads the parameter
 * alone, which it refuses.
 */
public final class GatewayRefusal {
    /** The parameter that no operation has. */
    public static final String PARAMETER = "refusedByGateway";

    /** The same in a query. */
    public static final String IN_QUERY = PARAMETER + "=true";

    /** What the gateway found, for the audit trail. Only the gateway states it: it forwards no header of this name. */
    public static final String HEADER = "X-Refused-For";

    private GatewayRefusal() {}

    /** Whether the gateway refuses this request. */
    public static boolean isStated(RoutingContext request) {
        return request.request().headers().contains(HEADER);
    }

    /** The value of the header for these violations. */
    public static String header(List<Violation> found) {
        return found.stream()
                .map(BrokenRule::of)
                .distinct()
                .limit(BrokenRule.MOST)
                .collect(Collectors.joining(BrokenRule.SEPARATOR));
    }

    /** What the gateway found, as the header states it; none for another request. */
    public static List<String> found(HttpServerRequest request) {
        var stated = request.getHeader(HEADER);
        return stated == null
                ? List.of()
                : Stream.of(stated.split(BrokenRule.SEPARATOR))
                        .filter(BrokenRule::isOne)
                        .toList();
    }

    /** The query as the caller sent it; null without one. */
    public static String queryOfCaller(RoutingContext request) {
        var query = request.request().query();
        if (query == null || !isStated(request) || !query.endsWith(IN_QUERY)) {
            return query;
        }
        var end = query.length() - IN_QUERY.length() - 1;
        return end < 0 ? null : query.substring(0, end);
    }

    /** Whether a refusal is one for which the gateway's violations can come too: 400, or 409 for names of what is not there. */
    static boolean hasRoomForMore(ProblemException refusal) {
        return refusal.type() == ProblemType.VALIDATION_FAILED
                || refusal.type() == ProblemType.REFERENCE_UNKNOWN
                        && !refusal.violations().isEmpty();
    }

    /** 400 with these violations, and for the parameter. */
    static ProblemException with(List<Violation> ofService) {
        var violations = new ArrayList<>(ofService);
        violations.add(Violation.query(
                PARAMETER, ViolationCode.UNKNOWN_PARAMETER, Map.of(), Text.of("request.refused-by-gateway")));
        return ProblemException.violations(violations);
    }
}
