package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static nl.doorlichting.training.RegistrationFixture.FUTURE;
import static nl.doorlichting.training.RegistrationFixture.account;
import static nl.doorlichting.training.RegistrationFixture.cancel;
import static nl.doorlichting.training.RegistrationFixture.patch;
import static nl.doorlichting.training.RegistrationFixture.professional;
import static nl.doorlichting.training.RegistrationFixture.register;
import static nl.doorlichting.training.RegistrationFixture.registered;
import static nl.doorlichting.training.RegistrationFixture.session;
import static nl.doorlichting.training.RegistrationFixture.trainer;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.post;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.component.VEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.fortuna.ical4j.data.CalendarBuilder;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.access.Confidentiality;
import nl.doorlichting.training.calendars.CalendarFeeds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calendars are read by the library that writes them, strictly, and by another one. */
@QuarkusTest
class CalendarsTest {
    private static final String DETAILS =
            ",'times':{'start':'09:30','end':'12:30'},'venue':{'name':'Town hall; east','address':'Square 1, Weert','room':'2.14'},"
                    + "'link':'https://meet.example.org/a','description':'Line one\\nline two, with; signs and 🧭 %s','contact':'trainings@example.org'";

    @Inject
    DataSource database;

    @Inject
    CalendarFeeds feeds;

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void sessionOpensInCalendar() throws Exception {
        var path = session("K1", FUTURE, DETAILS.formatted("x".repeat(200)) + ",'trainers':['k1-canary-trainer']");
        register(path, "k1-canary-name").statusCode(201);
        var text = text(coordinator().get(path + "/calendar").then());
        assertFalse(text.contains("canary"), text);
        var event = events(text).get(0);
        assertEquals(path.substring(path.lastIndexOf('/') + 1), event.getUid().getValue());
        assertEquals("A session", event.getSummary().getValue());
        assertTrue(event.getDescription().getValue().startsWith("Line one\nline two, with; signs and 🧭 x"));
        assertEquals(at("2199-06-01T07:30:00Z"), moment(event.getDateStart().getValue()));
        assertEquals(at("2199-06-01T10:30:00Z"), moment(event.getDateEnd().getValue()));
        assertEquals(
                "2.14, Town hall; east, Square 1, Weert", event.getLocation().getValue());
        assertEquals("https://meet.example.org/a", event.getUrl().getValue());
        assertEquals("trainings@example.org", event.getContacts().get(0).getValue());
        assertEquals(0, event.getSequence().getValue());
        assertTrue(event.getStatus().isTentative());
        assertNull(event.getOrganizer());
        assertTrue(event.getAttendees().isEmpty());
    }

    /** RFC 5545, 3.3.13: a URI has no escapes. */
    @Test
    void writesLinkAsItIs() throws Exception {
        var link = "https://meet.example.org/a;b=1,2?c=d";
        var path = session("K1L", FUTURE, ",'link':'" + link + "'");
        var text = text(coordinator().get(path + "/calendar").then());
        assertTrue(text.contains("URL:" + link + "\r\n"), text);
        assertEquals(link, events(text).get(0).getUrl().getValue());
    }

    /** A program that fetches a calendar again and again gets 304 until something changes. */
    @Test
    void calendarHasMomentOfLastChangeAndEtag() throws Exception {
        var path = session("K1M", FUTURE, ",'capacity':1");
        var first = registered(path, "k1m-first");
        professional("k1m", "k1m@example.org")
                .post(path + "/registrations")
                .then()
                .statusCode(201);
        String feed = professional("k1m", "k1m@example.org")
                .post("/v1/calendar-feeds")
                .path("path");
        var before = given().get(feed).then().statusCode(200).extract();
        var tag = before.header("ETag");
        given().header("If-None-Match", tag).get(feed).then().statusCode(304);
        var waiting = events(before.asString()).get(0);
        assertEquals(
                waiting.getDateTimeStamp().getValue(), waiting.getLastModified().getValue());
        assertTrue(sequence(waiting) > 0);
        cancel(first).statusCode(200);
        var after = given().header("If-None-Match", tag)
                .get(feed)
                .then()
                .statusCode(200)
                .extract();
        assertNotEquals(tag, after.header("ETag"));
        for (var calendar : List.of("/v1/calendar", path + "/calendar")) {
            var etag = professional("k1m", "k1m@example.org").get(calendar).header("ETag");
            professional("k1m", "k1m@example.org")
                    .header("If-None-Match", etag)
                    .get(calendar)
                    .then()
                    .statusCode(304);
        }
        // Calendars know seconds, so this change is of another one than what was before it.
        var last = events(given().get(feed).asString()).get(0).getLastModified().getValue();
        await().until(() -> Instant.now().isAfter(last.toInstant().plusSeconds(1)));
        patch(path, "{'title':'Another'}").statusCode(200);
        var changed = Instant.parse(get(path + "/versions").extract().path("sessions[1].recordedAt"));
        for (var calendar : List.of(feed, "/v1/calendar", path + "/calendar")) {
            var event = events(
                            professional("k1m", "k1m@example.org").get(calendar).asString())
                    .get(0);
            assertEquals(
                    changed.truncatedTo(ChronoUnit.SECONDS),
                    event.getLastModified().getValue().toInstant(),
                    calendar);
            assertEquals(
                    event.getLastModified().getValue(), event.getDateTimeStamp().getValue(), calendar);
        }
    }

