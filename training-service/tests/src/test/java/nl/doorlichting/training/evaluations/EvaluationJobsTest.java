package nl.doorlichting.training.evaluations;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;

/** Sessions with few evaluations are counted a month after their roll call, with others of their type and year. */
@QuarkusTest
class EvaluationJobsTest {
    private static final String PROGRAMME = "LEFT-OVER";

    @Inject
    EvaluationJobs jobs;

    @Inject
    EvaluationCodes codes;

    @Inject
    DataSource database;

    @Test
    void countsAnswersLeftOverByClosedSessionsTogether() throws SQLException {
        post("/v1/training-types", "{'code':'LEFT_OVER','name':'A','nameDutch':'B','targetGroup':'OTHER'}");
        var eights = session(31);
        var sixes = session(31);
        var open = session(29);
        var late = answered(eights, 8, 3);
        answered(sixes, 6, 3);
        answered(open, 1, 3);
        statistics().body("rows[0].evaluations.suppressed", equalTo(true));

        assertEquals(2, jobs.close());
        statistics().body("rows[0].evaluations.n", equalTo(6)).body("rows[0].evaluations.mean", equalTo(7.0f));
        statistics().body("totals[0].evaluations.n", equalTo(6));
        ofSession(eights).body("n", nullValue()).body("mean", nullValue());
        assertEquals(0, jobs.close());

        for (var code : late) {
            statistics().body("rows[0].evaluations.n", equalTo(6)).body("rows[0].evaluations.mean", equalTo(7.0f));
            answer(eights, code, 10);
        }
        statistics().body("rows[0].evaluations.n", equalTo(11)).body("rows[0].evaluations.mean", equalTo(8.36f));
        ofSession(eights).body("n", nullValue());

        // An open session continues its own steps.
        answered(open, 1, 2);
        ofSession(open).body("n", equalTo(5)).body("mean", equalTo(1.0f));
        statistics().body("rows[0].evaluations.n", equalTo(16));
    }

    private String session(int daysSinceRollCall) throws SQLException {
        var path = post(
                        "/v1/training-sessions",
                        "{'programme':'%s','trainingType':'LEFT_OVER','title':'A session','date':'2010-05-01','source':'s'}"
                                .formatted(PROGRAMME))
                .statusCode(201)
                .extract()
                .header("Location");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into head_count (session_id, version, recorded_at, recorded_by, target_group, quantity_kind,
                        quantity_value)
                    values ('%s', 1, now() - interval '%d days', 'x', 'OTHER', 'EXACT', 20)
                    """.formatted(id(path), daysSinceRollCall));
        }
        return path;
    }

    /** Sends so many evaluations and returns the unused codes. */
    private List<String> answered(String session, int rating, int times) {
        var drawn = QuarkusTransaction.requiringNew().call(() -> codes.issue(id(session), times + 5));
        drawn.subList(0, times).forEach(code -> answer(session, code, rating));
        return drawn.subList(times, times + 5);
    }

    private static void answer(String session, String code, int rating) {
        given().contentType(ContentType.JSON)
                .body("{\"code\":\"%s\",\"rating\":%d}".formatted(code, rating))
                .post(session + "/evaluations")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse statistics() {
        return as(Role.ANALYST, "/v1/training-statistics?programme=" + PROGRAMME);
    }

    private static ValidatableResponse ofSession(String session) {
        return as(Role.TRAINING_COORDINATOR, session + "/evaluation-statistics");
    }

    private static ValidatableResponse as(String role, String path) {
        return given().auth().oauth2(TestIssuer.token(role)).get(path).then().statusCode(200);
    }

    private static ValidatableResponse post(String path, String json) {
        return given().auth()
                .oauth2(TestIssuer.token(Role.TRAINING_COORDINATOR))
                .contentType(ContentType.JSON)
                .body(json.replace('\'', '"'))
                .post(path)
                .then();
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }
}
