package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.post;
import static nl.doorlichting.training.TrainingApi.tally;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TrainingTalliesTest {
    private static final String PATH = "/v1/training-tallies";
    private static final String TYPE = "TALLY_TYPE";
    private static final String TALLY =
            "{'programme':'%s','period':{'from':'2007-01-01','until':'2012-01-01'},'source':'test',%s}";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @BeforeEach
    void trainingType() {
        type(TYPE, "STUDENTS");
    }

    @Test
    void tallyReadsBackAsRecorded() {
        var location = record(
                        "T1",
                        "'trainingType':'TALLY_TYPE','sessions':{'planned':30,'held':20},"
                                + "'participants':{'kind':'APPROXIMATE','value':160,'plusMinus':5},"
                                + "'expectedParticipants':{'kind':'AT_LEAST','value':30},"
                                + "'rating':{'mean':7.25,'n':31},'note':'a note','track':'NATIONAL'")
                .statusCode(201)
                .extract()
                .header("Location");
        get(location)
                .statusCode(200)
                .body("period.code", equalTo("2007-2011"))
                .body("sessions.planned", equalTo(30))
                .body("sessions.held", equalTo(20))
                .body("participants.plusMinus", equalTo(5))
                .body("expectedParticipants.kind", equalTo("AT_LEAST"))
                .body("targetGroup", equalTo("STUDENTS"))
                .body("rating.mean", equalTo(7.25f))
                .body("rating.n", equalTo(31))
                .body("rating.meanLowest", nullValue())
                .body("place.scope", equalTo("UNSPECIFIED"))
                .body("version", equalTo(1))
                .body("reason", nullValue());
    }

    @Test
    void correctsTallyAsVersionWithReason() {
        var location = record("T-WRONG", "'trainingType':'TALLY_TYPE','participants':{'kind':'EXACT','value':160}")
                .statusCode(201)
                .body("allowedActions", contains("corrections", "withdrawal"))
                .extract()
                .header("Location");
        var figures = "'period':{'from':'2007-01-01','until':'2012-01-01'},'source':'test','trainingType':'TALLY_TYPE',"
                + "'participants':{'kind':'EXACT','value':%d}";
        post(location + "/corrections", "{'reason':'a nought too many'," + figures.formatted(16) + "}")
                .statusCode(201)
                .body("version", equalTo(2))
                .body("reason", equalTo("a nought too many"))
                .body("programme", equalTo("T-WRONG"));
        get(location).body("participants.value", equalTo(16)).body("targetGroup", equalTo("STUDENTS"));
        analyst()
                .get("/v1/training-statistics?programme=T-WRONG")
                .then()
                .body("rows[0].participants.best", equalTo(16));
        post(location + "/corrections", "{" + figures.formatted(15) + "}")
                .statusCode(400)
                .body("violations.pointer", contains("/reason"));
        post(location + "/corrections", "{'reason':'x'," + figures.formatted(-1) + "}")
                .statusCode(400);
        analyst().body("{}").post(location + "/corrections").then().statusCode(403);
        get(location).body("version", equalTo(2));
    }

    @Test
    void correctionChangesOnlyWhatItNames() {
        type("TALLY_OTHER", "OTHER");
        var location = record(
                        "T-PATCH",
                        "'trainingType':'TALLY_TYPE','sessions':{'planned':3,'held':2},'note':'a note','track':'LOCAL',"
                                + "'organisationId':'SIPI','place':{'scope':'MUNICIPAL','municipalities':['GM0988']},"
                                + "'participants':{'kind':'RANGE','minimum':10,'maximum':20},'rating':{'mean':7.5,'n':4}")
                .statusCode(201)
                .extract()
                .header("Location");
        post(location + "/corrections", "{'reason':'counted again','participants':{'kind':'EXACT','value':16}}")
                .statusCode(201)
                .body("participants.value", equalTo(16))
                .body("participants.minimum", nullValue())
                .body("sessions.planned", equalTo(3))
                .body("place.municipalities", contains("GM0988"))
                .body("organisationId", equalTo("SIPI"))
                .body("rating.mean", equalTo(7.5f))
                .body("note", equalTo("a note"))
                .body("recordedBy", notNullValue());
        post(location + "/corrections", "{'reason':'no track','track':null,'sessions':{'planned':null}}")
                .statusCode(201)
                .body("track", nullValue())
                .body("sessions.planned", nullValue())
                .body("sessions.held", equalTo(2))
                .body("targetGroup", equalTo("STUDENTS"));
        post(location + "/corrections", "{'reason':'another type','trainingType':'TALLY_OTHER'}")
                .statusCode(201)
                .body("targetGroup", equalTo("OTHER"));
        post(
                        location + "/corrections",
                        "{'reason':'another programme','programme':'T-OTHER','participants':null,'period':5}")
                .statusCode(400)
                .body("violations.pointer", containsInAnyOrder("/programme", "/period"));
        get(location).body("version", equalTo(4));
    }

    @Test
    void refusesTallyThatStatesTheSame() {
        var fields = "'trainingType':'TALLY_TYPE','sessions':{'held':%d},'rating':{'mean':7.5}";
        var first =
                record("T-SAME", fields.formatted(5)).statusCode(201).extract().header("Location");
        for (var twice : List.of(fields.formatted(5), fields.formatted(5).replace("7.5", "7.50") + ",'note':'again'")) {
            record("T-SAME", twice)
                    .statusCode(409)
                    .body("type", equalTo("/v1/problems/already-exists"))
                    .body("existing", equalTo(first));
        }
        var second =
                record("T-SAME", fields.formatted(6)).statusCode(201).extract().header("Location");
        post(second + "/corrections", "{'reason':'r','sessions':{'held':5}}")
                .statusCode(409)
                .body("existing", equalTo(first));
        get(PATH + "?programme=T-SAME").body("items", hasSize(2));
        post(first + "/withdrawal", "{'reason':'entered twice'}").statusCode(200);
        post(second + "/corrections", "{'reason':'r','sessions':{'held':5}}").statusCode(201);
    }

    /** Spaces and capitals make no other source. */
    @Test
    void knowsSourceWrittenInAnotherWay() {
        var tally = "{'programme':'T-SOURCE','period':{'from':'2007-01-01','until':'2012-01-01'},'source':'%s',%s}";
        for (var path : List.of(PATH, "/v1/advice-question-tallies")) {
            var figures = path.equals(PATH)
                    ? "'trainingType':'TALLY_TYPE','sessions':{'held':5}"
                    : "'received':{'kind':'EXACT','value':5}";
            var first = post(path, tally.formatted("Review p 12", figures))
                    .statusCode(201)
                    .extract()
                    .header("Location");
            post(path, tally.formatted(" review  P 12", figures))
                    .statusCode(409)
                    .body("existing", equalTo(first));
            post(path, tally.formatted("review p 13", figures)).statusCode(201);
        }
    }

    @Test
    void oneOfManyEqualTalliesAtOnceIsRecorded() {
        var created = IntStream.range(0, 8)
                .parallel()
                .map(each -> record("T-ONCE", "'trainingType':'TALLY_TYPE','sessions':{'held':5}")
                        .extract()
                        .statusCode())
                .filter(status -> status == 201)
                .count();
        assertEquals(1, created);
    }

    /** A session that the tally held counts by itself from then on; figures as of an earlier moment keep the tally. */
    @Test
    void withdrawnTallyCountsNowhere() {
        var location = record(
                        "T-TAKEN",
                        "'trainingType':'TALLY_TYPE','sessions':{'held':9},'participants':{'kind':'EXACT','value':90},"
                                + "'rating':{'mean':7.5}")
                .statusCode(201)
                .extract()
                .header("Location");
        var id = location.substring(location.lastIndexOf('/') + 1);
        var session = TrainingApi.plan("T-TAKEN", TYPE, "2010-05-01", ",'includedIn':'" + id + "'")
                .statusCode(201)
                .extract()
                .header("Location");
        TrainingApi.held(session, 12).statusCode(201);
        participants("T-TAKEN", "", 90);
        var before = Instant.now().truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
        post(location + "/withdrawal", "{}").statusCode(400).body("violations.pointer", contains("/reason"));
        analyst()
                .body("{\"reason\":\"r\"}")
                .post(location + "/withdrawal")
                .then()
                .statusCode(403);
        post(location + "/withdrawal", "{'reason':'of another programme'}")
                .statusCode(200)
                .body("version", equalTo(2))
                .body("withdrawal.reason", equalTo("of another programme"))
                .body("allowedActions", empty());
        participants("T-TAKEN", "", 12);
        participants("T-TAKEN", "&asOf=" + before, 90);
        get(PATH + "?programme=T-TAKEN").body("items", empty());
        get(PATH + "?programme=T-TAKEN&withdrawn=true").body("items.id", contains(id));
        get(PATH + "?programme=T-TAKEN&asOf=" + before)
                .body("items.version", contains(1))
                .body("items[0].allowedActions", empty());
        get(location + "?asOf=" + before).body("version", equalTo(1)).body("withdrawal", nullValue());
        get(location + "?asOf=2011-01-01T00:00:00Z").statusCode(404);
        post(location + "/withdrawal", "{'reason':'again'}").statusCode(409);
        post(location + "/corrections", "{'reason':'again','note':'n'}").statusCode(409);
        TrainingApi.plan("T-TAKEN", TYPE, "2010-05-02", ",'includedIn':'" + id + "'")
                .statusCode(409);
        TrainingApi.plan("T-TAKEN", TYPE, "2010-05-02", "").statusCode(201);
    }

    /** Such a session would be in no total, or twice under a filter on days, and could not be corrected itself. */
    @Test
    void refusesCorrectionThatLeavesOutSessionsThatNameTheTally() {
        type("TALLY_ELSE", "STUDENTS");
        var location = record(
                        "T-HOLDS",
                        "'trainingType':'TALLY_TYPE','sessions':{'held':9},'participants':{'kind':'EXACT','value':90}")
                .statusCode(201)
                .extract()
                .header("Location");
        var session = naming(location, "T-HOLDS", "2008-05-01");
        var id = session.substring(session.lastIndexOf('/') + 1);
        TrainingApi.held(session, 12).statusCode(201);
        var withdrawn = naming(location, "T-HOLDS", "2010-05-01");
        TrainingApi.held(withdrawn, 3).statusCode(201);
        post(withdrawn + "/withdrawal", "{'reason':'never was'}").statusCode(200);
        var later = "'period':{'from':'2009-01-01','until':'2012-01-01'}";
        post(location + "/corrections", "{'reason':'r','trainingType':'TALLY_ELSE'," + later + "}")
                .statusCode(409)
                .body("type", equalTo("/v1/problems/invalid-state"))
                .body("allowed", contains("corrections", "withdrawal"))
                .body("violations.pointer", contains("/period", "/trainingType"))
                .body("violations.code", everyItem(equalTo("NOT_ALLOWED")))
                .body("violations.parameters.sessions", everyItem(contains(id)));
        post(location + "/corrections", "{'reason':'r'," + later + "}")
                .statusCode(409)
                .body("violations.pointer", contains("/period"));
        get(location).body("version", equalTo(1));
        participants("T-HOLDS", "", 90);
        post(location + "/corrections", "{'reason':'all types','trainingType':null,'targetGroup':'STUDENTS'}")
                .statusCode(201);
        post(location + "/corrections", "{'reason':'shorter','period':{'from':'2008-01-01','until':'2009-01-01'}}")
                .statusCode(201);
        post(session + "/corrections", "{'reason':'another name','title':'Mended'}")
                .statusCode(201)
                .body("title", equalTo("Mended"));
        post(session + "/corrections", "{'reason':'in no tally','includedIn':'NONE'}")
                .statusCode(201);
        post(location + "/corrections", "{'reason':'r'," + later + "}").statusCode(201);
    }

    /** What a correction does not name stays, also a tally that was withdrawn since. */
    @Test
    void sessionKeepsTallyThatWasWithdrawn() {
        var location = record("T-GONE", "'trainingType':'TALLY_TYPE','sessions':{'held':9}")
                .statusCode(201)
                .extract()
                .header("Location");
        var held = naming(location, "T-GONE", "2010-05-01");
        TrainingApi.held(held, 12).statusCode(201);
        var planned = naming(location, "T-GONE", "2010-05-02");
        post(location + "/withdrawal", "{'reason':'of another programme'}").statusCode(200);
        post(held + "/corrections", "{'reason':'r','title':'Mended'}").statusCode(201);
        post(held + "/corrections", "{'reason':'r','date':'2010-05-03'}")
                .statusCode(201)
                .body("includedIn", equalTo(location.substring(location.lastIndexOf('/') + 1)));
        RegistrationFixture.patch(planned, "{'title':'Mended'}").statusCode(200);
        RegistrationFixture.patch(planned, "{'includedIn':'NONE'}").statusCode(200);
        RegistrationFixture.patch(planned, "{'includedIn':'" + location.substring(location.lastIndexOf('/') + 1) + "'}")
                .statusCode(409)
                .body("violations.pointer", contains("/includedIn"))
                .body("detail", equalTo("includedIn names a training tally that was withdrawn."));
    }

    private static String naming(String tally, String programme, String date) {
        var id = tally.substring(tally.lastIndexOf('/') + 1);
        return TrainingApi.plan(programme, TYPE, date, ",'includedIn':'" + id + "'")
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static void participants(String programme, String more, int best) {
        analyst()
                .get("/v1/training-statistics?programme=" + programme + more)
                .then()
                .statusCode(200)
                .body("totals[0].participants.best", equalTo(best));
        analyst()
                .get("/v1/training-statistics/reach?programme=" + programme + more)
                .then()
                .body("totals[0].reach.best", equalTo(best));
    }

    @Test
    void refusesFiguresOfDaysToCome() {
        var future = "{'programme':'T-FUTURE','period':{'from':'2099-01-01','until':'2100-01-01'},'source':'test',%s}";
        for (var fields : List.of(
                "'trainingType':'TALLY_TYPE','sessions':{'held':1}",
                "'trainingType':'TALLY_TYPE','participants':{'kind':'EXACT','value':1}",
                "'rating':{'mean':7}")) {
            post(PATH, future.formatted(fields))
                    .statusCode(400)
                    .body("violations.pointer", contains("/period/from"))
                    .body("violations.code", contains("OUT_OF_RANGE"));
        }
        for (var fields : List.of(
                "'trainingType':'TALLY_TYPE','sessions':{'planned':1}",
                "'trainingType':'TALLY_TYPE','expectedParticipants':{'kind':'EXACT','value':1}")) {
            post(PATH, future.formatted(fields)).statusCode(201);
        }
        post("/v1/advice-question-tallies", future.formatted("'received':{'kind':'EXACT','value':1}"))
                .statusCode(400)
                .body("violations.pointer", contains("/period/from"));
        post("/v1/advice-question-tallies", future.formatted("'theme':'OTHER'"))
                .statusCode(400)
                .body("violations.pointer", containsInAnyOrder("", "/period/from"));
        var meeting = future.formatted("'title':'m'%s");
        post("/v1/network-meetings", meeting.formatted(",'attendance':{'kind':'EXACT','value':1}"))
                .statusCode(400)
                .body("violations.pointer", contains("/period/from"));
        post("/v1/network-meetings", meeting.formatted("")).statusCode(201);
    }

    /** The gateway asks for the programme; here the parameter means nothing. */
    @Test
    void takesStrict() {
        for (var path : List.of(
                PATH,
                "/v1/networks",
                "/v1/network-meetings",
                "/v1/learning-modules",
                "/v1/training-sessions",
                "/v1/training-sessions/series")) {
            post(path + "?strict=true", "{}").statusCode(400).body("violations.name", everyItem(nullValue()));
            post(path + "?stricter=true", "{}").statusCode(400).body("violations.name", hasItems("stricter"));
        }
        var session = TrainingApi.planned("T-STRICT", TYPE, "2010-05-01");
        RegistrationFixture.patch(session, "*", "{'title':'Another'}").statusCode(200);
        for (var path : List.of(session, session + "/series")) {
            RegistrationFixture.patch(path + "?stricter=true", "*", "{}")
                    .statusCode(400)
                    .body("violations.name", hasItems("stricter"));
        }
        RegistrationFixture.patch(session + "?strict=true", "*", "{'title':'Mended'}")
                .statusCode(200);
        RegistrationFixture.patch(session + "/series?strict=true", "*", "{'title':'Mended'}")
                .statusCode(409);
        TrainingApi.held(session, 1).statusCode(201);
        post(session + "/corrections?strict=true", "{'reason':'r','title':'Corrected'}")
                .statusCode(201);
        post("/v1/network-meetings/01938f5a-0000-7000-8000-000000000001/corrections?strict=true", "{'reason':'r'}")
                .statusCode(404);
    }

    @Test
    void acceptsRatingBoundsOverAllTypes() {
        record("T2", "'rating':{'meanLowest':7.5,'meanHighest':8.00}")
                .statusCode(201)
                .body("trainingType", nullValue())
                .body("targetGroup", nullValue())
                .body("sessions", nullValue())
                .body("participants", nullValue())
                .body("rating.mean", nullValue())
                .body("rating.meanLowest", equalTo(7.5f))
                .body("rating.meanHighest", equalTo(8));
    }

    @ParameterizedTest(name = "{0} is {2} at {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'trainingType':'TALLY_TYPE' | `` | REQUIRED",
                "'sessions':{} | /sessions | REQUIRED",
                "'sessions':{'held':-1} | /sessions/held | OUT_OF_RANGE",
                "'sessions':{'held':1.5} | /sessions/held | NOT_AN_INTEGER",
                "'sessions':{'held':'1'} | /sessions/held | WRONG_TYPE",
                "'sessions':{'held':1,'given':1} | /sessions/given | UNKNOWN_FIELD",
                "'sessions':5 | /sessions | WRONG_TYPE",
                "'participants':{'kind':'EXACT','value':1} | /targetGroup | REQUIRED",
                "'trainingType':'TALLY_TYPE','sessions':{'planned':3},'participants':{'kind':'EXACT','value':1} | /participants | NOT_ALLOWED",
                "'targetGroup':'OTHER','participants':{'kind':'EXACT','value':-1} | /participants/value | OUT_OF_RANGE",
                "'expectedParticipants':{'kind':'MANY'} | /expectedParticipants/kind | UNKNOWN_VALUE",
                "'rating':{} | /rating/mean | REQUIRED",
                "'rating':{'n':3} | /rating/mean | REQUIRED",
                "'rating':{'mean':'7.5'} | /rating/mean | WRONG_TYPE",
                "'rating':{'mean':7.555} | /rating/mean | TOO_MANY_DECIMALS",
                "'rating':{'mean':0.99} | /rating/mean | OUT_OF_RANGE",
                "'rating':{'mean':10.01} | /rating/mean | OUT_OF_RANGE",
                "'rating':{'mean':7,'n':0} | /rating/n | OUT_OF_RANGE",
                "'rating':{'mean':7,'meanLowest':6} | /rating/meanLowest | NOT_ALLOWED",
                "'rating':{'mean':7,'meanHighest':8} | /rating/meanHighest | NOT_ALLOWED",
                "'rating':{'meanLowest':7} | /rating/meanHighest | REQUIRED",
                "'rating':{'meanHighest':7} | /rating/meanLowest | REQUIRED",
                "'rating':{'meanLowest':8,'meanHighest':8} | /rating/meanHighest | OUT_OF_RANGE",
                "'rating':{'meanLowest':7,'meanHighest':8,'n':3} | /rating/n | NOT_ALLOWED",
                "'sessions':{'planned':2,'held':9} | /sessions/planned | OUT_OF_RANGE",
                "'sessions':{'planned':3,'held':2,'cancelled':2,'toCome':1} | /sessions/planned | OUT_OF_RANGE",
                "'targetGroup':'OTHER','sessions':{'held':0},'participants':{'kind':'EXACT','value':10} | /participants | OUT_OF_RANGE",
                "'targetGroup':'OTHER','sessions':{'held':0},'participants':{'kind':'AT_LEAST','value':1} | /participants | OUT_OF_RANGE",
                "'sessions':{'held':1},'includedIn':'UNKNOWN' | /includedIn | UNKNOWN_FIELD",
                "'sessions':{'held':1},'place':{'scope':'MUNICIPAL','municipalities':['GM9999']} | /place/municipalities/0 | MUNICIPALITY_NOT_VALID",
            })
    void refusesInvalidTally(String fields, String pointer, String code) {
        record("T3", fields)
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].code", equalTo(code));
    }

    /** A margin that is not known, or a range that has room for the other figure, contradicts nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'sessions':{'planned':5,'held':2,'cancelled':2,'toCome':1}",
                "'sessions':{'planned':9,'held':2}",
                "'sessions':{'held':0},'participants':{'kind':'EXACT','value':0}",
                "'sessions':{'held':0},'participants':{'kind':'APPROXIMATE','value':3}",
                "'sessions':{'held':0},'participants':{'kind':'RANGE','minimum':0,'maximum':9}"
            })
    void recordsFiguresThatCanGoTogether(String fields) {
        record("T3-TOGETHER", "'targetGroup':'OTHER'," + fields).statusCode(201);
    }

    @Test
    void refusesCorrectionThatContradictsWhatStays() {
        var location = record("T3-STAYS", "'sessions':{'planned':3,'held':2}")
                .statusCode(201)
                .extract()
                .header("Location");
        post(location + "/corrections", "{'reason':'r','sessions':{'held':4}}")
                .statusCode(400)
                .body("violations.pointer", contains("/sessions/planned"))
                .body("violations[0].parameters.minimum", equalTo(4));
        get(location).body("version", equalTo(1));
    }

    @Test
    void reportsAllViolationsTogether() {
        record("T4", "'sessions':{},'participants':{'kind':'EXACT','value':1},'rating':{'meanLowest':7,'n':3}")
                .statusCode(400)
                .body("violations.pointer", hasItems("/sessions", "/targetGroup", "/rating/meanHighest", "/rating/n"));
    }

    @Test
    void refusesUnknownTrainingType() {
        record("T5", "'trainingType':'NO_SUCH_TYPE','sessions':{'held':1}")
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"));
    }

    @Test
    void refusesSecondReferenceInProgramme() {
        var first = record("T6", "'sessions':{'held':1},'reference':'r1'")
                .statusCode(201)
                .extract()
                .header("Location");
        record("T6", "'sessions':{'held':2},'reference':'r1'")
                .statusCode(409)
                .body("type", equalTo("/v1/problems/already-exists"))
                .body("existing", equalTo(first));
        record("T6B", "'sessions':{'held':1},'reference':'r1'").statusCode(201);
    }

    @Test
    void pagesListInBothDirections() {
        for (var held = 1; held <= 5; held++) {
            tally("T7", "2010-01-01", "2011-01-01", "'trainingType':'%s','sessions':{'held':%d}".formatted(TYPE, held));
        }
        var seen = new ArrayList<Integer>();
        var page = PATH + "?programme=T7&pageSize=2";
        var last = page;
        while (page != null) {
            last = page;
            var answer =
                    get(page).statusCode(200).body("total.value", equalTo(5)).extract();
            seen.addAll(answer.path("items.sessions.held"));
            page = answer.path("links.next");
        }
        assertEquals(5, seen.stream().distinct().count(), seen::toString);
        var previous = get(last).extract().<String>path("links.prev");
        get(previous).statusCode(200).body("items.sessions.held", equalTo(seen.subList(2, 4)));
        get(PATH + "?programme=T7&trainingType=NO_SUCH_TYPE")
                .statusCode(400)
                .body("violations.code", contains("UNKNOWN_VALUE"));
        get(PATH + "?programme=T7&cursor=x").statusCode(400).body("violations.code", contains("INVALID_CURSOR"));
        get(PATH + "?programme=T7&pageSize=0").statusCode(400).body("violations.code", contains("OUT_OF_RANGE"));
    }

    private static ValidatableResponse record(String programme, String fields) {
        return post(PATH, TALLY.formatted(programme, fields));
    }
}
