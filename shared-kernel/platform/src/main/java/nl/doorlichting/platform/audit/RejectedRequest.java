package nl.doorlichting.platform.audit;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.problems.Problem;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.refusals.BrokenRule;
import nl.doorlichting.platform.refusals.GatewayRefusal;

/** A request to this operation that was answered with a problem. */
record RejectedRequest(String method, Method operation, Problem problem) {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    // A 404 on a read may hide a record that this caller may not see.
    private static final List<Integer> NOT_FOR_THIS_CALLER =
            List.of(ProblemType.FORBIDDEN.status(), ProblemType.NOT_FOUND.status());

    boolean isAudited() {
        return !READS.contains(method) || NOT_FOR_THIS_CALLER.contains(problem.status());
    }

    AuditResult result() {
        return problem.status() >= ProblemType.INTERNAL_ERROR.status() ? AuditResult.FAILED : AuditResult.REFUSED;
    }

    /** Codes and places of its violations: no value, and no name that the caller made up. */
    List<String> brokenRules(List<String> foundByGateway) {
        var isOfGateway = !foundByGateway.isEmpty() && problem.status() == ProblemType.VALIDATION_FAILED.status();
        return Stream.concat(
                        isOfGateway ? foundByGateway.stream() : Stream.empty(),
                        problem.violations().stream()
                                .filter(violation -> !GatewayRefusal.PARAMETER.equals(violation.name()))
                                .map(BrokenRule::of))
                .distinct()
                .limit(BrokenRule.MOST)
                .toList();
    }

    /** The path. A segment that is neither part of the template nor an id is replaced, because it could be a name. */
    String object() {
        var words = Stream.of(
                        operation.getDeclaringClass().getAnnotation(Path.class), operation.getAnnotation(Path.class))
                .filter(path -> path != null)
                .flatMap(path -> Arrays.stream(path.value().split("/")))
                .collect(Collectors.toSet());
        return ObjectPath.of(
                problem.instance(),
                part -> words.contains(part) || part.isEmpty() || ScalarFormats.isUuid(part) ? part : "-");
    }
}
