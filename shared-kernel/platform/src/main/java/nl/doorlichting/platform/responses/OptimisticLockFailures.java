package nl.doorlichting.platform.responses;

import io.vertx.core.http.HttpMethod;
import jakarta.persistence.OptimisticLockException;
import java.util.stream.Stream;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** A write that lost against a concurrent write of the same record. */
public final class OptimisticLockFailures {
    private OptimisticLockFailures() {}

    public static boolean isOne(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(OptimisticLockException.class::isInstance);
    }

    /** 412 for a change, which has If-Match; 409 for a transition. */
    public static ProblemException problem(HttpMethod method) {
        return method == HttpMethod.PATCH
                ? IfMatch.stale()
                : ProblemException.of(
                        ProblemType.INVALID_STATE, "The record was changed at the same moment. Read it again.");
    }
}
