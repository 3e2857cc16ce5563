package nl.doorlichting.platform.problems;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.platform.responses.IfMatch;

/** The violations of parameters and headers of a request whose body is still to be read, to be reported with its own. */
public final class EarlierViolations {
    private static final String KEY = EarlierViolations.class.getName();

    private EarlierViolations() {}

    /** Keeps them until the body is read. */
    public static void keep(RoutingContext request, List<Violation> violations) {
        request.put(KEY, List.copyOf(violations));
    }

    /** Whether there are any, so that the request is refused before it reaches a record. */
    public static boolean areKept(RoutingContext request) {
        return !request.<List<Violation>>get(KEY, List.of()).isEmpty();
    }

    /** What this reads from the body; 400 with the earlier violations and those of the body if there are any. */
    public static <T> T reportedWith(RoutingContext request, Reading<T> body) throws IOException {
        List<Violation> earlier = request.get(KEY, List.of());
        if (earlier.isEmpty()) {
            return body.read();
        }
        if (earlier.stream().allMatch(IfMatch::isMissing)) {
            return reportedWithMissing(earlier, body);
        }
        throw ProblemException.violations(
                Stream.concat(earlier.stream(), violations(body).stream()).toList());
    }

    // If nothing else is wrong, the record is looked up first: 404 comes before 428.
    private static <T> T reportedWithMissing(List<Violation> ifMatch, Reading<T> body) throws IOException {
        try {
            return body.read();
        } catch (ProblemException refusal) {
            throw refusal.type() == ProblemType.VALIDATION_FAILED
                    ? ProblemException.violations(Stream.concat(ifMatch.stream(), refusal.violations().stream())
                            .toList())
                    : refusal;
        }
    }

    // A body that is refused for another reason, such as its size, is refused for that.
    private static List<Violation> violations(Reading<?> body) throws IOException {
        try {
            body.read();
            return List.of();
        } catch (ProblemException refusal) {
            if (refusal.type() != ProblemType.VALIDATION_FAILED) {
                throw refusal;
            }
            return refusal.violations();
        }
    }

    /** Reads a body. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }
}
