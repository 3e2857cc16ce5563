package nl.doorlichting.training;

import static nl.doorlichting.training.RegistrationFixture.FUTURE;
import static nl.doorlichting.training.RegistrationFixture.cancel;
import static nl.doorlichting.training.RegistrationFixture.patch;
import static nl.doorlichting.training.RegistrationFixture.professional;
import static nl.doorlichting.training.RegistrationFixture.registered;
import static nl.doorlichting.training.RegistrationFixture.session;
import static nl.doorlichting.training.RegistrationFixture.sessionOf;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists of people, and what changed for people. */
@QuarkusTest
class RegistrationGroupTest {
    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void eachPersonOfListHasItsOwnResult() {
        var session = sessionOf("G1", 3);
        registered(session, "g1a");
        group(session, "g1b", "g1a", "g1c", "g1d", "g1b")
                .statusCode(200)
                .body("results.row", contains(0, 1, 2, 3, 4))
                .body("results.created", contains(true, false, true, true, false))
                .body(
                        "results.registration.status",
                        contains("REGISTERED", "REGISTERED", "REGISTERED", "WAITLISTED", "REGISTERED"))
                .body("results.registration.placeInQueue", contains(null, null, null, 1, null))
                .body("results.registration.number", contains(2, 1, 3, 4, 2))
                .body("results.registration.name", contains(null, null, null, null, null));
        get(session).body("registered", equalTo(3)).body("waiting", equalTo(1));
        get(session + "/registrations").body("items.name", contains("g1a", "g1b", "g1c", "g1d"));
        professional("g1", "g1c@example.org")
                .get("/v1/registrations")
                .then()
                .body("items.session.title", contains("A session"));
    }

    @Test
    void invalidRowsAreReportedTogetherAndNobodyIsRegistered() {
        var session = sessionOf("G2", 3);
        post(
                        session + "/registrations/group",
                        "{'registrations':[{'name':'a','email':'a@example.org'},{'name':'b'},{'name':'c','email':'c'},{'email':'d@example.org','profession':'SPY'}]}")
                .statusCode(400)
                .body(
                        "violations.pointer",
                        contains(
                                "/registrations/1/email",
                                "/registrations/2/email",
                                "/registrations/3/name",
                                "/registrations/3/profession"));
        post(session + "/registrations/group", "{'registrations':[]}").statusCode(400);
        post(session + "/registrations/group", "{}").statusCode(400).body("violations.code", contains("REQUIRED"));
        get(session).body("registered", equalTo(0));
    }

    @Test
    void refusesListWhereNobodyCanRegister() {
        var closed = session("G3", FUTURE, ",'registrationDeadline':'2020-01-01T00:00:00Z'");
        group(closed, "g3").statusCode(409).body("detail", containsString("Registration closed on 2020-01-01 01:00"));
        var cancelled = session("G3", FUTURE, "");
        post(cancelled + "/cancellation", "{'reason':'snow'}").statusCode(200);
        group(cancelled, "g3").statusCode(409).body("detail", containsString("cancelled"));
        professional("g3")
                .body("{\"registrations\":[]}")
                .post(cancelled + "/registrations/group")
                .then()
                .statusCode(403);
    }

    @Test
    void twoHundredInOneListFillTwentyPlacesExactly() {
        var session = sessionOf("G4", 20);
        var names = IntStream.range(0, 200).mapToObj(i -> "g4-" + i).toArray(String[]::new);
        var statuses =
                group(session, names).statusCode(200).extract().<List<String>>path("results.registration.status");
        assertEquals(20, statuses.indexOf("WAITLISTED"));
        assertEquals(180, statuses.stream().filter("WAITLISTED"::equals).count());
        get(session).body("registered", equalTo(20)).body("waiting", equalTo(180));
        group(session, names).statusCode(200);
        get(session).body("registered", equalTo(20)).body("waiting", equalTo(180));
    }

