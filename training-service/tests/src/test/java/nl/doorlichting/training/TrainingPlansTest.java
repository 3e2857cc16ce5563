package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.held;
import static nl.doorlichting.training.TrainingApi.plan;
import static nl.doorlichting.training.TrainingApi.planned;
import static nl.doorlichting.training.TrainingApi.post;
import static nl.doorlichting.training.TrainingApi.tally;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of planned sessions, and which tallies may count them too. */
@QuarkusTest
class TrainingPlansTest {
    private static final String TYPE = "PLANS_TYPE";
    private static final String OTHER_TYPE = "PLANS_TYPE_2";
    private static final String SESSIONS = "/v1/training-sessions";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @BeforeEach
    void types() {
        type(TYPE, "OTHER");
        type(OTHER_TYPE, "STUDENTS");
    }

    @Test
    void plannedCountsEverySessionWhateverBecameOfIt() {
        for (var day = 1; day <= 5; day++) {
            held(planned("P1", TYPE, "2011-05-0" + day), 10).statusCode(201);
        }
        cancel(planned("P1", TYPE, "2011-05-06"));
        planned("P1", TYPE, "2011-05-07");
        statistics("P1", "")
                .body("rows[0].sessions.planned", equalTo(7))
                .body("rows[0].sessions.held", equalTo(5))
                .body("rows[0].sessions.cancelled", equalTo(1))
                .body("rows[0].sessions.toCome", equalTo(0))
                .body("rows[0].sessions.neverHeld", equalTo(1))
                .body("rows[0].participants.best", equalTo(50))
                .body("rows[0].participants.observations.exact", equalTo(5))
                .body("rows[0].expectedParticipants.best", nullValue())
                .body("totals[0].sessions.planned", equalTo(7))
                .body("notes", empty());
    }

    /** A subject with a space around it is nobody's, so that the trainer would not see the session. */
    @Test
    void refusesTrainerAndSeriesWithOuterSpace() {
        var wrong = "{'programme':'P20','trainingType':'PLANS_TYPE','title':'t','source':'s','trainers':['x',' x'],"
                + "'series':'a ',%s}";
        post(SESSIONS, wrong.formatted("'date':'2199-05-01'"))
                .statusCode(400)
                .body("violations.pointer", contains("/series", "/trainers/1"))
                .body("violations.code", contains("WRONG_FORMAT", "WRONG_FORMAT"));
        post(SESSIONS + "/series", wrong.formatted("'dates':['2199-05-01']"))
                .statusCode(400)
                .body("violations.pointer", contains("/series", "/trainers/1"));
    }

    @Test
    void referencesAndSeriesThatDifferByCaseAreOne() {
        var first = plan("P21", TYPE, "2199-05-01", ",'reference':'Ref-1','series':'Ser-x7'")
                .statusCode(201)
                .extract()
                .header("Location");
        plan("P21", TYPE, "2199-05-02", ",'reference':'REF-1'").statusCode(409).body("existing", equalTo(first));
        plan("P21", TYPE, "2199-05-01", ",'series':'SER-X7'").statusCode(409).body("existing", equalTo(first));
        post(
                        SESSIONS + "/series",
                        "{'programme':'P21','trainingType':'PLANS_TYPE','title':'t','source':'s','series':'ser-X7',"
                                + "'dates':['2199-05-03','2199-05-04']}")
                .statusCode(201);
        get(SESSIONS + "?programme=P21&series=SER-X7").body("items", hasSize(3));
        RegistrationFixture.patch(first, "{'reference':'ref-1'}").statusCode(200);
        var other = plan("P21", TYPE, "2199-05-05", ",'reference':'ref-2'")
                .statusCode(201)
                .extract()
                .header("Location");
        RegistrationFixture.patch(other, "{'reference':'REF-1'}")
                .statusCode(409)
                .body("existing", equalTo(first));
        post(first + "/series/cancellation", "{'reason':'snow'}").body("sessions", hasSize(3));
    }

    @Test
    void sessionOfTodayOrLaterIsStillToCome() {
        var today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
        planned("P2", TYPE, today.plusDays(1).toString());
        planned("P2", TYPE, today.plusYears(1).toString());
        planned("P2", TYPE, today.minusDays(1).toString());
        cancel(planned("P2", TYPE, today.plusDays(2).toString()));
        statistics("P2", "")
                .body("totals[0].sessions.planned", equalTo(4))
                .body("totals[0].sessions.toCome", equalTo(2))
                .body("totals[0].sessions.neverHeld", equalTo(1))
                .body("totals[0].sessions.cancelled", equalTo(1));
    }

