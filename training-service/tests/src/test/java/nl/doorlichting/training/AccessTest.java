package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.contract.ServedOperations;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests without a valid token are refused. AccessMatrixTest checks the rights of roles. */
@QuarkusTest
class AccessTest {
    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @ParameterizedTest(name = "{0} without a good token")
    @CsvSource({
        "/v1/training-types",
        "/v1/training-sessions",
        "/v1/training-tallies",
        "/v1/training-statistics",
        "/v1/training-statistics/reach",
        "/v1/training-nothing"
    })
    void refusesRequestsWithoutValidToken(String path) {
        given().get(path).then().statusCode(401).body("type", equalTo("/v1/problems/not-authenticated"));
        for (var bad : Arrays.asList(
                TestIssuer.token().roles("ANALYST").expired().sign(),
                TestIssuer.token().roles("ANALYST").audience("another").sign(),
                TestIssuer.token().roles("ANALYST").issuer("http://elsewhere").sign(),
                TestIssuer.token().roles("ANALYST").signedByAnotherKey().sign())) {
            assertEquals(401, status(path, bad));
        }
    }

    @Test
    void servedAndDocumentedOperationsAreEqual() {
        assertEquals(OpenApiContract.ofApplication().operations(), ServedOperations.ofApplication());
    }

    private static int status(String path, String token) {
        return given().auth().oauth2(token).get(path).statusCode();
    }
}
