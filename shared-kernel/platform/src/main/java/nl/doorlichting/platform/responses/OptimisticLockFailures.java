package nl.doorlichting.platform.responses;

import io.vertx.core.http.HttpMethod;
import jakarta.persistence.OptimisticLockException;
import java.util.stream.Stream;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** A write that lost against another of the same record at the same moment. */
public final class OptimisticLockFailures {
    private OptimisticLockFailures() {}

    public static boolean isOne(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(OptimisticLockException.class::isInstance);
    }

    /** 412 for a change with If-Match, which is what it asked for; 409 for a transition. */
    public static ProblemException problem(HttpMethod method) {
        return method == HttpMethod.PATCH
                ? IfMatch.stale()
                : ProblemException.of(
                        ProblemType.INVALID_STATE, "The record was changed at the same moment: read it again.");
    }
}
