package nl.doorlichting.reporting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import nl.doorlichting.kernel.caller.Role;
import nl.doorlichting.kernel.testing.PostgresResource;
import nl.doorlichting.kernel.testing.TestIssuer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "reporting"))
class ReachTest {
    private static final String WEERT =
            "{\"programme\":\"P1\",\"period\":{\"from\":\"2011-01-01\",\"until\":\"2012-01-01\"},"
                    + "\"targetGroup\":\"YOUTH_AND_PUPILS\",\"reach\":{\"kind\":\"EXACT\",\"value\":100},"
                    + "\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0988\"]},\"source\":\"test\"}";

    @Test
    void figureIsInTheNextAnswer() {
        var location = researcher()
                .body(WEERT)
                .post("/v1/reach-observations")
                .then()
                .statusCode(201)
                .header("Location", startsWith("/v1/reach-observations/"))
                .body("period.code", equalTo("2011"))
                .body("projectId", nullValue())
                .extract()
                .header("Location");
        researcher().get(location).then().statusCode(200).body("reach.value", equalTo(100));
        analyst()
                .get("/v1/reach-statistics?programme=P1&by=municipality,period")
                .then()
                .log()
                .body()
                .statusCode(200)
                .body("rows", hasSize(1))
                .body("rows[0].municipality", equalTo("GM0988"))
                .body("rows[0].reach.best", equalTo(100))
                .body("totals[0].reach.best", equalTo(100));
        researcher()
                .get("/v1/reach-observations?programme=P1")
                .then()
                .log()
                .body()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("total.value", equalTo(1));
    }

    private static RequestSpecification researcher() {
        return as(Role.RESEARCHER);
    }

    private static RequestSpecification analyst() {
        return as(Role.ANALYST);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.token(role)).contentType(ContentType.JSON);
    }
}
