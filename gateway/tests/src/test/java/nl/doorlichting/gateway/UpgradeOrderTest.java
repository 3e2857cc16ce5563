package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.contract.ContractFilter;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services and gateway are upgraded in any order: newer services return more fields, older ones those of their release. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class UpgradeOrderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    UpstreamStubs services;

    @BeforeAll
    static void contract() {
        RestAssured.replaceFiltersWith(ContractFilter.ofApplication());
    }

    @BeforeEach
    void forget() {
        services.forgetAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"finances", "training", "reach", "effects"})
    void ignoresNewFieldsOfServices(String report) throws IOException {
        stub("expectations", false);
        var before = answer(report);
        stub("expectations", true);
        assertEquals(before, answer(report));
    }

    @ParameterizedTest
    @ValueSource(strings = {"finances", "training", "reach", "effects"})
    void completesReportFromLastRelease(String report) throws IOException {
        stub("released", false);
        assertTrue(answer(report).get("complete").asBoolean());
    }

    private void stub(String folder, boolean withMore) throws IOException {
        var funding = services.funding();
        funding.stubFor(get(urlPathEqualTo("/v1/budget-statistics"))
                .willReturn(okJson(body(folder, "funding-service/budget", withMore))));
        var training = services.training();
        training.stubFor(get(urlPathEqualTo("/v1/training-statistics"))
                .willReturn(okJson(body(folder, "training-service/trainings", withMore))));
        training.stubFor(get(urlPathEqualTo("/v1/training-statistics/reach"))
                .willReturn(okJson(body(folder, "training-service/reach", withMore))));
        training.stubFor(get(urlPathEqualTo("/v1/training-statistics/ratings"))
                .willReturn(okJson(body(folder, "training-service/ratings", withMore))));
        var reporting = services.reporting();
        reporting.stubFor(get(urlPathEqualTo("/v1/reach-statistics"))
                .willReturn(okJson(body(folder, "reporting-service/reach", withMore))));
        reporting.stubFor(get(urlPathEqualTo("/v1/effect-statistics"))
                .willReturn(okJson(body(folder, "reporting-service/effects", withMore))));
    }

    private static String body(String folder, String name, boolean withMore) throws IOException {
        try (var file = UpgradeOrderTest.class.getResourceAsStream("/" + folder + "/" + name + ".json")) {
            var body = JSON.readTree(file);
            if (withMore) {
                addTo(body);
            }
            return body.toString();
        }
    }

    /** Adds an unknown field to every object. */
    private static void addTo(JsonNode node) {
        node.forEach(UpgradeOrderTest::addTo);
        if (node instanceof ObjectNode object) {
            object.putObject("addedLater").put("value", 1);
        }
    }

    private static JsonNode answer(String report) throws IOException {
        return JSON.readTree(given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get("/v1/reports/" + report + "?programme=APR-2007-2011")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