    @Test
    void coordinatorListsWhatChanged() {
        var session = sessionOf("G5", 1);
        var first = registered(session, "g5a");
        registered(session, "g5b");
        registered(session, "g5c");
        cancel(first).statusCode(200);
        var id = session.substring(session.lastIndexOf('/') + 1);
        var list = "/v1/registration-changes?sessionId=" + id;
        var before = get(list)
                .statusCode(200)
                .body("items.kind", contains("REGISTERED", "REGISTERED", "REGISTERED", "CANCELLED", "MOVED_UP"))
                .body("items.number", contains(1, 2, 3, 1, 2))
                .body("items.statusThen", contains("REGISTERED", "WAITLISTED", "WAITLISTED", "CANCELLED", "REGISTERED"))
                .body("items.session.id", contains(id, id, id, id, id));
        var ids = before.extract().<List<String>>path("items.id");
        var moved = before.extract().<String>path("items[3].changedAt");
        get(list + "&since=" + moved).body("items.kind", contains("CANCELLED", "MOVED_UP"));
        get(list + "&kind=MOVED_UP&pageSize=1").body("items.status", contains("REGISTERED"));
        post(session + "/cancellation", "{'reason':'snow'}").statusCode(200);
        var after = get(list)
                .body(
                        "items.kind",
                        contains(
                                "REGISTERED",
                                "REGISTERED",
                                "REGISTERED",
                                "CANCELLED",
                                "MOVED_UP",
                                "SESSION_CANCELLED",
                                "SESSION_CANCELLED"))
                .body("items[5].session.cancellationReason", equalTo("snow"));
        assertEquals(ids, after.extract().<List<String>>path("items.id").subList(0, 5));
        get("/v1/registration-changes?since=2199-01-01T00:00:00Z").body("items", empty());
        get("/v1/registration-changes/csv?sessionId=" + id)
                .statusCode(200)
                .body(containsString("MOVED_UP"))
                .body(not(containsString("g5")));
        professional("g5").get(list).then().statusCode(403);
    }

    @Test
    void registeredPeopleAreToldThatSessionMovedOrWasWithdrawn() {
        var session = sessionOf("G10", 1);
        registered(session, "g8a");
        var waits = registered(session, "g8b");
        var gone = registered(session, "g8c");
        cancel(gone).statusCode(200);
        var list = "/v1/registration-changes?sessionId=" + session.substring(session.lastIndexOf('/') + 1);
        RegistrationFixture.patch(session, "{'title':'Another','capacity':1}").statusCode(200);
        get(list + "&kind=SESSION_MOVED").body("items", empty());
        RegistrationFixture.patch(session, "{'date':'2199-06-02'}").statusCode(200);
        RegistrationFixture.patch(session, "{'times':{'start':'09:30','end':'12:30'}}")
                .statusCode(200);
        registered(session, "g8d");
        RegistrationFixture.patch(session, "{'venue':{'name':'Town hall'}}").statusCode(200);
        RegistrationFixture.patch(session, "{'description':'As before'}").statusCode(200);
        var moved = get(list + "&kind=SESSION_MOVED").statusCode(200);
        assertEquals(
                List.of(1, 1, 1, 2, 2, 2, 4),
                moved.extract().<List<Integer>>path("items.number").stream()
                        .sorted()
                        .toList());
        moved.body("items.findAll { it.number == 1 }.statusThen", contains("REGISTERED", "REGISTERED", "REGISTERED"))
                .body(
                        "items.findAll { it.number == 2 }.statusThen",
                        contains("WAITLISTED", "WAITLISTED", "WAITLISTED"));
        var ids = moved.extract().<List<String>>path("items.id");
        cancel(waits).statusCode(200);
        assertEquals(ids, get(list + "&kind=SESSION_MOVED").extract().<List<String>>path("items.id"));
        get(list + "&kind=REGISTERED")
                .body("items.statusThen", contains("REGISTERED", "WAITLISTED", "WAITLISTED", "WAITLISTED"))
                .body("items.status", contains("REGISTERED", "CANCELLED", "CANCELLED", "WAITLISTED"));
        var held = RegistrationFixture.session("G10", RegistrationFixture.today(), "");
        registered(held, "g8e");
        TrainingApi.held(held, 1).statusCode(201);
        post(held + "/withdrawal", "{'reason':'entered twice'}").statusCode(200);
        get("/v1/registration-changes?sessionId=" + held.substring(held.lastIndexOf('/') + 1))
                .body("items.kind", contains("REGISTERED", "SESSION_WITHDRAWN"))
                .body("items[1].session.withdrawalReason", equalTo("entered twice"));
    }

