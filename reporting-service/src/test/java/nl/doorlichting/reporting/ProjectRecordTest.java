package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.UUID;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class ProjectRecordTest {
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
}
