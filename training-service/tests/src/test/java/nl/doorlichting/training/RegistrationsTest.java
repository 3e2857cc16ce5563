package nl.doorlichting.training;

import static nl.doorlichting.training.RegistrationFixture.FUTURE;
import static nl.doorlichting.training.RegistrationFixture.account;
import static nl.doorlichting.training.RegistrationFixture.cancel;
import static nl.doorlichting.training.RegistrationFixture.patch;
import static nl.doorlichting.training.RegistrationFixture.professional;
import static nl.doorlichting.training.RegistrationFixture.register;
import static nl.doorlichting.training.RegistrationFixture.registered;
import static nl.doorlichting.training.RegistrationFixture.session;
import static nl.doorlichting.training.RegistrationFixture.sessionOf;
import static nl.doorlichting.training.RegistrationFixture.today;
import static nl.doorlichting.training.RegistrationFixture.trainer;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.platform.testing.tokens.TestToken;
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
                "{'name':' ','email':'a@b'} | /name | REQUIRED",
                "{'name':'A','email':'a b@c'} | /email | WRONG_FORMAT",
                "{'name':'A','email':'a@b','profession':'SPY'} | /profession | UNKNOWN_VALUE",
                "{'name':'A','email':'a@b','status':'REGISTERED'} | /status | UNKNOWN_FIELD",
            })
    void refusesInvalidRegistration(String body, String pointer, String code) {
        var session = session("REG2", FUTURE, "");
        post(session + "/registrations", body)
                .statusCode(400)
                .body("violations.find { it.pointer == '%s' }.code".formatted(pointer), equalTo(code));
        get(session).body("registered", equalTo(0));
    }

    @Test
    void professionalRegistersWithoutBody() throws Exception {
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
                .body("violations.pointer", contains("/email", "/name"));
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
        professional("pim", "pim@example.org")
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
    void coordinatorWithRoleOfProfessionalRegistersItself() {
        var session = session("REG4", FUTURE, "");
        var both = account("both", Role.TRAINING_COORDINATOR, Role.PROFESSIONAL);
        both.body("{}").post(session + "/registrations").then().statusCode(201);
        both.body("{\"name\":\"B\",\"email\":\"b@example.org\"}")
                .post(session + "/registrations")
                .then()
                .statusCode(201);
        both.get("/v1/registrations").then().body("items", hasSize(1));
    }

    @Test
    void fullSessionPutsPersonInQueueAndLongestWaitingMovesUp() {
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
    void moreCapacityMovesUpAndTooSmallCapacityIsRefused() {
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
    void registrationChangesAnswerButNotVersionOfSession() {
        var session = session("REG7", FUTURE, "");
        var before = get(session).extract();
        registered(session, "one");
        var known = before.header("ETag");
        get(session)
                .header("ETag", not(equalTo(known)))
                .body("etag", equalTo(before.path("etag")))
                .body("registered", equalTo(1));
        patch(session, known, "{'title':'Other'}").statusCode(200);
    }

    @Test
    void refusesRegistrationForPastOrCancelledSession() {
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
    void showsTrainerRegistrationsOfOwnSession() {
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
    void repeatedRequestRegistersOnceAndAnswersWithoutName() {
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
    void correctionIsOneVersion() {
        var registration = registered(session("REG11V", FUTURE, ""), "vera");
        var version = 0;
        for (var change : List.of("'profession':'POLICE'", "'name':'Ver'", "'name':'Vera','profession':null")) {
            version++;
            patch(registration, "{" + change + "}").statusCode(200).body("etag", equalTo("\"" + version + "\""));
            get(registration).body("etag", equalTo("\"" + version + "\""));
        }
    }

    @Test
    void correctsRegistration() {
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

    /** Otherwise the account would read, and others would erase, data that is not its own. */
    @Test
    void coordinatorKeepsPersonWhoRegisteredWithAccount() {
        var session = session("REG11A", FUTURE, "");
        var named = professional("r11a", "r11a@example.org")
                .body("{\"name\":\"Rea\",\"email\":\"r11a@example.org\"}")
                .post(session + "/registrations")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        var unnamed = professional("r11b", "r11b@example.org")
                .post(session + "/registrations")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        for (var own : List.of(named, unnamed)) {
            var before = get(own).extract();
            patch(own, "{'name':'Stranger','email':'stranger@r11.example'}")
                    .statusCode(409)
                    .body("type", equalTo("/v1/problems/invalid-state"))
                    .body("violations.pointer", contains("/email", "/name"))
                    .body("allowed", contains("update", "erasure"));
            get(own).header("ETag", equalTo(before.header("ETag"))).body("email", equalTo(before.path("email")));
            patch(own, "{'profession':'POLICE'}").statusCode(200);
            get(own).body("profession", equalTo("POLICE")).body("name", equalTo(before.path("name")));
        }
        patch(named, "{'name':'Rea Jansen'}").statusCode(409).body("violations.pointer", contains("/name"));
        var export = "/v1/personal-data/export";
        post(export, "{'email':'stranger@r11.example'}").body("records", empty());
        post(export, "{'email':'r11b@example.org'}").body("records", hasSize(1));
        post("/v1/personal-data/erasure", "{'email':'stranger@r11.example'}").body("erased", equalTo(0));
        professional("r11a", "r11a@example.org")
                .post(session + "/registrations")
                .then()
                .statusCode(409);
        professional("r11a", "r11a@example.org")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"name\":\"Rea Jansen\"}")
                .patch(named)
                .then()
                .statusCode(200);
        var other = registered(session, "r11c");
        for (var taken : List.of("r11a@example.org", "r11b@example.org")) {
            patch(other, "{'email':'" + taken + "'}").statusCode(409).body("existing", notNullValue());
        }
    }

    @Test
    void oneOfManyCorrectionsAtOnceGetsAddress() {
        var session = session("REG11B", FUTURE, "");
        var made = IntStream.range(0, 6)
                .mapToObj(each -> registered(session, "r11-" + each))
                .toList();
        var changed = made.parallelStream()
                .map(one -> patch(one, "*", "{'email':'once@r11.example'}")
                        .extract()
                        .statusCode())
                .filter(status -> status == 200)
                .count();
        assertEquals(1, changed);
    }

    /** The answer is the same for every address that is not the caller's own, registered or not. */
    @Test
    void refusesRegistrationWithUnverifiedAddress() {
        var session = sessionOf("REG12", 1);
        post(session + "/registrations", "{'name':'C','email':'colleague@r12.example'}")
                .statusCode(201);
        var own = claiming("own@r12.example", true);
        var refused = new HashSet<String>();
        for (var token : List.of(
                TestIssuer.token().subject("r12"),
                TestIssuer.token().subject("r12").claim("email", "colleague@r12.example"),
                claiming("colleague@r12.example", "true"),
                claiming("colleague@r12.example", false),
                claiming(List.of("colleague@r12.example"), true),
                own)) {
            for (var email : List.of("colleague@r12.example", "nobody@r12.example", "OWN@r12.example.org")) {
                var answer = professional(token)
                        .body("{\"name\":\"R\",\"email\":\"%s\"}".formatted(email))
                        .post(session + "/registrations");
                answer.then()
                        .statusCode(403)
                        .body("type", equalTo("/v1/problems/forbidden"))
                        .body("detail", containsString("own verified"))
                        .body("existing", nullValue());
                refused.add(answer.asString().replaceAll("\"traceId\":\"[^\"]*\"", ""));
            }
        }
        assertEquals(1, refused.size(), refused::toString);
        professional(own).get("/v1/registrations").then().body("items", empty());
        var body = "{\"name\":\"R\",\"email\":\"Own@R12.example\"}";
        var registered = professional(own)
                .body(body)
                .post(session + "/registrations")
                .then()
                .statusCode(201)
                .body("status", equalTo("WAITLISTED"))
                .extract()
                .header("Location");
        professional(own)
                .body(body)
                .post(session + "/registrations")
                .then()
                .statusCode(409)
                .body("existing", equalTo(registered));
        get(session).body("registered", equalTo(1)).body("waiting", equalTo(1));
    }

    @Test
    void refusesCorrectionToUnverifiedAddress() {
        var session = session("REG13", FUTURE, "");
        registered(session, "colleague13");
        var own = professional("r13")
                .body("{}")
                .post(session + "/registrations")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        for (var email : List.of("colleague13@example.org", "nobody13@example.org")) {
            changed("r13", own, "{\"name\":\"R\",\"email\":\"" + email + "\"}")
                    .statusCode(403)
                    .body("existing", nullValue());
        }
        changed("r13", own, "{\"name\":\"R\",\"email\":\"r13@example.org\"}").statusCode(200);
        changed("r13", own, "{\"profession\":\"POLICE\"}").statusCode(200);
        patch(own, "{'email':'elsewhere13@example.org'}").statusCode(409);
        changed("r13", own, "{\"name\":\"Robin\"}").statusCode(200);
        get(own).body("name", equalTo("Robin")).body("email", equalTo("r13@example.org"));
    }

    /** The owner of an address that a coordinator registered gets that registration, and no second place. */
    @Test
    void personTakesOverRegistrationMadeByCoordinator() {
        var session = sessionOf("REG14", 1);
        var made = registered(session, "ann14");
        var body = "{\"name\":\"Ann Own\",\"email\":\"ann14@example.org\",\"profession\":\"POLICE\"}";
        // An address that is equal only after folding of letters is another address.
        professional("r14-other", "ann14@example.org".replace('e', '\uFF45'))
                .body("{\"name\":\"Other\",\"email\":\"%s\"}".formatted("ann14@example.org".replace('e', '\uFF45')))
                .post(session + "/registrations")
                .then()
                .statusCode(201)
                .body("status", equalTo("WAITLISTED"));
        professional("r14", "ann14@example.org")
                .body(body)
                .post(session + "/registrations")
                .then()
                .statusCode(201)
                .header("Location", equalTo(made))
                .body("status", equalTo("REGISTERED"))
                .body("number", equalTo(1));
        professional("r14")
                .get("/v1/registrations")
                .then()
                .body("items.name", contains("Ann Own"))
                .body("items.profession", contains("POLICE"));
        professional("r14").body("{}").post(session + "/registrations").then().statusCode(409);
        professional("r14", "ann14@example.org")
                .body(body)
                .post(session + "/registrations")
                .then()
                .statusCode(409)
                .body("existing", equalTo(made));
        get(session).body("registered", equalTo(1)).body("waiting", equalTo(1));
    }

    /** An address that moved from one account to another reveals no registration of the first. */
    @Test
    void acceptsAddressThatAnotherAccountRegistered() {
        var session = session("REG15", FUTURE, "");
        var body = "{\"name\":\"Desk\",\"email\":\"desk15@example.org\"}";
        for (var subject : List.of("r15-a", "r15-b")) {
            professional(subject, "desk15@example.org")
                    .body(body)
                    .post(session + "/registrations")
                    .then()
                    .statusCode(201);
        }
        get(session).body("registered", equalTo(2));
        register(session, "desk15").statusCode(409);
    }

    @Test
    void registrantKeepsSeeingHeldSession() {
        var session = session("REG16", today(), ",'capacity':1");
        var own = professional("r16")
                .post(session + "/registrations")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        professional("r16-waiting").post(session + "/registrations").then().statusCode(201);
        post(
                        session + "/roll-call",
                        "{'attendances':[{'registrationId':'%s','status':'PRESENT'}]}"
                                .formatted(own.substring(own.lastIndexOf('/') + 1)))
                .statusCode(201);
        for (var subject : List.of("r16", "r16-waiting")) {
            professional(subject)
                    .get(session)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("HELD"))
                    .body("trainers", empty())
                    .body("allowedActions", empty());
            professional(subject)
                    .get("/v1/training-sessions?programme=REG16&status=HELD")
                    .then()
                    .body("items", hasSize(1));
        }
        professional("r16")
                .get(own)
                .then()
                .body("attendance", equalTo("PRESENT"))
                .body("session.status", equalTo("HELD"));
        professional("r16-waiting")
                .get("/v1/registrations")
                .then()
                .body("items.placeInQueue", contains(1))
                .body("items.attendance", contains(nullValue()));
        professional("r16-other").get(session).then().statusCode(404);
        professional("r16-other")
                .get("/v1/training-sessions?programme=REG16")
                .then()
                .body("items", empty());
        post(session + "/withdrawal", "{'reason':'another group'}").statusCode(200);
        professional("r16").get(own).then().body("session.withdrawalReason", equalTo("another group"));
        professional("r16")
                .get(session)
                .then()
                .statusCode(200)
                .body("withdrawalReason", equalTo("another group"))
                .body("withdrawal", nullValue());
        professional("r16").post(own + "/erasure").then().statusCode(200);
        professional("r16").get(session).then().statusCode(404);
        professional("r16").get("/v1/registrations").then().body("items", empty());
    }

    @Test
    void registrantReadsWhySessionIsCancelled() {
        var session = session("REG17", FUTURE, "");
        registered(session, "ann17");
        post(session + "/cancellation", "{'reason':'snow'}").statusCode(200);
        var ann = professional("r17", "ann17@example.org");
        ann.get(session).then().statusCode(200).body("cancellationReason", equalTo("snow"));
        ann.get("/v1/registrations")
                .then()
                .body("items.session.cancellationReason", contains("snow"))
                .body("items.session.status", contains("CANCELLED"));
        professional("r17-other", "ann17x@example.org").get(session).then().statusCode(404);
    }

    @Test
    void personSeesAndCancelsRegistrationMadeByCoordinator() {
        var session = session("REG18", FUTURE, "");
        var made = registered(session, "ann18");
        var ann = professional("r18", "ann18@example.org");
        ann.get(made).then().statusCode(200).body("allowedActions", contains("cancellation", "update", "erasure"));
        ann.get(session + "/registrations").then().body("items", hasSize(1));
        // Equal only after folding of letters, and not verified.
        for (var other :
                List.of(professional("r18-a", "ann18@example.org".replace('e', '\uFF45')), professional("r18-b"))) {
            other.get(made).then().statusCode(404);
            other.get("/v1/registrations").then().body("items", empty());
            other.post(made + "/cancellation").then().statusCode(404);
        }
        ann.post(made + "/cancellation").then().statusCode(200).body("status", equalTo("CANCELLED"));
        get(session).body("registered", equalTo(0));
    }

    /** One person takes one place, whoever registers it, also where it states no address. */
    @Test
    void personTakesOnePlace() {
        var session = session("REG19", FUTURE, "");
        var made = registered(session, "ann19");
        var ann = professional("r19", "Ann19@example.org");
        ann.post(session + "/registrations")
                .then()
                .statusCode(201)
                .header("Location", equalTo(made))
                .body("number", equalTo(1));
        ann.get(made).then().body("name", equalTo("ann19")).body("email", equalTo("ann19@example.org"));
        ann.post(session + "/registrations").then().statusCode(409);
        var own = professional("r19-bob", "bob19@example.org")
                .body("{\"profession\":\"POLICE\"}")
                .post(session + "/registrations")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        register(session, "bob19").statusCode(409).body("existing", equalTo(own));
        get(own).body("name", nullValue()).body("email", nullValue());
        patch(own, "{'profession':'JUSTICE'}").statusCode(200);
        register(session, "bob19").statusCode(409);
        get(session).body("registered", equalTo(2));
        professional("r19-bob", "bob19@example.org")
                .post(own + "/erasure")
                .then()
                .statusCode(200);
        register(session, "bob19").statusCode(201);
    }

    private static TestToken claiming(Object email, Object verified) {
        return TestIssuer.token().subject("r12").claim("email", email).claim("email_verified", verified);
    }

    private static ValidatableResponse changed(String subject, String registration, String patch) {
        return professional(subject, subject + "@example.org")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(registration)
                .then();
    }
}