    @Test
    void pagesOfChangesHaveEachOnce() {
        var session = sessionOf("G6", 2);
        group(session, "g6a", "g6b", "g6c");
        var next = "/v1/registration-changes?pageSize=1&sessionId=" + session.substring(session.lastIndexOf('/') + 1);
        var seen = Stream.<Integer>builder();
        for (var each = 0; each < 3; each++) {
            var page = get(next).statusCode(200).body("items", hasSize(1));
            seen.add(page.extract().path("items[0].number"));
            next = page.extract().path("links.next");
        }
        assertEquals(List.of(1, 2, 3), seen.build().sorted().toList());
    }

    @Test
    void seriesIsChangedFromSessionOn() {
        var sessions = series("G7", "2199-06-01", "2199-06-08", "2199-06-15");
        registered(sessions.get(2), "g7a");
        registered(sessions.get(2), "g7b");
        var path = sessions.get(1) + "/series";
        var etag = get(sessions.get(1)).extract().header("ETag");
        patch(path, "\"7\"", "{'title':'B'}").statusCode(412);
        patch(path, etag, "{'title':'B','date':'2199-06-09','reference':'x'}")
                .statusCode(400)
                .body("violations.pointer", contains("/date", "/reference"));
        // All or none: one of them has two people.
        patch(path, etag, "{'title':'B','capacity':1}").statusCode(409).body("detail", containsString("2 people"));
        get(sessions.get(1)).body("title", equalTo("A")).body("capacity", nullValue());
        patch(path, etag, "{'title':'B','times':{'start':'10:00','end':'11:00'},'trainers':['t']}")
                .statusCode(200)
                .body("series", equalTo("s"))
                .body("sessions.title", contains("B", "B"))
                .body("sessions.date", contains("2199-06-08", "2199-06-15"))
                .body("sessions.times.startsAt", contains("2199-06-08T08:00:00Z", "2199-06-15T08:00:00Z"));
        get(sessions.get(0)).body("title", equalTo("A"));
        get(sessions.get(2)).body("registered", equalTo(2));
    }

    @Test
    void repeatedKeyGetsTheFirstAnswer() {
        var session = sessionOf("G12", 3);
        for (var i = 0; i < 2; i++) {
            TrainingApi.coordinator()
                    .header("Idempotency-Key", "group-twice")
                    .body("{\"registrations\":[{\"name\":\"Ank\",\"email\":\"ank@example.org\"}]}")
                    .post(session + "/registrations/group")
                    .then()
                    .statusCode(200)
                    .body("results.created", contains(true));
        }
        get(session + "/registrations").body("items.name", contains("Ank"));
    }

    @Test
    void seriesIsCancelledFromSessionOn() {
        var sessions = series("G8", "2011-05-01", "2199-06-08", "2199-06-15");
        TrainingApi.held(sessions.get(0), 3).statusCode(201);
        post(sessions.get(2) + "/cancellation", "{'reason':'before'}").statusCode(200);
        post(sessions.get(0) + "/series/cancellation", "{'reason':'snow'}")
                .statusCode(409)
                .body("detail", containsString("held"));
        post(sessions.get(1) + "/series/cancellation", "{}")
                .statusCode(400)
                .body("violations.pointer", contains("/reason"));
        post(sessions.get(1) + "/series/cancellation", "{'reason':'snow'}")
                .statusCode(200)
                .body("sessions.date", contains("2199-06-08"))
                .body("sessions.cancellationReason", contains("snow"));
        get(sessions.get(0)).body("status", equalTo("HELD"));
        get(sessions.get(2)).body("cancellationReason", equalTo("before"));
        post(sessions.get(1) + "/series/cancellation", "{'reason':'snow'}")
                .statusCode(409)
                .body("detail", containsString("cancelled"));
        post(session("G8", FUTURE, "") + "/series/cancellation", "{'reason':'snow'}")
                .statusCode(409)
                .body("detail", containsString("of no series"));
    }

    @Test
    void missingBodyIsRequired() {
        var session = series("G11", FUTURE).get(0);
        for (var path : List.of(
                "/cancellation", "/series/cancellation", "/registrations/group", "/withdrawal", "/corrections")) {
            for (var request :
                    List.of(TrainingApi.coordinator(), TrainingApi.coordinator().noContentType())) {
                request.post(session + path)
                        .then()
                        .statusCode(400)
                        .body("violations.code", contains("REQUIRED"))
                        .body("violations.pointer", contains(""));
            }
        }
        get(session).body("status", equalTo("PLANNED"));
    }

