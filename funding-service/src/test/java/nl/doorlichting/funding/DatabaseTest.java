package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.book;
import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.programme;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last word is the database's, also to the service's own role. */
@FundingServiceTest
class DatabaseTest {
    private static final String DENIED = "42501";
    private static final String CHECK_BROKEN = "23514";

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update budget_entry set amount = 1",
                "delete from budget_entry",
                "delete from budget_sum",
                "select rebuild_budget_sums()",
                "update award_tally set note = ''",
                "delete from award_tally",
                "update budget_line set parent_id = null",
                "update programme set code = ''",
                "delete from project",
                "delete from prize",
                "delete from procurement",
                "update data_set set epoch = gen_random_uuid()",
                "create table mine (id int)"
            })
    void applicationCannotRewriteHistory(String sql) {
        assertEquals(DENIED, stateOf(sql));
    }

    @Test
    void ceilingHoldsEvenWhereTheServiceWouldForget() {
        var programme = programme();
        var root = line(programme, "root", null, true);
        book(Entry.budgeted(programme, root, 2010, "10.00"));
        assertEquals(
                CHECK_BROKEN, stateOf("update budget_ceiling set disbursed = 10.01 where line_id = '" + root + "'"));
        assertEquals(
                CHECK_BROKEN, stateOf("update budget_ceiling set committed = 10.01 where line_id = '" + root + "'"));
    }

    private String stateOf(String sql) {
        return assertThrows(SQLException.class, () -> run(sql)).getSQLState();
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
