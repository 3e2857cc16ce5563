package nl.doorlichting.reporting.imports;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Whether a failure is that of a natural id that is taken. */
final class UniqueViolation {
    private static final String STATE = "23505";

    private UniqueViolation() {}

    static boolean isOne(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .anyMatch(cause -> STATE.equals(((SQLException) cause).getSQLState()));
    }
}