    @Test
    void refusesUnknownCountryAndProjectThatIsNone() {
        TrainingApi.type("OF_REGISTERING", "PROFESSIONALS_AND_OFFICIALS");
        TrainingApi.plan(
                        "G12",
                        "OF_REGISTERING",
                        FUTURE,
                        ",'place':{'scope':'ABROAD','country':'XX'},'projectId':'dialogue'")
                .statusCode(400)
                .body("violations.pointer", contains("/place", "/projectId"));
    }

    @Test
    void remarksTrainersWhoAreInTwoSessionsAtOnce() {
        var morning = session("G9", "2199-07-01", ",'trainers':['g9a','g9b'],'times':{'start':'09:00','end':'12:00'}");
        var noon = session("G9", "2199-07-01", ",'trainers':['g9b'],'times':{'start':'12:00','end':'13:00'}");
        get(morning).body("doubleBooked", empty());
        // At 11:30 in the Netherlands.
        var abroad = TrainingApi.plan(
                        "G9",
                        "OF_REGISTERING",
                        "2199-07-01",
                        ",'trainers':['g9b'],'times':{'start':'10:30','end':'11:30','timeZone':'Europe/London'}")
                .statusCode(201)
                .body("doubleBooked", containsInAnyOrder(id(morning), id(noon)))
                .extract()
                .header("Location");
        get(morning).body("doubleBooked", contains(id(abroad)));
        get("/v1/training-sessions?programme=G9&sort=createdAt")
                .body(
                        "items.doubleBooked",
                        contains(List.of(id(abroad)), List.of(id(abroad)), sorted(id(morning), id(noon))));
        // Without times it may be at any hour of the day.
        var allDay = session("G9", "2199-07-01", ",'trainers':['g9a']");
        get(allDay).body("doubleBooked", contains(id(morning)));
        post(abroad + "/cancellation", "{'reason':'snow'}").statusCode(200).body("doubleBooked", empty());
        get(noon).body("doubleBooked", empty());
        professional("g9").get(morning).then().body("doubleBooked", empty());
    }

    /** Half past midnight in Tokyo is the afternoon before in the Netherlands; the farthest time zones are 26 hours apart. */
    @Test
    void remarksTrainersWhoAreAtOnceInSessionsOfOtherDays() {
        var times = ",'trainers':['g9d'],'times':{'start':'%s','end':'%s','timeZone':'%s'}";
        var tokyo = session("G9D", "2199-07-02", times.formatted("00:30", "01:30", "Asia/Tokyo"));
        var amsterdam = session("G9D", "2199-07-01", times.formatted("17:00", "18:00", "Europe/Amsterdam"));
        get(tokyo).body("doubleBooked", contains(id(amsterdam)));
        get(amsterdam).body("doubleBooked", contains(id(tokyo)));
        session("G9D", "2199-07-02", times.formatted("17:00", "18:00", "Europe/Amsterdam"));
        session("G9D", "2199-07-02", ",'trainers':['g9d']");
        get(amsterdam).body("doubleBooked", contains(id(tokyo)));
        var west = session("G9D", "2199-08-01", times.formatted("22:30", "23:30", "Etc/GMT+12"));
        var east = session("G9D", "2199-08-03", times.formatted("00:00", "00:45", "Etc/GMT-14"));
        get(west).body("doubleBooked", contains(id(east)));
    }

    @Test
    void refusesDeadlineAfterDay() {
        var late = ",'registrationDeadline':'2199-07-01T22:00:01Z'";
        TrainingApi.plan("G14", "OF_REGISTERING", "2199-07-01", late)
                .statusCode(400)
                .body("violations.pointer", contains("/registrationDeadline"))
                .body("violations.code", contains("OUT_OF_RANGE"))
                .body("violations[0].parameters.maximum", equalTo("2199-07-01T22:00:00Z"));
        var end = session("G14", "2199-07-01", late.replace("01Z", "00Z"));
        patch(end, "{'date':'2199-06-30'}")
                .statusCode(400)
                .body("violations.pointer", contains("/registrationDeadline"));
        patch(end, "{'date':'2199-06-30','registrationDeadline':null}").statusCode(200);
        // Still that day on the clocks of its place.
        session("G14", "2199-07-01", late + ",'times':{'start':'09:00','end':'12:00','timeZone':'America/New_York'}");
        var series = "{'programme':'G14','trainingType':'OF_REGISTERING','title':'t','source':'s','series':'s',"
                + "'dates':['2199-09-01','2199-09-08'],'registrationDeadline':'2199-09-%sT12:00:00Z'}";
        post("/v1/training-sessions/series", series.formatted("09"))
                .statusCode(400)
                .body("violations.pointer", contains("/registrationDeadline"));
        post("/v1/training-sessions/series", series.formatted("07")).statusCode(201);
    }