    /** RFC 5545, 3.1: a line has at most 75 octets, and is broken between characters, and not within one. */
    @Test
    void foldsLinesBetweenCharacters() throws Exception {
        for (var shift : List.of("", "x", "é", "x".repeat(63), "x".repeat(64))) {
            for (var character : List.of("🧭", "é", "€", "y")) {
                var description = shift + character.repeat(200);
                var path = session("K11", FUTURE, ",'description':'" + description + "'");
                var text = text(coordinator().get(path + "/calendar").then());
                assertEquals(description, events(text).get(0).getDescription().getValue());
                for (var line : text.split("\r\n")) {
                    assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
                }
            }
        }
    }

    @Test
    void sessionWithoutTimesIsOfWholeDay() throws Exception {
        var text =
                text(coordinator().get(session("K2", FUTURE, "") + "/calendar").then());
        assertTrue(text.contains("DTSTART;VALUE=DATE:21990601\r\n"), text);
        assertTrue(text.contains("DTEND;VALUE=DATE:21990602\r\n"), text);
    }

    @Test
    void changeAndCancellationHaveHigherSequences() throws Exception {
        var path = session("K3", FUTURE, DETAILS.formatted(""));
        coordinator().post(path + "/confirmation").then().statusCode(200);
        var confirmed = only(coordinator().get(path + "/calendar").then());
        assertTrue(confirmed.getStatus().isConfirmed());
        register(path, "k3").statusCode(201);
        assertEquals(
                sequence(confirmed),
                sequence(only(coordinator().get(path + "/calendar").then())));
        patch(path, "{'times':{'start':'10:00'}}").statusCode(200);
        var moved = only(coordinator().get(path + "/calendar").then());
        assertTrue(sequence(moved) > sequence(confirmed));
        assertEquals(at("2199-06-01T08:00:00Z"), moment(moved.getDateStart().getValue()));
        post(path + "/cancellation", "{'reason':'Too few registrations.'}").statusCode(200);
        var cancelled = only(coordinator().get(path + "/calendar").then());
        assertTrue(sequence(cancelled) > sequence(moved));
        assertTrue(cancelled.getStatus().isCancelled());
        assertEquals("Too few registrations.", cancelled.getComments().get(0).getValue());
        assertEquals(confirmed.getUid().getValue(), cancelled.getUid().getValue());
    }

    /** A program ignores an entry that is an earlier version than the one that it has. */
    @Test
    void erasureMakesNoEarlierVersion() throws Exception {
        var path = session("K12", FUTURE, "");
        var plannedAt = Instant.parse(get(path).extract().path("createdAt"));
        // Calendars know seconds, so the registration is of another one than the session.
        await().until(() -> Instant.now().isAfter(plannedAt.plusSeconds(1)));
        var mine = professional("k12")
                .post(path + "/registrations")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        var registered = entryOf("k12", path);
        professional("k12").post(mine + "/erasure").then().statusCode(200);
        var erased = entryOf("k12", path);
        assertLater(erased, registered);
        professional("k12").post(path + "/registrations").then().statusCode(201);
        var again = entryOf("k12", path);
        assertLater(again, erased);
        assertEquals(
                sequence(again),
                sequence(only(professional("k12").get("/v1/calendar").then())));
        professional("k12")
                .body("{}")
                .post("/v1/personal-data/erasure")
                .then()
                .statusCode(200)
                .body("erased", equalTo(1));
        assertLater(entryOf("k12", path), again);
    }

