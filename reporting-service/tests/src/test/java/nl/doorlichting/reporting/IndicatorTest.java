package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ReportingServiceTest
class IndicatorTest {
    private static final Map<String, Object> TAKEN = Map.of("kind", "TAKEN", "value", 40, "measuredOn", "2009-09-01");
    private static final Map<String, Object> NONE = Map.of("kind", "NONE_TAKEN", "reason", "no time");

    @Test
    void saysOfEmptyPeriodOnlyWhatItLacks() {
        var path = record(indicator("empty-period", TAKEN, Map.of()));
        Api.researcher()
                .body("{\"period\":{},\"value\":1,\"source\":\"s\"}")
                .post(path + "/actuals")
                .then()
                .statusCode(400)
                .body("violations.pointer", everyItem(startsWith("/period")));
        Api.researcher()
                .body("{\"value\":1,\"source\":\"s\"}")
                .post(path + "/actuals")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/measuredOn"));
    }

    @Test
    void changeRunsFromBaselineToLastMeasurement() {
        var path = record(indicator("change", TAKEN, Map.of("target", Map.of("value", 60, "dueOn", "2011-01-01"))));
        Api.analyst().get(path).then().body("change", nullValue()).body("changeUnknown", equalTo("NO_ACTUAL"));
        measure(path, "2010-06-01", 62).statusCode(201);
        measure(path, "2010-01-01", 30.5)
                .statusCode(201)
                .body("actuals.measuredOn", contains("2010-01-01", "2010-06-01"))
                .body("change.difference", equalTo(22))
                .body("change.per12Months", equalTo(29.33f))
                .body("change.course", equalTo("IMPROVED"))
                .body("change.measuredOn", equalTo("2010-06-01"))
                .body("change.targetReached", equalTo(true))
                .body("changeUnknown", nullValue());
    }

    @Test
    void measurementBeforeBaselineShowsNoChange() {
        var path = record(indicator("before", TAKEN, Map.of()));
        measure(path, "2009-08-31", 62)
                .statusCode(201)
                .body("change", nullValue())
                .body("changeUnknown", equalTo("NO_ACTUAL"));
        measure(path, "2009-09-01", 62).statusCode(201).body("change", nullValue());
        measure(path, "2009-09-02", 62).statusCode(201).body("change.course", equalTo("IMPROVED"));
    }

    @Test
    void noBaselineGivesNoChange() {
        var path = record(indicator("none", NONE, Map.of()));
        measure(path, "2010-06-01", 62)
                .statusCode(201)
                .body("baseline.kind", equalTo("NONE_TAKEN"))
                .body("baseline.value", nullValue())
                .body("baseline.reason", equalTo("no time"))
                .body("actuals", hasSize(1))
                .body("change", nullValue())
                .body("changeUnknown", equalTo("NO_BASELINE"));
    }

    @Test
    void replacesMeasurementOnlyWithReason() {
        var path = record(indicator("replaced", TAKEN, Map.of()));
        measure(path, "2010-06-01", 62).statusCode(201);
        measure(path, "2010-06-01", 26).statusCode(409).body("existing", equalTo(path));
        actual(path, Map.of("measuredOn", "2010-06-01", "value", 26, "reason", "digits swapped", "source", "a test"))
                .statusCode(201)
                .body("actuals.value", contains(26))
                .body("actuals.version", contains(2))
                .body("change.course", equalTo("WORSENED"));
        actual(path, Map.of("measuredOn", "2010-07-01", "value", 1, "reason", "why", "source", "a test"))
                .statusCode(400)
                .body("violations.pointer", contains("/reason"));
        measure(path, "2199-01-01", 1).statusCode(400).body("violations.code", contains("OUT_OF_RANGE"));
    }

