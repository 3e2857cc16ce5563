package nl.doorlichting.platform.problems;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.platform.texts.Text;

/** Maps the SQLSTATE of a failed statement to a problem. The message of the database never leaves the service. */
public final class SqlFailures {
    // PostgreSQL always sends a state. Without one no statement arrived, for example because the pool has no
    // connection.
    private static final String NO_CONNECTION = "08000";

    private static final String CANCELLED = "57014";
    private static final String UNIQUE_VIOLATION = "23505";

    private SqlFailures() {}

    /** Whether a statement was cancelled: it took too long, or its caller had gone. */
    static boolean isCancelled(Throwable failure) {
        return state(failure).filter(CANCELLED::equals).isPresent();
    }

    /** Whether the database ended the connection or did not answer: what it did with the statement is not known. */
    public static boolean isConnectionLost(Throwable failure) {
        return state(failure)
                .filter(state -> state.startsWith("08") || state.startsWith("57P"))
                .isPresent();
    }

    /** Whether a statement would have stored something a second time that is there once. */
    public static boolean isTaken(Throwable failure) {
        return state(failure).filter(UNIQUE_VIOLATION::equals).isPresent();
    }

    /** The problem for this failure; empty if it is an internal error. */
    static Optional<ProblemException> toProblem(Throwable failure) {
        return state(failure).flatMap(SqlFailures::problem);
    }

    private static Optional<String> state(Throwable failure) {
        var behind = new LinkedHashSet<Throwable>();
        collect(failure, behind);
        return behind.stream()
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .map(state -> Objects.requireNonNullElse(state, NO_CONNECTION))
                .findFirst();
    }

    // The reason of a failed commit is a suppressed exception, not a cause.
    private static void collect(Throwable failure, Set<Throwable> behind) {
        if (failure != null && behind.add(failure)) {
            collect(failure.getCause(), behind);
            Stream.of(failure.getSuppressed()).forEach(suppressed -> collect(suppressed, behind));
        }
    }

    private static Optional<ProblemException> problem(String state) {
        // Services look up natural ids before they insert, and a write that was too late is done once more. So this is
        // one whose caller may not see the record that has the id, or that was too late twice.
        if (state.equals(UNIQUE_VIOLATION)) {
            return Optional.of(ProblemException.of(ProblemType.ALREADY_EXISTS, Text.of("record.stored-meanwhile")));
        }
        if (state.equals("23503")) {
            return Optional.of(ProblemException.of(ProblemType.REFERENCE_UNKNOWN, Text.of("record.reference-unknown")));
        }
        // 25P03: the database ended a transaction that waited too long in its service. 28: the login is rejected, for
        // example while a new password is not yet in the secret.
        var serverAway = Stream.of("08", "25P03", "28", "53", "57").anyMatch(state::startsWith);
        return serverAway
                ? Optional.of(ProblemException.of(ProblemType.UNAVAILABLE, Text.of("database.unavailable")))
                : Optional.empty();
    }
}
