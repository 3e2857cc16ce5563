package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.caller.Role;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class ProjectRecordTest {
    @Inject
    EntityManagerFactory entities;

    @Test
    void returnsAllRecordsOfProject() {
        var project = UUID.randomUUID();
        var own = ",\"projectId\":\"" + project + "\",\"organisationId\":\"OWN-R\"";
        var other = own.replace("OWN-R", "OTHER-R");
        Api.begin(Report.of("record", Api.round("record", project.toString().substring(0, 8)), project));
        Api.record(Observation.of("record").with("projectId", "\"" + project + "\""));
        Api.create("/v1/effect-judgements", EffectJudgementTest.judgement(own));
        Api.create("/v1/effect-judgements", EffectJudgementTest.judgement(other));
        Api.create("/v1/lessons", "{\"programme\":\"L\",\"kind\":\"DO\",\"title\":\"t\",\"source\":\"s\"" + own + "}");
        Api.create(
                "/v1/products",
                "{\"programme\":\"L\",\"kind\":\"GUIDE\",\"name\":\"n\",\"source\":\"s\"" + other + "}");
        Api.create(
                "/v1/embeddings",
                "{\"programme\":\"L\",\"subject\":\"x\",\"statedOn\":\"2012-01-01\",\"status\":\"SECURED\",\"source\":\"s\""
                        + own + "}");
        Api.analyst()
                .get("/v1/project-records/" + project)
                .then()
                .statusCode(200)
                .body("reports.items", hasSize(1))
                .body("reach.items", hasSize(1))
                .body("indicators.items", empty())
                .body("effectJudgements.items", hasSize(2))
                .body("lessons.items", hasSize(1))
                .body("products.items", hasSize(1))
                .body("embeddings.items", hasSize(1))
                .body("lessons.links.self", equalTo("/v1/lessons?projectId=" + project + "&pageSize=200"));
        Api.grantee("OWN-R")
                .get("/v1/project-records/" + project)
                .then()
                .statusCode(200)
                .body("reports.items", empty())
                .body("effectJudgements.items", hasSize(1))
                .body("products.items", empty());
    }

    @Test
    void returnsEmptyListsForUnknownProject() {
        Api.analyst()
                .get("/v1/project-records/" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("lessons.items", empty());
        Api.anonymous().get("/v1/project-records/" + UUID.randomUUID()).then().statusCode(401);
        Api.analyst().get("/v1/project-records/none").then().statusCode(400);
    }

    @Test
    void sumsReachOfProjectAlone() {
        var project = UUID.randomUUID();
        var of = "\"" + project + "\"";
        Api.record(Observation.of("sums").with("projectId", of));
        Api.record(Observation.of("sums").with("projectId", of).with("targetGroup", "\"STUDENTS\""));
        Api.record(Observation.of("sums").with("projectId", "\"" + UUID.randomUUID() + "\""));
        Api.record(Observation.of("sums"));
        var sums = Api.analyst()
                .get("/v1/reach-statistics?by=targetGroup&programme=sums&projectId=" + project)
                .then()
                .statusCode(200)
                .extract();
        List<Object> rows = sums.path("rows.reach");
        assertEquals(2, rows.size());
        read(project)
                .body("reachSums.rows.reach", equalTo(rows))
                .body("reachSums.total", equalTo(sums.path("totals[0].reach")));
        Api.named("manager", Role.PROGRAMME_MANAGER)
                .get("/v1/project-records/" + project + "/reach-sums")
                .then()
                .statusCode(200)
                .body("rows.reach", equalTo(rows))
                .body("notes.code", not(hasItem("NOT_STATED")));
        read(UUID.randomUUID()).body("reachSums.rows", empty()).body("reachSums.total", nullValue());
        Api.analyst()
                .get("/v1/project-records/" + UUID.randomUUID() + "/reach-sums")
                .then()
                .statusCode(200)
                .body("rows", empty())
                .body("notes", empty());
        Api.grantee("OTHER-R")
                .get("/v1/project-records/" + project + "/reach-sums")
                .then()
                .statusCode(403);
    }

    @Test
    void tellsWhatCountsFromWhatDoesNot() {
        var project = UUID.randomUUID();
        var of = "\"" + project + "\"";
        var report = Api.begin(
                Report.of("counted", Api.round("counted", project.toString().substring(0, 8)), project));
        var id = report.substring(report.lastIndexOf('/') + 1);
        Api.record(Observation.of("counted").with("projectId", of));
        Api.record(Observation.of("counted")
                .with("projectId", of)
                .with("targetGroup", "\"STUDENTS\"")
                .period("2010-01-01", "2011-01-01")
                .with("reportId", "\"" + id + "\""));
        read(project).body("reach.items.counted", contains(true, false)).body("reachSums.rows.targetGroup", hasSize(1));
        Api.take(report, "submission", "approval");
        read(project).body("reach.items.counted", contains(true, true)).body("reachSums.rows.targetGroup", hasSize(2));
    }

    @Test
    void readsRecordsOfAMoment() {
        var project = UUID.randomUUID();
        var of = "\"" + project + "\"";
        var lesson = "{\"programme\":\"L\",\"kind\":\"DO\",\"title\":\"%s\",\"source\":\"s\",\"projectId\":" + of + "}";
        var observation = Api.record(Observation.of("moment").with("projectId", of));
        Api.create("/v1/lessons", lesson.formatted("first"));
        Api.begin(Report.of("moment", Api.round("moment", project.toString().substring(0, 8)), project));
        var then = Instant.now();
        Api.create("/v1/lessons", lesson.formatted("second"));
        Api.researcher()
                .body("{\"reason\":\"counted twice\"}")
                .post(observation + "/withdrawal")
                .then()
                .statusCode(200);
        Api.create(
                "/v1/embeddings",
                "{\"programme\":\"L\",\"subject\":\"x\",\"statedOn\":\"2012-01-01\","
                        + "\"status\":\"SECURED\",\"source\":\"s\",\"projectId\":" + of + "}");
        read(project)
                .body("lessons.items.title", contains("first", "second"))
                .body("reach.items", empty())
                .body("reachSums.rows", empty())
                .body("embeddings.items", hasSize(1));
        var past = Api.analyst()
                .get("/v1/project-records/" + project + "?asOf=" + then)
                .then()
                .statusCode(200)
                .body("reports.items", hasSize(1))
                .body("lessons.items.title", contains("first"))
                .body("lessons.items.allowedActions", contains(empty()))
                .body("lessons.links.self", endsWith("&asOf=" + then))
                .body("reach.items.id", contains(observation.substring(observation.lastIndexOf('/') + 1)))
                .body("reachSums.rows", hasSize(1))
                .body("embeddings.items", empty())
                .extract();
        Api.analyst()
                .get("/v1/project-records/" + project + "/reach-sums?asOf=" + then)
                .then()
                .statusCode(200)
                .body("total", equalTo(past.path("reachSums.total")));
        Api.analyst()
                .get("/v1/project-records/" + project + "?asOf=2000-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("reports.items", empty())
                .body("lessons.items", empty())
                .body("reachSums.rows", empty());
        for (var path : List.of("", "/reach-sums")) {
            Api.analyst()
                    .get("/v1/project-records/" + project + path + "?asOf=2199-01-01T00:00:00Z")
                    .then()
                    .statusCode(400)
                    .body("violations.name", contains("asOf"))
                    .body("violations.code", contains("OUT_OF_RANGE"));
        }
    }

    @Test
    void readsOnlyKindsOfRecordsThatTheProjectHas() {
        var project = UUID.randomUUID();
        assertEquals(1, statements(() -> read(project)));
        Api.record(Observation.of("few").with("projectId", "\"" + project + "\""));
        // Its observations, which of all overlap, and the sums.
        assertEquals(4, statements(() -> read(project)));
        Api.create(
                "/v1/lessons",
                "{\"programme\":\"L\",\"kind\":\"DO\",\"title\":\"t\",\"source\":\"s\",\"projectId\":\"" + project
                        + "\"}");
        // And its translations.
        assertEquals(6, statements(() -> read(project)));
        // Its version, its remarks, and whether the caller wrote it.
        Api.begin(Report.of("few", Api.round("few", project.toString().substring(0, 8)), project));
        assertEquals(10, statements(() -> read(project)));
    }

    @Test
    void countsRowsThatTheFirstPageDoesNotHold() {
        var project = UUID.randomUUID();
        for (var i = 0; i <= 200; i++) {
            Api.create(
                    "/v1/lessons",
                    "{\"programme\":\"L\",\"kind\":\"DO\",\"title\":\"t\",\"source\":\"s\",\"projectId\":\"" + project
                            + "\"}");
        }
        read(project)
                .body("lessons.items", hasSize(200))
                .body("lessons.total.value", equalTo(201))
                .body("lessons.total.exact", equalTo(true))
                .body("lessons.nextCursor", notNullValue());
    }

    private static ValidatableResponse read(UUID project) {
        return Api.analyst().get("/v1/project-records/" + project).then().statusCode(200);
    }

    /** How many statements this costs the entity manager. */
    private long statements(Runnable request) {
        var statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        var before = statistics.getPrepareStatementCount();
        request.run();
        return statistics.getPrepareStatementCount() - before;
    }
}
