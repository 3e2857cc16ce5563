package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.contract.ContractFilter;
import nl.doorlichting.platform.testing.databases.PostgresResource;
import nl.doorlichting.platform.testing.tokens.TestIssuer;

/**
 * Calls the service under test and validates every answer against the contract. Bodies have single quotes. Each test has
 * its own programme, so that no test sees the figures of another.
 */
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(PersonalDataKeys.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "training"))
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

    static ValidatableResponse post(String path, String body) {
        return coordinator().body(body.replace('\'', '"')).post(path).then();
    }

    static ValidatableResponse get(String path) {
        return coordinator().get(path).then();
    }

    /** Records a training type unless it exists. */
    static void type(String code, String targetGroup) {
        var body = "{'code':'%s','name':'A name','nameDutch':'Een naam','targetGroup':'%s'}";
        post("/v1/training-types", body.formatted(code, targetGroup));
    }

    /** Records a tally with these fields, and with programme, period and source. */
    static void tally(String programme, String from, String until, String fields) {
        var body = "{'programme':'%s','period':{'from':'%s','until':'%s'},'source':'test',%s}";
        post("/v1/training-tallies", body.formatted(programme, from, until, fields))
                .statusCode(201);
    }

    static ValidatableResponse plan(String programme, String type, String date, String moreFields) {
        var body = "{'programme':'%s','trainingType':'%s','title':'A session','date':'%s','source':'test'%s}";
        return post("/v1/training-sessions", body.formatted(programme, type, date, moreFields));
    }

    /** Plans a session and returns its path. */
    static String planned(String programme, String type, String date) {
        return plan(programme, type, date, "").statusCode(201).extract().header("Location");
    }

    /** Records how many came to a session. */
    static ValidatableResponse held(String sessionPath, int participants) {
        return post(
                sessionPath + "/head-count", "{'participants':{'kind':'EXACT','value':%d}}".formatted(participants));
    }
}
