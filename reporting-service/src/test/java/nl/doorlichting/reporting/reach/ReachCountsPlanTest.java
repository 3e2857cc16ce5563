package nl.doorlichting.reporting.reach;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.StringJoiner;
import javax.sql.DataSource;
import nl.doorlichting.platform.testing.PostgresResource;
import nl.doorlichting.platform.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** The condition whether a figure counts holds for every figure, so it must not look a table up for each. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "reporting"))
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