    /** A coordinator registered the wrong one of two people, who both have a feed and open the session in their calendars. */
    @Test
    void correctionToAnotherPersonMakesNoEarlierVersion() throws Exception {
        var path = session("K14", FUTURE, DETAILS.formatted(""));
        var feed = feedOf("k14");
        var othersFeed = feedOf("k14-other");
        var mine = registered(path, "k14");
        var had = only(given().get(feed).then());
        var othersSaw = seenBy("k14-other", path);
        patch(mine, "{'name':'Other','email':'k14-other@example.org'}").statusCode(200);
        assertFalse(text(given().get(feed).then()).contains("VEVENT"));
        var left = seenBy("k14", path);
        assertTrue(left.getStatus().isTentative());
        assertNull(left.getUrl(), "it has no place any more");
        assertLater(left, had);
        var othersHas = only(given().get(othersFeed).then());
        assertEquals("https://meet.example.org/a", othersHas.getUrl().getValue());
        assertLater(othersHas, othersSaw);
        register(path, "k14").statusCode(201);
        var again = only(given().get(feed).then());
        assertLater(again, left);
        assertEquals(sequence(again), sequence(seenBy("k14", path)));
        coordinator().post(mine + "/erasure").then().statusCode(200);
        assertLater(seenBy("k14-other", path), othersHas);
    }

    /** An entry that stays as cancelled is a later version than that of the registration that went to another person. */
    @Test
    void cancelledEntryIsLaterThanRegistrationOfAnotherPersonNow() throws Exception {
        var path = session("K15", FUTURE, "");
        var feed = feedOf("k15");
        cancel(registered(path, "k15")).statusCode(200);
        var cancelled = only(given().get(feed).then());
        assertTrue(cancelled.getStatus().isCancelled());
        // Calendars know seconds, so what follows is of another one.
        var last = cancelled.getLastModified().getValue().toInstant();
        await().until(() -> Instant.now().isAfter(last.plusSeconds(1)));
        var mine = registered(path, "k15");
        var had = only(given().get(feed).then());
        assertLater(had, cancelled);
        patch(mine, "{'name':'Other','email':'k15-other@example.org'}").statusCode(200);
        var left = only(given().get(feed).then());
        assertTrue(left.getStatus().isCancelled());
        assertLater(left, had);
        patch(mine, "{'name':'Mine','email':'k15@example.org'}").statusCode(200);
        var back = only(given().get(feed).then());
        assertFalse(back.getStatus().isCancelled());
        assertLater(back, left);
    }

    /** Only another person makes the changes of a registration count for all. */
    @Test
    void correctionOfPersonIsNoChangeForOthers() throws Exception {
        var path = session("K16", FUTURE, "");
        var mine = registered(path, "k16");
        var before = only(coordinator().get(path + "/calendar").then());
        patch(mine, "{'name':'K. Sixteen','email':'K16@example.org','profession':'POLICE'}")
                .statusCode(200);
        assertEquals(
                sequence(before),
                sequence(only(coordinator().get(path + "/calendar").then())));
    }

    /** The address of a feed of a professional with a verified address. */
    private static String feedOf(String subject) {
        return professional(subject, subject + "@example.org")
                .post("/v1/calendar-feeds")
                .then()
                .statusCode(201)
                .extract()
                .path("path");
    }

    /** The entry of the session in the calendar of the same. */
    private static VEvent seenBy(String subject, String path) throws Exception {
        return only(professional(subject, subject + "@example.org")
                .get(path + "/calendar")
                .then());
    }

    private static VEvent entryOf(String subject, String path) throws Exception {
        return only(professional(subject).get(path + "/calendar").then());
    }

    private static void assertLater(VEvent later, VEvent before) {
        assertTrue(sequence(later) > sequence(before), () -> sequence(later) + " after " + sequence(before));
        assertFalse(later.getLastModified()
                .getValue()
                .before(before.getLastModified().getValue()));
    }

