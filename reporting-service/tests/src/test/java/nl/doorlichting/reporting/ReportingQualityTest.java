package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class ReportingQualityTest {
    private static final String QUALITY = "/v1/reporting-quality?programme=";
    private static final String ACCEPTANCES = "/v1/finding-acceptances";
    private static final String PROJECT = "01938f5a-0000-7000-8000-00000000bb02";
    private static final String FINDING = "01938f5a-0000-3000-8000-00000000bb03";

    @Test
    void statesWhatMayBeWrong() {
        Api.create(
                "/v1/effect-judgements",
                record(
                        ",\"verdict\":\"EFFECTIVE\",\"concerns\":\"INTERVENTION_GOAL\",\"assessedBy\":\"x\",\"projectId\":\""
                                + PROJECT + "\""));
        Api.create(
                "/v1/effect-judgements",
                record(",\"verdict\":\"EFFECTIVE\",\"concerns\":\"INTERVENTION_GOAL\",\"assessedBy\":\"x\","
                        + "\"evidenceLevel\":3"));
        Api.create(
                "/v1/embeddings",
                record(",\"subject\":\"a network\",\"statedOn\":\"2011-12-01\",\"status\":\"SECURED\""));
        Api.round("quality", "2010");
        Api.create(
                "/v1/inventory-rounds",
                record(
                        ",\"code\":\"2010-2011\",\"name\":\"R\",\"period\":{\"from\":\"2010-06-01\",\"until\":\"2011-06-01\"}"));
        Api.create(
                "/v1/inventory-rounds",
                record(
                        ",\"code\":\"2012\",\"name\":\"R\",\"period\":{\"from\":\"2012-01-01\",\"until\":\"2013-01-01\"}"));

        Api.record(Observation.of("quality").period("2013-01-01", "2014-01-01"));
        Api.record(Observation.of("quality").period("2013-01-01", "2014-01-01"));

        Api.named("manager", Role.PROGRAMME_MANAGER)
                .get(QUALITY + "quality")
                .then()
                .statusCode(200)
                .body("verdictsAboveEvidence", hasSize(1))
                .body("verdictsAboveEvidence[0].projectId", equalTo(PROJECT))
                .body("verdictsAboveEvidence[0].needed", equalTo(3))
                .body("verdictsAboveEvidence[0].evidenceLevel", nullValue())
                .body("staleEmbeddings.subject", contains("a network"))
                .body("roundOverlaps.round", contains("2010"))
                .body("roundOverlaps.other", contains("2010-2011"))
                .body("reachPeriods.path", contains("/v1/reach-observations"))
                .body("reachPeriods.records", contains(2))
                .body("reachPeriods.period.code", contains("2013"))
                .body("references.projectId", contains(PROJECT))
                .body("references.path", contains("/v1/effect-judgements"))
                .body("references[0].records", equalTo(1))
                .body(
                        "programmeUses.path",
                        containsInAnyOrder("/v1/effect-judgements", "/v1/embeddings", "/v1/inventory-rounds"))
                .body("programmeUses.records", containsInAnyOrder(2, 1, 3))
                .body("audits", empty())
                .body("claims", empty());
        Api.analyst().get("/v1/reporting-quality").then().statusCode(400);
        Api.researcher().get(QUALITY + "quality").then().statusCode(403);
    }

    @Test
    void statesAuditsThatFoundSomethingAndClaims() {
        table("WRONG", "4");
        var right = table("RIGHT", "3");
        var withdrawn = table("WITHDRAWN", "5");
        Api.analyst()
                .body(Map.of("reason", "x"))
                .post(withdrawn + "/withdrawal")
                .then()
                .statusCode(200);
        Api.analyst()
                .body(Map.of(
                        "programme",
                        "audited",
                        "code",
                        "C",
                        "statement",
                        "So much was spent.",
                        "comparison",
                        "VALUE",
                        "relation",
                        "EQUAL",
                        "stated",
                        1,
                        "unit",
                        "EUR",
                        "first",
                        Map.of("report", "FINANCES", "measure", "DISBURSED"),
                        "source",
                        "a test"))
                .post("/v1/claims")
                .then()
                .statusCode(201);

        Api.analyst()
                .get(QUALITY + "audited")
                .then()
                .statusCode(200)
                .body("audits.table", contains("WRONG"))
                .body("audits[0].findings[0].sums[0].difference", equalTo(-1))
                .body("claims.code", contains("C"))
                .body("programmeUses.path", containsInAnyOrder("/v1/published-tables", "/v1/claims"))
                .body("programmeUses.records", containsInAnyOrder(2, 1));
        // Who may read this report may not read claims, of which it states no more than it needs.
        Api.named("manager", Role.PROGRAMME_MANAGER).get("/v1/claims").then().statusCode(403);
        Api.named("manager", Role.PROGRAMME_MANAGER)
                .get(QUALITY + "audited")
                .then()
                .statusCode(200)
                .body("claims[0].statement", equalTo("So much was spent."))
                .body("claims[0].keySet()", not(hasItem("source")))
                .body("claims[0].keySet()", not(hasItem("allowedActions")));
        Api.analyst().get(right + "/audit").then().body("findings", empty());
    }

    @Test
    void auditsEveryTableOfProgramme() {
        for (var i = 0; i < 210; i++) {
            table("many", "T" + i, i % 50 == 0 ? "4" : "3");
        }

        Api.analyst()
                .get(QUALITY + "many")
                .then()
                .statusCode(200)
                .body("audits.table", containsInAnyOrder("T0", "T50", "T100", "T150", "T200"));
    }

    @Test
    void acceptsFindingWithReasonAndPersonUntilWithdrawn() {
        var acceptance = Map.of("programme", "accepted", "findingId", FINDING, "reason", "The source has it so.");
        var path = Api.analyst()
                .body(acceptance)
                .post(ACCEPTANCES)
                .then()
                .statusCode(201)
                .body("acceptedBy", notNullValue())
                .body("withdrawnAt", nullValue())
                .extract()
                .header("Location");
        Api.analyst().body(acceptance).post(ACCEPTANCES).then().statusCode(409).body("existing", equalTo(path));
        Api.reviewer().body(acceptance).post(ACCEPTANCES).then().statusCode(403);
        Api.reviewer()
                .get(QUALITY + "accepted")
                .then()
                .statusCode(200)
                .body("acceptances.findingId", contains(FINDING))
                .body("acceptances.reason", contains("The source has it so."));

        var held = Instant.now();
        Api.analyst()
                .body(Map.of("reason", "It was corrected."))
                .post(path + "/withdrawal")
                .then()
                .statusCode(200)
                .body("withdrawalReason", equalTo("It was corrected."));
        Api.analyst()
                .body(Map.of("reason", "again"))
                .post(path + "/withdrawal")
                .then()
                .statusCode(409);
        Api.reviewer().get(QUALITY + "accepted").then().body("acceptances", empty());
        Api.analyst().body(acceptance).post(ACCEPTANCES).then().statusCode(201);
        Api.analyst()
                .get(ACCEPTANCES + "?programme=accepted&findingId=" + FINDING)
                .then()
                .statusCode(200)
                .body("items.withdrawalReason", containsInAnyOrder("It was corrected.", null));
        Api.analyst()
                .get(ACCEPTANCES + "?programme=accepted&asOf=" + held)
                .then()
                .statusCode(200)
                .body("items.findingId", contains(FINDING))
                .body("items[0].withdrawalReason", nullValue())
                .body("items[0].allowedActions", empty());
        Api.analyst().get(ACCEPTANCES + "/csv?programme=accepted").then().statusCode(200);
        Api.analyst().get(path).then().statusCode(200);
    }

    private static String record(String fields) {
        return "{\"programme\":\"quality\",\"source\":\"a test\"" + fields + "}";
    }

    private static String table(String code, String total) {
        return table("audited", code, total);
    }

    private static String table(String programme, String code, String total) {
        return Api.analyst()
                .body(Map.of(
                        "programme",
                        programme,
                        "code",
                        code,
                        "title",
                        "A table",
                        "unit",
                        "participants",
                        "decimalSign",
                        ",",
                        "decimals",
                        0,
                        "columns",
                        List.of(Map.of("label", "c")),
                        "rows",
                        List.of(
                                Map.of("label", "a", "cells", List.of("1")),
                                Map.of("label", "b", "cells", List.of("2")),
                                Map.of("label", "t", "role", "TOTAL", "cells", List.of(total))),
                        "source",
                        "a test"))
                .post("/v1/published-tables")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }
}
