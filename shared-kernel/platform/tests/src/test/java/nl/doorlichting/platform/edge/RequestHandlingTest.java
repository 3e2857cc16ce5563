package nl.doorlichting.platform.edge;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.access.Confidentiality;
import nl.doorlichting.platform.testing.http.RawHttp;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
class RequestHandlingTest {
    private static final String ID = "00000000-0000-7000-8000-000000000001";
    private static final String GOOD = "\"name\":\"a\",\"size\":1";

    @Test
    void acceptsValidRequest() {
        analyst()
                .body("{" + GOOD + ",\"part\":{\"day\":\"2011-01-31\",\"colour\":\"RED\"}}")
                .post("/v1/things")
                .then()
                .statusCode(201)
                .header("API-Version", "1.0.0")
                .header("X-Content-Type-Options", "nosniff")
                .body("count", equalTo(null));
    }

    @ParameterizedTest(name = "{0} -> {1} at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\",\"size\":1.5} | NOT_AN_INTEGER | /size",
                "{\"name\":\"a\",\"size\":\"1\"} | WRONG_TYPE | /size",
                "{\"name\":\"a\",\"size\":11} | OUT_OF_RANGE | /size",
                "{\"name\":\"a\",\"size\":99999999999} | OUT_OF_RANGE | /size",
                "{\"name\":\"a\"} | REQUIRED | /size",
                "{\"name\":\"a\",\"size\":null} | REQUIRED | /size",
                "{\"name\":\" \",\"size\":1} | REQUIRED | /name",
                "{\"name\":5,\"size\":1} | WRONG_TYPE | /name",
                "{\"name\":{\"a\":[1]},\"size\":1} | WRONG_TYPE | /name",
                "{\"name\":\"a\\u0000b\",\"size\":1} | INVALID_CHARACTER | /name",
                "{\"name\":\"\\ud800\",\"size\":1} | INVALID_CHARACTER | /name",
                "{\"name\":\"a\",\"size\":1,\"colour\":1} | UNKNOWN_FIELD | /colour",
                "{\"name\":\"a\",\"size\":1,\"count\":1e2} | NOT_AN_INTEGER | /count",
                "{\"name\":\"a\",\"size\":1,\"count\":true} | WRONG_TYPE | /count",
                "{\"name\":\"a\",\"size\":1,\"flag\":\"true\"} | WRONG_TYPE | /flag",
                "{\"name\":\"a\",\"size\":1,\"id\":\"1\"} | WRONG_TYPE | /id",
                "{\"name\":\"a\",\"size\":1,\"moment\":\"2011-01-31\"} | WRONG_TYPE | /moment",
                "{\"name\":\"a\",\"size\":1,\"moment\":\"+294277-01-01T00:00:00Z\"} | WRONG_TYPE | /moment",
                "{\"name\":\"a\",\"size\":1,\"moment\":\"-999999999-01-01T00:00:00Z\"} | WRONG_TYPE | /moment",
                "{\"name\":\"a\",\"size\":1,\"moment\":\"9999-12-31T23:59:59-18:00\"} | WRONG_TYPE | /moment",
                "{\"name\":\"a\",\"size\":1,\"moment\":\"0000-01-01T00:00:00+18:00\"} | WRONG_TYPE | /moment",
                "{\"name\":\"a\",\"size\":1,\"\\ud800\":1} | UNKNOWN_FIELD | /\ufffd",
                "{\"name\":\"a\",\"size\":1,\"part\":[]} | WRONG_TYPE | /part",
                "{\"name\":\"a\",\"size\":1,\"part\":\"\"} | WRONG_TYPE | /part",
                "{\"name\":\"a\",\"size\":1,\"part\":{}} | REQUIRED | /part/day",
                "{\"name\":\"a\",\"size\":1,\"part\":{\"day\":5}} | WRONG_TYPE | /part/day",
                "{\"name\":\"a\",\"size\":1,\"part\":{\"day\":\"\"}} | WRONG_TYPE | /part/day",
                "{\"name\":\"a\",\"size\":1,\"part\":{\"day\":\"5\"}} | WRONG_TYPE | /part/day",
                "{\"name\":\"a\",\"size\":1,\"part\":{\"day\":\"\\u0000\"}} | WRONG_TYPE | /part/day",
                "{\"name\":\"a\",\"size\":1,\"part\":{\"day\":\"2011-02-30\"}} | WRONG_TYPE | /part/day",
                "{\"name\":\"a\",\"size\":1,\"part\":{\"day\":\"2011-01-31\",\"colour\":\"0\"}} | UNKNOWN_VALUE |"
                        + " /part/colour",
                "{\"name\":\"a\",\"size\":1,\"part\":{\"day\":\"2011-01-31\",\"colour\":0}} | WRONG_TYPE |"
                        + " /part/colour",
                "{\"name\":\"a\",\"size\":1,\"tags\":\"x\"} | WRONG_TYPE | /tags",
                "{\"name\":\"a\",\"size\":1,\"tags\":[1]} | WRONG_TYPE | /tags/0",
                "{\"name\":\"a\",\"size\":1,\"tags\":[\"a\",\"b\",\"c\",\"d\"]} | TOO_LONG | /tags",
                "{\"name\":\"a\",\"size\":1}{\"name\":\"b\"} | TRAILING_CONTENT | ''",
                "{\"name\":\"a\",\"size\":1} x | TRAILING_CONTENT | ''",
                "{\"name\":\"a\",\"name\":\"b\",\"size\":1} | MALFORMED_JSON | /name",
                "{\"name\" | MALFORMED_JSON | ''",
                "[] | WRONG_TYPE | ''",
                "null | REQUIRED | ''",
                "'' | REQUIRED | ''",
            })
    void rejectsInvalidBody(String body, String code, String pointer) {
        problem(analyst().body(body).post("/v1/things").then(), 400)
                .body("violations", hasSize(1))
                .body("violations[0].in", equalTo("body"))
                .body("violations[0].code", equalTo(code))
                .body("violations[0].pointer", equalTo(pointer));
    }

    @Test
    void reportsAllViolationsTogether() {
        problem(
                        analyst()
                                .body("{\"x\":1,\"size\":1.5,\"part\":{\"colour\":\"GREEN\"}}")
                                .post("/v1/things")
                                .then(),
                        400)
                .body(
                        "violations.code",
                        containsInAnyOrder("UNKNOWN_FIELD", "NOT_AN_INTEGER", "UNKNOWN_VALUE", "REQUIRED", "REQUIRED"))
                .body("violations.pointer", containsInAnyOrder("/x", "/size", "/part/colour", "/name", "/part/day"))
                .body("violations.parameters.allowed", hasItem(List.of("RED", "BLUE")));
    }

    @ParameterizedTest(name = "?{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=GREEN | UNKNOWN_VALUE",
                "colour=RED,GREEN | UNKNOWN_VALUE",
                "color=RED | UNKNOWN_PARAMETER",
                "colour=RED&Colour=RED | UNKNOWN_PARAMETER",
                "Colour=RED&colour=RED | UNKNOWN_PARAMETER",
                "day= | REQUIRED",
                "day=%20 | REQUIRED",
                "day=%e2%80%8b | REQUIRED",
                "day=5 | WRONG_TYPE",
                "day=%00 | INVALID_CHARACTER",
                "day=%ff | WRONG_ENCODING",
                "day=2011-01-31%c0%af | WRONG_ENCODING",
                "colour=%e2%82 | WRONG_ENCODING",
                "colour=RED&colour=%ed%a0%80 | WRONG_ENCODING",
                "%ff=RED | WRONG_ENCODING",
                "pageSize=x | NOT_AN_INTEGER",
                "pageSize=1.5 | NOT_AN_INTEGER",
                "pageSize=0 | OUT_OF_RANGE",
                "pageSize=201 | OUT_OF_RANGE",
                "pageSize=100.0 | NOT_AN_INTEGER",
                "pageSize=1&pageSize=2 | REPEATED_PARAMETER",
            })
    void rejectsInvalidQuery(String query, String code) {
        problem(analyst().urlEncodingEnabled(false).get("/v1/things?" + query).then(), 400)
                .body("violations[0].in", equalTo("query"))
                .body("violations[0].code", equalTo(code));
    }

    /** Whatever its size, a whole number is one, and its violation has the bounds of the field. */
    @ParameterizedTest
    @ValueSource(strings = {"-1", "201", "2147483648", "99999999999", "-99999999999", "99999999999999999999"})
    void statesBoundsOfWholeNumber(String number) {
        problem(analyst().get("/v1/things?pageSize=" + number).then(), 400)
                .body("violations.name", equalTo(List.of("pageSize")))
                .body("violations.code", equalTo(List.of("OUT_OF_RANGE")))
                .body("violations.parameters", equalTo(List.of(Map.of("minimum", 1, "maximum", 200))))
                .body("violations.detail", equalTo(List.of("The number must be between 1 and 200.")));
        problem(
                        analyst()
                                .body("{\"name\":\"a\",\"size\":" + number + "}")
                                .post("/v1/things")
                                .then(),
                        400)
                .body("violations.pointer", equalTo(List.of("/size")))
                .body("violations.code", equalTo(List.of("OUT_OF_RANGE")))
                .body("violations.parameters", equalTo(List.of(Map.of("minimum", 0, "maximum", 10))));
    }

    @Test
    void statesBoundsOfTypeWhereFieldHasNone() {
        for (var number : List.of("9223372036854775808", "-9223372036854775809")) {
            problem(
                            analyst()
                                    .body("{" + GOOD + ",\"count\":" + number + "}")
                                    .post("/v1/things")
                                    .then(),
                            400)
                    .body("violations.code", equalTo(List.of("OUT_OF_RANGE")))
                    .body(
                            "violations.parameters",
                            equalTo(List.of(Map.of("minimum", Long.MIN_VALUE, "maximum", Long.MAX_VALUE))));
        }
        analyst()
                .body("{" + GOOD + ",\"count\":9223372036854775807}")
                .post("/v1/things")
                .then()
                .statusCode(201)
                .body("count", equalTo(Long.MAX_VALUE));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept | '' | 200",
                "Accept | ' ' | 200",
                "Accept | ; | 400",
                "Accept | a/b/c | 400",
                "Accept | application/json;q=a | 200",
                "Accept | image/png | 406",
                "Content-Type | ; | 415",
                "Content-Type | / | 415",
                "Accept-Language | - | 200",
                "Accept-Language | '' | 200",
                "Accept-Language | nl;q=a | 200",
                "Accept-Language | nl_NL | 200",
            })
    void rejectsUnreadableHeader(String name, String value, int status) {
        var answer = RawHttp.send("GET /v1/things HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + TestIssuer.token(Role.AUDITOR) + "\r\n" + name + ": " + value + "\r\nConnection: close\r\n\r\n");
        assertEquals(status, answer.status(), answer.body());
    }

    /** The validator asks for the language of its texts. */
    @Test
    void ignoresUnreadableAcceptLanguage() {
        problem(
                        analyst()
                                .header("Accept-Language", "-")
                                .body("{\"name\":\"a\",\"size\":11}")
                                .post("/v1/things")
                                .then(),
                        400)
                .body("violations[0].code", equalTo("OUT_OF_RANGE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Het verzoek voldoet niet aan een regel | De waarde van dit veld mag ten hoogste 10 zijn. | nl",
                "de;q=0.9,nl;q=0.5 | Het verzoek voldoet niet aan een regel"
                        + " | De waarde van dit veld mag ten hoogste 10 zijn. | nl",
                "en | The request breaks a rule | The field must be less than or equal to 10. | en",
                "fr | The request breaks a rule | The field must be less than or equal to 10. | en"
            })
    void wordsProblemInLanguageOfClient(String accepted, String title, String detail, String language) {
        problem(
                        analyst()
                                .header("Accept-Language", accepted)
                                .body("{\"name\":\"a\",\"size\":11}")
                                .post("/v1/things")
                                .then(),
                        400)
                .header("Content-Language", language)
                .header("Vary", "accept-language")
                .body("title", equalTo(title))
                .body("detail", equalTo(detail))
                .body("violations[0].detail", equalTo(detail));
    }

    @Test
    void acceptsValidQuery() {
        analyst()
                .get("/v1/things?day=2011-01-31&pageSize=200&colour=RED,BLUE")
                .then()
                .statusCode(200)
                .body("", hasItems("RED", "BLUE"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'','size':11} | unknown /name /size",
                "{'name':'a','size':1} | unknown",
                "'' | unknown ''",
                "[ | unknown '' ''"
            })
    void reportsParametersTogetherWithBody(String body, String names) {
        var answer = analyst().body(body.replace('\'', '"')).post("/v1/things?unknown=1");
        var violations = problem(answer.then(), 400).extract().jsonPath();
        assertEquals(
                List.of(names.replace("''", "").split(" ", -1)),
                List.of(violations
                        .getString("violations.collect { it.name ?: it.pointer }.join(' ')")
                        .split(" ", -1)));
    }

    @Test
    void reportsParameterOfChangeTogetherWithBody() {
        problem(
                        analyst()
                                .contentType(MergePatch.MEDIA_TYPE)
                                .header("If-Match", "\"1\"")
                                .body("[]")
                                .patch("/v1/things/patched?unknown=1")
                                .then(),
                        400)
                .body("violations.code", equalTo(List.of("UNKNOWN_PARAMETER", "WRONG_TYPE")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?unknown=1 | {} | unknown If-Match",
                "?unknown=1 | [] | unknown If-Match ''",
                "'' | [] | If-Match ''",
                "?unknown=1&other=2 | { | other unknown If-Match ''"
            })
    void reportsMissingIfMatchTogetherWithOthers(String query, String body, String names) {
        var answer = analyst().contentType(MergePatch.MEDIA_TYPE).body(body).patch("/v1/things/patched" + query);
        problem(answer.then(), 400)
                .body("violations.collect { it.name ?: it.pointer }.join(' ')", equalTo(names.replace("''", "")))
                .body("violations.find { it.name == 'If-Match' }.in", equalTo("header"))
                .body("violations.find { it.name == 'If-Match' }.code", equalTo("REQUIRED"));
    }

    @Test
    void answers428ForMissingIfMatchAlone() {
        var answer = analyst().contentType(MergePatch.MEDIA_TYPE).body("{}").patch("/v1/things/patched");
        problem(answer.then(), 428)
                .body("type", equalTo("/v1/problems/precondition-required"))
                .body("violations.name", equalTo(List.of("If-Match")))
                .body("violations.code", equalTo(List.of("REQUIRED")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"1", "1\"", "\"1\" \"2\"", "W/1", "*, \"1\"", "\"1\","})
    void rejectsIfMatchThatIsNoListOfEntityTags(String header) {
        var answer = analyst()
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", header)
                .body("{}")
                .patch("/v1/things/patched");
        problem(answer.then(), 400)
                .body("violations.in", equalTo(List.of("header")))
                .body("violations.name", equalTo(List.of("If-Match")))
                .body("violations.code", equalTo(List.of("WRONG_FORMAT")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"1\"", "W/\"1\", W/\"2\""})
    void saysThatWeakTagMatchesNothing(String header) {
        var answer = analyst()
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", header)
                .body("{}")
                .patch("/v1/things/patched");
        problem(answer.then(), 412).header("ETag", "\"1\"").body("detail", containsString("W/"));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | {'name':'','size':11,'part':'x','no':1} | If-Match /name /no /part /size",
                "0 | {'name':null,'part':{'colour':'GREEN'},'tags':[1]} | If-Match /name /part/colour /tags/0",
                "0 | {'part':{'colour':'RED'}} | If-Match",
                "0 | {'part':{'day':null,'no':null},'no':null} | If-Match /no /part/day",
                "'' | {'name':1} | If-Match /name"
            })
    void reportsIfMatchTogetherWithChanges(String header, String body, String names) {
        var answer = analyst()
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", header)
                .body(body.replace('\'', '"'))
                .patch("/v1/things/patched");
        problem(answer.then(), 400).body("violations.collect { it.name ?: it.pointer }.join(' ')", equalTo(names));
    }

    @Test
    void rejectsPathWithInvalidUuid() {
        problem(analyst().get("/v1/things/7").then(), 400)
                .body("violations[0].in", equalTo("path"))
                .body("violations[0].name", equalTo("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/things/", "/v1/nothing", "/v1/things/public/more", "/", "/v1"})
    void answers404ForUnknownPath(String path) {
        problem(analyst().get(path).then(), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/things", "/v1/nothing", "/v1/things/" + ID, "/v1/things/forgotten", "/v1/things/"})
    void answers401WithoutTokenOnEveryPath(String path) {
        problem(given().get(path).then(), 401).header("WWW-Authenticate", "Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/things", "/v1/nothing", "/v1/things/forgotten", "/v1/things/", "/v1/things/public"})
    void answers401WithInvalidTokenOnEveryPath(String path) {
        problem(as(TestIssuer.token().expired().sign()).get(path).then(), 401)
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    @Test
    void answersPublicPathWithoutToken() {
        given().get("/v1/things/public").then().statusCode(200);
    }

    @Test
    void explainsRefusalOnPublicPathWithoutToken() {
        problem(given().accept("text/csv").get("/v1/things/public").then(), 406)
                .body("allowed", contains("application/json"));
        problem(given().delete("/v1/things/public").then(), 405).header("Allow", "GET, HEAD, OPTIONS");
        problem(given().get("/v1/papers/1/documents/absent").then(), 404);
        problem(given().post("/v1/papers/1/documents").then(), 401);
        problem(given().accept("text/csv").get("/v1/things").then(), 401);
    }

    @Test
    void answersOptionsWithMethodsOfPath() {
        given().options("/v1/things").then().statusCode(204).header("Allow", "GET, HEAD, POST, OPTIONS");
        given().options("/v1/things/patched")
                .then()
                .statusCode(204)
                .header("Allow", "GET, HEAD, PATCH, OPTIONS")
                .header("Accept-Patch", "application/merge-patch+json")
                .header("Cache-Control", "no-store")
                .body(emptyString());
        problem(given().options("/v1/nothing").then(), 401);
        problem(analyst().options("/v1/nothing").then(), 404);
        problem(analyst().options("/v1/things/").then(), 404);
    }

    @Test
    void statesWhatAnswersDependOn() {
        var lines = given().get("/v1/things").headers().getValues("Vary");
        assertEquals(List.of("authorization", "accept", "accept-language"), lines);
        assertEquals(
                List.of("authorization", "accept"),
                given().get("/v1/things/public").headers().getValues("Vary"));
    }

    @Test
    void deniesOperationWithoutAccessRule() {
        problem(analyst().get("/v1/things/forgotten").then(), 403);
    }

    @Test
    void answers403ForOtherRole() {
        problem(as(TestIssuer.token(Role.GRANTEE)).get("/v1/things").then(), 403);
    }

    @Test
    void checksRoleBeforeBody() {
        problem(as(TestIssuer.token(Role.GRANTEE)).body("{").post("/v1/things").then(), 403);
        problem(
                as(TestIssuer.token(Role.GRANTEE))
                        .get("/v1/things?colour=GREEN")
                        .then(),
                403);
    }

    @Test
    void answers405WithAllowedMethods() {
        problem(analyst().body("{}").put("/v1/things").then(), 405).header("Allow", "GET, HEAD, POST, OPTIONS");
        problem(analyst().delete("/v1/things/" + ID).then(), 405)
                .header("Allow", "GET, HEAD, OPTIONS")
                .body("type", equalTo("/v1/problems/method-not-allowed"));
    }

    @Test
    void rejectsOtherMediaTypes() {
        problem(
                        analyst()
                                .contentType(ContentType.TEXT)
                                .body("x")
                                .post("/v1/things")
                                .then(),
                        415)
                .body("type", equalTo("/v1/problems/unsupported-media-type"))
                .header("Accept-Post", "application/json")
                .body("allowed", contains("application/json"))
                .body("detail", equalTo("This path takes application/json."));
        problem(analyst().header("Content-Type", ";").get("/v1/things").then(), 415)
                .header("Accept-Post", nullValue())
                .body("allowed", empty())
                .body("detail", equalTo("This path takes no body."));
        problem(analyst().accept("text/csv").get("/v1/things").then(), 406)
                .body("type", equalTo("/v1/problems/not-acceptable"))
                .body("allowed", contains("application/json"))
                .body("detail", equalTo("This path gives application/json."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-32", "ISO-8859-1"})
    void rejectsOtherCharsets(String encoding) throws UnsupportedEncodingException {
        var body = ("{\"name\":\"\u00e9\",\"size\":1}").getBytes(encoding);
        problem(analyst().body(body).post("/v1/things").then(), 400)
                .body("violations[0].code", equalTo("MALFORMED_JSON"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=iso-8859-1", "application/json; charset=utf-16", "*/*"})
    void rejectsOtherContentTypes(String contentType) {
        var request = given().auth()
                .oauth2(TestIssuer.token(Role.AUDITOR))
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
        problem(
                request.header("Content-Type", contentType)
                        .body(("{" + GOOD + "}").getBytes())
                        .post("/v1/things")
                        .then(),
                415);
    }

    @Test
    void rejectsTwoAuthorizationHeaders() {
        var token = "Bearer " + TestIssuer.token(Role.AUDITOR);
        problem(given().header("Authorization", token, token).get("/v1/things").then(), 400);
    }

    @Test
    void answersHostileBodiesQuickly() {
        var manyTags = "{" + GOOD + ",\"tags\":[" + "1,".repeat(9_000) + "1]}";
        problem(analyst().body(manyTags).post("/v1/things").then(), 400).body("violations", hasSize(100));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void namesLimitsForTooComplexBody(Complex body) {
        for (var patched : new boolean[] {false, true}) {
            problem(body.sendTo(patched), 400)
                    .body("violations", hasSize(1))
                    .body("violations[0].code", equalTo("TOO_COMPLEX"))
                    .body("violations[0].pointer", equalTo(body.pointer))
                    .body("violations[0].parameters.maximumDepth", equalTo(20))
                    .body("violations[0].parameters.maximumValues", equalTo(20_000));
        }
    }

    private enum Complex {
        DEEP_BY_ITSELF("", "[".repeat(100_000)),
        DEEP_IN_A_FIELD("/name", "{\"name\":" + "[".repeat(21) + "]".repeat(21) + "}"),
        DEEP_IN_AN_UNKNOWN_FIELD("/x~1", "{\"x/\":" + "{\"a\":".repeat(21) + "1" + "}".repeat(22)),
        OF_MANY_VALUES("/tags", "{\"tags\":[" + "\"a\",".repeat(50_000) + "\"a\"]}"),
        WITH_A_LONG_NUMBER("/size", "{\"size\":" + "9".repeat(1_001) + "}"),
        WITH_A_LONG_NAME("", "{\"size\":1,\"" + "x".repeat(201) + "\":1}"),
        WITH_A_LONG_NAME_IN_A_FIELD("/x", "{\"x\":{\"" + "x".repeat(201) + "\":1}}");

        private final String pointer;
        private final String body;

        Complex(String pointer, String body) {
            this.pointer = pointer;
            this.body = body;
        }

        ValidatableResponse sendTo(boolean patched) {
            var sent = body.getBytes(StandardCharsets.UTF_8);
            return patched
                    ? analyst()
                            .contentType(MergePatch.MEDIA_TYPE)
                            .header("If-Match", "\"1\"")
                            .body(sent)
                            .patch("/v1/things/patched")
                            .then()
                    : analyst().body(sent).post("/v1/things").then();
        }
    }

    @Test
    void answers401ForTokenWithoutSubject() {
        var token = TestIssuer.token().withoutSubject().roles(Role.AUDITOR).sign();
        problem(as(token).get("/v1/things").then(), 401);
        var nul = TestIssuer.token().subject("a\u0000b").roles(Role.AUDITOR).sign();
        problem(as(nul).get("/v1/things").then(), 401);
        var organisation = TestIssuer.token()
                .organisation("GM0988\u0000")
                .roles(Role.AUDITOR)
                .sign();
        problem(as(organisation).get("/v1/things").then(), 401);
    }

    @Test
    void rejectsBodyOverLimit() {
        var large = "{\"name\":\"" + "a".repeat(1 << 20) + "\"}";
        problem(analyst().body(large).post("/v1/things").then(), 413);
    }

    @Test
    void answersFailureWithTraceIdOnly() {
        var token = TestIssuer.token(Role.AUDITOR);
        var log = Confidentiality.captureLog(() -> {
            var failure = as(token).get("/v1/things/00000000-0000-7000-0000-000000000000");
            problem(failure.then(), 500).body("traceId", matchesPattern("[0-9a-f]{32}"));
            Confidentiality.assertNoInternals(failure.asString());
            assertFalse(failure.asString().contains("secret"), failure.asString());
        });
        Confidentiality.assertNotLogged(log, token, "Bearer ", "Authorization");
        assertTrue(log.stream().anyMatch(line -> line.contains("IllegalStateException")), "a failure is logged");
    }

    @Test
    void keepsTraceIdOfCaller() {
        analyst()
                .header("traceparent", "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01")
                .get("/v1/nothing")
                .then()
                .body("traceId", equalTo("0123456789abcdef0123456789abcdef"));
    }

    @Test
    void readsOrganisationFromToken() {
        as(TestIssuer.token()
                        .roles(Role.AUDITOR)
                        .subject("someone")
                        .organisation("GM0988")
                        .sign())
                .get("/v1/things/" + ID)
                .then()
                .statusCode(200)
                .body(equalTo("\"someone/GM0988\""));
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .header("API-Version", "1.0.0")
                .body("status", equalTo(status))
                .body("type", matchesPattern("/v1/problems/[a-z-]+"));
    }

    private static RequestSpecification analyst() {
        return as(TestIssuer.token(Role.AUDITOR));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
