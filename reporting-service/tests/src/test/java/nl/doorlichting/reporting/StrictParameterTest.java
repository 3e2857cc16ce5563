package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.anything;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each operation that states a programme or a project takes strict, which the gateway carries out. What it finds wrong, the service
 * refuses for it, and for a parameter that no operation has.
 */
@ReportingServiceTest
class StrictParameterTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, claims",
        "POST, published-tables",
        "POST, published-tables/from-csv",
        "POST, effect-judgements",
        "POST, effect-judgements/{id}/corrections",
        "POST, embeddings",
        "PATCH, embeddings/{id}",
        "POST, embeddings/{id}/corrections",
        "POST, indicators",
        "PATCH, indicators/{id}",
        "POST, indicators/{id}/corrections",
        "POST, inventory-reports",
        "PATCH, inventory-reports/{id}",
        "POST, inventory-reports/{id}/corrections",
        "POST, inventory-report-tallies",
        "POST, inventory-report-tallies/{id}/corrections",
        "POST, inventory-rounds",
        "POST, inventory-rounds/{id}/corrections",
        "POST, lessons",
        "PATCH, lessons/{id}",
        "POST, lessons/{id}/corrections",
        "POST, products",
        "PATCH, products/{id}",
        "POST, products/{id}/corrections",
        "POST, reach-observations",
        "POST, reach-observations/{id}/corrections",
        "POST, reach-tallies",
        "POST, reach-tallies/{id}/corrections",
    })
    void takesStrict(String method, String path) {
        Api.named("a researcher", Role.RESEARCHER, Role.ANALYST)
                .contentType(method.equals("PATCH") ? MergePatch.MEDIA_TYPE : "application/json")
                .header("If-Match", "*")
                .body("{}")
                .request(method, "/v1/" + path.replace("{id}", UUID.randomUUID().toString()) + "?strict=perhaps")
                .then()
                .statusCode(400)
                .body("violations.find { it.name == 'strict' }.code", equalTo("WRONG_TYPE"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, reach-observations, application/json, /period",
        "POST, claims, application/json, /code",
        "POST, inventory-rounds/{id}/corrections, application/json, /name",
        "PATCH, lessons/{id}, application/merge-patch+json, /title",
        "POST, finding-acceptances, application/json, /findingId",
        "POST, imports, text/csv, ",
    })
    void refusesAndRecordsWhatTheGatewayFinds(String method, String path, String type, String pointer) {
        var subject = "strict-" + UUID.randomUUID();
        var asked = "/v1/" + path.replace("{id}", UUID.randomUUID().toString()) + "?refusedByGateway=true";
        var isChange = method.equals("PATCH") || path.endsWith("corrections");
        var body = isChange ? "{\"name\":5,\"title\":5}" : type.equals("text/csv") ? "" : "{}";
        Api.named(subject, Role.RESEARCHER, Role.ANALYST)
                .contentType(type)
                .header("If-Match", "\"1\"")
                .body(body)
                .request(method, asked)
                .then()
                .statusCode(400)
                .body("violations.find { it.name == 'refusedByGateway' }.code", equalTo("UNKNOWN_PARAMETER"))
                .body("violations.pointer", pointer == null ? anything() : hasItem(pointer));
        Api.named(subject, Role.GRANTEE)
                .contentType(type)
                .body(body)
                .request(method, asked)
                .then()
                .statusCode(403);
        Api.named("auditor", Role.AUDITOR)
                .get("/v1/reporting-audit-events?actor=" + subject)
                .then()
                .statusCode(200)
                .body("items.status", contains(403, 400))
                .body("items.result", contains("REFUSED", "REFUSED"));
    }

    private static final String REFUSED = "strict=true&refusedByGateway=true";

    private static RequestSpecification refused(String subject) {
        return Api.named(subject, Role.RESEARCHER, Role.ANALYST)
                .header("X-Refused-For", "REFERENCE_UNKNOWN /projectId,OUT_OF_RANGE /period");
    }

    /** As of any other write: an unknown record, a taken name and a stale ETag come alone. */
    @Test
    void refusesInTheOrderOfOtherWrites() {
        var programme = "SP-" + UUID.randomUUID();
        var lesson = Api.create(
                "/v1/lessons",
                "{\"programme\":\"" + programme
                        + "\",\"kind\":\"DO\",\"title\":\"n\",\"text\":\"t\",\"source\":\"s\"}");
        var etag = Api.researcher().get(lesson).header("ETag");
        patch("/v1/lessons/" + UUID.randomUUID(), etag, "{\"title\":\"m\"}").statusCode(404);
        patch(lesson, "\"99\"", "{\"title\":\"m\"}").statusCode(412);
        refused("strict")
                .contentType(MergePatch.MEDIA_TYPE)
                .body("{\"title\":\"m\"}")
                .patch(lesson + "?" + REFUSED)
                .then()
                .statusCode(428);
        patch(lesson, etag, "{\"title\":5}").statusCode(400).body("violations.pointer", contains(null, "/title"));
        patch(lesson, etag, "{\"title\":\"m\"}")
                .statusCode(400)
                .body("violations.name", contains("refusedByGateway"))
                .body("violations.code", contains("UNKNOWN_PARAMETER"));
        Api.researcher().get(lesson).then().header("ETag", etag).body("title", equalTo("n"));
        var indicator = "{\"programme\":\"" + programme + "\",\"reference\":\"r\",\"name\":\"n\",\"unit\":\"u\","
                + "\"direction\":\"UP\",\"source\":\"s\",\"baseline\":{\"kind\":\"NONE_TAKEN\","
                + "\"reason\":\"none\"}}";
        Api.create("/v1/indicators", indicator);
        refused("strict")
                .body(indicator)
                .post("/v1/indicators?" + REFUSED)
                .then()
                .statusCode(409)
                .body("existing", startsWith("/v1/indicators/"));
    }

    /** A name of what is not there is 409 by itself, and 400 with the gateway's violations. */
    @Test
    void refusesWhatIsUnknownTogetherWithWhatTheGatewayFinds() {
        var figure = Observation.of("SP-" + UUID.randomUUID()).with("roundId", "\"" + UUID.randomUUID() + "\"");
        refused("strict")
                .body(figure.json())
                .post("/v1/reach-observations?" + REFUSED)
                .then()
                .statusCode(400)
                .body("violations.code", contains("UNKNOWN_PARAMETER", "REFERENCE_UNKNOWN"))
                .body("violations.pointer", contains(null, "/roundId"));
        Api.researcher()
                .body(figure.json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(409);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "reach-observations | 'period':{'from':'2011-01-01','until':'2012-01-01'},'targetGroup':'OTHER',"
                        + "'reach':{'kind':'EXACT','value':5} | 'roundId':?,'overlaps':[?] | overlaps/0 roundId",
                "reach-tallies | 'period':{'from':'2011-01-01','until':'2012-01-01'},'targetGroup':'OTHER',"
                        + "'reach':{'kind':'EXACT','value':5} | 'roundId':? | roundId",
                "effect-judgements | 'verdict':'PROMISING','concerns':'INTERVENTION_GOAL','assessedBy':'a'"
                        + " | 'reportId':?,'assessedOn':'2199-01-01' | assessedOn reportId",
                "indicators | 'name':'n','unit':'u','direction':'UP','baseline':{'kind':'NONE_TAKEN',"
                        + "'reason':'none'} | 'reportId':? | reportId",
                "embeddings | 'subject':'x','status':'SECURED','statedOn':'2011-01-01' | 'statedOn':'2199-01-01' | statedOn",
                "inventory-report-tallies | 'projects':5,'reports':2 | 'roundId':? | roundId",
            })
    void refusesCorrectionForItsReasonAndForWhatItNames(String kind, String fields, String changes, String pointers) {
        var record = Api.create(
                "/v1/" + kind,
                json("{'programme':'SP-" + UUID.randomUUID() + "','source':'s " + UUID.randomUUID() + "'," + fields
                        + "}"));
        for (var query : List.of("", "?" + REFUSED)) {
            var client = query.isEmpty() ? Api.researcher() : refused("strict");
            client.body(json("{" + changes.replace("?", "'" + UUID.randomUUID() + "'") + "}"))
                    .post(record + "/corrections" + query)
                    .then()
                    .statusCode(400)
                    .body(
                            "violations.pointer.findAll { it != null }.sort()",
                            contains(Stream.of((pointers + " reason").split(" "))
                                    .map(pointer -> "/" + pointer)
                                    .sorted()
                                    .toArray(String[]::new)));
        }
    }

    /** Codes and places, but never a value, nor a name that the caller made up. */
    @Test
    void recordsWhatWasWrong() {
        var subject = "rules-" + UUID.randomUUID();
        Api.named(subject, Role.RESEARCHER)
                .body("{\"programme\":\"P\",\"title\":5,\"Jan Jansen\":\"jan@example.org\"}")
                .post("/v1/lessons?jansen=1")
                .then()
                .statusCode(400);
        Api.named(subject, Role.RESEARCHER)
                .header("X-Refused-For", "REFERENCE_UNKNOWN /projectId,OUT_OF_RANGE /period,Jan Jansen")
                .body(Observation.of("P")
                        .with("roundId", "\"" + UUID.randomUUID() + "\"")
                        .json())
                .post("/v1/reach-observations?" + REFUSED)
                .then()
                .statusCode(400);
        Api.named(subject, Role.RESEARCHER)
                .body(Observation.of("P")
                        .with("roundId", "\"" + UUID.randomUUID() + "\"")
                        .json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(409);
        Api.named(subject, Role.RESEARCHER).body("{}").post("/v1/claims").then().statusCode(403);
        var lines = Api.named("auditor", Role.AUDITOR)
                .get("/v1/reporting-audit-events?actor=" + subject)
                .then()
                .statusCode(200)
                .body("items[0].brokenRules", empty())
                .body("items[1].brokenRules", contains("REFERENCE_UNKNOWN /roundId"))
                .body("items[1].problem", equalTo("/v1/problems/reference-unknown"))
                .body(
                        "items[2].brokenRules",
                        contains("REFERENCE_UNKNOWN /projectId", "OUT_OF_RANGE /period", "REFERENCE_UNKNOWN /roundId"))
                .body("items[2].problem", equalTo("/v1/problems/validation-failed"))
                .body(
                        "items[3].brokenRules",
                        hasItems("UNKNOWN_PARAMETER", "UNKNOWN_FIELD", "WRONG_TYPE /title", "REQUIRED /kind"))
                .extract()
                .asString();
        assertFalse(lines.toLowerCase(Locale.ROOT).contains("jan"), lines);
    }

    @Test
    void answersRepeatedRequestAsBefore() {
        var key = UUID.randomUUID().toString();
        var figure = Observation.of("SP-" + UUID.randomUUID()).json();
        Api.named("strict-again", Role.RESEARCHER)
                .header("Idempotency-Key", key)
                .body(figure)
                .post("/v1/reach-observations?strict=true")
                .then()
                .statusCode(201);
        Api.named("strict-again", Role.RESEARCHER)
                .header("X-Refused-For", "OUT_OF_RANGE /period")
                .header("Idempotency-Key", key)
                .body(figure)
                .post("/v1/reach-observations?" + REFUSED)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
    }

    private static ValidatableResponse patch(String path, String etag, String body) {
        return refused("strict")
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", etag)
                .body(body)
                .patch(path + "?" + REFUSED)
                .then();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
