package nl.doorlichting.training;

import static nl.doorlichting.training.RegistrationFixture.FUTURE;
import static nl.doorlichting.training.RegistrationFixture.patch;
import static nl.doorlichting.training.RegistrationFixture.professional;
import static nl.doorlichting.training.RegistrationFixture.register;
import static nl.doorlichting.training.RegistrationFixture.registered;
import static nl.doorlichting.training.RegistrationFixture.session;
import static nl.doorlichting.training.RegistrationFixture.trainer;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.held;
import static nl.doorlichting.training.TrainingApi.plan;
import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When and where a session is, and from when until when people register for it. */
@QuarkusTest
class SessionTimesTest {
    private static final String DETAILS =
            ",'times':{'start':'09:30','end':'12:30','timeZone':'Europe/Amsterdam'},'venue':{'name':'Town hall','address':'Square 1,"
                    + " Weert','room':'2.14'},'link':'https://meet.example.org/a?b=c','description':'Signals.','language':'nl','minimum':3,"
                    + "'capacity':20,'registrationOpensAt':'2020-01-01T08:00:00Z','registrationDeadline':'2199-05-01T22:00:00Z',"
                    + "'contact':'trainings@example.org'";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void sessionReadsBackAsPlanned() {
        get(session("W1", "2026-03-30", DETAILS.replace("2199-05-01", "2026-03-29")))
                .body("times.start", equalTo("09:30"))
                .body("times.startsAt", equalTo("2026-03-30T07:30:00Z"))
                .body("times.endsAt", equalTo("2026-03-30T10:30:00Z"))
                .body("venue.name", equalTo("Town hall"))
                .body("venue.address", equalTo("Square 1, Weert"))
                .body("venue.room", equalTo("2.14"))
                .body("link", equalTo("https://meet.example.org/a?b=c"))
                .body("description", equalTo("Signals."))
                .body("minimum", equalTo(3))
                .body("registrationOpensAt", equalTo("2020-01-01T08:00:00Z"))
                .body("registrationDeadline", equalTo("2026-03-29T22:00:00Z"))
                .body("contact", equalTo("trainings@example.org"));
    }

    @Test
    void timesAreOfNetherlandsUnlessStated() {
        get(session("W2", "2026-12-01", ",'times':{'start':'09:30','end':'12:30'}"))
                .body("times.timeZone", equalTo("Europe/Amsterdam"))
                .body("times.startsAt", equalTo("2026-12-01T08:30:00Z"));
    }

    @Test
    void clientThatSendsDayOnlyKeepsWorking() {
        var path = session("W3", FUTURE, "");
        get(path).body("times", nullValue()).body("venue", nullValue()).body("registrationDeadline", nullValue());
        registered(path, "w3");
        patch(path, "{'date':'2199-06-02'}")
                .statusCode(200)
                .body("date", equalTo("2199-06-02"))
                .body("times", nullValue());
    }

