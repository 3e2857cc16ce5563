package nl.doorlichting.training;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import nl.doorlichting.kernel.caller.Role;
import nl.doorlichting.kernel.testing.ContractFilter;
import nl.doorlichting.kernel.testing.TestIssuer;

/** Calls the service under test as somebody, with every answer held to the contract. Single quotes are double ones. */
final class TrainingApi {
    private TrainingApi() {}

    static void holdToContract() {
        RestAssured.replaceFiltersWith(ContractFilter.ofApplication());
    }

    static RequestSpecification coordinator() {
        return as(Role.TRAINING_COORDINATOR);
    }

    static RequestSpecification analyst() {
        return as(Role.ANALYST);
    }

    static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.token(role)).contentType(ContentType.JSON);
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }

    /** Records a type, once. */
    static void type(String code, String targetGroup) {
        coordinator()
                .body(json("{'code':'%s','name':'%s','nameDutch':'%s','targetGroup':'%s'}"
                        .formatted(code, code, code, targetGroup)))
                .post("/v1/training-types");
    }

    /** Records a tally of what the fields say, besides programme, period and source. */
    static void tally(String programme, String from, String until, String fields) {
        coordinator()
                .body(json("{'programme':'%s','period':{'from':'%s','until':'%s'},'source':'test',%s}"
                        .formatted(programme, from, until, fields)))
                .post("/v1/training-tallies")
                .then()
                .statusCode(201);
    }
}
