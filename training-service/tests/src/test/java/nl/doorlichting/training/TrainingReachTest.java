package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.held;
import static nl.doorlichting.training.TrainingApi.plan;
import static nl.doorlichting.training.TrainingApi.planned;
import static nl.doorlichting.training.TrainingApi.tally;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import nl.doorlichting.platform.testing.access.AnswersByRights;
import nl.doorlichting.platform.testing.databases.InFlightWrite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrainingReachTest {
    private static final String TYPE = "REACH_TYPE";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @BeforeEach
    void trainingType() {
        type(TYPE, "STUDENTS");
    }

    @Test
    void sumsParticipantsOfHeldSessionsOnly() {
        tally(
                "B1",
                "2007-01-01",
                "2012-01-01",
                "'trainingType':'REACH_TYPE','participants':{'kind':'EXACT','value':2000}");
        tally(
                "B1",
                "2012-09-01",
                "2013-01-01",
                "'trainingType':'REACH_TYPE','sessions':{'planned':40},"
                        + "'expectedParticipants':{'kind':'EXACT','value':680}");
        plan("B1", TYPE, "2012-10-01", ",'includedIn':'UNKNOWN'").statusCode(201);
        held(planned("B1", TYPE, "2012-03-01"), 12).statusCode(201);
        reach("B1", "")
                .body("dimensions", contains("period", "targetGroup"))
                .body("rows.source", everyItem(equalTo("TRAINING")))
                .body("rows.period.code", contains("2007-2011", "2012-03-01/2012-03-02"))
                .body("rows.targetGroup", contains("STUDENTS", "STUDENTS"))
                .body("rows.reach.best", contains(2000, 12))
                .body("unallocated", empty())
                .body("registerVersion", nullValue())
                .body("notes.code", contains("UNEQUAL_PERIODS"));
        reach("B1", "&by=targetGroup").body("totals.reach.best", contains(2012));
        reach("B1", "&from=2012-01-01").body("rows.reach.best", contains(12));
        reach("B1", "&targetGroup=OTHER").body("rows", empty());
    }

    @Test
    void listsGroupsOfParticipantsAsOfAnInstant() {
        tally(
                "B0",
                "2009-01-01",
                "2010-01-01",
                "'trainingType':'REACH_TYPE','participants':{'kind':'RANGE','minimum':4,'maximum':5}");
        var before = Instant.now();
        plan("B0", TYPE, "2009-10-01", ",'includedIn':'UNKNOWN'").statusCode(201);
        var session = plan(
                        "B0",
                        TYPE,
                        "2009-05-01",
                        ",'includedIn':'UNKNOWN','track':'LOCAL','place':{'scope':'MUNICIPAL','municipalities':['GM0052']}")
                .statusCode(201)
                .extract()
                .header("Location");
        held(session, 3).statusCode(201);
        groups("?programme=B0")
                .body("groups.halves", containsInAnyOrder(9, 6))
                .body("groups.inclusion", containsInAnyOrder("TALLY", "UNKNOWN"))
                .body("groups.trainingType", everyItem(equalTo(TYPE)))
                .body("groups.find { it.halves == 6 }.municipalities", contains("GM0052"))
                .body("groups.find { it.halves == 6 }.track", equalTo("LOCAL"))
                .body("groups.find { it.halves == 6 }.targetGroup", equalTo("STUDENTS"))
                .body("groups.find { it.halves == 6 }.period.from", equalTo("2009-05-01"));
        groups("?programme=B0&asOf=" + before).body("groups.halves", contains(9));
    }

    @Test
    void waitsForWritesInFlightBeforeItListsGroupsAsOfAnInstant() throws SQLException {
        countedTally("B12");
        try (var write = InFlightWrite.of(correction("B12"))) {
            var asOf = Instant.now();
            List<Integer> halves = write.endWhenAwaitedBy(
                    () -> groups("?programme=B12&asOf=" + asOf).extract().path("groups.halves"));
            assertEquals(List.of(100), halves);
            reach("B12", "&by=year&asOf=" + asOf).body("totals.reach.best", contains(50));
        }
    }

    @Test
    void listsNoGroupsAsOfAnInstantThatIsNotFinal() throws SQLException {
        countedTally("B13");
        try (var write = InFlightWrite.of(correction("B13"))) {
            assertNotNull(write);
            analyst()
                    .get("/v1/training-statistics/groups?programme=B13&asOf=" + Instant.now())
                    .then()
                    .statusCode(503);
            groups("?programme=B13").body("groups.halves", contains(40));
        }
        analyst()
                .get("/v1/training-statistics/groups?programme=B13&asOf=2999-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("violations.code", contains("OUT_OF_RANGE"));
    }

    private static void countedTally(String programme) {
        tally(
                programme,
                "2009-01-01",
                "2010-01-01",
                "'trainingType':'REACH_TYPE','participants':{'kind':'EXACT','value':20}");
    }

    private static String correction(String programme) {
        return "insert into training_tally select (jsonb_populate_record(t, jsonb_build_object('version', 2, 'reason',"
                + " 'counted again', 'quantity_value', 50, 'recorded_at', clock_timestamp()))).* from training_tally t"
                + " where programme = '" + programme + "'";
    }

    @Test
    void sessionIsInMunicipalityOfRequestedDayAndTallyInNone() {
        var winschoten = plan(
                        "B2",
                        TYPE,
                        "2009-05-01",
                        ",'track':'LOCAL','place':{'scope':'MUNICIPAL','municipalities':['GM0052']}")
                .statusCode(201)
                .extract()
                .header("Location");
        held(winschoten, 9).statusCode(201);
        tally(
                "B2",
                "2009-01-01",
                "2010-01-01",
                "'trainingType':'REACH_TYPE','participants':{'kind':'EXACT','value':5},"
                        + "'place':{'scope':'MUNICIPAL','municipalities':['GM0993']}");
        reach("B2", "&by=period,municipality&boundaries=2011-01-01")
                .body("rows.municipality", contains(null, "GM1895"))
                .body("rows.reach.best", contains(5, 9))
                .body("unallocated", empty());
        reach("B2", "&by=municipality&municipality=GM0052&track=LOCAL").body("rows.reach.best", contains(9));
        reach("B2", "&by=municipality&track=NATIONAL").body("rows", empty());
        reach("B2", "&by=track,intensity,projectId")
                .body("rows.track", contains("LOCAL", null))
                .body("rows.intensity", contains(nullValue(), nullValue()))
                .body("rows.reach.best", contains(9, 5));
        reach("B2", "&track=NOT_STATED").body("totals.reach.best", contains(5));
    }

    @Test
    void addsTallyOverAllTypesOfOtherTargetGroup() {
        tally(
                "B9",
                "2010-01-01",
                "2011-01-01",
                "'trainingType':'REACH_TYPE','participants':{'kind':'EXACT','value':200}");
        tally("B9", "2010-01-01", "2011-01-01", "'targetGroup':'OTHER','participants':{'kind':'EXACT','value':100}");
        reach("B9", "").body("totals[0].reach.best", equalTo(300));
        tally("B10", "2010-01-01", "2011-01-01", "'targetGroup':'OTHER','participants':{'kind':'EXACT','value':100}");
        reach("B10", "").body("totals[0].reach.best", equalTo(100));
    }

    @Test
    void doesNotAddTallyOverAllTypesToTallyItMayHold() {
        tally(
                "B11",
                "2010-01-01",
                "2011-01-01",
                "'trainingType':'REACH_TYPE','participants':{'kind':'EXACT','value':200}");
        tally(
                "B11",
                "2010-01-01",
                "2011-01-01",
                "'targetGroup':'STUDENTS','participants':{'kind':'EXACT','value':300}");
        reach("B11", "")
                .body("rows[0].reach", nullValue())
                .body("totals[0].reach", nullValue())
                .body("notes.find { it.code == 'OVERLAPPING_TALLIES' }.count", equalTo(2));
    }

    @Test
    void answersCallersWithSameRightsAlike() {
        countedTally("rights");
        held(planned("rights", TYPE, "2012-03-01"), 12).statusCode(201);
        for (var path : List.of("?programme=rights", "/csv?programme=rights&by=targetGroup")) {
            AnswersByRights.areTheSame(
                    TrainingAccess.READ_RESULT_STATISTICS,
                    List.of(TrainingAccess.READ_TRAININGS, TrainingAccess.READ_TRAINING_RESULTS),
                    token -> given().auth()
                            .oauth2(token)
                            .get("/v1/training-statistics/reach" + path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString());
        }
    }

    @Test
    void answersFiguresAsOfMoment() {
        tally(
                "then",
                "2007-01-01",
                "2008-01-01",
                "'trainingType':'REACH_TYPE','participants':{'kind':'EXACT','value':20}");
        var first = get("/v1/training-tallies?programme=then").extract().<String>path("items[0].recordedAt");
        held(planned("then", TYPE, "2012-03-01"), 12).statusCode(201);
        reach("then", "&by=targetGroup").body("totals.reach.best", contains(32));
        reach("then", "&by=targetGroup&asOf=" + first).body("totals.reach.best", contains(20));
        reach("then", "&asOf=2012-01-01T00:00:00Z").body("totals", empty());
    }

    private static ValidatableResponse reach(String programme, String more) {
        return analyst()
                .get("/v1/training-statistics/reach?programme=" + programme + more)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse groups(String question) {
        return analyst().get("/v1/training-statistics/groups" + question).then().statusCode(200);
    }
}
