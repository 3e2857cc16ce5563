package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.held;
import static nl.doorlichting.training.TrainingApi.plan;
import static nl.doorlichting.training.TrainingApi.planned;
import static nl.doorlichting.training.TrainingApi.tally;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.doorlichting.training.evaluations.EvaluationCodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statistics by every dimension and with every filter. */
@QuarkusTest
class TrainingDimensionsTest {
    private static final String TYPE = "DIMENSION_TYPE";
    private static final String OTHER_TYPE = "DIMENSION_TYPE_2";
    private static final String IN_VENLO = ",'place':{'scope':'MUNICIPAL','municipalities':['GM0983']}";
    private static final String IN_UTRECHT = ",'place':{'scope':'MUNICIPAL','municipalities':['GM0344']}";
    private static final String IN_BOTH = ",'place':{'scope':'MUNICIPAL','municipalities':['GM0983','GM0344']}";

    @Inject
    DataSource database;

    @Inject
    EvaluationCodes codes;

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
    void figureOverSeveralYearsIsInNoYear() {
        heldIn("DIM1", "2010-05-01", "", 10);
        heldIn("DIM1", "2010-11-01", "", 5);
        planned("DIM1", TYPE, "2011-05-01");
        tally("DIM1", "2006-01-01", "2008-01-01", "'trainingType':'DIMENSION_TYPE','sessions':{'held':3}");
        statistics("DIM1", "&by=year")
                .body("dimensions", contains("year"))
                .body("rows.year", contains(2010, 2011, null))
                .body("rows.sessions.held", contains(2, 0, 3))
                .body("rows.sessions.planned", contains(2, 1, null))
                .body("rows[0].participants.best", equalTo(15))
                .body("rows[0]", not(hasKey("trainingType")))
                .body("$", not(hasKey("registerVersion")))
                .body("totals[0].sessions.held", equalTo(5))
                .body("notes", empty());
    }

    @Test
    void doesNotDivideSessionOverMunicipalities() {
        heldIn("DIM2", "2010-05-01", IN_VENLO, 10);
        heldIn("DIM2", "2011-05-01", IN_VENLO, 4);
        heldIn("DIM2", "2010-05-01", IN_UTRECHT, 20);
        heldIn("DIM2", "2010-06-01", IN_BOTH, 40);
        heldIn("DIM2", "2010-06-01", "", 80);
        statistics("DIM2", "&by=municipality")
                .body("rows.municipality", contains("GM0344", "GM0983", null))
                .body("rows.participants.best", contains(20, 14, 120))
                .body("totals[0].participants.best", equalTo(154))
                .body("notes.code", contains("SEVERAL_PLACES"))
                .body("notes[0].count", equalTo(1));
        statistics("DIM2", "&by=province,year")
                .body("rows.year", contains(2010, 2010, 2010, 2011))
                .body("rows.province", contains("PV26", "PV31", null, "PV31"))
                .body("registerVersion", notNullValue());
        statistics("DIM2", "&by=year&municipality=GM0983").body("rows.participants.best", contains(10, 4));
        statistics("DIM2", "&by=trainingType&province=PV31&from=2010-01-01&until=2011-01-01")
                .body("rows.participants.best", contains(10))
                .body("totals[0].participants.best", equalTo(10));
        statistics("DIM2", "&by=municipality&from=2010-05-01&until=2010-05-02")
                .body("rows.participants.best", contains(20, 10));
    }

    @Test
    void tallyIsInNoMunicipality() {
        heldIn("DIM3", "2010-05-01", IN_VENLO, 10);
        tally(
                "DIM3",
                "2012-01-01",
                "2013-01-01",
                "'trainingType':'DIMENSION_TYPE','participants':{'kind':'EXACT','value':7},"
                        + "'place':{'scope':'MUNICIPAL','municipalities':['GM0983']}");
        statistics("DIM3", "&by=municipality")
                .body("rows.municipality", contains("GM0983", null))
                .body("rows.participants.best", contains(10, 7))
                .body("totals[0].participants.best", equalTo(17))
                .body("notes", empty());
        statistics("DIM3", "&by=municipality&municipality=GM0983").body("totals[0].participants.best", equalTo(17));
        statistics("DIM3", "&by=municipality&municipality=GM0344").body("rows", empty());
    }

