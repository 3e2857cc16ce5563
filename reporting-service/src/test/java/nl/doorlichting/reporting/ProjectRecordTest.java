package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.UUID;
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
    void readsOnlyKindsOfRecordsThatTheProjectHas() {
        var project = UUID.randomUUID();
        assertEquals(1, statements(() -> read(project)));
        Api.record(Observation.of("few").with("projectId", "\"" + project + "\""));
        assertEquals(2, statements(() -> read(project)));
        Api.create(
                "/v1/lessons",
                "{\"programme\":\"L\",\"kind\":\"DO\",\"title\":\"t\",\"source\":\"s\",\"projectId\":\"" + project
                        + "\"}");
        // And its translations.
        assertEquals(4, statements(() -> read(project)));
        // Its version, its remarks, and whether the caller wrote it.
        Api.begin(Report.of("few", Api.round("few", project.toString().substring(0, 8)), project));
        assertEquals(8, statements(() -> read(project)));
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
