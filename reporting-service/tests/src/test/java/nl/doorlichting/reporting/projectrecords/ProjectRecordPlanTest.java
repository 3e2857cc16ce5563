package nl.doorlichting.reporting.projectrecords;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.StringJoiner;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.Test;

/** Which kinds of records a project has is looked up for each dossier, so it must not cost more with more observations. */
class ProjectRecordPlanTest {
    private static final int FIGURES = 20_000;

    @Test
    void findsKindsByIndex() throws SQLException {
        var database = TestDatabase.create("project_records");
        database.migrate("latest");
        var plan = new StringJoiner("\n");
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute("insert into reach_observation (observation_id, version, recorded_at, recorded_by, tally,"
                    + " programme, project_id, period_from, period_until, target_group, quantity_kind, quantity_value,"
                    + " place_scope, place_municipalities, source) select gen_random_uuid(), 1, now(), 'x', false, 'P',"
                    + " gen_random_uuid(), '2010-01-01', '2011-01-01', 'OTHER', 'EXACT', 1, 'UNSPECIFIED', '{}', 's'"
                    + " from generate_series(1, " + FIGURES + ")");
            statement.execute("analyze reach_observation");
            try (var lines = statement.executeQuery("explain "
                    + ProjectRecordQueries.AT_MOST.replace(":project", "'00000000-0000-7000-8000-000000000000'"))) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
        }
        assertTrue(plan.toString().contains("ix_reach_observation_project_id"), plan::toString);
        assertFalse(plan.toString().contains("Seq Scan on reach_observation"), plan::toString);
    }
}
