package nl.doorlichting.platform.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailuresTest {
    @ParameterizedTest(name = "SQLSTATE {0} is {1}")
    @CsvSource({
        "23505, ALREADY_EXISTS",
        "23503, REFERENCE_UNKNOWN",
        "08006, UNAVAILABLE",
        "53300, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "25P03, UNAVAILABLE",
        "25P02, ",
        ", UNAVAILABLE",
        "23514, ",
        "42P01, ",
    })
    void mapsSqlStateToProblem(String state, ProblemType type) {
        var failure = new IllegalStateException(new RuntimeException(new SQLException("secret", state)));
        var problem = SqlFailures.toProblem(failure);
        assertEquals(type, problem.map(ProblemException::type).orElse(null));
        assertEquals(false, problem.map(ProblemException::getMessage).orElse("").contains("secret"));
    }

    /** The transaction manager adds the reason of a failed commit as a suppressed exception, on one or more levels. */
    @Test
    void answers503WhenDatabaseStopsDuringCommit() {
        var stopped = new IllegalStateException(new SQLException("secret", "57P01"));
        var commit = new RollbackException("could not commit");
        commit.addSuppressed(stopped);
        commit.addSuppressed(stopped);
        var problem = SqlFailures.toProblem(new IllegalStateException(commit));
        assertEquals(ProblemType.UNAVAILABLE, problem.orElseThrow().type());
    }

    @Test
    void mapsOtherStatesToNoProblem() {
        assertEquals(
                true, SqlFailures.toProblem(new IllegalStateException("no")).isEmpty());
    }
}
