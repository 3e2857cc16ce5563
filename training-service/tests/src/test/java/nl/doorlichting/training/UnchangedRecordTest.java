package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.held;
import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A version is always a change: one that changes nothing is answered with the record as it is. */
@QuarkusTest
class UnchangedRecordTest {
    private static final String OF_PROGRAMME = "'programme':'UNCHANGED','source':'test'}";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void trainingType() {
        staysAsItIs(created(
                "/v1/training-types",
                "{'code':'UNCHANGED','name':'A name','nameDutch':'Een naam','targetGroup':'OTHER'}"));
    }

    @Test
    void learningModule() {
        staysAsItIs(created("/v1/learning-modules", "{'title':'A module'," + OF_PROGRAMME));
    }

    @Test
    void network() {
        staysAsItIs(
                created("/v1/networks", "{'name':'A network','kind':'PLATFORM','members':['GM0988']," + OF_PROGRAMME));
    }

    @Test
    void trainer() {
        staysAsItIs(created("/v1/trainers", "{'subject':'unchanged','label':'A trainer'}"));
    }

    @Test
    void sessionAndRegistration() {
        var session = RegistrationFixture.session("UNCHANGED", RegistrationFixture.FUTURE, "");
        staysAsItIs(session);
        staysAsItIs(RegistrationFixture.registered(session, "an"));
    }

    /** What holds where nothing is stated is no change, stated or not. */
    @Test
    void changeOfSessionToWhatHoldsAlreadyMakesNoVersion() {
        var session = RegistrationFixture.session(
                "UNCHANGED", RegistrationFixture.FUTURE, ",'times':{'start':'10:00','end':'11:00'}");
        for (var same : List.of(
                "'place':null",
                "'place':{'scope':'UNSPECIFIED'}",
                "'confirm':true",
                "'includedIn':'UNKNOWN'",
                "'times':{'timeZone':null}",
                "'times':{'timeZone':'Europe/Amsterdam'}")) {
            staysWith(session, "{" + same + "}");
        }
        var stated = RegistrationFixture.session("UNCHANGED", "2199-06-02", ",'includedIn':'UNKNOWN'");
        staysWith(stated, "{'includedIn':null}");
        var revision = revision();
        staysWith(session, "{'title':'A session'}");
        assertEquals(revision, revision());
        RegistrationFixture.patch(session, "{'place':{'scope':'NATIONAL'}}")
                .statusCode(200)
                .body("etag", equalTo("\"1\""));
        assertNotEquals(revision, revision());
    }

    @Test
    void changeOfSeriesToWhatHoldsAlreadyMakesNoVersion() {
        var first = post(
                        "/v1/training-sessions/series",
                        "{'series':'SAME','dates':['2199-06-01','2199-06-02'],'programme':'UNCHANGED',"
                                + "'trainingType':'OF_REGISTERING','title':'t','source':'s'}")
                .statusCode(201)
                .extract()
                .<String>path("sessions[0].id");
        var path = "/v1/training-sessions/" + first;
        var revision = revision();
        for (var same : List.of("'place':null", "'includedIn':'UNKNOWN'")) {
            RegistrationFixture.patch(path + "/series", "\"0\"", "{" + same + "}")
                    .statusCode(200)
                    .body("sessions.etag", contains("\"0\"", "\"0\""));
        }
        assertEquals(revision, revision());
        RegistrationFixture.patch(path + "/series", "\"0\"", "{'capacity':9}")
                .statusCode(200)
                .body("sessions.etag", contains("\"1\"", "\"1\""));
        assertNotEquals(revision, revision());
    }

    @Test
    void confirmedSessionIsConfirmedOnce() {
        var session = RegistrationFixture.session("UNCHANGED", RegistrationFixture.FUTURE, "");
        TrainingApi.coordinator()
                .post(session + "/confirmation")
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"));
        var revision = revision();
        TrainingApi.coordinator()
                .post(session + "/confirmation")
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("etag", equalTo("\"1\""));
        assertEquals(revision, revision());
    }

