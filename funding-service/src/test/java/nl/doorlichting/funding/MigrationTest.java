package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import nl.doorlichting.kernel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Migrations that touch what is there already, with rows in place. */
class MigrationTest {
    private final TestDatabase database = TestDatabase.create("funding_migration");

    @Test
    void projectsAndOrganisationsFromBeforeAreFoundByPlaceAndText() throws SQLException {
        database.migrate("2");
        execute(
                "insert into programme values (gen_random_uuid(), 'P', 'n', null, '2007-01-01', '2012-01-01', now(), 'x', 0)");
        execute("insert into organisation values ('GM0988', 'Weert', 'MUNICIPALITY', 'GM0988', now(), 'x', 0)");
        execute("""
                insert into project (id, programme, code, name, place_scope, place_municipalities, notes, source,
                    created_at, created_by, version)
                values (gen_random_uuid(), 'P', 'weert', 'Weert weert', 'MUNICIPAL', '{GM0988}', '{}', 's', now(), 'x', 0),
                    (gen_random_uuid(), 'P', 'bare', 'Nowhere', null, null, '{}', 's', now(), 'x', 0)""");
        database.migrate("latest");
        assertTrue(holds("select municipalities = '{GM0988}' and intervention_types = '{}'"
                + " and search @@ to_tsquery('simple', 'weert') from project where code = 'weert'"));
        assertTrue(holds("select municipalities = '{}' from project where code = 'bare'"));
        assertTrue(holds("select search @@ to_tsquery('simple', 'wee:*') and valid_until is null from organisation"));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean holds(String sql) throws SQLException {
        try (var connection = database.asOwner();
                var rows = connection.createStatement().executeQuery(sql)) {
            assertEquals(true, rows.next());
            return rows.getBoolean(1);
        }
    }
}
