package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.held;
import static nl.doorlichting.training.TrainingApi.planned;
import static nl.doorlichting.training.TrainingApi.post;
import static nl.doorlichting.training.TrainingApi.tally;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why figures of trainings differ between two instants. */
@QuarkusTest
class TrainingChangesTest {
    private static final String TYPE = "CHANGE_TYPE";
    private static final String OTHER_TYPE = "CHANGE_TYPE_2";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @BeforeEach
    void types() {
        type(TYPE, "STUDENTS");
        type(OTHER_TYPE, "OTHER");
    }

    @Test
    void givesNewCorrectedAndMovedTallies() {
        var start = Instant.now();
        tally("C1", "2009-01-01", "2010-01-01", ofType(TYPE) + counted(20));
        var recorded = Instant.now();
        changes("C1", start, recorded)
                .body("changes.reason", contains("NEW"))
                .body("changes[0].trainingType", equalTo(TYPE))
                .body("changes[0].period.from", equalTo("2009-01-01"));
        correctTally("C1", ofType(TYPE) + counted(30));
        var corrected = Instant.now();
        changes("C1", recorded, corrected).body("changes.reason", contains("CORRECTION"));
        correctTally("C1", ofType(OTHER_TYPE) + counted(30));
        changes("C1", corrected, Instant.now())
                .body("changes.reason", everyItem(equalTo("RECLASSIFIED")))
                .body("changes.trainingType", containsInAnyOrder(TYPE, OTHER_TYPE));
        changes("C1", start, Instant.now()).body("changes.reason", contains("NEW"));
        changes("C1", Instant.now(), Instant.now()).body("changes", empty());
    }

    @Test
    void givesNewAndCorrectedHeadCounts() {
        var session = planned("C2", TYPE, "2009-05-01");
        var planned = Instant.now();
        held(session, 12).statusCode(201);
        var counted = Instant.now();
        changes("C2", planned, counted)
                .body("changes.reason", contains("NEW"))
                .body("changes[0].targetGroup", equalTo("STUDENTS"));
        post(
                        session + "/head-count/correction",
                        "{'reason':'counted again','participants':{'kind':'EXACT','value':13}}")
                .statusCode(201);
        changes("C2", counted, Instant.now()).body("changes.reason", contains("CORRECTION"));
    }

    @Test
    void givesPlannedMovedAndCancelledSessions() {
        var start = Instant.now();
        var session = planned("C3", TYPE, LocalDate.now().plusYears(1).toString());
        var planned = Instant.now();
        changes("C3", start, planned).body("changes.reason", contains("NEW"));
        coordinator()
                .header("If-Match", get(session).extract().header("ETag"))
                .contentType("application/merge-patch+json")
                .body("{\"trainingType\":\"" + OTHER_TYPE + "\"}")
                .patch(session)
                .then()
                .statusCode(200);
        var moved = Instant.now();
        changes("C3", planned, moved)
                .body("changes.reason", contains("RECLASSIFIED", "RECLASSIFIED"))
                .body("changes.trainingType", containsInAnyOrder(TYPE, OTHER_TYPE));
        post(session + "/cancellation", "{'reason':'snow'}").statusCode(200);
        changes("C3", moved, Instant.now()).body("changes.reason", everyItem(equalTo("RECLASSIFIED")));
    }

    @Test
    void namesWhatIsMissing() {
        analyst()
                .get("/v1/training-statistics/changes")
                .then()
                .statusCode(400)
                .body("violations.name", containsInAnyOrder("programme", "since", "asOf"));
    }

    private static void correctTally(String programme, String fields) {
        var id = get("/v1/training-tallies?programme=" + programme).extract().<String>path("items[0].id");
        post(
                        "/v1/training-tallies/" + id + "/corrections",
                        "{'reason':'a test','period':{'from':'2009-01-01','until':'2010-01-01'},'source':'test',"
                                + fields + "}")
                .statusCode(201);
    }

    private static String ofType(String type) {
        return "'trainingType':'" + type + "','targetGroup':'STUDENTS',";
    }

    private static String counted(int participants) {
        return "'participants':{'kind':'EXACT','value':" + participants + "}";
    }

    private static ValidatableResponse changes(String programme, Instant since, Instant asOf) {
        return analyst()
                .get("/v1/training-statistics/changes?programme=" + programme + "&since=" + since + "&asOf=" + asOf)
                .then()
                .statusCode(200);
    }
}
