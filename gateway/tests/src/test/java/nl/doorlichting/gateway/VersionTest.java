package nl.doorlichting.gateway;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import nl.doorlichting.platform.testing.contract.ContractFilter;
import nl.doorlichting.platform.testing.metrics.PrometheusMetrics;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The version and its commit are in the API, in the metrics and in the health checks. */
@QuarkusTest
@TestProfile(DatasetTest.Published.class)
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class VersionTest {
    private static final String COMMIT = DatasetTest.Published.COMMIT;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @TestHTTPResource(value = "/health/started", management = true)
    URI started;

    @Test
    void answersVersionWithoutToken() {
        var contract = given().get("/v1/version")
                .then()
                .statusCode(200)
                .body("product", matchesPattern("\\d+\\.\\d+\\.\\d+.*"))
                .body("commit", equalTo(COMMIT))
                .extract();
        Assertions.assertEquals(contract.header("API-Version"), contract.path("contract"));
    }

    @Test
    void showsVersionToMonitoring() {
        Assertions.assertEquals(
                1, PrometheusMetrics.at(metrics).value("doorlichting_version", "commit=\"" + COMMIT + "\""));
        given().noFiltersOfType(ContractFilter.class)
                .get(started)
                .then()
                .statusCode(200)
                .body("checks.data.commit", hasItem(COMMIT))
                .body("checks.name.toString()", containsString("Version"));
    }
}