    @Test
    void tallyCountsOnlyWhatItStates() {
        tally("P3", "2010-01-01", "2011-01-01", of("'sessions':{'held':20,'cancelled':2}"));
        statistics("P3", "")
                .body("rows[0].sessions.planned", nullValue())
                .body("rows[0].sessions.held", equalTo(20))
                .body("rows[0].sessions.cancelled", equalTo(2))
                .body("rows[0].sessions.toCome", nullValue())
                .body("rows[0].sessions.neverHeld", nullValue());
        get("/v1/training-tallies?programme=P3")
                .body("items[0].sessions.cancelled", equalTo(2))
                .body("items[0].sessions.neverHeld", nullValue());
    }

    @Test
    void sessionHeldInDaysOfPlanIsHeldAndNotPlannedTwice() {
        tally(
                "P4",
                "2012-09-01",
                "2013-01-01",
                of("'sessions':{'planned':40},'expectedParticipants':{'kind':'EXACT','value':680}"));
        held(stating("P4", "2012-10-01", "UNKNOWN"), 17).statusCode(201);
        statistics("P4", "")
                .body("rows[0].sessions.planned", equalTo(40))
                .body("rows[0].sessions.held", equalTo(1))
                .body("rows[0].participants.best", equalTo(17))
                .body("rows[0].expectedParticipants.best", equalTo(680))
                .body("notes.code", contains("INCLUSION_UNKNOWN"));
    }

    @Test
    void doubleTalliesHaveNoSum() {
        tally("P5", "2010-01-01", "2011-01-01", of("'sessions':{'planned':9,'held':3}"));
        tally("P5", "2010-06-01", "2011-06-01", of("'sessions':{'held':4}"));
        statistics("P5", "")
                .body("rows[0].sessions.held", nullValue())
                .body("rows[0].sessions.planned", equalTo(9))
                .body("totals[0].sessions.held", nullValue())
                .body("notes.find { it.code == 'OVERLAPPING_TALLIES' }.count", equalTo(2));
    }

    @Test
    void asksHowSessionRelatesToTallyOfItsDays() {
        var tally = tallyId("P6", "2010-01-01", "2011-01-01", of("'sessions':{'held':20}"));
        plan("P6", TYPE, "2010-05-01", "")
                .statusCode(400)
                .body("violations.pointer", contains("/includedIn"))
                .body("violations.code", contains("REQUIRED"))
                .body("violations[0].parameters.tallies", contains(tally));
        plan("P6", OTHER_TYPE, "2010-05-01", "").statusCode(201).body("includedIn", nullValue());
        plan("P6", TYPE, "2011-05-01", "").statusCode(201);
        plan("P6", TYPE, "2010-05-01", ",'includedIn':'" + tally + "'")
                .statusCode(201)
                .body("includedIn", equalTo(tally));
        series("P6", "2010-05-02").statusCode(400).body("violations.code", contains("REQUIRED"));
    }

    @Test
    void refusesTallyThatCannotHoldSession() {
        var tally = tallyId("P7", "2010-01-01", "2011-01-01", of("'sessions':{'held':20}"));
        var stated = ",'includedIn':'" + tally + "'";
        plan("P7", TYPE, "2011-05-01", stated)
                .statusCode(400)
                .body("violations.code", contains("NOT_ALLOWED"))
                .body("violations[0].parameters.differs", contains("period"));
        plan("P8", OTHER_TYPE, "2010-05-01", stated)
                .statusCode(400)
                .body("violations[0].parameters.differs", contains("programme", "trainingType"));
        plan("P7", TYPE, "2010-05-01", ",'includedIn':'01a20adb-c069-7930-a943-5ae8be5bcea2'")
                .statusCode(409);
        plan("P7", TYPE, "2010-05-01", ",'includedIn':'MAYBE'").statusCode(400);
    }

