package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@FundingServiceTest
class AwardTalliesTest {
    @Test
    void tallyIsReadBackAsItWasRecorded() {
        var programme = programme();
        var id = post(programme, "SUBSIDY", "{\"kind\":\"EXACT\",\"value\":25}", ",\"reference\":\"r\"")
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .body("reason", nullValue())
                .extract()
                .<String>path("id");
        officer().get("/v1/award-tallies/" + id).then().statusCode(200).body("count.value", equalTo(25));
        officer()
                .get("/v1/award-tallies?fundingInstrument=SUBSIDY&programme=" + programme)
                .then()
                .body("items.id", contains(id));
        officer()
                .get("/v1/award-tallies?fundingInstrument=PRIZE&programme=" + programme)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void correctionIsNewVersionWithReason() {
        var programme = programme();
        var id = post(programme, "SUBSIDY", "{\"kind\":\"EXACT\",\"value\":25}", "")
                .then()
                .body("allowedActions", contains("corrections"))
                .extract()
                .<String>path("id");
        var path = "/v1/award-tallies/" + id;
        officer()
                .body("{}")
                .post(path + "/corrections")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/reason"));
        officer()
                .body("{\"reason\":\"Counted twice\",\"count\":{\"kind\":\"EXACT\",\"value\":24}}")
                .post(path + "/corrections")
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("reason", equalTo("Counted twice"))
                .body("source", equalTo("test"));
        officer().get(path).then().body("count.value", equalTo(24)).body("version", equalTo(2));
        Api.manager().get("/v1/budget-statistics?programme=" + programme).then().body("projects.count", contains(24));
    }

    @Test
    void rejectsSecondTallyWithSameReference() {
        var programme = programme();
        var first = post(programme, "SUBSIDY", "{\"kind\":\"EXACT\",\"value\":25}", ",\"reference\":\"r\"")
                .then()
                .extract()
                .header("Location");
        post(programme, "PRIZE", "{\"kind\":\"EXACT\",\"value\":1}", ",\"reference\":\"r\"")
                .then()
                .statusCode(409)
                .body("existing", equalTo(first));
    }

    @Test
    void rejectsUnknownProgramme() {
        post("NONE", "SUBSIDY", "{\"kind\":\"EXACT\",\"value\":25}", "")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"));
    }

    @Test
    void returnsAllViolationsTogether() {
        post("", "LOTTERY", "{\"kind\":\"EXACT\",\"value\":1.5}", "")
                .then()
                .statusCode(400)
                .body("violations.pointer.sort()", contains("/count/value", "/fundingInstrument", "/programme"))
                .body("violations.code.sort()", contains("NOT_AN_INTEGER", "REQUIRED", "UNKNOWN_VALUE"));
    }

    private static Response post(String programme, String instrument, String count, String more) {
        return officer().body("""
                        {"programme":"%s","fundingInstrument":"%s","source":"test","count":%s,\
                        "period":{"from":"2007-01-01","until":"2012-01-01"}%s}""".formatted(programme, instrument, count, more)).post("/v1/award-tallies");
    }
}