    @Test
    void plannedSessionHasTargetGroupOfItsType() {
        heldIn("DIM4", "2010-05-01", "", 10);
        planned("DIM4", OTHER_TYPE, "2010-05-01");
        statistics("DIM4", "&by=targetGroup")
                .body("rows.targetGroup", contains("OTHER", "STUDENTS"))
                .body("rows.sessions.planned", contains(1, 1));
        statistics("DIM4", "&by=targetGroup,trainingType&targetGroup=STUDENTS")
                .body("rows.trainingType", contains(OTHER_TYPE))
                .body("totals[0].sessions.held", equalTo(0));
        statistics("DIM4", "&trainingType=" + TYPE).body("rows.trainingType", contains(TYPE));
    }

    @Test
    void typeWithoutPhenomenonIsInNone() throws SQLException {
        heldIn("DIM5", "2010-05-01", "", 10);
        try (var connection = database.getConnection()) {
            RollCallFixture.execute(
                    connection,
                    "update training_type set phenomenon = 'RIGHT_WING_EXTREMISM' where code = 'DIMENSION_TYPE_2'");
        }
        held(planned("DIM5", OTHER_TYPE, "2010-05-02"), 3).statusCode(201);
        statistics("DIM5", "&by=phenomenon")
                .body("rows.phenomenon", contains("RIGHT_WING_EXTREMISM", null))
                .body("rows.participants.best", contains(3, 10));
        statistics("DIM5", "&phenomenon=RIGHT_WING_EXTREMISM").body("rows.trainingType", contains(OTHER_TYPE));
        statistics("DIM5", "&phenomenon=POLARISATION").body("rows", empty());
    }

    @Test
    void onlyRollCallsCountByProfession() throws SQLException {
        var one = plan("DIM6", TYPE, "2010-05-01", IN_VENLO).extract().header("Location");
        var other = plan("DIM6", TYPE, "2011-05-01", "").extract().header("Location");
        RollCallFixture.called(database, one, 12, Map.of("POLICE", 7, "EDUCATION", 3));
        RollCallFixture.called(database, other, 4, Map.of("POLICE", 4));
        heldIn("DIM6", "2010-05-01", "", 100);
        tally("DIM6", "2008-01-01", "2009-01-01", "'trainingType':'DIMENSION_TYPE','sessions':{'held':3}");
        statistics("DIM6", "&by=profession")
                .body("rows.profession", contains("EDUCATION", "POLICE", null))
                .body("rows.participants.best", contains(3, 11, 2))
                .body("rows.sessions.held", contains(1, 2, 1))
                .body("totals[0].sessions.held", equalTo(2))
                .body("totals[0].participants.best", equalTo(16))
                .body("notes.code", contains("NOT_BY_PROFESSION"))
                .body("notes[0].count", equalTo(2));
        statistics("DIM6", "&by=year,profession&municipality=GM0983")
                .body("rows.year", contains(2010, 2010, 2010))
                .body("totals[0].participants.best", equalTo(12));
        statistics("DIM6", "").body("totals[0].participants.best", equalTo(116));
        var both = plan("DIM6", TYPE, "2011-06-01", IN_BOTH).extract().header("Location");
        RollCallFixture.called(database, both, 9, Map.of("POLICE", 5, "EDUCATION", 4));
        statistics("DIM6", "&by=municipality,profession")
                .body("totals[0].participants.best", equalTo(25))
                .body("notes.code", contains("SEVERAL_PLACES", "NOT_BY_PROFESSION"))
                .body("notes[0].count", equalTo(1));
    }