    @Test
    void changeOfDayAsksAgainAndOtherChangesDoNot() {
        var session = planned("P9", TYPE, "2010-05-01");
        tally("P9", "2010-01-01", "2011-01-01", of("'sessions':{'planned':20}"));
        statistics("P9", "").body("totals[0].sessions.planned", equalTo(20));
        change(session, "{'title':'Another'}").statusCode(200).body("includedIn", nullValue());
        change(session, "{'date':'2010-05-02'}").statusCode(400).body("violations.code", contains("REQUIRED"));
        change(session, "{'includedIn':'NONE'}").statusCode(200);
        statistics("P9", "").body("totals[0].sessions.planned", equalTo(21));
        change(session, "{'includedIn':null}").statusCode(400);
    }

    @Test
    void figureIsAddedWhereverItsTallyDoesNotCount() {
        var tally = tallyId(
                "P10",
                "2010-01-01",
                "2011-01-01",
                of("'sessions':{'held':20},'participants':{'kind':'EXACT','value':200},'targetGroup':'OTHER'"));
        var inVenlo = ",'track':'LOCAL','place':{'scope':'MUNICIPAL','municipalities':['GM0983']},'includedIn':'%s'"
                .formatted(tally);
        held(plan("P10", TYPE, "2010-05-01", inVenlo).statusCode(201).extract().header("Location"), 12)
                .statusCode(201);
        statistics("P10", "").body("totals[0].participants.best", equalTo(200));
        statistics("P10", "&by=municipality")
                .body("rows.municipality", contains("GM0983", null))
                .body("rows.participants.best", contains(12, 200))
                .body("totals[0].participants.best", equalTo(200))
                .body("notes.code", contains("INCLUDED_IN_TALLY"));
        statistics("P10", "&track=LOCAL")
                .body("totals[0].participants.best", equalTo(12))
                .body("notes.code", contains("NOT_STATED"));
        statistics("P10", "&by=year").body("rows.participants.best", contains(200));
        statistics("P10", "&from=2010-05-01&until=2010-06-01").body("totals[0].participants.best", equalTo(12));
        analyst()
                .get("/v1/training-statistics/reach?programme=P10&by=municipality")
                .then()
                .statusCode(200)
                .body("rows.reach.best", contains(12, 200))
                .body("totals.reach.best", contains(200));
    }

    @Test
    void answersAsOfEarlierMoment() {
        var session = planned("P11", TYPE, "2010-05-01");
        var before = Instant.now();
        change(session, "{'date':'2011-05-01','track':'LOCAL'}").statusCode(200);
        held(session, 12).statusCode(201);
        cancel(planned("P11", TYPE, "2010-06-01"));
        tally("P11", "2008-01-01", "2009-01-01", of("'sessions':{'held':3}"));
        statistics("P11", "&by=year&asOf=" + before)
                .body("rows.year", contains(2010))
                .body("rows[0].sessions.planned", equalTo(1))
                .body("rows[0].sessions.held", equalTo(0))
                .body("rows[0].sessions.neverHeld", equalTo(1));
        statistics("P11", "&by=year")
                .body("rows.year", contains(2008, 2010, 2011))
                .body("rows.sessions.held", contains(3, 0, 1))
                .body("rows.sessions.cancelled", contains(null, 1, 0));
    }

    @Test
    void answersOnMapOfDay() {
        var inMaarssen = ",'place':{'scope':'MUNICIPAL','municipalities':['GM0333']}";
        var inTwo = ",'place':{'scope':'MUNICIPAL','municipalities':['GM0333','GM0311']}";
        plan("P12", TYPE, "2010-05-01", inMaarssen).statusCode(201);
        plan("P12", TYPE, "2010-05-02", inTwo).statusCode(201);
        statistics("P12", "&by=municipality")
                .body("rows.municipality", contains("GM0333", null))
                .body("rows.sessions.planned", contains(1, 1))
                .body("notes.code", contains("SEVERAL_PLACES"));
        statistics("P12", "&by=municipality&boundaries=2011-01-02")
                .body("rows.municipality", contains("GM1904"))
                .body("rows.sessions.planned", contains(2))
                .body("notes", empty());
        statistics("P12", "&province=PV26").body("totals[0].sessions.planned", equalTo(2));
    }

