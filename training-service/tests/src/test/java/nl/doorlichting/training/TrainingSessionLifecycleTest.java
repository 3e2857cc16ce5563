package nl.doorlichting.training;

import static nl.doorlichting.training.RegistrationFixture.FUTURE;
import static nl.doorlichting.training.RegistrationFixture.account;
import static nl.doorlichting.training.RegistrationFixture.patch;
import static nl.doorlichting.training.RegistrationFixture.professional;
import static nl.doorlichting.training.RegistrationFixture.session;
import static nl.doorlichting.training.RegistrationFixture.today;
import static nl.doorlichting.training.RegistrationFixture.trainer;
import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.held;
import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions from plan to end, and the callers that see them. */
@QuarkusTest
class TrainingSessionLifecycleTest {
    private static final String PATH = "/v1/training-sessions";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void changeRequiresCurrentEtag() {
        var session = session("LIFE1", FUTURE, ",'capacity':5,'language':'nl','hostOrganisationId':'GM0988'");
        var stale = get(session).extract().header("ETag");
        patch(session, "{'title':'Another','language':null,'trainers':['t-1','t-2'],'series':'spring'}")
                .statusCode(200)
                .header("ETag", not(equalTo(stale)))
                .body("title", equalTo("Another"))
                .body("language", nullValue())
                .body("hostOrganisationId", equalTo("GM0988"))
                .body("trainers", contains("t-1", "t-2"))
                .body("series", equalTo("spring"));
        var request = coordinator().contentType("application/merge-patch+json").body("{\"title\":\"Late\"}");
        request.patch(session).then().statusCode(428);
        request.header("If-Match", stale).patch(session).then().statusCode(412);
        get(session).body("title", equalTo("Another"));
    }

    @Test
    void changeFollowsRulesOfPlan() {
        var session = session("LIFE2", "2009-12-31", ",'reference':'r2'");
        session("LIFE2", FUTURE, ",'reference':'taken'");
        patch(session, "{'date':'2010-01-01','place':{'scope':'MUNICIPAL','municipalities':['GM0052']}}")
                .statusCode(400)
                .body("violations[0].code", equalTo("MUNICIPALITY_NOT_VALID"));
        patch(session, "{'language':'Dutch','status':'HELD'}").statusCode(400).body("violations", hasSize(2));
        patch(session, "{'trainingType':'NOWHERE'}").statusCode(409);
        patch(session, "{'programme':'LIFE3'}").statusCode(400).body("violations[0].pointer", equalTo("/programme"));
        patch(session, "{'reference':'taken'}").statusCode(409).body("existing", startsWith(PATH));
        patch(session, "{'reference':'r2','source':'again'}").statusCode(200);
    }

    /** A client offers what allowedActions has, and what a refusal says is allowed is the same. */
    @Test
    void refusalAllowsWhatRecordAllows() {
        var session = session(
                "LIFE20", FUTURE, ",'trainers':['life20'],'series':'s','registrationOpensAt':'2199-01-01T00:00:00Z'");
        List<String> allowed = get(session).extract().path("allowedActions");
        assertEquals(List.of("update", "confirmation", "cancellation", "series"), allowed);
        refused(post(session + "/head-count", "{'participants':{'kind':'EXACT','value':1}}"), allowed);
        refused(post(session + "/roll-call", "{'attendances':[]}"), allowed);
        refused(post(session + "/corrections", "{'reason':'r','title':'t'}"), allowed);
        refused(post(session + "/withdrawal", "{'reason':'r'}"), allowed);
        refused(post(session + "/registrations", "{'name':'n','email':'n@example.org'}"), allowed);
        refused(coordinator().post(session + "/evaluation-codes").then(), allowed);
        refused(
                trainer("life20")
                        .body("{\"attendances\":[]}")
                        .post(session + "/roll-call")
                        .then(),
                trainer("life20").get(session).path("allowedActions"));
        var alone = session("LIFE20", FUTURE, "");
        refused(
                post(alone + "/series/cancellation", "{'reason':'r'}"),
                get(alone).extract().path("allowedActions"));
    }

