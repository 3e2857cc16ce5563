package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static nl.doorlichting.training.TrainingApi.plan;
import static nl.doorlichting.training.TrainingApi.tally;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.training.evaluations.EvaluationCodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluations are summed, stated ratings are beside them, and ratings are never averaged. */
@QuarkusTest
class RatingStatisticsTest {
    private static final String TYPE = "RATED_TYPE";

    @Inject
    EvaluationCodes codes;

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @BeforeEach
    void trainingType() {
        type(TYPE, "OTHER");
    }

    @Test
    void sumsAnswersInTotalAndInNoRow() {
        session("RS1", "'actionLine':'PREVENTION'", 8, 8, 8, 8, 8);
        session("RS1", "'actionLine':'PROACTION'", 6, 6, 6, 6, 6);
        tally("RS1", "2011-01-01", "2012-01-01", "'actionLine':'PREVENTION','rating':{'mean':7,'n':3}");
        ratings("RS1", "")
                .body("rows", hasSize(1))
                .body("rows[0].actionLine", is("PREVENTION"))
                .body("rows[0]", not(hasKey("track")))
                .body("rows[0].figures.evaluations", nullValue())
                .body("rows[0].figures.ratings.mean", contains(7))
                .body("totals[0].evaluations.mean", is(7.0f))
                .body("totals[0].evaluations.n", is(10))
                .body("totals[0].evaluations.responseRate", is(1.0f))
                .body("notes.code", contains("RATING_NOT_SHOWN"));
        ratings("RS1", "&from=2011-01-01&until=2012-01-01").body("totals[0].evaluations.n", is(10));
        ratings("RS1", "&until=2011-01-01").body("totals[0].evaluations", nullValue());
    }

    @Test
    void hidesFewAnswers() {
        session("RS2", "'track':'LOCAL'", 9, 9, 9, 9);
        session("RS2", "'track':'NATIONAL'", 9, 9, 9, 9);
        ratings("RS2", "&by=track")
                .body("totals[0].evaluations", nullValue())
                .body("notes.code", contains("EVALUATIONS_SUPPRESSED", "RATING_NOT_SHOWN"));
    }

    @Test
    void showsStatedRatingsSideBySide() {
        var programme = "RS3";
        tally(programme, "2007-01-01", "2012-01-01", "'rating':{'meanLowest':7.5,'meanHighest':8}");
        tally(programme, "2009-01-01", "2010-01-01", "'trainingType':'RATED_TYPE','rating':{'mean':7,'n':12}");
        tally(programme, "2010-01-01", "2011-01-01", "'trainingType':'RATED_TYPE','rating':{'mean':8,'n':3}");
        ratings(programme, "")
                .body("rows", hasSize(1))
                .body("rows[0]", hasKey("actionLine"))
                .body("rows[0].actionLine", nullValue())
                .body("rows[0].figures.evaluations", nullValue())
                .body("rows[0].figures.ratings.trainingType", contains(null, TYPE))
                .body("rows[0].figures.ratings[0].mean", nullValue())
                .body("rows[0].figures.ratings[0].meanLowest", is(7.5f))
                .body("rows[0].figures.ratings[0].n", nullValue())
                .body("rows[0].figures.ratings[1].mean", is(8))
                .body("notes.code", contains("OTHER_RATINGS"))
                .body("notes[0].count", is(1));
        ratings(programme, "&from=2009-01-01&until=2010-01-01")
                .body("rows[0].figures.ratings.mean", contains(7))
                .body("notes.code", contains("PARTIAL_OVERLAP"));
    }

    @Test
    void trainingsStateNoInterventionType() {
        tally("RS4", "2007-01-01", "2008-01-01", "'rating':{'mean':7,'n':12}");
        ratings("RS4", "&by=interventionType").body("rows.interventionType", contains(nullValue()));
        ratings("RS4", "&interventionType=AWARENESS").body("rows", empty());
    }

