package nl.doorlichting.reporting;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import nl.doorlichting.kernel.caller.Role;
import nl.doorlichting.kernel.testing.ContractFilter;
import nl.doorlichting.kernel.testing.TestIssuer;

/** The service as its callers see it; every answer is checked against the contract. */
final class Api {
    private static final ContractFilter CONTRACT = ContractFilter.ofApplication();

    private Api() {}

    static RequestSpecification researcher() {
        return as(TestIssuer.token(Role.RESEARCHER));
    }

    static RequestSpecification analyst() {
        return as(TestIssuer.token(Role.ANALYST));
    }

    static RequestSpecification reviewer() {
        return as(TestIssuer.token(Role.REVIEWER));
    }

    static RequestSpecification grantee(String organisation) {
        return as(TestIssuer.token()
                .roles(Role.GRANTEE)
                .organisation(organisation)
                .sign());
    }

    static RequestSpecification as(String token) {
        return stranger().auth().oauth2(token);
    }

    static RequestSpecification stranger() {
        return given().filter(CONTRACT).contentType(ContentType.JSON);
    }

    /** Records the observation and gives its path. */
    static String record(Observation observation) {
        return researcher()
                .body(observation.json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    /** Creates what the body says and gives its path. */
    static String create(String path, String body) {
        return researcher()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    static ValidatableResponse statistics(String query) {
        return analyst().get("/v1/reach-statistics?" + query).then().statusCode(200);
    }
}