    @Test
    void offersRegistrationToThoseWhoHaveNoPlace() {
        var session = session("LIFE21", FUTURE, "");
        professional("life21").get(session).then().body("allowedActions", contains("registrations"));
        var own = professional("life21")
                .post(session + "/registrations")
                .then()
                .extract()
                .header("Location");
        professional("life21").get(session).then().body("allowedActions", empty());
        professional("life21")
                .get("/v1/training-sessions?programme=LIFE21")
                .then()
                .body("items.allowedActions", contains(empty()));
        get(session).body("allowedActions", hasItem("registrations"));
        post(session + "/cancellation", "{'reason':'snow'}").statusCode(200);
        for (var caller : List.of(coordinator(), professional("life21"))) {
            refused(caller.post(own + "/cancellation").then(), List.of("update", "erasure"));
        }
    }

    @Test
    void refusesCorrectionThatChangesNothing() {
        var session = session("LIFE22", "2010-05-01", "");
        TrainingApi.held(session, 3).statusCode(201);
        var figures = "{'programme':'LIFE22','period':{'from':'2007-01-01','until':'2012-01-01'},'source':'test',%s}";
        var tally = post("/v1/training-tallies", figures.formatted("'sessions':{'held':5}"))
                .extract()
                .header("Location");
        var questions = post("/v1/advice-question-tallies", figures.formatted("'received':{'kind':'EXACT','value':5}"))
                .extract()
                .header("Location");
        var question = post(
                        "/v1/advice-questions",
                        "{'programme':'LIFE22','askedBy':'CITIZEN','theme':'SIGNALS','question':'?'}")
                .extract()
                .header("Location");
        for (var path : List.of(session, tally, questions, question)) {
            var before = get(path).extract().path("etag");
            for (var same : List.of("{'reason':'r'}", "{'reason':'r',%s}".formatted(unchanged(path)))) {
                post(path + "/corrections", same)
                        .statusCode(400)
                        .body("violations.pointer", contains(""))
                        .body("violations.code", contains("REQUIRED"));
            }
            get(path).body("etag", equalTo(before));
        }
        post(tally + "/corrections", "{'reason':'r','source':'Test'}").statusCode(201);
    }

    private static String unchanged(String path) {
        if (path.contains("sessions")) {
            return "'title':'A session'";
        }
        return path.contains("tallies") ? "'source':'test'" : "'theme':'SIGNALS'";
    }

    private static void refused(ValidatableResponse answer, List<String> allowed) {
        answer.statusCode(409)
                .body("type", equalTo("/v1/problems/invalid-state"))
                .body("allowed", equalTo(allowed));
    }

    @Test
    void cancelledSessionRefusesFurtherWrites() {
        var session = session("LIFE3", FUTURE, "");
        coordinator().post(session + "/confirmation").then().statusCode(200).body("status", equalTo("CONFIRMED"));
        post(session + "/cancellation", "{}").statusCode(400).body("violations[0].pointer", equalTo("/reason"));
        post(session + "/cancellation", "{'reason':'snow'}")
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("cancellationReason", equalTo("snow"))
                .body("allowedActions", empty());
        patch(session, "{'title':'Later'}").statusCode(409).body("allowed", empty());
        coordinator()
                .post(session + "/confirmation")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/invalid-state"))
                .body("allowed", empty());
        post(session + "/cancellation", "{'reason':'ice'}").statusCode(409);
    }

    @Test
    void countsConfirmedAndCancelledSessionsAsPlanned() {
        var confirmed = session("LIFE4", "2010-05-01", "");
        coordinator().post(confirmed + "/confirmation").then().statusCode(200);
        planned("LIFE4", 1);
        post(session("LIFE4", "2010-06-01", "") + "/cancellation", "{'reason':'snow'}")
                .statusCode(200);
        planned("LIFE4", 2);
        held(confirmed, 4).statusCode(201);
        planned("LIFE4", 2);
        analyst()
                .get("/v1/training-statistics?programme=LIFE4")
                .then()
                .body("rows[0].sessions.held", equalTo(1))
                .body("rows[0].sessions.cancelled", equalTo(1))
                .body("rows[0].participants.best", equalTo(4));
    }

