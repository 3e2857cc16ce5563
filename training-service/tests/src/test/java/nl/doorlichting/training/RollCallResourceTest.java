package nl.doorlichting.training;

import static nl.doorlichting.training.RegistrationFixture.registered;
import static nl.doorlichting.training.RegistrationFixture.session;
import static nl.doorlichting.training.RegistrationFixture.today;
import static nl.doorlichting.training.RegistrationFixture.trainer;
import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.held;
import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RollCallResourceTest {
    private static final String NOBODY = "{'attendances':[]}";

    @Inject
    DataSource database;

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void rollCallHoldsSessionAndShowsProfessions() {
        var session = session("ROLL1", today(), ",'capacity':3");
        var ann = id(registered(session, "ann"));
        var bob = id(registered(session, "bob"));
        registered(session, "cis");
        var lines = "{'attendances':[{'registrationId':'%s','status':'PRESENT','profession':'POLICE'},"
                + "{'registrationId':'%s','status':'EXCUSED'},{'status':'PRESENT','profession':'POLICE'},"
                + "{'status':'PRESENT','profession':'EDUCATION'},{'status':'PRESENT'}]}";
        post(session + "/roll-call", lines.formatted(ann, bob))
                .statusCode(201)
                .body("present", equalTo(4))
                .body("absent", equalTo(1))
                .body("excused", equalTo(1))
                .body("targetGroup", equalTo("PROFESSIONALS_AND_OFFICIALS"))
                .body("professions.profession", contains("POLICE", "EDUCATION"))
                .body("professions.present", contains(2, 1))
                .body("attendances", hasSize(6))
                .body("attendances[5].status", equalTo("ABSENT"))
                .body("evaluationCodes", hasSize(4))
                .body("allowedActions", contains("correction"));
        get(session + "/roll-call")
                .statusCode(200)
                .body("evaluationCodes", empty())
                .body("present", equalTo(4));
        get(session)
                .body("status", equalTo("HELD"))
                .body("rollCall.present", equalTo(4))
                .body("registered", equalTo(3))
                .body("headCount", nullValue());
        analyst()
                .get("/v1/training-statistics?programme=ROLL1")
                .then()
                .body("rows[0].participants.best", equalTo(4))
                .body("rows[0].sessions.held", equalTo(1));
    }

    @Test
    void refusesRollCallAfterHeadCountAndReverse() {
        var called = session("ROLL2", today(), "");
        post(called + "/roll-call", NOBODY).statusCode(201).body("present", equalTo(0));
        post(called + "/roll-call", "{'attendances':[{'status':'PRESENT'}]}")
                .statusCode(409)
                .body("allowed", contains("correction", "corrections", "withdrawal", "evaluation-codes"));
        held(called, 3).statusCode(409).body("type", equalTo("/v1/problems/invalid-state"));
        post(called + "/head-count/correction", "{'participants':{'kind':'EXACT','value':1},'reason':'r'}")
                .statusCode(409);
        var counted = session("ROLL2", today(), "");
        held(counted, 3).statusCode(201);
        post(counted + "/roll-call", NOBODY).statusCode(409);
        post(counted + "/roll-call/correction", "{'attendances':[],'reason':'r'}")
                .statusCode(409);
        get(counted + "/roll-call").statusCode(404);
        get(counted).body("rollCall", nullValue()).body("headCount.participants.value", equalTo(3));
    }

    @Test
    void namesEachLineOfUnknownRegistration() {
        var session = session("ROLL9", today(), "");
        var ann = id(RegistrationFixture.registered(session, "roll9"));
        var elsewhere = id(RegistrationFixture.registered(session("ROLL9", today(), ""), "roll9"));
        var line = "{'registrationId':'%s','status':'PRESENT'}";
        var lines = String.join(
                ",",
                line.formatted(elsewhere),
                line.formatted(ann),
                "{'status':'PRESENT'}",
                line.formatted("01938f5a-0000-7000-8000-0000000000b1"));
        post(session + "/roll-call", "{'attendances':[" + lines + "]}")
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"))
                .body("violations.pointer", contains("/attendances/0/registrationId", "/attendances/3/registrationId"))
                .body("violations[0].parameters.value", equalTo(elsewhere));
        get(session).body("status", equalTo("PLANNED"));
    }

    @Test
    void refusesFieldsOfOtherKindOfCount() {
        var session = session("ROLL3", today(), "");
        post(session + "/roll-call", "{'attendances':[],'participants':{'kind':'EXACT','value':1}}")
                .statusCode(400)
                .body("violations.code", hasItem("UNKNOWN_FIELD"));
        post(session + "/head-count", "{'attendances':[],'participants':{'kind':'EXACT','value':1}}")
                .statusCode(400)
                .body("violations.code", hasItem("UNKNOWN_FIELD"));
        get(session).body("status", equalTo("PLANNED"));
    }

    @Test
    void refusesInvalidRollCallAsWhole() {
        var session = session("ROLL4", today(), "");
        var ann = id(registered(session, "ann"));
        post(session + "/roll-call", "{}").statusCode(400).body("violations[0].pointer", equalTo("/attendances"));
        post(session + "/roll-call", "{'attendances':[{'registrationId':'x'},{'status':'HERE'},null]}")
                .statusCode(400)
                .body("violations.pointer", hasItem("/attendances/1/status"));
        post(session + "/roll-call", "{'attendances':[{'status':'ABSENT'}]}")
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/attendances/0/status"));
        post(
                        session + "/roll-call",
                        "{'attendances':[{'registrationId':'01a20adb-c069-7930-a943-5ae8be5bcea2','status':'PRESENT'}]}")
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"));
        post(
                        session + "/roll-call",
                        "{'attendances':[{'registrationId':'%1$s','status':'PRESENT'},{'registrationId':'%1$s','status':'PRESENT'}]}"
                                .formatted(ann))
                .statusCode(400);
        get(session).body("status", equalTo("PLANNED"));
    }

    @Test
    void refusesRollCallBeforeDayAndOfCancelledSession() {
        post(session("ROLL5", RegistrationFixture.FUTURE, "") + "/roll-call", NOBODY)
                .statusCode(409)
                .body("type", equalTo("/v1/problems/invalid-state"));
        var cancelled = session("ROLL5", today(), "");
        post(cancelled + "/cancellation", "{'reason':'snow'}").statusCode(200);
        post(cancelled + "/roll-call", NOBODY).statusCode(409);
    }

    @Test
    void trainerRecordsRollCallOfOwnSessionsOnly() {
        var own = session("ROLL6", today(), ",'trainers':['tess']");
        trainer("tom")
                .body("{\"attendances\":[]}")
                .post(own + "/roll-call")
                .then()
                .statusCode(404);
        trainer("tess")
                .body("{\"attendances\":[]}")
                .post(own + "/roll-call")
                .then()
                .statusCode(201)
                .body("allowedActions", empty());
        trainer("tess").get(own + "/roll-call").then().statusCode(200).body("recordedBy", equalTo("tess"));
        get(own).body("rollCall.recordedBy", equalTo("tess"));
        get(own + "/roll-call/versions").body("items.recordedBy", contains("tess"));
        trainer("tom").get(own + "/roll-call").then().statusCode(404);
    }

    @Test
    void correctsRollCallAsVersionWithReason() {
        var session = session("ROLL7", today(), "");
        var ann = id(registered(session, "ann"));
        post(session + "/roll-call", NOBODY).statusCode(201).body("absent", equalTo(1));
        post(session + "/roll-call/correction", NOBODY)
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/reason"));
        post(
                        session + "/roll-call/correction",
                        "{'attendances':[{'registrationId':'%s','status':'PRESENT','profession':'JUSTICE'}],'reason':'late'}"
                                .formatted(ann))
                .statusCode(201)
                .body("version", equalTo(2))
                .body("reason", equalTo("late"))
                .body("present", equalTo(1))
                .body("evaluationCodes", hasSize(1))
                .body("professions.profession", contains("JUSTICE"));
        analyst().get("/v1/training-statistics?programme=ROLL7").then().body("rows[0].participants.best", equalTo(1));
    }

    @Test
    void repeatedRequestGivesSameRollCallWithoutCodes() throws SQLException {
        var session = session("ROLL8", today(), "");
        var first = keyed(session);
        var code = JsonPath.from(first).getString("evaluationCodes[0]");
        assertEquals(first.replace("\"" + code + "\"", ""), keyed(session));
        assertSealed(session, code);
    }

    /** As of a moment before the first, as every list of versions. */
    @Test
    void listsNoVersionsBeforeFirst() {
        var session = session("ROLL9", today(), "");
        get(session + "/roll-call/versions").statusCode(404);
        post(session + "/roll-call", "{'attendances':[]}").statusCode(201);
        get(session + "/roll-call/versions?asOf=2020-01-01T00:00:00Z")
                .statusCode(200)
                .body("items", empty());
        get(session + "/roll-call/versions").body("items", hasSize(1));
    }

    /** A reader of the stored answers must not get codes to evaluate with. */
    private void assertSealed(String session, String code) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select t::text from idempotency_key t where path = '" + session + "/roll-call'")) {
            assertTrue(rows.next());
            assertFalse(rows.getString(1).contains(code));
            assertFalse(rows.getString(1).contains("evaluationCodes"));
        }
    }

    private static String keyed(String session) {
        return coordinator()
                .header("Idempotency-Key", "a8")
                .body("{\"attendances\":[{\"status\":\"PRESENT\"}]}")
                .post(session + "/roll-call")
                .then()
                .statusCode(201)
                .extract()
                .asString();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