    @ParameterizedTest(name = "{0} is {2} at {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'times':{'start':'9:30','end':'12:30'} | /times/start | WRONG_FORMAT",
                "'times':{'start':'09:30','end':'24:00'} | /times/end | WRONG_FORMAT",
                "'times':{'start':'09:30'} | /times/end | REQUIRED",
                "'times':{'start':'09:30','end':'09:30'} | /times/end | OUT_OF_RANGE",
                "'times':{'start':'09:30','end':'12:30','timeZone':'Europe/Weert'} | /times/timeZone | UNKNOWN_VALUE",
                "'times':{'start':'02:30','end':'12:30'} | /times/start | NOT_ALLOWED",
                "'venue':{'room':'2.14'} | /venue/name | REQUIRED",
                "'venue':{'name':'x','floor':'2'} | /venue/floor | UNKNOWN_FIELD",
                "'link':'http://example.org' | /link | WRONG_FORMAT",
                "'link':'https://example.org/a b' | /link | WRONG_FORMAT",
                "'minimum':0 | /minimum | OUT_OF_RANGE",
                "'minimum':3,'capacity':2 | /minimum | OUT_OF_RANGE",
                "'registrationOpensAt':'2026-01-02T00:00:00Z','registrationDeadline':'2026-01-02T00:00:00Z' | /registrationDeadline | OUT_OF_RANGE",
                "'contact':'Ann Example' | /contact | WRONG_FORMAT",
            })
    void refusesWhatCannotBe(String fields, String pointer, String code) {
        // The clocks skip an hour on this day.
        plan("W4", "OF_REGISTERING", "2026-03-29", "," + fields)
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void reportsAllViolationsAtOnce() {
        plan(
                        "W4",
                        "OF_REGISTERING",
                        "2026-03-29",
                        ",'times':{'start':'02:30','end':'01:00'},'minimum':3,'capacity':2,'link':'x'")
                .statusCode(400)
                .body("violations.pointer", contains("/link", "/minimum", "/times/end"));
    }

    @Test
    void seriesHasTimesOnEachDay() {
        var series =
                "{'series':'w5','dates':['2026-03-28','2026-03-29'],'programme':'W5','trainingType':'OF_REGISTERING','title':'A',"
                        + "'source':'test','times':{'start':'%s','end':'12:30'},'venue':{'name':'Town hall'},'contact':'+31 495 123456'}";
        post("/v1/training-sessions/series", series.formatted("09:30"))
                .statusCode(201)
                .body("sessions.times.startsAt", contains("2026-03-28T08:30:00Z", "2026-03-29T07:30:00Z"))
                .body("sessions.venue.name", contains("Town hall", "Town hall"))
                .body("sessions.contact", hasItem("+31 495 123456"));
        post("/v1/training-sessions/series", series.formatted("02:30"))
                .statusCode(400)
                .body("violations.pointer", contains("/times/start"))
                .body("violations[0].detail", containsString("2026-03-29"));
    }

    @Test
    void registrantsTrainersAndCoordinatorsAloneSeeVenueAndLink() {
        var path = session("W6", FUTURE, DETAILS + ",'trainers':['w6-trainer']");
        seesPlace(coordinator().get(path).then(), true);
        seesPlace(trainer("w6-trainer").get(path).then(), true);
        var registrant = professional("w6", "w6@example.org");
        seesPlace(registrant.get(path).then(), false);
        register(path, "w6").statusCode(201);
        seesPlace(professional("w6", "w6@example.org").get(path).then(), true);
        var own = professional("w6-own").post(path + "/registrations").then().statusCode(201);
        seesPlace(professional("w6-own").get(path).then(), true);
        professional("w6-own")
                .get("/v1/training-sessions?programme=W6")
                .then()
                .body("items.venue.name", contains("Town hall"));
        professional("w6-other")
                .get("/v1/training-sessions?programme=W6")
                .then()
                .body("items.venue", contains(nullValue()))
                .body("items.description", contains("Signals."));
        professional("w6-other")
                .get("/v1/training-sessions/csv?programme=W6")
                .then()
                .statusCode(200)
                .body(not(containsString("Town hall")))
                .body(not(containsString("meet.example.org")));
        professional("w6-own").post(own.extract().header("Location") + "/cancellation");
        seesPlace(professional("w6-own").get(path).then(), false);
    }

    private static void seesPlace(ValidatableResponse session, boolean sees) {
        session.statusCode(200)
                .body("venue.name", sees ? equalTo("Town hall") : nullValue())
                .body("link", sees ? equalTo("https://meet.example.org/a?b=c") : nullValue())
                .body("description", equalTo("Signals."));
    }

    @Test
    void refusesRegistrationBeforeItOpens() {
        var path = session(
                "W7",
                FUTURE,
                ",'times':{'start':'09:30','end':'12:30'},'registrationOpensAt':'2199-01-01T08:00:00Z','registrationDeadline':'2199-05-01T22:00:00Z'");
        for (var refused : new ValidatableResponse[] {
            register(path, "w7"),
            professional("w7").post(path + "/registrations").then()
        }) {
            refused.statusCode(409)
                    .body("type", equalTo("/v1/problems/invalid-state"))
                    .body("detail", containsString("opens on 2199-01-01 09:00 Europe/Amsterdam"))
                    .body("detail", containsString("closes on 2199-05-02 00:00 Europe/Amsterdam"))
                    .body("allowed", not(hasItem("registrations")));
        }
        get(path).body("registered", equalTo(0)).body("allowedActions", not(hasItem("registrations")));
        // Visible, so that professionals see from when they can register.
        professional("w7").get(path).then().statusCode(200);
        patch(path, "{'registrationOpensAt':null}").statusCode(200).body("allowedActions", hasItem("registrations"));
        register(path, "w7").statusCode(201);
    }

    @Test
    void refusesRegistrationAfterDeadlineAndAllowsCancellation() {
        var path = session("W8", FUTURE, ",'capacity':1");
        var first = registered(path, "w8a");
        registered(path, "w8b");
        var deadline = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        patch(path, "{'registrationDeadline':'" + deadline + "'}").statusCode(200);
        register(path, "w8c")
                .statusCode(409)
                .body("detail", containsString("Registration closed on "))
                .body("detail", containsString(" Europe/Amsterdam"));
        professional("w8c").get(path).then().statusCode(200).body("allowedActions", empty());
        professional("w8c").get("/v1/training-sessions?programme=W8").then().body("items", hasSize(1));
        // The same person again: that it is registered is the truer reason.
        register(path, "w8a").statusCode(409).body("type", equalTo("/v1/problems/already-exists"));
        // Taking over what a coordinator made is no new registration.
        professional("w8", "w8b@example.org")
                .post(path + "/registrations")
                .then()
                .statusCode(201);
        RegistrationFixture.cancel(first).statusCode(200).body("status", equalTo("CANCELLED"));
        get(path).body("registered", equalTo(1)).body("waiting", equalTo(0));
    }

    @Test
    void correctionKnowsAllFieldsAndVersionsShowThem() {
        var path = session(
                "W9", "2011-05-01", DETAILS.replace("2199-05-01", "2011-04-30").replace("2020-01-01", "2011-01-01"));
        held(path, 12).statusCode(201);
        post(
                        path + "/corrections",
                        "{'times':{'start':'10:00','end':'13:00','timeZone':'Europe/Brussels'},'venue':{'name':'School','address':null},'link':null,"
                                + "'description':'Other signals.','minimum':null,'registrationOpensAt':null,'registrationDeadline':null,"
                                + "'contact':'+31 20 1234567','reason':'wrong day planner'}")
                .statusCode(201)
                .body("times.startsAt", equalTo("2011-05-01T08:00:00Z"))
                .body("venue.name", equalTo("School"))
                .body("venue.address", nullValue())
                .body("link", nullValue())
                .body("description", equalTo("Other signals."))
                .body("minimum", nullValue())
                .body("registrationDeadline", nullValue())
                .body("contact", equalTo("+31 20 1234567"));
        get(path + "/versions")
                .body("sessions", hasSize(3))
                .body("sessions[1].session.times.start", equalTo("09:30"))
                .body("sessions[1].session.venue.name", equalTo("Town hall"))
                .body("sessions[1].session.link", equalTo("https://meet.example.org/a?b=c"))
                .body("sessions[1].session.registrationDeadline", equalTo("2011-04-30T22:00:00Z"))
                .body("sessions[2].session.venue.name", equalTo("School"));
    }

    @Test
    void changeOfVenueAloneIsVersion() {
        var path = session("W10", FUTURE, DETAILS);
        patch(path, "{'venue':{'room':null}}").statusCode(200).body("venue.room", nullValue());
        get(path + "/versions").body("sessions", hasSize(2)).body("sessions[0].session.venue.room", equalTo("2.14"));
    }
}
