package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.Test;

/** Ceilings that were there before payments were reserved stay as they are, and nothing is reserved of them. */
class ReservedRoomMigrationTest {
    private static final String CEILING_OF_BEFORE = """
            insert into programme values (gen_random_uuid(), 'P', 'P', null, '2007-01-01', '2012-01-01', now(), 'x', 0);
            insert into budget_line values (gen_random_uuid(), 'P', 'root', 'root', null, 1, true, null, now(), 'x', 0);
            insert into budget_ceiling select id, 2010, 100, 40, 50, 60 from budget_line;
            insert into budget_entry (id, programme, line_id, year, kind, currency, amount, source, created_at, created_by)
            select gen_random_uuid(), 'P', id, 2010, 'BUDGETED', 'EUR', 100, 's', now(), 'x' from budget_line;
            """;
    private static final String STORE_OF_BEFORE = """
            insert into budget_ceiling (line_id, year, budgeted, reallocated, committed, disbursed)
            select id, 2010, 101, 40, 50, 60 from budget_line
            on conflict (line_id, year) do update set budgeted = excluded.budgeted, reallocated = excluded.reallocated,
                committed = excluded.committed, disbursed = excluded.disbursed
            """;

    @Test
    void keepsExistingRows() throws SQLException {
        var database = TestDatabase.create("reserved_room");
        database.migrate("2");
        try (var owner = database.asOwner()) {
            owner.createStatement().execute(CEILING_OF_BEFORE);
        }
        database.migrate("latest");
        try (var application = database.asStaff()) {
            assertEquals("100.00 40.00 50.00 60.00 0.00", ceiling(application));
            // The last release runs on this schema while the new one starts.
            application.createStatement().execute(STORE_OF_BEFORE);
            assertEquals("101.00 40.00 50.00 60.00 0.00", ceiling(application));
            application.createStatement().execute("update budget_ceiling set reserved = 1");
            assertEquals("1", one(application, "select count(*) from budget_entry where award_id is null"));
        }
    }

    private static String ceiling(Connection connection) throws SQLException {
        return one(
                connection,
                "select concat_ws(' ', budgeted, reallocated, committed, disbursed, reserved) from budget_ceiling");
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
