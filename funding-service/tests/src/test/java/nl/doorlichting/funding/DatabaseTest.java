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
                "update project_count set projects = 0",
                "select rebuild_project_counts()",
                "update award_tally set note = ''",
                "delete from award_tally",
                "update budget_line set parent_id = null",
                "update programme set code = ''",
                "delete from project",
                "delete from award",
                "update award set programme = ''",
                "update award_decision set decided_by = ''",
                "delete from award_decision",
                "update award_instalment set amount = 1",
                "update disbursement set amount = 1",
                "delete from disbursement",
                "update reclaim set amount = 1",
                "delete from reclaim",
                "delete from prize",
                "delete from procurement",
                "delete from document",
                "update document_part set content = null",
                "update data_set set epoch = gen_random_uuid()",
                "create table mine (id int)"
            })
    void applicationRoleCannotChangeHistory(String sql) {
        assertEquals(DENIED, stateOf(sql));
    }

    @Test
    void databaseRejectsAmountAboveCeiling() {
        var programme = programme();
        var root = line(programme, "root", null, true);
        book(Entry.budgeted(programme, root, 2010, "10.00"));
        assertEquals(
                CHECK_BROKEN, stateOf("update budget_ceiling set disbursed = 10.01 where line_id = '" + root + "'"));
        assertEquals(
                CHECK_BROKEN, stateOf("update budget_ceiling set committed = 10.01 where line_id = '" + root + "'"));
    }

    @Test
    void databaseRejectsReleaseByItsOwnMaker() {
        var programme = programme();
        var root = line(programme, "root", null, false);
        var entry = Api.post(Entry.disbursed(programme, root, 2010, "4.00")).<String>path("id");
        var set = "update budget_entry set %s where id = '" + entry + "'";
        assertEquals(
                CHECK_BROKEN, stateOf(set.formatted("status = 'BOOKED', ended_at = now(), ended_by = created_by")));
        assertEquals(CHECK_BROKEN, stateOf(set.formatted("status = 'CANCELLED', ended_at = now(), ended_by = 'x'")));
    }

    @Test
    void databaseRejectsReservationAboveCeiling() {
        var programme = programme();
        var root = line(programme, "root", null, true);
        book(Entry.budgeted(programme, root, 2010, "10.00"));
        book(Entry.disbursed(programme, root, 2010, "4.00"));
        var set = "update budget_ceiling set reserved = %s where line_id = '" + root + "'";
        assertEquals(CHECK_BROKEN, stateOf(set.formatted("6.01")));
        assertEquals(CHECK_BROKEN, stateOf(set.formatted("-0.01")));
    }

    @Test
    void databaseRejectsOverspentAward() {
        Grants.organisations();
        var award = Grants.award(programme(), "1", "DECENTRALISATION_GRANT", "10.00", "");
        var set = "update award set %s where id = '" + award + "'";
        assertEquals(CHECK_BROKEN, stateOf(set.formatted("disbursed = 10.01")));
        assertEquals(CHECK_BROKEN, stateOf(set.formatted("reserved = 5.01, disbursed = 5")));
        assertEquals(CHECK_BROKEN, stateOf(set.formatted("status = 'AMENDED'")));
        // Before anything is paid it is a grant that was withdrawn.
        assertEquals(CHECK_BROKEN, stateOf(set.formatted("status = 'REVOKED', disbursed = 1")));
        assertEquals(CHECK_BROKEN, stateOf(set.formatted("disbursed = 1, reclaimed = 1")));
        var payment = Grants.payment(award, "1.00");
        assertEquals(
                CHECK_BROKEN,
                stateOf("update disbursement set status = 'RELEASED', ended_at = now(), ended_by = created_by"
                        + " where id = '" + payment + "'"));
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
