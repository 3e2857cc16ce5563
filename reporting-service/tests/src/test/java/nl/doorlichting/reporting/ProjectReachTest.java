package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.Test;

/** The reach of each project is that of reach by project, with its intensity and without a limit of rows. */
@ReportingServiceTest
class ProjectReachTest {
    private static final String REACH = "/v1/reach-statistics/projects?programme=";

    // Of this test, because a project has one figure of the same group and days. The first sorts before the second.
    private final String first = "0" + UUID.randomUUID().toString().substring(1);
    private final String second = "7" + UUID.randomUUID().toString().substring(1);

    @Test
    void sumsFiguresOfEachProject() {
        Api.record(of("sums", first).with("intensity", "\"COURSE\"").reach(10));
        Api.record(of("sums", first)
                .with("intensity", "\"COURSE\"")
                .with("targetGroup", "\"OTHER\"")
                .with("reach", "{\"kind\":\"RANGE\",\"minimum\":1,\"maximum\":2}"));
        Api.record(of("sums", second).with("intensity", "\"COURSE\"").reach(5));
        Api.record(of("sums", second).with("intensity", "\"EVENT\"").reach(7));
        Api.record(Observation.of("sums").reach(99));

        reach("sums")
                .body("projects.projectId", contains(first, second))
                .body("projects.reach.best", contains(12, 12))
                .body("projects.bestHalves", contains(23, 24))
                .body("projects[0].reach.lowest", equalTo(11))
                .body("projects.intensity", contains("COURSE", null))
                .body("projects.overlapping", contains(false, false));
        assertEquals(
                Api.statistics("by=projectId&programme=sums")
                        .extract()
                        .<List<Integer>>path("rows.findAll { it.projectId != null }.reach.best"),
                reach("sums").extract().path("projects.reach.best"));
    }

    @Test
    void hasNoIntensityWhereFigureStatesNone() {
        Api.record(of("unstated", first).with("intensity", "\"COURSE\"").reach(10));
        Api.record(of("unstated", first).reach(20));

        reach("unstated").body("projects[0].reach.best", equalTo(30)).body("projects[0].intensity", nullValue());
    }

    @Test
    void marksProjectsThatMayCountSamePeople() {
        var one = Api.record(of("shared", first).reach(10));
        Api.record(of("shared", second)
                .reach(20)
                .with("overlaps", "[\"" + one.substring(one.lastIndexOf('/') + 1) + "\"]"));
        var own = Api.record(of("own", first).period("2010-01-01", "2011-01-01").reach(10));
        Api.record(of("own", first)
                .period("2010-01-01", "2011-01-01")
                .reach(20)
                .with("targetGroup", "\"OTHER\"")
                .with("overlaps", "[\"" + own.substring(own.lastIndexOf('/') + 1) + "\"]"));

        reach("shared").body("projects.overlapping", contains(true, true));
        reach("own").body("projects.overlapping", contains(false)).body("projects[0].reach.lowest", equalTo(20));
    }

    @Test
    void countsFiguresInsideDaysAskedForAndLinksThem() {
        Api.record(of("days", first).reach(10));
        Api.record(of("days", first).period("2010-01-01", "2011-01-01").reach(20));

        var asked = reach("days&from=2011-01-01&until=2012-01-01").body("projects[0].reach.best", equalTo(10));
        Api.analyst()
                .urlEncodingEnabled(false)
                .get(asked.extract().<String>path("projects[0].observations"))
                .then()
                .statusCode(200)
                .body("items.reach.value", contains(10));
        reach("days&asOf=2010-01-01T00:00:00Z").body("projects", empty());
        Api.analyst()
                .get(REACH + "days&from=2012-01-01&until=2011-01-01")
                .then()
                .statusCode(400);
        Api.analyst().get("/v1/reach-statistics/projects").then().statusCode(400);
    }

    @Test
    void leavesOutLinksThatCallerMayNotRead() {
        Api.record(of("roles", first).reach(10));

        reach("roles").body("projects[0].observations", notNullValue());
        Api.named("manager", Role.PROGRAMME_MANAGER)
                .get(REACH + "roles")
                .then()
                .statusCode(200)
                .body("projects[0].reach.best", equalTo(10))
                .body("projects[0].observations", nullValue());
        Api.researcher().get(REACH + "roles").then().statusCode(403);
    }

    private static Observation of(String programme, String project) {
        return Observation.of(programme).with("projectId", "\"" + project + "\"");
    }

    private static ValidatableResponse reach(String query) {
        return Api.analyst().get(REACH + query).then().statusCode(200);
    }
}
