package nl.doorlichting.reporting.reachstatistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.StringJoiner;
import javax.sql.DataSource;
import nl.doorlichting.reporting.ReportingServiceTest;
import org.junit.jupiter.api.Test;

/** The condition whether a figure counts holds for every figure, so it must not look a table up for each. */
@ReportingServiceTest
class ReachCountsPlanTest {
    @Inject
    DataSource database;

    @Test
    void looksUpApprovedReportsOnce() throws SQLException {
        var plan = new StringJoiner("\n");
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var lines = statement.executeQuery(
                        "explain select count(*) from reach_observation e where " + ReachFacts.COUNTS)) {
            while (lines.next()) {
                plan.add(lines.getString(1));
            }
        }
        assertTrue(plan.toString().contains("hashed SubPlan"), plan::toString);
    }
}