    @Test
    void statesHowLongListsMayBe() {
        var row = "{'name':'n','email':'n%d@example.org'}";
        var rows = IntStream.range(0, 201).mapToObj(row::formatted).collect(Collectors.joining(","));
        var session = session("G15", FUTURE, "");
        post(session + "/registrations/group", "{'registrations':[" + rows + "]}")
                .statusCode(400)
                .body("violations.code", contains("TOO_LONG"))
                .body("detail", containsString("between 1 and 200"));
        for (var none : List.of("{}", "{'registrations':[]}")) {
            post(session + "/registrations/group", none).statusCode(400).body("violations.code", contains("REQUIRED"));
        }
    }

    /** Such a person is known by the number, which it sees too. */
    @Test
    void marksRegistrationsOfAccounts() {
        var session = session("G16", FUTURE, "");
        var named = registered(session, "g16");
        var own = professional("g16-own")
                .post(session + "/registrations")
                .then()
                .statusCode(201)
                .body("byAccount", equalTo(true))
                .extract()
                .header("Location");
        get(named).body("byAccount", equalTo(false));
        get(own).body("byAccount", equalTo(true)).body("name", nullValue()).body("number", equalTo(2));
        coordinator().post(own + "/erasure").then().body("byAccount", equalTo(false));
    }

    @Test
    void filtersByTrainerPlaceAndText() {
        session(
                "G10",
                FUTURE,
                ",'trainers':['g10a'],'place':{'scope':'MUNICIPAL','municipalities':['GM0988']},'description':'About 100% SIGNALS'");
        session(
                "G10",
                FUTURE,
                ",'trainers':['g10b'],'place':{'scope':'REGIONAL','municipalities':['GM0957','GM0988']}");
        session("G10", FUTURE, "");
        var list = "/v1/training-sessions?programme=G10&sort=createdAt";
        get(list + "&trainer=g10a").body("items.trainers", contains(List.of("g10a")));
        get(list + "&municipality=GM0988").body("items", hasSize(2));
        get(list + "&municipality=GM0957,NOT_STATED").body("items.trainers", contains(List.of("g10b"), List.of()));
        get(list + "&municipality=NOWHERE").statusCode(400).body("violations[0].name", equalTo("municipality"));
        TrainingApi.coordinator()
                .queryParam("q", "100% signals")
                .get(list)
                .then()
                .body("items.trainers", contains(List.of("g10a")));
        get(list + "&q=_").body("items", empty());
        get(list + "&q=a session").body("items", hasSize(3));
        RegistrationFixture.trainer("g10a").get(list + "&trainer=g10b").then().body("items", empty());
        RegistrationFixture.trainer("g10a").get(list + "&trainer=g10a").then().body("items", hasSize(1));
        professional("g10").get(list + "&trainer=g10a").then().body("items", empty());
    }

    private static List<String> sorted(String... ids) {
        return Stream.of(ids).sorted().toList();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> series(String programme, String... days) {
        TrainingApi.type("OF_REGISTERING", "PROFESSIONALS_AND_OFFICIALS");
        var body =
                "{'series':'s','dates':['%s'],'programme':'%s','trainingType':'OF_REGISTERING','title':'A','source':'test'}";
        List<String> ids = post("/v1/training-sessions/series", body.formatted(String.join("','", days), programme))
                .statusCode(201)
                .extract()
                .path("sessions.id");
        return ids.stream().map(id -> "/v1/training-sessions/" + id).toList();
    }

    private static ValidatableResponse group(String session, String... names) {
        var rows = Stream.of(names)
                .map(name -> "{'name':'%s','email':'%s@example.org'}".formatted(name, name))
                .collect(Collectors.joining(","));
        return post(session + "/registrations/group", "{'registrations':[" + rows + "]}");
    }
}
