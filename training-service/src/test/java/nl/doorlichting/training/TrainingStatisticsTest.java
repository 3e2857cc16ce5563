package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.tally;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import nl.doorlichting.kernel.testing.PostgresResource;
import nl.doorlichting.kernel.testing.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "training"))
class TrainingStatisticsTest {
    private static final String PROFESSIONALS = "PROFESSIONALS_AND_OFFICIALS";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    /** The figures of policy review 25.1, lines 1045-1077; its rows add to one more than it prints. */
    @Test
    void firstDataSetGivesThePrintedTable() {
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

        analyst()
                .get("/v1/training-statistics?programme=" + programme)
                .then()
                .statusCode(200)
                .body("dimensions", contains("trainingType"))
                .body(
                        "rows.trainingType",
                        contains("MANAGER_SESSION", "PROFESSIONALS", "GUEST_LECTURE", "OTHER", "LONE_ACTOR", null))
                .body("rows.sessions.held", contains(20, 25, 25, 40, 21, null))
                .body("rows.sessions.planned", contains(null, null, null, null, 40, null))
                .body("rows.participants.best", contains(162, 457, 2000, 1000, 357, null))
                .body("rows[5].rating.mean", nullValue())
                .body("rows[5].rating.n", nullValue())
                .body("rows[5].rating.meanLowest", equalTo(7.5f))
                .body("rows[5].rating.meanHighest", equalTo(8))
                .body("rows[5].rating.source", equalTo("test"))
                .body("totals", hasSize(1))
                .body("totals[0].sessions.held", equalTo(131))
                .body("totals[0].sessions.planned", equalTo(40))
                .body("totals[0].participants.best", equalTo(3976))
                .body("totals[0].participants.observations.exact", equalTo(5))
                .body("totals[0].rating", nullValue())
                .body("notes", empty());
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
