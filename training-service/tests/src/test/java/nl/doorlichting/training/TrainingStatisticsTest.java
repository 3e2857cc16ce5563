package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.held;
import static nl.doorlichting.training.TrainingApi.plan;
import static nl.doorlichting.training.TrainingApi.planned;
import static nl.doorlichting.training.TrainingApi.tally;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrainingStatisticsTest {
    private static final String PROFESSIONALS = "PROFESSIONALS_AND_OFFICIALS";
    private static final String TYPE = "STATISTICS_TYPE";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @BeforeEach
    void trainingType() {
        type(TYPE, "OTHER");
    }

    /** The figures of policy review 25.1, lines 1045-1077; its rows add to one more than it prints. */
    @Test
    void firstDataSetGivesPrintedTable() {
        var programme = "APR-2007-2011";
        heldOf(programme, "MANAGER_SESSION", PROFESSIONALS, 20, 162);
        heldOf(programme, "PROFESSIONALS", PROFESSIONALS, 25, 457);
        heldOf(programme, "GUEST_LECTURE", "STUDENTS", 25, 2000);
        heldOf(programme, "OTHER", "OTHER", 40, 1000);
        heldOf(programme, "LONE_ACTOR", PROFESSIONALS, 21, 357);
        tally(programme, "2007-01-01", "2012-01-01", "'rating':{'meanLowest':7.5,'meanHighest':8}");
        tally(
                programme,
                "2012-09-01",
                "2013-01-01",
                "'trainingType':'LONE_ACTOR','sessions':{'planned':40},"
                        + "'expectedParticipants':{'kind':'EXACT','value':680}");

        statistics(programme, "&by=trainingType")
                .body("dimensions", contains("trainingType"))
                .body(
                        "rows.trainingType",
                        contains("MANAGER_SESSION", "PROFESSIONALS", "GUEST_LECTURE", "OTHER", "LONE_ACTOR", null))
                .body("rows.sessions.held", contains(20, 25, 25, 40, 21, null))
                .body("rows.sessions.planned", contains(null, null, null, null, 40, null))
                .body("rows.expectedParticipants.best", contains(null, null, null, null, 680, null))
                .body("rows.participants.best", contains(162, 457, 2000, 1000, 357, null))
                .body("rows[5].rating.mean", nullValue())
                .body("rows[5].rating.n", nullValue())
                .body("rows[5].rating.meanLowest", equalTo(7.5f))
                .body("rows[5].rating.meanHighest", equalTo(8))
                .body("rows[5].rating.source", equalTo("test"))
                .body("totals", hasSize(1))
                .body("totals[0].sessions.held", equalTo(131))
                .body("totals[0].sessions.planned", equalTo(40))
                .body("totals[0].sessions.cancelled", nullValue())
                .body("totals[0].sessions.toCome", nullValue())
                .body("totals[0].sessions.neverHeld", nullValue())
                .body("totals[0].expectedParticipants.best", equalTo(680))
                .body("totals[0].participants.best", equalTo(3976))
                .body("totals[0].participants.observations.exact", equalTo(5))
                .body("totals[0].rating", nullValue())
                .body("notes", empty());
    }

    @Test
    void sessionStaysPlannedOnceHeld() {
        var session = planned("R1", TYPE, "2011-05-01");
        planned("R1", TYPE, "2011-05-02");
        statistics("R1", "").body("rows[0].sessions.planned", equalTo(2)).body("rows[0].sessions.held", equalTo(0));
        held(session, 12).statusCode(201);
        statistics("R1", "")
                .body("rows[0].sessions.planned", equalTo(2))
                .body("rows[0].sessions.held", equalTo(1))
                .body("rows[0].participants.best", equalTo(12));
    }

    @Test
    void everyChangeAppearsInNextAnswerAndRevision() {
        planned("R2", TYPE, "2011-05-01");
        var before = statistics("R2", "").extract().<String>path("revision");
        planned("R2", TYPE, "2011-05-02");
        statistics("R2", "").body("rows[0].sessions.planned", equalTo(2)).body("revision", not(equalTo(before)));
    }

    @Test
    void addsSessionOfItsOwnToTallyWithNote() {
        heldOf("R3", TYPE, "OTHER", 3, 30);
        heldStating("R3", "2011-05-01", "NONE", 12);
        statistics("R3", "")
                .body("rows[0].sessions.held", equalTo(4))
                .body("rows[0].participants.best", equalTo(42))
                .body("totals[0].participants.best", equalTo(42))
                .body("notes.code", contains("OVERLAPPING_PERIODS"))
                .body("notes[0].count", equalTo(2))
                .body("notes[0].detail", containsString("2007-2011, 2011"));
        analyst()
                .header("Accept-Language", "nl")
                .get("/v1/training-statistics?programme=R3")
                .then()
                .header("Content-Language", equalTo("nl"))
                .body("notes[0].detail", startsWith("perioden die elkaar deels overlappen: "));
    }

    @Test
    void leavesOutAndCountsPartlyOverlappingTallies() {
        heldOf("R4", TYPE, "OTHER", 3, 30);
        heldStating("R4", "2010-05-01", "UNKNOWN", 12);
        held(planned("R4", TYPE, "2012-05-01"), 99).statusCode(201);
        statistics("R4", "&from=2010-01-01&until=2011-01-01")
                .body("rows[0].participants.best", equalTo(12))
                .body("notes.code", contains("PARTIAL_OVERLAP"))
                .body("notes[0].count", equalTo(1));
    }

    @Test
    void showsRatingOfLatestPeriod() {
        rated("R5", "2010-01-01", "2011-01-01", "{'mean':6}");
        rated("R5", "2011-01-01", "2012-01-01", "{'mean':7.25,'n':31}");
        rated("R5", "2009-01-01", "2010-01-01", "{'meanLowest':5,'meanHighest':8}");
        statistics("R5", "")
                .body("rows[0].rating.mean", equalTo(7.25f))
                .body("rows[0].rating.n", equalTo(31))
                .body("notes.code", contains("OTHER_RATINGS"))
                .body("notes[0].count", equalTo(2));
        statistics("R5", "&until=2011-01-01").body("rows[0].rating.mean", equalTo(6));
    }

    @Test
    void answersNullWithoutRecords() {
        statistics("NO-SUCH-PROGRAMME", "")
                .body("rows", empty())
                .body("totals[0].sessions.held", nullValue())
                .body("totals[0].participants.best", nullValue());
    }

    @Test
    void refusesInvalidQuery() {
        analyst()
                .get("/v1/training-statistics?by=month&from=2011-01-01&until=2011-01-01")
                .then()
                .statusCode(400)
                .body("violations.name", contains("by", "until"))
                .body("violations.code", contains("UNKNOWN_VALUE", "OUT_OF_RANGE"));
        analyst()
                .get("/v1/training-statistics?from=yesterday&grade=7")
                .then()
                .statusCode(400)
                .body("violations", hasSize(2));
    }

    @Test
    void refusesUnknownTrainingTypes() {
        analyst()
                .get("/v1/training-statistics?trainingType=" + TYPE + ",FOO,NOT_STATED,BAR")
                .then()
                .statusCode(400)
                .body("violations.code", contains("UNKNOWN_VALUE"))
                .body("violations[0].parameters.rejected", contains("BAR", "FOO"))
                .body("violations[0].parameters.allowed", hasItem(TYPE));
        analyst()
                .get(
                        "/v1/training-statistics?trainingType=FOO&by=place&from=2011-01-01&until=2010-01-01&track=X&grade=7")
                .then()
                .statusCode(400)
                .body("violations.name", containsInAnyOrder("trainingType", "by", "until", "track", "grade"));
        analyst()
                .get("/v1/training-statistics?trainingType=" + TYPE + ",NOT_STATED")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse statistics(String programme, String more) {
        return analyst()
                .get("/v1/training-statistics?programme=" + programme + more)
                .then()
                .statusCode(200);
    }

    private static void heldStating(String programme, String date, String includedIn, int participants) {
        var session = plan(programme, TYPE, date, ",'includedIn':'" + includedIn + "'")
                .statusCode(201)
                .extract()
                .header("Location");
        held(session, participants).statusCode(201);
    }

    private static void rated(String programme, String from, String until, String rating) {
        tally(programme, from, until, "'trainingType':'" + TYPE + "','rating':" + rating);
    }

    private static void heldOf(String programme, String type, String targetGroup, int sessions, int participants) {
        type(type, targetGroup);
        tally(
                programme,
                "2007-01-01",
                "2012-01-01",
                "'trainingType':'%s','sessions':{'held':%d},'participants':{'kind':'EXACT','value':%d}"
                        .formatted(type, sessions, participants));
    }
}
