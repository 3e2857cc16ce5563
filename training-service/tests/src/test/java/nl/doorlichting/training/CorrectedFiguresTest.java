package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.held;
import static nl.doorlichting.training.TrainingApi.planned;
import static nl.doorlichting.training.TrainingApi.post;
import static nl.doorlichting.training.TrainingApi.tally;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only the latest version of a figure is counted, and the database refuses to overwrite a version. */
@QuarkusTest
class CorrectedFiguresTest {
    private static final String TYPE = "HISTORY_TYPE";
    private static final String OF_TYPE = "'trainingType':'" + TYPE + "',";
    private static final String HELD = "'sessions':{'held':1},'participants':{'kind':'EXACT','value':40}";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String CHECK_VIOLATION = "23514";

    @Inject
    DataSource database;

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @BeforeEach
    void figures() {
        type(TYPE, "OTHER");
    }

    @Test
    void countsLatestVersionOfTallyOnly() throws SQLException {
        tally("H1", "2010-01-01", "2011-01-01", OF_TYPE + HELD);
        correct("training_tally", "programme = 'H1'", "{\"quantity_value\": 50, \"rating_mean\": 8}");
        get("/v1/training-tallies?programme=H1")
                .body("items", hasSize(1))
                .body("items[0].version", equalTo(2))
                .body("items[0].reason", equalTo("counted again"))
                .body("items[0].participants.value", equalTo(50));
        statistics("H1").body("rows[0].participants.best", equalTo(50));
        statistics("H1").body("rows[0].rating.mean", equalTo(8)).body("notes", hasSize(0));
        reach("H1", 50);
    }

    @Test
    void countsLatestVersionOfHeadCountOnly() throws SQLException {
        var session = planned("H2", TYPE, "2010-05-01");
        held(session, 12).statusCode(201);
        correct("head_count", "session_id = '%s'".formatted(id(session)), "{\"quantity_value\": 13}");
        get(session).body("headCount.participants.value", equalTo(13)).body("headCount.version", equalTo(2));
        statistics("H2").body("rows[0].sessions.held", equalTo(1)).body("rows[0].participants.best", equalTo(13));
        reach("H2", 13);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "update training_tally set quantity_value = 1",
                "update head_count set quantity_value = 1",
                "update training_session set created_at = now()",
                "delete from former_training_session",
                "update former_training_session set stated = null",
                "update training_type set code = 'X'",
                "update data_set set epoch = gen_random_uuid()",
                "delete from training_tally",
                "delete from head_count",
                "delete from training_session",
                "update training_session set created_by = 'X'",
                "update registration set number = 1",
                "update registration set session_id = gen_random_uuid()",
                "delete from registration",
                "update attendance set status = 'PRESENT'",
                "delete from attendance",
                "update profession_count set present = 2",
                "update training_entry set held = 0",
                "insert into training_entry select * from training_entry",
                "delete from training_entry",
                "update corrected_figure set version = 9",
                "insert into corrected_figure select * from corrected_figure",
                "delete from corrected_figure",
                "update network_meeting set created_by = 'X'",
                "update advice_question_tally set reference = 'X'",
                "update learning_completion set module_id = gen_random_uuid()",
                "truncate training_type",
            })
    void databaseRefusesRewritingHistory(String sql) {
        assertEquals(INSUFFICIENT_PRIVILEGE, refusalOf(sql));
    }

    @ParameterizedTest(name = "a tally corrected to {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"quantity_value\": -1}",
                "{\"quantity_value\": null}",
                "{\"quantity_minimum\": 1}",
                "{\"quantity_kind\": null}",
                "{\"expected_value\": 5}",
                "{\"target_group\": null}",
                "{\"sessions_held\": -1}",
                "{\"rating_mean\": 10.5}",
                "{\"rating_mean\": 7.555}",
                "{\"rating_mean\": 7, \"rating_lowest\": 6}",
                "{\"rating_lowest\": 7}",
                "{\"rating_lowest\": 7, \"rating_highest\": 7}",
                "{\"rating_lowest\": 7, \"rating_highest\": 8, \"rating_n\": 3}",
                "{\"rating_n\": 3}",
                "{\"period_until\": \"2009-01-01\"}",
                "{\"reason\": null}",
            })
    void databaseRefusesInvalidTally(String change) {
        // The first time only.
        post(
                "/v1/training-tallies",
                "{'programme':'H3','period':{'from':'2010-01-01','until':'2011-01-01'},'source':'test'," + OF_TYPE
                        + HELD + "}");
        var refused = assertThrows(SQLException.class, () -> correct("training_tally", "programme = 'H3'", change));
        assertEquals(CHECK_VIOLATION, refused.getSQLState(), refused.getMessage());
    }

    private void correct(String table, String which, String change) throws SQLException {
        execute("insert into %1$s select (jsonb_populate_record(t, '{\"version\": 2, \"reason\": \"counted again\"}'"
                        .formatted(table)
                + "::jsonb || '" + change + "'::jsonb)).* from " + table + " t where " + which);
    }

    private String refusalOf(String sql) {
        return assertThrows(SQLException.class, () -> execute(sql)).getSQLState();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static ValidatableResponse statistics(String programme) {
        return analyst()
                .get("/v1/training-statistics?programme=" + programme)
                .then()
                .statusCode(200);
    }

    private static void reach(String programme, int best) {
        analyst()
                .get("/v1/training-statistics/reach?programme=" + programme)
                .then()
                .statusCode(200)
                .body("rows.reach.best", contains(best));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