    /** A client that sends no body sends no media type either. */
    @ParameterizedTest
    @CsvSource({
        "POST, ''",
        "POST, /series",
        "POST, /01938f5a-0000-7000-8000-000000000001/corrections",
        "POST, /01938f5a-0000-7000-8000-000000000001/withdrawal",
        "PATCH, /01938f5a-0000-7000-8000-000000000001"
    })
    void requiresMissingBody(String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + PATH + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + TestIssuer.token(Role.TRAINING_COORDINATOR))
                .header("If-Match", "*")
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"REQUIRED\""), answer.body());
    }

    private static void planned(String programme, int sessions) {
        analyst()
                .get("/v1/training-statistics?programme=" + programme)
                .then()
                .body("rows[0].sessions.planned", equalTo(sessions));
    }

    @Test
    void correctsHeadCountAsNewVersion() {
        var session = session("LIFE5", "2010-05-01", "");
        var correction = "{'participants':{'kind':'EXACT','value':13},'reason':'counted twice'}";
        post(session + "/head-count/correction", correction).statusCode(409);
        held(session, 12).statusCode(201);
        post(session + "/head-count/correction", "{'participants':{'kind':'EXACT','value':13}}")
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/reason"));
        post(session + "/head-count/correction", correction)
                .statusCode(201)
                .body("headCount.version", equalTo(2))
                .body("headCount.reason", equalTo("counted twice"))
                .body("headCount.participants.value", equalTo(13));
        analyst().get("/v1/training-statistics?programme=LIFE5").then().body("rows[0].participants.best", equalTo(13));
    }

    @Test
    void plansSeriesAsWhole() {
        session("LIFE6", FUTURE, "");
        var series = "{'series':'autumn','dates':[%s],'programme':'LIFE6','trainingType':'OF_REGISTERING',"
                + "'title':'A course','capacity':8,'source':'test'}";
        var list = post(PATH + "/series", series.formatted("'2199-09-01','2199-09-08','2199-09-15'"))
                .statusCode(201)
                .body("sessions.date", contains("2199-09-01", "2199-09-08", "2199-09-15"))
                .extract()
                .header("Location");
        get(list).statusCode(200).body("items.series", contains("autumn", "autumn", "autumn"));
        post(PATH + "/series", series.formatted("'2199-10-01','2200-01-01'")).statusCode(400);
        post(PATH + "/series", series.formatted("")).statusCode(400).body("violations[0].pointer", equalTo("/dates"));
        get(list).body("items", hasSize(3));
    }

    @Test
    void seriesHasOneSessionOnDay() {
        session("LIFE10", FUTURE, "");
        var series = "{'series':'%s','dates':[%s],'programme':'LIFE10','trainingType':'OF_REGISTERING',"
                + "'title':'A course','source':'test'}";
        post(PATH + "/series", series.formatted("autumn", "'2199-09-01','2199-09-08'"))
                .statusCode(201);
        var list = PATH + "?programme=LIFE10&series=autumn&sort=date";
        var first = PATH + "/" + get(list).extract().path("items[0].id");
        post(PATH + "/series", series.formatted("autumn", "'2199-09-15','2199-09-01'"))
                .statusCode(409)
                .body("type", equalTo("/v1/problems/already-exists"))
                .body("existing", equalTo(first));
        TrainingApi.plan("LIFE10", "OF_REGISTERING", "2199-09-01", ",'series':'autumn'")
                .statusCode(409)
                .body("existing", equalTo(first));
        var other = session("LIFE10", "2199-09-01", ",'series':'spring'");
        patch(other, "{'series':'autumn'}").statusCode(409).body("existing", equalTo(first));
        var moved = session("LIFE10", "2199-09-02", ",'series':'autumn'");
        patch(moved, "{'date':'2199-09-01'}").statusCode(409).body("existing", equalTo(first));
        patch(first, "{'title':'Another'}").statusCode(200);
        get(list).body("items", hasSize(3));
        post(first + "/cancellation", "{'reason':'snow'}").statusCode(200);
        patch(moved, "{'date':'2199-09-01'}").statusCode(200);
    }

    @Test
    void oneOfManyEqualSeriesAtOnceIsPlanned() {
        session("LIFE11", FUTURE, "");
        var series = "{'series':'autumn','dates':['2199-09-01','2199-09-08'],'programme':'LIFE11',"
                + "'trainingType':'OF_REGISTERING','title':'A course','source':'test'}";
        var created = IntStream.range(0, 6)
                .parallel()
                .map(each -> post(PATH + "/series", series).extract().statusCode())
                .filter(status -> status == 201)
                .count();
        assertEquals(1, created);
        get(PATH + "?programme=LIFE11&series=autumn").body("items", hasSize(2));
    }

    @Test
    void listsSessionsOfDay() {
        var one = session("LIFE7", "2199-07-01", ",'capacity':1");
        session("LIFE7", "2199-07-02", "");
        RegistrationFixture.registered(one, "ann");
        RegistrationFixture.registered(one, "bob");
        get(PATH + "?programme=LIFE7&date=2199-07-01")
                .body("items", hasSize(1))
                .body("items[0].capacity", equalTo(1))
                .body("items[0].registered", equalTo(1))
                .body("items[0].waiting", equalTo(1));
        get(PATH + "?programme=LIFE7&from=2199-07-02&until=2199-07-03").body("items.date", contains("2199-07-02"));
    }

    @Test
    void showsTrainerOwnSessions() {
        var own = session("LIFE8", "2010-05-01", ",'trainers':['tess']");
        var other = session("LIFE8", FUTURE, ",'trainers':['tom']");
        trainer("tess")
                .get(PATH + "?programme=LIFE8")
                .then()
                .body("items.trainers", contains(contains("tess")))
                .body("items.allowedActions", contains(contains("roll-call")));
        trainer("tess").get(own).then().statusCode(200);
        trainer("tess").get(other).then().statusCode(404);
    }

    @Test
    void showsProfessionalOpenSessionsWithoutTrainers() {
        var open = session("LIFE9", FUTURE, ",'trainers':['tess']");
        var past = session("LIFE9", "2010-05-01", "");
        var cancelled = session("LIFE9", FUTURE, "");
        post(cancelled + "/cancellation", "{'reason':'snow'}").statusCode(200);
        professional("pat")
                .get(PATH + "?programme=LIFE9")
                .then()
                .body("items", hasSize(1))
                .body("items[0].trainers", empty())
                .body("items[0].allowedActions", contains("registrations"));
        professional("pat").get(open).then().statusCode(200);
        professional("pat").get(past).then().statusCode(404);
        professional("pat").get(cancelled).then().statusCode(404);
        account("tess", Role.PROFESSIONAL, Role.TRAINER)
                .get(PATH + "?programme=LIFE9")
                .then()
                .body("items.allowedActions.flatten()", containsInAnyOrder("registrations"));
        professional("pat").get(session("LIFE9", today(), "")).then().statusCode(200);
    }

    /** A mistake in the date would erase their names. */
    @Test
    void earlierPastDateRequiresConfirmationWithRegistrations() {
        var session = session("LIFE8", FUTURE, "");
        patch(session, "{'date':'2010-05-01'}").statusCode(200);
        patch(session, "{'date':'%s'}".formatted(FUTURE)).statusCode(200);
        var registration = RegistrationFixture.registered(session, "life8");
        for (var unconfirmed : List.of("", ",'confirm':false", ",'confirm':null")) {
            patch(session, "{'date':'2010-05-01'%s}".formatted(unconfirmed))
                    .statusCode(400)
                    .body("violations.pointer", contains("/confirm"))
                    .body("violations.code", contains("REQUIRED"));
        }
        patch(session, "{'date':'2199-05-01'}").statusCode(200);
        patch(session, "{'date':'2010-05-01','confirm':true}").statusCode(200);
        patch(session, "{'title':'In the past'}").statusCode(200);
        patch(session, "{'date':'2010-06-01'}").statusCode(200);
        patch(session, "{'date':'2010-05-31'}").statusCode(400);
        get(registration).body("name", equalTo("life8"));
    }
}
