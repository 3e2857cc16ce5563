package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.planned;
import static nl.doorlichting.training.TrainingApi.post;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trainers by who trained them, and the participants of each. A total counts no session twice. */
@QuarkusTest
class TrainersTest {
    private static final String PATH = "/v1/trainers";
    private static final String TYPE = "TRAINERS_TYPE";

    @Inject
    DataSource database;

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @BeforeEach
    void trainingType() {
        type(TYPE, "OTHER");
    }

    @Test
    void countsSessionOfTwoTrainersForEachAndOnceInTotal() throws SQLException {
        var first = trainer("t1-first", "").extract().<String>path("id");
        var second = trainer("t1-second", ",'trainedBy':'%s','trainedOn':'2010-01-01'".formatted(first))
                .extract()
                .<String>path("id");
        var third = trainer("t1-third", ",'trainedBy':'%s'".formatted(second))
                .extract()
                .<String>path("id");
        gave("T1", "2010-05-01", 10, "t1-first", "t1-second");
        gave("T1", "2010-06-01", 20, "t1-second");
        gave("T1", "2009-06-01", 40, "t1-second");
        gave("T1", "2011-06-01", 5, "t1-third", "t1-first");
        statistics("?trainer=" + first)
                .body("rows.trainer", contains(first, second, third))
                .body("rows.trainedBy", contains(null, first, second))
                .body("rows.generation", contains(0, 1, 2))
                .body("rows.sessions", contains(2, 2, 1))
                .body("rows.participants.best", contains(15, 30, 5))
                .body("totals[0].trainers", equalTo(3))
                .body("totals[0].sessions", equalTo(3))
                .body("totals[0].participants.best", equalTo(35));
        statistics("?trainer=" + second).body("rows.trainer", contains(second, third));
        statistics("?trainer=" + first + "&programme=NONE")
                .body("totals[0].sessions", equalTo(0))
                .body("totals[0].participants.best", nullValue());
        get(PATH + "/" + second).body("sessions", equalTo(2)).body("participants.best", equalTo(30));
        get(PATH + "?trainedBy=" + second).body("items.id", contains(third));
        statistics("?trainer=" + UUID.randomUUID()).body("rows", empty()).body("totals[0].trainers", equalTo(0));
    }

    @Test
    void countsFromTrainTheTrainerSessionWithoutStatedDay() throws SQLException {
        var session = planned("T7", TYPE, "2010-03-01");
        var path = trainer("t7", ",'trainedInSessionId':'%s'".formatted(id(session)))
                .extract()
                .header("Location");
        gave("T7", "2010-02-28", 40, "t7");
        gave("T7", "2010-03-02", 10, "t7");
        get(path).body("sessions", equalTo(1)).body("participants.best", equalTo(10));
    }

    @Test
    void figuresWithoutRootContainAllTrainers() {
        var id = trainer("t2", ",'organisationId':'NCTV'").extract().<String>path("id");
        analyst()
                .get("/v1/trainer-statistics")
                .then()
                .statusCode(200)
                .body("rows.find { it.trainer == '%s' }.generation".formatted(id), equalTo(0));
        get(PATH + "?organisationId=NCTV").body("items.subject", contains("t2"));
    }

    @Test
    void refusesChangeOfWhoTrainedTrainer() {
        var path = trainer("t3", "").extract().header("Location");
        trainer("t3", "").statusCode(409).body("existing", equalTo(path));
        NetworksTest.patch(path, "\"0\"", "{'label':'Somebody else'}")
                .statusCode(200)
                .body("label", equalTo("Somebody else"));
        NetworksTest.patch(path, "\"1\"", "{'trainedOn':'2010-01-01'}")
                .statusCode(400)
                .body("violations.code", contains("NOT_ALLOWED"));
        trainer("t4", ",'trainedBy':'" + UUID.randomUUID() + "'")
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"));
        trainer("t4", ",'trainedInSessionId':'" + UUID.randomUUID() + "'").statusCode(409);
        trainer("t4", ",'trainedInSessionId':'%s'".formatted(id(planned("T4", TYPE, "2010-01-01"))))
                .statusCode(201);
    }

    /** The organisation and what was given are those of then; a label is never kept. */
    @Test
    void listsTrainersAsOfMoment() throws SQLException {
        var before = Instant.now();
        var id = trainer("t8", ",'organisationId':'NCTV'").extract().<String>path("id");
        gave("T8", "2011-05-01", 10, "t8");
        var then = Instant.now();
        gave("T8", "2011-06-01", 5, "t8");
        NetworksTest.patch(PATH + "/" + id, "*", "{'label':'Region South','organisationId':'GM0988'}")
                .statusCode(200);
        get(PATH + "?organisationId=NCTV&asOf=" + before).body("items.id", not(hasItem(id)));
        get(PATH + "/" + id + "?asOf=" + before).statusCode(404);
        get(PATH + "?organisationId=GM0988&asOf=" + then).body("items.id", not(hasItem(id)));
        get(PATH + "?organisationId=NCTV&asOf=" + then)
                .body("items.find { it.id == '%s' }.sessions".formatted(id), equalTo(1))
                .body("items.find { it.id == '%s' }.participants.best".formatted(id), equalTo(10))
                .body("items.find { it.id == '%s' }.subject".formatted(id), equalTo("t8"));
        get(PATH + "/" + id + "?asOf=" + then)
                .body("organisationId", equalTo("NCTV"))
                .body("label", equalTo(""))
                .body("allowedActions", empty());
        get(PATH + "/" + id).body("organisationId", equalTo("GM0988")).body("participants.best", equalTo(15));
        get(PATH + "?asOf=2199-01-01T00:00:00Z").statusCode(400).body("violations.code", contains("OUT_OF_RANGE"));
        var trainer = TestIssuer.token().subject("t8").roles(Role.TRAINER).sign();
        for (var path : new String[] {PATH, PATH + "/" + id}) {
            given().auth().oauth2(trainer).get(path + "?asOf=" + then).then().statusCode(403);
            given().auth().oauth2(trainer).get(path).then().statusCode(200);
        }
        try (var connection = database.getConnection();
                var kept = connection
                        .createStatement()
                        .executeQuery("select said from corrected_figure where id = '" + id + "'")) {
            while (kept.next()) {
                assertFalse(kept.getString(1).matches(".*(t8|label|Region).*"), kept.getString(1));
            }
        }
    }

    @Test
    void showsTrainerOwnRecordOnly() {
        var own = trainer("t5", "").extract().header("Location");
        var other = trainer("t6", "").extract().header("Location");
        var token = TestIssuer.token().subject("t5").roles(Role.TRAINER).sign();
        given().auth().oauth2(token).get(own).then().statusCode(200).body("allowedActions", empty());
        given().auth().oauth2(token).get(other).then().statusCode(404);
        given().auth().oauth2(token).get(PATH).then().body("items.subject", contains("t5"));
    }

    private static ValidatableResponse trainer(String subject, String fields) {
        return post(PATH, "{'subject':'%s','label':'Instructor'%s}".formatted(subject, fields));
    }

    private static ValidatableResponse statistics(String query) {
        return TrainingApi.coordinator().get("/v1/trainer-statistics" + query).then();
    }

    private void gave(String programme, String date, int participants, String... trainers) throws SQLException {
        var session = planned(programme, TYPE, date);
        TrainingApi.held(session, participants).statusCode(201);
        try (var connection = database.getConnection()) {
            RollCallFixture.execute(
                    connection,
                    "update training_session set trainers = ? where id = ?",
                    connection.createArrayOf("text", trainers),
                    UUID.fromString(id(session)));
        }
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