    /** Who leads a session and attends it has one version of it everywhere. */
    @Test
    void sessionHasOneSequenceInAllCalendarsOfPerson() throws Exception {
        var path = session("K13", FUTURE, ",'trainers':['k13']");
        account("k13", Role.TRAINER, Role.PROFESSIONAL)
                .post(path + "/registrations")
                .then()
                .statusCode(201);
        var own = only(account("k13", Role.TRAINER, Role.PROFESSIONAL)
                .get("/v1/calendar")
                .then());
        var ofSession = only(account("k13", Role.TRAINER, Role.PROFESSIONAL)
                .get(path + "/calendar")
                .then());
        assertEquals(sequence(own), sequence(ofSession));
        assertTrue(sequence(own) > 0);
    }

    @Test
    void professionalWithoutRegistrationSeesNoPlace() throws Exception {
        var path = session("K4", FUTURE, DETAILS.formatted(""));
        var before = only(professional("k4").get(path + "/calendar").then());
        assertNull(before.getLocation());
        assertNull(before.getUrl());
        professional("k4").post(path + "/registrations").then().statusCode(201);
        var after = only(professional("k4").get(path + "/calendar").then());
        assertEquals("https://meet.example.org/a", after.getUrl().getValue());
        assertTrue(sequence(after) > sequence(before));
        coordinator()
                .get("/v1/training-sessions/01a20adb-c069-7930-a943-5ae8be5bcea2/calendar")
                .then()
                .statusCode(404);
        trainer("k4-stranger").get(path + "/calendar").then().statusCode(404);
    }

    @Test
    void ownCalendarHasSessionsOfTrainerAndOfParticipant() throws Exception {
        var led = session("K5", FUTURE, ",'trainers':['k5']");
        var full = session("K5", "2199-06-02", ",'capacity':1" + DETAILS.formatted(""));
        var left = session("K5", "2199-06-03", "");
        session("K5", "2199-06-04", "");
        register(full, "k5-first").statusCode(201);
        register(full, "k5").statusCode(201);
        var mine = register(left, "k5").statusCode(201).extract().header("Location");
        cancel(mine).statusCode(200);
        var events = events(
                text(professional("k5", "k5@example.org").get("/v1/calendar").then()));
        assertEquals(2, events.size());
        assertTrue(events.get(0).getStatus().isTentative(), "it waits");
        assertEquals("https://meet.example.org/a", events.get(0).getUrl().getValue());
        assertTrue(events.get(1).getStatus().isCancelled(), "it cancelled");
        var trained = events(text(trainer("k5").get("/v1/calendar").then()));
        assertEquals(
                List.of(led.substring(led.lastIndexOf('/') + 1)),
                trained.stream().map(one -> one.getUid().getValue()).toList());
    }

    @Test
    void feedShowsOwnersCalendarUntilItIsRevoked() throws Exception {
        var path = session("K6", FUTURE, DETAILS.formatted(""));
        register(path, "k6").statusCode(201);
        var owner = professional("k6", "k6@example.org");
        var made = owner.post("/v1/calendar-feeds").then().statusCode(201);
        var address = made.body("path", matchesPattern("/v1/calendars/[A-Za-z0-9_-]{43}"))
                .body("allowedActions", equalTo(List.of("revocation")))
                .extract()
                .<String>path("path");
        var feed = only(given().get(address).then());
        assertEquals("https://meet.example.org/a", feed.getUrl().getValue());
        var before = sequence(feed);
        professional("k6", "k6@example.org")
                .get("/v1/calendar-feeds")
                .then()
                .statusCode(200)
                .body("feeds", hasSize(1))
                .body("feeds[0].path", nullValue());
        // Registered by the person itself, it is the same event, and a later version of it.
        professional("k6", "k6@example.org")
                .post(path + "/registrations")
                .then()
                .statusCode(201);
        var taken = events(text(given().get(address).then()));
        assertEquals(1, taken.size());
        assertTrue(sequence(taken.get(0)) > before);
        var revocation = made.extract().header("Location") + "/revocation";
        professional("k6-other").post(revocation).then().statusCode(404);
        coordinator().post(revocation).then().statusCode(404);
        given().get(address).then().statusCode(200);
        professional("k6")
                .post(revocation)
                .then()
                .statusCode(200)
                .body("path", nullValue())
                .body("allowedActions", empty());
        given().get(address).then().statusCode(404);
        professional("k6").post(revocation).then().statusCode(404);
        professional("k6").get("/v1/calendar-feeds").then().body("feeds", empty());
    }