    @Test
    void filtersTakeSeveralValuesAndNotStated() {
        plan("P13", TYPE, "2010-05-01", ",'track':'LOCAL'").statusCode(201);
        plan("P13", TYPE, "2010-05-02", ",'track':'INTERNATIONAL'").statusCode(201);
        plan("P13", OTHER_TYPE, "2010-05-03", "").statusCode(201);
        statistics("P13", "&track=LOCAL,INTERNATIONAL")
                .body("totals[0].sessions.planned", equalTo(2))
                .body("notes.code", contains("NOT_STATED"))
                .body("notes[0].count", equalTo(1));
        statistics("P13", "&track=LOCAL,NOT_STATED").body("totals[0].sessions.planned", equalTo(2));
        statistics("P13", "&by=track,trainingType,year")
                .body("rows.track", contains("LOCAL", "INTERNATIONAL", null))
                .body("rows.trainingType", contains(TYPE, TYPE, OTHER_TYPE));
        statistics("P13", "&by=period&targetGroup=OTHER,STUDENTS")
                .body(
                        "rows.period.code",
                        contains("2010-05-01/2010-05-02", "2010-05-02/2010-05-03", "2010-05-03/2010-05-04"))
                .body("totals.sessions.planned", contains(1, 1, 1));
        analyst()
                .get("/v1/training-statistics?by=track,trainingType,year,phenomenon")
                .then()
                .statusCode(400)
                .body("violations.code", contains("OUT_OF_RANGE"));
    }

    @Test
    void listsNetworksMeetingsAndModulesBesideSessions() {
        var network = post(
                        "/v1/networks",
                        "{'programme':'P14','name':'Planners','kind':'INTERNATIONAL','track':'INTERNATIONAL','source':'s',"
                                + "'memberCount':{'kind':'EXACT','value':8},'memberKind':'COUNTRY'}")
                .statusCode(201)
                .extract()
                .<String>path("id");
        var meeting =
                "{'programme':'P14','title':'%s','period':{'from':'2009-01-01','until':'2009-01-02'},'source':'s',"
                        + "'attendance':{'kind':'APPROXIMATE','value':200}%s}";
        post("/v1/network-meetings", meeting.formatted("Of network", ",'networkId':'" + network + "'"))
                .statusCode(201);
        post("/v1/network-meetings", meeting.formatted("Conference", ",'track':'INTERNATIONAL'"))
                .statusCode(201);
        post("/v1/network-meetings", meeting.formatted("At home", ",'track':'LOCAL'"))
                .statusCode(201);
        var module = post("/v1/learning-modules", "{'programme':'P14','title':'Learning','source':'s'}")
                .statusCode(201)
                .extract()
                .<String>path("id");
        completed(module, "2010-01-01", "2011-01-01", 30);
        completed(module, "2010-06-01", "2011-06-01", 12);
        statistics("P14", "&track=LOCAL")
                .body("meetings.title", contains("At home"))
                .body("notes.code", not(hasItem("NOTHING_RECORDED")));
        plan("P14", TYPE, "2010-05-01", ",'track':'INTERNATIONAL'").statusCode(201);
        statistics("P14", "")
                .body("networks.name", contains("Planners"))
                .body("networks[0].memberCount.value", equalTo(8))
                .body("meetings.title", contains("At home", "Conference", "Of network"))
                .body("modules.title", contains("Learning"))
                .body("modules[0].completions.best", equalTo(42))
                .body("totals[0].sessions.planned", equalTo(1))
                .body("totals[0].participants.best", nullValue())
                .body("notes.code", contains("OVERLAPPING_COMPLETIONS"))
                .body("notes[0].count", equalTo(2));
        statistics("P14", "&track=INTERNATIONAL")
                .body("networks.name", contains("Planners"))
                .body("meetings.title", contains("Conference", "Of network"))
                .body("meetings.track", contains("INTERNATIONAL", "INTERNATIONAL"))
                .body("modules", empty())
                .body("totals[0].sessions.planned", equalTo(1));
        statistics("P14", "&until=2011-01-01")
                .body("modules[0].completions.best", equalTo(30))
                .body("notes.code", contains("PARTIAL_OVERLAP", "NOT_STATED"));
    }