    @Test
    void ratingsAreByWhatTalliesState() {
        tally(
                "RS6",
                "2010-01-01",
                "2011-01-01",
                "'organisationId':'NUANSA','track':'LOCAL','rating':{'mean':7,'n':12}");
        tally("RS6", "2011-01-01", "2012-01-01", "'rating':{'mean':8,'n':3}");
        ratings("RS6", "&by=year,organisationId")
                .body("rows.year", contains(2010, 2011))
                .body("rows.organisationId", contains("NUANSA", null));
        ratings("RS6", "&by=roundId,projectId").body("rows.roundId", contains(nullValue()));
        ratings("RS6", "&track=LOCAL,NATIONAL")
                .body("totals[0].ratings.mean", contains(7))
                .body("notes.code", contains("NOT_STATED"));
        ratings("RS6", "&track=NOT_STATED&year=2011").body("totals[0].ratings.mean", contains(8));
        ratings("RS6", "&asOf=2011-01-01T00:00:00Z").body("rows", empty());
        ratings("RS6", "&from=2011-06-01").body("notes.code", contains("PARTIAL_OVERLAP"));
        ratings("RS6", "&from=2011-06-01&track=LOCAL").body("notes.code", contains("NOTHING_RECORDED"));
    }

    @Test
    void evaluationsTakeNoEarlierMomentAndNoMap() {
        session("RS7", "'actionLine':'PREVENTION'", 8, 8, 8, 8, 8);
        ratings("RS7", "").body("totals[0].evaluations.n", is(5));
        ratings("RS7", "&asOf=2011-01-01T00:00:00Z")
                .body("totals[0].evaluations", nullValue())
                .body("notes.code", contains("RATING_NOT_SHOWN"));
        ratings("RS7", "&boundaries=2011-01-01")
                .body("totals[0].evaluations", nullValue())
                .body("notes.code", contains("RATING_NOT_SHOWN"));
    }

    @Test
    void usesMunicipalitiesOfRequestedMap() {
        var place = "'place':{'scope':'MUNICIPAL','municipalities':['%s']},'rating':{'mean':7}";
        tally("RS5", "2011-01-01", "2012-01-01", place.formatted("GM0988"));
        tally("RS5", "2011-01-01", "2012-01-01", place.formatted("GM0599"));
        ratings("RS5", "&by=municipality&boundaries=2011-01-01")
                .body("rows.municipality", contains("GM0599", "GM0988"))
                .body("totals[0].evaluations", nullValue());
        ratings("RS5", "&by=municipality&municipality=GM0988").body("rows.municipality", contains("GM0988"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"by=intensity", "by=", "from=2010-01-01&until=2010-01-01", "province=PV99", "x=1"})
    void refusesInvalidQuery(String query) {
        TrainingApi.analyst()
                .get("/v1/training-statistics/ratings?" + query)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.TRAINING_COORDINATOR, Role.GRANTEE, Role.PROFESSIONAL})
    void refusesCallerWithoutReportRight(String role) {
        TrainingApi.as(role).get("/v1/training-statistics/ratings").then().statusCode(403);
    }

    private static ValidatableResponse ratings(String programme, String more) {
        return TrainingApi.analyst()
                .get("/v1/training-statistics/ratings?programme=" + programme + more)
                .then()
                .statusCode(200);
    }

    private void session(String programme, String fields, int... ratings) {
        var location = plan(programme, TYPE, "2011-05-01", "," + fields)
                .statusCode(201)
                .extract()
                .header("Location");
        var drawn = draw(location, ratings.length);
        for (var i = 0; i < ratings.length; i++) {
            given().contentType(ContentType.JSON)
                    .body("{\"code\":\"" + drawn.get(i) + "\",\"rating\":" + ratings[i] + "}")
                    .post(location + "/evaluations")
                    .then()
                    .statusCode(201);
        }
    }

    private List<String> draw(String location, int number) {
        var id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        return QuarkusTransaction.requiringNew().call(() -> codes.issue(id, number));
    }
}