    @Test
    void refusesMoreThanTenFeeds() {
        IntStream.range(0, 10)
                .forEach(each -> trainer("k7").post("/v1/calendar-feeds").then().statusCode(201));
        trainer("k7").post("/v1/calendar-feeds").then().statusCode(409).body("detail", containsString("10"));
    }

    /** The one secret that an address has: it is in no log and in no table, not even of a request that is refused. */
    @Test
    void keyIsInNoLogAndStoredAsHash() throws Exception {
        var address = professional("k8", "k8-canary@example.org")
                .post("/v1/calendar-feeds")
                .then()
                .extract()
                .<String>path("path");
        var key = address.substring(address.lastIndexOf('/') + 1);
        var lines = Confidentiality.captureLog(() -> {
            given().get(address).then().statusCode(200);
            given().get(address + "/").then().statusCode(401);
            given().get(address + "x").then().statusCode(404);
            given().get(address + "?" + key + "=1").then().statusCode(400);
            given().post(address).then().statusCode(405);
            coordinator().get(address + "y").then().statusCode(404);
        });
        Confidentiality.assertNotLogged(lines, key, "k8-canary");
        assertTrue(lines.stream().anyMatch(line -> line.contains("/v1/calendars/{key}")), lines.toString());
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        assertEquals(1, count("select count(*) from calendar_feed where encode(key_hash, 'hex') = '" + hash + "'"));
        for (var table : List.of("calendar_feed", "audit_event", "idempotency_key")) {
            for (var secret :
                    List.of(key, "k8-canary", HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8)))) {
                assertEquals(
                        0, count("select count(*) from " + table + " t where t::text like '%" + secret + "%'"), table);
            }
        }
    }

    @Test
    void erasureEndsFeeds() {
        var address = professional("k9", "k9@example.org")
                .post("/v1/calendar-feeds")
                .then()
                .extract()
                .<String>path("path");
        professional("k9", "k9@example.org")
                .body("{}")
                .post("/v1/personal-data/export")
                .then()
                .statusCode(200)
                .body("calendarFeeds", hasSize(1));
        professional("k9", "k9@example.org")
                .body("{}")
                .post("/v1/personal-data/erasure")
                .then()
                .statusCode(200)
                .body("erased", equalTo(1));
        given().get(address).then().statusCode(404);
    }

    @Test
    void feedEndsWithItsTermAndIsDeleted() throws SQLException {
        var address =
                professional("k10").post("/v1/calendar-feeds").then().extract().<String>path("path");
        given().get(address).then().statusCode(200);
        execute("with feed as (delete from calendar_feed where created_by = 'k10' returning *)"
                + " insert into calendar_feed select gen_random_uuid(), key_hash, leads, attends, key_id, email,"
                + " current_date - 3, created_at, created_by, version from feed");
        given().get(address).then().statusCode(404);
        assertTrue(QuarkusTransaction.requiringNew().call(feeds::overdue).oldestDays() >= 3);
        assertTrue(QuarkusTransaction.requiringNew().call(() -> feeds.eraseOverdue(500)) > 0);
        assertEquals(0, count("select count(*) from calendar_feed where created_by = 'k10'"));
    }

    private static VEvent only(ValidatableResponse response) throws Exception {
        var events = events(text(response));
        assertEquals(1, events.size());
        return events.get(0);
    }

    private static String text(ValidatableResponse response) {
        return response.statusCode(200)
                .header("Content-Type", equalTo("text/calendar;charset=UTF-8"))
                .header("Cache-Control", equalTo("private, no-cache"))
                .extract()
                .asString();
    }

    /** The events of a calendar without a fault. */
    private static List<VEvent> events(String text) throws Exception {
        var calendar = Biweekly.parse(text).first();
        assertEquals("", calendar.validate(ICalVersion.V2_0).toString());
        var other = new CalendarBuilder().build(new StringReader(text));
        assertFalse(other.validate().hasErrors(), () -> other.validate().toString());
        assertEquals(calendar.getEvents().size(), other.getComponents("VEVENT").size());
        for (var line : text.split("\r\n")) {
            // In characters; the last one may be a pair.
            assertTrue(line.length() <= 76, line);
        }
        return calendar.getEvents();
    }

    private static int sequence(VEvent event) {
        return event.getSequence().getValue();
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }

    private static Instant moment(Date date) {
        return Instant.ofEpochMilli(date.getTime());
    }

    private long count(String query) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.createStatement().execute(statement);
        }
    }
}