    @Test
    void equalHeadCountIsRecordedOnce() {
        var session = RegistrationFixture.session("UNCHANGED", "2010-05-01", "");
        held(session, 3).statusCode(201).body("headCount.version", equalTo(1));
        var revision = revision();
        var group = "PROFESSIONALS_AND_OFFICIALS";
        var same = "{'participants':{'kind':'EXACT','value':3},'targetGroup':'" + group + "'%s}";
        held(session, 3).statusCode(201).body("headCount.version", equalTo(1));
        post(session + "/head-count", same.formatted(""))
                .statusCode(201)
                .body("headCount.version", equalTo(1))
                .body("etag", equalTo("\"1\""));
        post(session + "/head-count/correction", same.formatted(",'reason':'r'"))
                .statusCode(201)
                .body("headCount.version", equalTo(1))
                .body("headCount.reason", equalTo(null));
        assertEquals(revision, revision());
        held(session, 4).statusCode(409);
        post(session + "/withdrawal", "{'reason':'r'}").statusCode(200);
        held(session, 3).statusCode(409);
    }

    @Test
    void equalRollCallIsRecordedOnce() {
        var session = RegistrationFixture.session("UNCHANGED", RegistrationFixture.today(), "");
        var ann = idOf(RegistrationFixture.registered(session, "ann"));
        var bob = idOf(RegistrationFixture.registered(session, "bob"));
        var present = "{'registrationId':'%s','status':'PRESENT'}";
        var absent = "{'registrationId':'%s','status':'ABSENT'}".formatted(bob);
        var call = "{'attendances':[%s]%s}";
        var first = call.formatted(present.formatted(ann) + ",{'status':'PRESENT'}", "");
        var reordered = "{'status':'PRESENT'}," + absent + "," + present.formatted(ann);
        post(session + "/roll-call", first)
                .statusCode(201)
                .body("version", equalTo(1))
                .body("evaluationCodes", hasSize(2));
        var revision = revision();
        for (var same : List.of(first, call.formatted(reordered, ",'targetGroup':'PROFESSIONALS_AND_OFFICIALS'"))) {
            post(session + "/roll-call", same)
                    .statusCode(201)
                    .body("version", equalTo(1))
                    .body("attendances[0].registrationId", equalTo(ann))
                    .body("evaluationCodes", empty());
        }
        post(session + "/roll-call/correction", call.formatted(reordered, ",'reason':'r'"))
                .statusCode(201)
                .body("version", equalTo(1))
                .body("evaluationCodes", empty());
        assertEquals(revision, revision());
        post(session + "/roll-call", call.formatted(present.formatted(bob), "")).statusCode(409);
        post(session + "/roll-call/correction", call.formatted(present.formatted(bob), ",'reason':'r'"))
                .statusCode(201)
                .body("version", equalTo(2));
    }

    @Test
    void correctionToWhatHoldsAlreadyChangesNothing() {
        var session = RegistrationFixture.session("UNCHANGED", "2010-05-02", "");
        held(session, 3).statusCode(201);
        for (var same : List.of("'confirm':true", "'includedIn':'UNKNOWN'")) {
            refusedAsNoCorrection(session + "/corrections", "{'reason':'r'," + same + "}");
        }
        var figures = "'period':{'from':'2007-01-01','until':'2008-01-01'}," + OF_PROGRAMME;
        var tally =
                created("/v1/training-tallies", "{'trainingType':'OF_REGISTERING','sessions':{'held':5}," + figures);
        refusedAsNoCorrection(tally + "/corrections", "{'reason':'r','targetGroup':null}");
        var meeting = created("/v1/network-meetings", "{'title':'A meeting'," + figures);
        refusedAsNoCorrection(meeting + "/corrections", "{'reason':'r','meetings':null}");
        for (var path : List.of(session, tally, meeting)) {
            for (var same : List.of("null", "{'scope':'UNSPECIFIED'}")) {
                refusedAsNoCorrection(path + "/corrections", "{'reason':'r','place':" + same + "}");
            }
            post(path + "/corrections", "{'reason':'r','place':{'scope':'NATIONAL'}}")
                    .statusCode(201);
        }
    }

    private static void refusedAsNoCorrection(String path, String body) {
        post(path, body)
                .statusCode(400)
                .body("violations.pointer", contains(""))
                .body("violations.code", contains("REQUIRED"));
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String revision() {
        return TrainingApi.analyst()
                .get("/v1/training-statistics?programme=UNCHANGED")
                .then()
                .statusCode(200)
                .extract()
                .path("revision");
    }

    private static String created(String path, String json) {
        return post(path, json).statusCode(201).extract().header("Location");
    }

    private static void staysAsItIs(String path) {
        var revision = revision();
        staysWith(path, "{}");
        assertEquals(revision, revision());
    }

    private static void staysWith(String path, String same) {
        String etag = TrainingApi.get(path).extract().path("etag");
        RegistrationFixture.patch(path, etag, same).statusCode(200).body("etag", equalTo(etag));
        TrainingApi.get(path).body("etag", equalTo(etag));
    }
}
