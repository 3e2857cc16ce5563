package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.equalTo;

import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each operation that states a programme or a project takes strict, which the gateway carries out. */
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
}