    @Test
    void rejectsChangeAfterMeasurement() {
        var path = record(indicator("meaning", NONE, Map.of()));
        Api.researcher()
                .get(path)
                .then()
                .body("allowedActions", contains("update", "actuals", "corrections", "withdrawal"));
        change(
                        path,
                        "\"0-0\"",
                        "{\"baseline\":{\"kind\":\"TAKEN\",\"value\":1,\"measuredOn\":\"2009-01-01\",\"reason\":null}}")
                .statusCode(200)
                .body("baseline.value", equalTo(1));
        change(path, "\"0-0\"", "{\"unit\":\"pupil\"}").statusCode(412);
        measure(path, "2010-06-01", 2).statusCode(201);
        change(path, "\"1-1\"", "{\"unit\":\"pupil\"}")
                .statusCode(409)
                .body("allowed", contains("actuals", "corrections", "withdrawal"));
        Api.researcher().get(path).then().body("allowedActions", contains("actuals", "corrections", "withdrawal"));
        Api.analyst().get(path).then().body("allowedActions", empty());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"TAKEN\"} | /baseline/measuredOn /baseline/value",
                "{\"kind\":\"TAKEN\",\"value\":1.005,\"measuredOn\":\"2009-01-01\"} | /baseline/value",
                "{\"kind\":\"NONE_TAKEN\",\"value\":1} | /baseline/value",
                "{\"kind\":\"PERHAPS\"} | /baseline/kind",
                "null | /baseline",
            })
    void rejectsInvalidBaseline(String baseline, String pointers) {
        Api.researcher()
                .body(
                        "{\"programme\":\"P\",\"name\":\"n\",\"unit\":\"u\",\"direction\":\"UP\",\"source\":\"s\",\"baseline\":"
                                + baseline + "}")
                .post("/v1/indicators")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains((Object[]) pointers.split(" ")));
    }

    @Test
    void granteeSeesOwnIndicatorsOnly() {
        var own = record(indicator("isolation", NONE, Map.of("organisationId", "GM0988")));
        var other = record(indicator("isolation", NONE, Map.of("organisationId", "GM0518")));
        Api.grantee("GM0988").get(own).then().statusCode(200);
        Api.grantee("GM0988").get(other).then().statusCode(404);
        Api.grantee("GM0988").get("/v1/indicators?programme=isolation").then().body("items", hasSize(1));
        Api.grantee("GM0988")
                .get("/v1/indicators?programme=isolation&organisationId=GM0518")
                .then()
                .body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"REVIEWER", "ANALYST", "GRANTEE", "STATISTICS_CLIENT"})
    void onlyResearchersMeasure(String role) {
        var token = TestIssuer.token(role);
        Api.as(token)
                .body(indicator("role", NONE, Map.of()))
                .post("/v1/indicators")
                .then()
                .statusCode(403);
        Api.as(token)
                .body("{}")
                .post("/v1/indicators/" + UUID.randomUUID() + "/actuals")
                .then()
                .statusCode(403);
    }

    @Test
    void rejectsTakenReferenceAndUnknownReport() {
        var path = record(indicator("once", NONE, Map.of("reference", "r")));
        Api.researcher()
                .body(indicator("once", NONE, Map.of("reference", "r")))
                .post("/v1/indicators")
                .then()
                .statusCode(409)
                .body("existing", equalTo(path));
        Api.researcher()
                .body(indicator("once", NONE, Map.of("reportId", UUID.randomUUID())))
                .post("/v1/indicators")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"));
    }

    private static Map<String, Object> indicator(String programme, Map<String, Object> baseline, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(Map.of(
                "programme", programme,
                "name", "pupils who debate",
                "unit", "per cent",
                "direction", "UP",
                "baseline", baseline,
                "source", "a test"));
        body.putAll(more);
        return body;
    }

    private static String record(Map<String, Object> indicator) {
        return Api.researcher()
                .body(indicator)
                .post("/v1/indicators")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static ValidatableResponse measure(String path, String day, Number value) {
        return actual(path, Map.of("measuredOn", day, "value", value, "source", "a test"));
    }

    private static ValidatableResponse actual(String path, Map<String, Object> body) {
        return Api.researcher().body(body).post(path + "/actuals").then();
    }

    private static ValidatableResponse change(String path, String etag, String patch) {
        return Api.researcher()
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", etag)
                .body(patch)
                .patch(path)
                .then();
    }
}