    @Test
    void filtersSessionsOfProject() {
        var project = UUID.randomUUID();
        heldIn("DIM7", "2010-05-01", ",'projectId':'" + project + "'", 10);
        heldIn("DIM7", "2010-05-01", "", 5);
        tally("DIM7", "2008-01-01", "2009-01-01", "'trainingType':'DIMENSION_TYPE','sessions':{'held':3}");
        statistics("DIM7", "&projectId=" + project)
                .body("totals[0].participants.best", equalTo(10))
                .body("totals[0].sessions.held", equalTo(1));
    }

    @Test
    void showsEvaluationsBesideRatings() {
        var session = planned("DIM8", TYPE, "2010-05-01");
        held(session, 8).statusCode(201);
        evaluate(session, 8, 6, "'rating':7,'applicable':true");
        statistics("DIM8", "")
                .body("rows[0].rating.mean", equalTo(7.0f))
                .body("rows[0].rating.n", equalTo(5))
                .body("rows[0].rating.source", equalTo("evaluations"))
                .body("rows[0].evaluations.responseRate", equalTo(0.63f))
                .body("rows[0].evaluations.applicable", equalTo(1.0f))
                .body("rows[0].evaluations.knowledgeGained", nullValue())
                .body("totals[0].rating", nullValue())
                .body("totals[0].evaluations.n", equalTo(5));
        tally("DIM8", "2008-01-01", "2009-01-01", "'trainingType':'DIMENSION_TYPE','rating':{'mean':8}");
        statistics("DIM8", "").body("rows[0].rating.mean", equalTo(8)).body("rows[0].evaluations.mean", equalTo(7.0f));
    }

    @Test
    void noOtherFigureRevealsSuppressedRow() {
        var session = planned("DIM9", TYPE, "2010-05-01");
        var other = planned("DIM9", OTHER_TYPE, "2010-05-01");
        evaluate(session, 8, 6, "'rating':7");
        evaluate(other, 8, 4, "'rating':1");
        statistics("DIM9", "")
                .body("rows[1].rating", nullValue())
                .body("rows[1].evaluations.suppressed", equalTo(true))
                .body("rows[1].evaluations.n", nullValue())
                .body("rows[1].evaluations.mean", nullValue())
                .body("totals[0].evaluations.n", equalTo(5))
                .body("totals[0].evaluations.mean", equalTo(7.0f))
                .body("notes.code", contains("EVALUATIONS_SUPPRESSED"));
    }

    @Test
    void comparesTallyOfPartialMonthWithDays() {
        heldIn("DIM10", "2010-05-03", "", 10);
        tally("DIM10", "2010-05-04", "2010-06-01", "'trainingType':'DIMENSION_TYPE','sessions':{'held':3}");
        statistics("DIM10", "").body("totals[0].sessions.held", equalTo(4)).body("notes", empty());
        heldIn("DIM10", "2010-05-04", ",'includedIn':'UNKNOWN'", 10);
        statistics("DIM10", "")
                .body("totals[0].sessions.held", equalTo(4))
                .body("notes.code", contains("INCLUSION_UNKNOWN"));
    }

    @Test
    void refusesInvalidQuery() {
        analyst()
                .get("/v1/training-statistics?by=year,month&province=PV99&municipality=GM9999")
                .then()
                .statusCode(400)
                .body("violations.name", contains("by", "municipality", "province"));
    }

    private void evaluate(String session, int drawn, int answers, String fields) {
        var id = UUID.fromString(session.substring(session.lastIndexOf('/') + 1));
        List<String> given = QuarkusTransaction.requiringNew().call(() -> codes.issue(id, drawn));
        given.subList(0, answers)
                .forEach(code -> io.restassured.RestAssured.given()
                        .contentType(ContentType.JSON)
                        .body("{'code':'%s',%s}".formatted(code, fields).replace('\'', '"'))
                        .post(session + "/evaluations")
                        .then()
                        .statusCode(201));
    }

    private static void heldIn(String programme, String date, String place, int participants) {
        var session =
                plan(programme, TYPE, date, place).statusCode(201).extract().header("Location");
        held(session, participants).statusCode(201);
    }

    private static ValidatableResponse statistics(String programme, String more) {
        return analyst()
                .get("/v1/training-statistics?programme=" + programme + more)
                .then()
                .statusCode(200);
    }
}
