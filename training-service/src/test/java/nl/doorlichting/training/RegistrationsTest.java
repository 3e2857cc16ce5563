package nl.doorlichting.training;

import static nl.doorlichting.training.Registering.FUTURE;
import static nl.doorlichting.training.Registering.cancel;
import static nl.doorlichting.training.Registering.patch;
import static nl.doorlichting.training.Registering.professional;
import static nl.doorlichting.training.Registering.register;
import static nl.doorlichting.training.Registering.registered;
import static nl.doorlichting.training.Registering.session;
import static nl.doorlichting.training.Registering.sessionOf;
import static nl.doorlichting.training.Registering.someone;
import static nl.doorlichting.training.Registering.trainer;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import nl.doorlichting.kernel.caller.Role;
import nl.doorlichting.kernel.testing.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RegistrationsTest {
    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void coordinatorRegistersOthers() {
        var session = session("REG1", FUTURE, "");
        var location = post(
                        session + "/registrations",
                        "{'name':'Ann Jansen','email':'Ann@Example.org','profession':'POLICE'}")
                .statusCode(201)
                .body("status", equalTo("REGISTERED"))
                .body("number", equalTo(1))
                .body("placeInQueue", nullValue())
                .body("name", nullValue())
                .extract()
                .header("Location");
        get(location)
                .statusCode(200)
                .body("name", equalTo("Ann Jansen"))
                .body("email", equalTo("Ann@Example.org"))
                .body("profession", equalTo("POLICE"))
                .body("session.date", equalTo(FUTURE))
                .body("allowedActions", contains("cancellation", "update", "erasure"));
        post(session + "/registrations", "{'name':'A. Jansen','email':'ann@example.ORG'}")
                .statusCode(409)
                .body("type", equalTo("/v1/problems/already-exists"))
                .body("existing", equalTo(location));
    }

    @ParameterizedTest(name = "{0} is {2} at {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /email | REQUIRED",
                "{'name':'A'} | /email | REQUIRED",
                "{'email':'a@b'} | /name | REQUIRED",
                "{'name':' ','email':'a@b'} | /name | WRONG_FORMAT",
                "{'name':'A','email':'a b@c'} | /email | WRONG_FORMAT",
                "{'name':'A','email':'a@b','profession':'SPY'} | /profession | UNKNOWN_VALUE",
                "{'name':'A','email':'a@b','status':'REGISTERED'} | /status | UNKNOWN_FIELD",
            })
    void wrongRegistrationIsRefused(String body, String pointer, String code) {
        var session = session("REG2", FUTURE, "");
        post(session + "/registrations", body)
                .statusCode(400)
                .body("violations.find { it.pointer == '%s' }.code".formatted(pointer), equalTo(code));
        get(session).body("registered", equalTo(0));
    }

    @Test
    void professionalNeedNotSayAnything() throws Exception {
        var session = sessionOf("REG3B", 2);
        professional("mute").post(session + "/registrations").then().statusCode(201);
        var withoutType = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + session + "/registrations"))
                .header(
                        "Authorization",
                        "Bearer "
                                + TestIssuer.token()
                                        .subject("still")
                                        .roles(Role.PROFESSIONAL)
                                        .sign())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertEquals(
                201,
                HttpClient.newHttpClient()
                        .send(withoutType, HttpResponse.BodyHandlers.ofString())
                        .statusCode());
        professional("half").body("{").post(session + "/registrations").then().statusCode(400);
        coordinator()
                .post(session + "/registrations")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/name", "/email"));
    }

    @Test
    void professionalRegistersItself() {
        var session = sessionOf("REG3", 1);
        var own = professional("pia")
                .body("{}")
                .post(session + "/registrations")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        professional("pia").post(session + "/registrations").then().statusCode(409);
        professional("pim")
                .body("{\"name\":\"Pim\",\"email\":\"pim@example.org\"}")
                .post(session + "/registrations")
                .then()
                .statusCode(201)
                .body("status", equalTo("WAITLISTED"))
                .body("placeInQueue", equalTo(1));
        professional("pia").get(own).then().statusCode(200).body("name", nullValue());
        professional("pim").get(own).then().statusCode(404);
        professional("pim").post(own + "/cancellation").then().statusCode(404);
        professional("pim")
                .get(session + "/registrations")
                .then()
                .body("items.name", contains("Pim"))
                .body("items.placeInQueue", contains(1));
        professional("pim").get("/v1/registrations?status=WAITLISTED").then().body("items.name", contains("Pim"));
        professional("pia").get("/v1/registrations").then().body("items.session.title", contains("A session"));
        professional("pia").post(own + "/cancellation").then().statusCode(200);
        professional("pim").get("/v1/registrations").then().body("items.status", contains("REGISTERED"));
    }

    @Test
    void coordinatorWhoIsProfessionalToo() {
        var session = session("REG4", FUTURE, "");
        var both = someone("both", Role.TRAINING_COORDINATOR, Role.PROFESSIONAL);
        both.body("{}").post(session + "/registrations").then().statusCode(201);
        both.body("{\"name\":\"B\",\"email\":\"b@example.org\"}")
                .post(session + "/registrations")
                .then()
                .statusCode(201);
        both.get("/v1/registrations").then().body("items", hasSize(1));
    }

    @Test
    void fullSessionIsNoErrorAndWhoWaitsLongestMovesUp() {
        var session = sessionOf("REG5", 2);
        var first = registered(session, "one");
        registered(session, "two");
        register(session, "three").body("status", equalTo("WAITLISTED")).body("placeInQueue", equalTo(1));
        var fourth = registered(session, "four");
        get(fourth).body("placeInQueue", equalTo(2));
        cancel(first).statusCode(200).body("status", equalTo("CANCELLED")).body("cancelledAt", notNullValue());
        cancel(first).statusCode(409).body("type", equalTo("/v1/problems/invalid-state"));
        get(session + "/registrations")
                .body("items.name", contains("one", "two", "three", "four"))
                .body("items.status", contains("CANCELLED", "REGISTERED", "REGISTERED", "WAITLISTED"))
                .body("items.placeInQueue", contains(null, null, null, 1));
        register(session, "one")
                .statusCode(201)
                .body("placeInQueue", equalTo(2))
                .body("number", equalTo(5));
        cancel(fourth).statusCode(200);
        get(session).body("registered", equalTo(2)).body("waiting", equalTo(1));
    }

    @Test
    void moreCapacityMovesUpAndLessThanRegisteredIsRefused() {
        var session = sessionOf("REG6", 1);
        for (var name : new String[] {"one", "two", "three", "four"}) {
            registered(session, name);
        }
        patch(session, "{'capacity':3}")
                .statusCode(200)
                .body("registered", equalTo(3))
                .body("waiting", equalTo(1));
        get(session + "/registrations?status=WAITLISTED").body("items.name", contains("four"));
        patch(session, "{'capacity':2}").statusCode(409).body("type", equalTo("/v1/problems/invalid-state"));
        patch(session, "{'capacity':null}").statusCode(200).body("waiting", equalTo(0));
        get(session + "/registrations?status=WAITLISTED").body("items", empty());
    }

    @Test
    void registrationDoesNotMakeAnEditStale() {
        var session = session("REG7", FUTURE, "");
        var etag = get(session).extract().header("ETag");
        registered(session, "one");
        get(session).header("ETag", equalTo(etag)).body("registered", equalTo(1));
    }

    @Test
    void pastOrCancelledSessionTakesNobody() {
        var past = session("REG8", "2010-05-01", "");
        register(past, "one").statusCode(409).body("type", equalTo("/v1/problems/invalid-state"));
        professional("pia").body("{}").post(past + "/registrations").then().statusCode(409);
        var session = session("REG8", FUTURE, "");
        var registration = registered(session, "one");
        post(session + "/cancellation", "{'reason':'snow'}").statusCode(200);
        register(session, "two").statusCode(409).body("allowed", empty());
        cancel(registration).statusCode(409);
        register("/v1/training-sessions/01a20adb-c069-7930-a943-5ae8be5bcea2", "one")
                .statusCode(404);
        get(registration).body("allowedActions", contains("update", "erasure"));
    }

    @Test
    void trainerSeesWhoComesToItsOwnSession() {
        var session = session("REG9", FUTURE, ",'trainers':['tess']");
        var registration = registered(session, "one");
        trainer("tess")
                .get(session + "/registrations")
                .then()
                .body("items.name", contains("one"))
                .body("items.allowedActions", contains(empty()));
        trainer("tom").get(session + "/registrations").then().statusCode(404);
        trainer("tom").get(registration).then().statusCode(404);
        get(session("REG9", FUTURE, "") + registration.substring(session.length()))
                .statusCode(404);
    }

    @Test
    void repeatedRegistrationIsMadeOnceAndItsAnswerNamesNobody() {
        var session = session("REG10", FUTURE, "");
        for (int i = 0; i < 2; i++) {
            coordinator()
                    .header("Idempotency-Key", "r10")
                    .body("{\"name\":\"One\",\"email\":\"one@example.org\"}")
                    .post(session + "/registrations")
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", i == 0 ? nullValue() : equalTo("true"))
                    .body("name", nullValue());
        }
        coordinator()
                .header("Idempotency-Key", "r10")
                .body("{\"name\":\"Two\",\"email\":\"two@example.org\"}")
                .post(session + "/registrations")
                .then()
                .statusCode(422);
        get(session).body("registered", equalTo(1));
    }

    @Test
    void whatWasWrittenDownWronglyIsCorrected() {
        var session = session("REG11", FUTURE, "");
        registered(session, "bob");
        var registration = registered(session, "an");
        var stale = get(registration).extract().header("ETag");
        patch(registration, "{'name':'Ann','email':'ann@example.org','profession':'HEALTH_CARE'}")
                .statusCode(200)
                .header("ETag", not(equalTo(stale)))
                .body("name", nullValue());
        get(registration)
                .body("name", equalTo("Ann"))
                .body("email", equalTo("ann@example.org"))
                .body("profession", equalTo("HEALTH_CARE"));
        register(session, "ann").statusCode(409);
        register(session, "an").statusCode(201);
        patch(registration, "{'email':'BOB@example.org'}").statusCode(409);
        patch(registration, "{'email':null,'name':null}").statusCode(400);
        patch(registration, "{'email':'ANN@example.org'}").statusCode(200);
        coordinator()
                .contentType("application/merge-patch+json")
                .header("If-Match", stale)
                .body("{\"name\":\"Late\"}")
                .patch(registration)
                .then()
                .statusCode(412);
        coordinator().post(registration + "/erasure").then().statusCode(200);
        patch(registration, "{'name':'Ann','email':'ann@example.org'}").statusCode(409);
    }
}
