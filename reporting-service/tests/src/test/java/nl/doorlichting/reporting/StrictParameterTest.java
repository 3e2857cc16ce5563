package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.anything;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.Role;
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
}
