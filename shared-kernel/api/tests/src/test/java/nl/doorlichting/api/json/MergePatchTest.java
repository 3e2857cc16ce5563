package nl.doorlichting.api.json;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A change sets what it names, removes what it makes null, and is read as strictly as a new record. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
class MergePatchTest {
    @Test
    void changesNamedFieldsOnly() {
        patch("{\"text\":\"new\",\"size\":null,\"tags\":[\"c\"]}")
                .statusCode(200)
                .body("text", equalTo("new"))
                .body("size", nullValue())
                .body("tags", equalTo(java.util.List.of("c")))
                .body("period.code", equalTo("2010"))
                .body("amount.amount", equalTo("-490000.00"))
                .body("count.value", equalTo(7));
    }

    @Test
    void mergesObjectsFieldByField() {
        patch("{\"period\":{\"until\":\"2012-01-01\"},\"count\":{\"kind\":\"AT_LEAST\",\"value\":9}}")
                .statusCode(200)
                .body("period.code", equalTo("2010-2011"))
                .body("count.kind", equalTo("AT_LEAST"));
        patch("{\"count\":{\"kind\":\"RANGE\",\"minimum\":1,\"maximum\":2,\"value\":null}}")
                .statusCode(200)
                .body("count.maximum", equalTo(2));
        patch("{\"count\":{\"kind\":\"RANGE\",\"minimum\":3,\"maximum\":4}}")
                .statusCode(200)
                .body("count.minimum", equalTo(3));
    }

    @ParameterizedTest(name = "{0} -> {1} at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":null} | REQUIRED | /text",
                "{\"text\":\" \"} | REQUIRED | /text",
                "{\"text\":\"\\u200b\\n\\u00a0\"} | REQUIRED | /text",
                "{\"size\":10} | OUT_OF_RANGE | /size",
                "{\"size\":1.5} | NOT_AN_INTEGER | /size",
                "{\"nothing\":1} | UNKNOWN_FIELD | /nothing",
                "{\"nothing\":null} | UNKNOWN_FIELD | /nothing",
                "{\"period\":{\"until\":\"2009-01-01\"}} | OUT_OF_RANGE | /period/until",
                "{\"amount\":{\"amount\":\"1.005\"}} | TOO_MANY_DECIMALS | /amount/amount",
                "{\"text\":\"a\",\"text\":\"b\"} | MALFORMED_JSON | /text",
                "{} {} | TRAILING_CONTENT | ''",
                "{\"size\":1e99999999999999} | MALFORMED_JSON | ''",
                "{\"text\":\"\\ud800\"} | INVALID_CHARACTER | /text",
                "{\"text\":[\"a\",\"\\udc00\"]} | INVALID_CHARACTER | /text/1",
                "{\"\\ud800\":1} | INVALID_CHARACTER | ''",
                "[] | WRONG_TYPE | ''",
                "null | WRONG_TYPE | ''",
            })
    void rejectsChangeToInvalidRecord(String body, String code, String pointer) {
        patch(body)
                .statusCode(400)
                .body("violations.code", hasItems(code))
                .body("violations.pointer", hasItems(pointer));
    }

    @Test
    void rejectsChangeWithoutIfMatch() {
        send("{}", null).statusCode(428).body("type", equalTo("/v1/problems/precondition-required"));
        send("{}", "\"3\"").statusCode(412).body("type", equalTo("/v1/problems/precondition-failed"));
        send("{}", "W/\"4\"").statusCode(412);
        send("{}", "\"3\", \"4\"").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain"})
    void rejectsOtherMediaTypeOfPatch(String type) {
        given().auth()
                .oauth2(TestIssuer.token(Role.AUDITOR))
                .contentType(type)
                .header("If-Match", "\"4\"")
                .body("{}")
                .patch("/v1/notes/1")
                .then()
                .statusCode(415)
                .header("Accept-Patch", "application/merge-patch+json")
                .body("allowed", contains("application/merge-patch+json"));
    }

    private static ValidatableResponse patch(String body) {
        return send(body, "\"4\"");
    }

    private static ValidatableResponse send(String body, String ifMatch) {
        var request = given().auth().oauth2(TestIssuer.token(Role.AUDITOR)).contentType(MergePatch.MEDIA_TYPE);
        var conditional = ifMatch == null ? request : request.header("If-Match", ifMatch);
        return conditional.body(body).patch("/v1/notes/1").then();
    }
}
