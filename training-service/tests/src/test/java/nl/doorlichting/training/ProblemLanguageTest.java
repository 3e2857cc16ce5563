package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.coordinator;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProblemLanguageTest {
    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | networkId is niet het id van een netwerk van het actieplan.",
                "en | networkId is not the id of a network of the programme."
            })
    void pointsAtUnknownReference(String language, String detail) {
        var body = "{'programme':'L1','title':'t','period':{'from':'2010-01-01','until':'2010-01-02'},'source':'s',"
                + "'networkId':'00000000-0000-7000-8000-000000000001'}";
        post(language, "/v1/network-meetings", body, 409)
                .body("violations[0].pointer", equalTo("/networkId"))
                .body("violations[0].detail", equalTo(detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Het verzoek voldoet niet aan een regel | Bij memberCount is memberKind verplicht.",
                "en | The request breaks a rule | memberKind is required with memberCount."
            })
    void wordsBrokenRule(String language, String title, String detail) {
        var body = "{'programme':'L2','name':'n','kind':'PLATFORM','source':'s',"
                + "'memberCount':{'kind':'EXACT','value':8}}";
        post(language, "/v1/networks", body, 400).body("title", equalTo(title)).body("detail", equalTo(detail));
    }

    private static ValidatableResponse post(String language, String path, String body, int status) {
        return coordinator()
                .header("Accept-Language", language)
                .body(body.replace('\'', '"'))
                .post(path)
                .then()
                .statusCode(status)
                .header("Content-Language", equalTo(language))
                .header("Vary", equalTo("accept-language"));
    }
}
