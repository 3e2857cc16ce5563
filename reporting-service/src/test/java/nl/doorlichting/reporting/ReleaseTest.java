package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.restassured.response.ValidatableResponse;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a programme of its own. */
@ReportingServiceTest
@WithTestResource(TrainingStub.class)
class ReleaseTest {
    private static final String PATH = "/v1/releases";

    TrainingStub training;

    @BeforeEach
    void noTrainings() {
        training.answerNothing();
    }

    @Test
    void publishesFiguresOfOneInstant() {
        Api.record(Observation.of("RL1").reach(123));
        var release = prepare("RL1", "")
                .statusCode(201)
                .body("state", equalTo("PREPARED"))
                .body("name", nullValue())
                .body("tables.name", hasItem("reach-by-period-and-target-group"))
                .body("tables.report", hasItem("training"))
                .body("allowedActions", contains("discarding"))
                .extract()
                .header("Location");
        Api.record(Observation.of("RL1").reach(1000));
        publish(release).statusCode(200).body("state", equalTo("PUBLISHED")).body("name", not(nullValue()));
        report("RL1", "")
                .statusCode(200)
                .body("rows.reach.best", contains(123))
                .body("rows[0].period.code", equalTo("2011"))
                .body("totals[0].reach.best", equalTo(123))
                .body("additive", equalTo(true))
                .body("release.programme", equalTo("RL1"));
        report("RL1", "&by=period,track,actionLine")
                .body("additive", equalTo(false))
                .body("rows[0].reach.disclosure", equalTo("ROUNDED_5"));
    }

    static ValidatableResponse prepare(String programme, String fields) {
        return Api.analyst()
                .body("{\"programme\":\"" + programme + "\",\"certainty\":\"PROVISIONAL\"" + fields + "}")
                .post(PATH)
                .then();
    }

    static ValidatableResponse publish(String release) {
        return Api.named("reviewer of releases", Role.REVIEWER)
                .post(release + "/publication")
                .then();
    }

    static ValidatableResponse report(String programme, String query) {
        return Api.anonymous()
                .get("/v1/released-reports/reach?programme=" + programme + query)
                .then();
    }
}
