package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ReportingServiceTest
class InventoryRoundTest {
    @Test
    void storesResearcherAndProjectsOfRound() {
        var first = UUID.randomUUID().toString();
        var second = UUID.randomUUID().toString();
        var path = Api.researcher()
                .body(Map.of(
                        "programme", "visits",
                        "code", "r",
                        "name", "A round",
                        "period", Map.of("from", "2010-01-01", "until", "2011-01-01"),
                        "method", "interviews",
                        "researcherOrganisationId", "KPLUSV",
                        "projects", List.of(second, first, second),
                        "source", "a test"))
                .post("/v1/inventory-rounds")
                .then()
                .statusCode(201)
                .body("projects", contains(second, first))
                .extract()
                .header("Location");
        Api.analyst()
                .get(path)
                .then()
                .body("researcherOrganisationId", equalTo("KPLUSV"))
                .body("projects", contains(second, first));
        Api.analyst()
                .get("/v1/inventory-rounds?programme=visits")
                .then()
                .body("items[0].projects", containsInAnyOrder(first, second));
    }

    @Test
    void storesTally() {
        var round = Api.round("tallied", "r");
        var tally = Map.of(
                "programme",
                "tallied",
                "roundId",
                round,
                "reports",
                72,
                "projects",
                78,
                "reference",
                "r",
                "source",
                "s");
        var path = Api.create("/v1/inventory-report-tallies", json(tally));
        Api.analyst()
                .get(path)
                .then()
                .body("reports", equalTo(72))
                .body("projects", equalTo(78))
                .body("withBaseline", nullValue());
        Api.researcher()
                .body(tally)
                .post("/v1/inventory-report-tallies")
                .then()
                .statusCode(409)
                .body("existing", equalTo(path));
        var again = new HashMap<String, Object>(tally);
        again.put("source", " S ");
        again.put("reference", "r2");
        Api.researcher()
                .body(again)
                .post("/v1/inventory-report-tallies")
                .then()
                .statusCode(409)
                .body("existing", equalTo(path));
        Api.analyst()
                .get("/v1/inventory-report-tallies?programme=tallied")
                .then()
                .body("items.reports", contains(72));
    }

    @Test
    void roundKeepsTheProjectsThatReportsAreAbout() {
        var programme = "R-" + UUID.randomUUID();
        var reported = UUID.randomUUID();
        var visited = UUID.randomUUID();
        var round = Api.researcher()
                .body(Map.of(
                        "programme",
                        programme,
                        "code",
                        "2010",
                        "name",
                        "r",
                        "period",
                        Map.of("from", "2010-01-01", "until", "2011-01-01"),
                        "projects",
                        List.of(reported, visited),
                        "source",
                        "s"))
                .post("/v1/inventory-rounds")
                .then()
                .statusCode(201)
                .extract();
        Api.begin(Report.of(programme, round.path("id"), reported));
        for (var projects : new String[] {"[]", "null", "[\"" + visited + "\"]"}) {
            Api.researcher()
                    .body("{\"reason\":\"r\",\"projects\":" + projects + "}")
                    .post(round.header("Location") + "/corrections")
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/projects"));
        }
        Api.researcher()
                .body("{\"reason\":\"r\",\"projects\":[\"" + reported + "\"]}")
                .post(round.header("Location") + "/corrections")
                .then()
                .statusCode(201);
    }

    @Test
    void rejectsTallyWithMoreThanItsProjects() {
        Api.researcher()
                .body(Map.of("programme", "P", "reports", 3, "projects", 2, "withBaseline", 5, "source", "s"))
                .post("/v1/inventory-report-tallies")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/reports", "/withBaseline"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REVIEWER", "ANALYST", "GRANTEE"})
    void onlyResearchersRecordTallies(String role) {
        Api.as(TestIssuer.token(role))
                .body("{}")
                .post("/v1/inventory-report-tallies")
                .then()
                .statusCode(403);
    }

    private static String json(Map<String, ?> body) {
        return body.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":"
                        + (entry.getValue() instanceof Number number ? number : "\"" + entry.getValue() + "\""))
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    @Test
    void rejectsCodeThatLooksLikeAnother() {
        var path = "/v1/inventory-rounds/" + Api.round("alike", "Ronde \u00e9\u00e9n");
        var round = "{\"programme\":\"%s\",\"code\":\"%s\",\"name\":\"n\",\"period\":{\"from\":\"2010-01-01\","
                + "\"until\":\"2011-01-01\"},\"source\":\"s\"}";
        var second = Api.researcher()
                .body(round.formatted("alike", "RONDE \u00c9\u00c9N"))
                .post("/v1/inventory-rounds");
        second.then().statusCode(409).body("existing", equalTo(path));
        Api.researcher()
                .body(round.formatted("alike", "ronde e\u0301e\u0301n "))
                .post("/v1/inventory-rounds")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/code"));
    }
}