    @Test
    void listsBesideSessionsFollowDays() {
        var network = "{'programme':'P16','name':'Goes on','kind':'PLATFORM','source':'s'}";
        post("/v1/networks", network).statusCode(201);
        var meeting =
                "{'programme':'P16','title':'Met','period':{'from':'2009-01-01','until':'2009-01-02'},'source':'s'}";
        post("/v1/network-meetings", meeting).statusCode(201);
        completed(module("P16", "Completed"), "2010-01-01", "2011-01-01", 30);
        module("P16", "Never completed");
        statistics("P16", "&from=2010-01-01&until=2011-01-01")
                .body("networks", empty())
                .body("meetings", empty())
                .body("modules.title", contains("Completed"))
                .body("notes.code", contains("NO_FIGURES", "NOT_STATED"))
                .body("notes.count", contains(1, 2));
        statistics("P16", "&year=2009")
                .body("networks", empty())
                .body("meetings.title", contains("Met"))
                .body("modules", empty())
                .body("notes.code", contains("NO_FIGURES", "NOT_STATED"))
                .body("notes.count", contains(1, 2));
        statistics("P16", "&year=2009,NOT_STATED").body("networks.name", contains("Goes on"));
        statistics("P16", "&municipality=GM0988")
                .body("networks", empty())
                .body("meetings", empty())
                .body("modules", empty())
                .body("notes.code", contains("NOT_STATED"));
    }

    @Test
    void explainsWhyNothingStandsBesideNetworks() {
        post("/v1/networks", "{'programme':'P17','name':'Alone','kind':'PLATFORM','source':'s'}")
                .statusCode(201);
        statistics("P17", "")
                .body("rows", empty())
                .body("networks.name", contains("Alone"))
                .body("notes.code", contains("NO_FIGURES"))
                .body("notes[0].count", equalTo(1));
        planned("P17", TYPE, "2010-05-01");
        statistics("P17", "").body("networks.name", contains("Alone")).body("notes", empty());
        statistics("P17", "&track=LOCAL,NOT_STATED&municipality=NOT_STATED").body("notes", empty());
        statistics("P17", "&by=profession").body("rows", empty()).body("notes.code", not(hasItem("NO_FIGURES")));
        statistics("P17", "&fundingInstrument=SUBSIDY").body("notes.code", contains("NOT_STATED"));
    }

    @Test
    void correctionsOfMeetingsAndCompletionsCountFromTheirMoment() {
        var meeting = post(
                        "/v1/network-meetings",
                        "{'programme':'P15','title':'First','period':{'from':'2009-01-01','until':'2009-01-02'},'source':'s'}")
                .statusCode(201)
                .extract()
                .<String>path("id");
        var before = Instant.now();
        post(
                        "/v1/network-meetings/" + meeting + "/corrections",
                        "{'title':'Second','period':{'from':'2009-01-01','until':'2009-01-02'},'source':'s','reason':'r'}")
                .statusCode(201);
        statistics("P15", "").body("meetings.title", contains("Second"));
        statistics("P15", "&asOf=" + before).body("meetings.title", contains("First"));
    }

    private static String of(String figures) {
        return "'trainingType':'" + TYPE + "'," + figures;
    }

    private static String module(String programme, String title) {
        return post("/v1/learning-modules", "{'programme':'%s','title':'%s','source':'s'}".formatted(programme, title))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void completed(String module, String from, String until, int number) {
        var body = "{'period':{'from':'%s','until':'%s'},'completions':{'kind':'EXACT','value':%d},'source':'s'}";
        post("/v1/learning-modules/" + module + "/completions", body.formatted(from, until, number))
                .statusCode(201);
    }

    private static String tallyId(String programme, String from, String until, String fields) {
        tally(programme, from, until, fields);
        return get("/v1/training-tallies?programme=" + programme).extract().path("items[0].id");
    }

    private static String stating(String programme, String date, String includedIn) {
        return plan(programme, TYPE, date, ",'includedIn':'" + includedIn + "'")
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static ValidatableResponse series(String programme, String date) {
        return post(
                SESSIONS + "/series",
                "{'series':'S','dates':['%s'],'programme':'%s','trainingType':'%s','title':'A','source':'s'}"
                        .formatted(date, programme, TYPE));
    }

    private static void cancel(String session) {
        post(session + "/cancellation", "{'reason':'ill'}").statusCode(200);
    }

    private static ValidatableResponse change(String session, String patch) {
        return coordinator()
                .contentType("application/merge-patch+json")
                .header("If-Match", get(session).extract().<String>path("etag"))
                .body(patch.replace('\'', '"'))
                .patch(session)
                .then();
    }

    private static ValidatableResponse statistics(String programme, String more) {
        return analyst()
                .get("/v1/training-statistics?programme=" + programme + more)
                .then()
                .statusCode(200);
    }
}
