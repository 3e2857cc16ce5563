package nl.doorlichting.platform.problems;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a failed statement means to the caller, by its SQLSTATE; the message itself never leaves the service. */
final class SqlFailures {
    // PostgreSQL always gives a state; without one no statement arrived there, as when the pool has no connection.
    private static final String NO_CONNECTION = "08000";

    private SqlFailures() {}

    /** The problem that this failure stands for; empty when it is a fault of ours. */
    static Optional<ProblemException> toProblem(Throwable failure) {
        var behind = new LinkedHashSet<Throwable>();
        collect(failure, behind);
        return behind.stream()
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .map(state -> Objects.requireNonNullElse(state, NO_CONNECTION))
                .findFirst()
                .flatMap(SqlFailures::problem);
    }

    // What keeps a transaction from being committed is no cause of that failure but suppressed in it.
    private static void collect(Throwable failure, Set<Throwable> behind) {
        if (failure != null && behind.add(failure)) {
            collect(failure.getCause(), behind);
            Stream.of(failure.getSuppressed()).forEach(suppressed -> collect(suppressed, behind));
        }
    }

    private static Optional<ProblemException> problem(String state) {
        // Services look natural ids up before they insert; here only the loser of a race arrives.
        if (state.equals("23505")) {
            return Optional.of(ProblemException.of(
                    ProblemType.ALREADY_EXISTS, "Somebody stored a record with this natural id just now."));
        }
        if (state.equals("23503")) {
            return Optional.of(ProblemException.of(
                    ProblemType.REFERENCE_UNKNOWN, "A record that this one refers to is not there."));
        }
        // 28: it refuses our login, as between a new password and the secret that has it.
        var serverAway = Stream.of("08", "28", "53", "57").anyMatch(state::startsWith);
        return serverAway
                ? Optional.of(ProblemException.of(ProblemType.UNAVAILABLE, "The database does not answer now."))
                : Optional.empty();
    }
}
