package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.changing;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes that look alike are one, however they were typed. */
@FundingServiceTest
class NaturalIdsTest {
    private static final String PROGRAMME = """
            {"code":"%s","name":"n","period":{"from":"2007-01-01","until":"2012-01-01"}}""";
    private static final String SCHEME = """
            {"programme":"%s","code":"%s","name":"n","fundingInstrument":"SUBSIDY","applicantKinds":["NON_PROFIT"],\
            "source":"s"}""";
    private static final String ORGANISATION = "{\"number\":\"%s\",\"name\":\"n\",\"kind\":\"NON_PROFIT\"}";
    private static final String LINE = "{\"programme\":\"%s\",\"code\":\"%s\",\"name\":\"n\"%s}";
    private static final String PROJECT = "{\"programme\":\"%s\",\"code\":\"%s\",\"name\":\"n\",\"source\":\"s\"}";

    private final String code = "Code-" + UUID.randomUUID().toString().substring(0, 8);
    private final String other = code.toUpperCase(Locale.ROOT);

    @Test
    void rejectsCodeThatDiffersOnlyByCase() {
        taken(manager(), "/v1/programmes", PROGRAMME.formatted(code), PROGRAMME.formatted(other));
        var programme = programme();
        taken(manager(), "/v1/schemes", SCHEME.formatted(programme, code), SCHEME.formatted(programme, other));
        taken(officer(), "/v1/organisations", ORGANISATION.formatted(code), ORGANISATION.formatted(other));
        var root = manager()
                .body(LINE.formatted(programme, "root", ""))
                .post("/v1/budget-lines")
                .then()
                .extract()
                .<String>path("id");
        var below = ",\"parentId\":\"" + root + "\"";
        taken(
                manager(),
                "/v1/budget-lines",
                LINE.formatted(programme, code, below),
                LINE.formatted(programme, other, below));
        taken(
                officer(),
                "/v1/projects",
                PROJECT.formatted(programme, "Straße"),
                PROJECT.formatted(programme, "STRASSE"));
        officer()
                .body(PROJECT.formatted(programme(), "STRASSE"))
                .post("/v1/projects")
                .then()
                .statusCode(201);
        Grants.organisations();
        Grants.award(programme, "n-" + code, "SUBSIDY", "60.00", "");
        Grants.postAward(Grants.json(programme, "N-" + other, "SUBSIDY", "60.00", ""))
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/already-exists"));
    }

    /** A client that keeps what it sent would not find the record again. */
    @Test
    void namesCodeThatIsMeantByReferenceInAnotherCase() {
        manager().body(PROGRAMME.formatted(code)).post("/v1/programmes").then().statusCode(201);
        unknown(manager(), "/v1/schemes", SCHEME.formatted(other, "s-" + other), "/programme", code);
        unknown(manager(), "/v1/budget-lines", LINE.formatted(other, "root", ""), "/programme", code);
        unknown(officer(), "/v1/projects", PROJECT.formatted(other, "p"), "/programme", code);
        officer()
                .body(ORGANISATION.formatted(code))
                .post("/v1/organisations")
                .then()
                .statusCode(201);
        var withParent = "{\"number\":\"x-%s\",\"name\":\"n\",\"kind\":\"NON_PROFIT\",\"parent\":\"%s\"}";
        unknown(officer(), "/v1/organisations", withParent.formatted(code, other), "/parent", code);
        var programme = programme();
        manager()
                .body(SCHEME.formatted(programme, code))
                .post("/v1/schemes")
                .then()
                .statusCode(201);
        Grants.organisations();
        Grants.postAward(Grants.json(programme, "n", "SUBSIDY", "60.00", ",\"scheme\":\"" + other + "\""))
                .then()
                .body("violations.find { it.pointer == '/scheme' }.parameters.allowed", contains(code));
    }

    private static void unknown(RequestSpecification caller, String path, String body, String pointer, String meant) {
        post(caller, path, body)
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"))
                .body("violations.pointer", contains(pointer))
                .body("violations[0].parameters.allowed", contains(meant))
                .body("violations[0].detail", containsString(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" weert", "weert ", "weert\\u00a0", "\\u200bweert", "we\\u00adert", "cafe\\u0301", "weert\\t"})
    void rejectsCodeThatLooksLikeAnother(String json) {
        var programme = programme();
        Grants.organisations();
        malformed(manager(), "/v1/budget-lines", LINE.formatted(programme, json, ""), "/code");
        malformed(officer(), "/v1/projects", PROJECT.formatted(programme, json), "/code");
        malformed(
                Grants.keyed(officer()), "/v1/awards", Grants.json(programme, json, "SUBSIDY", "60.00", ""), "/number");
    }

    @Test
    void emptyCodeIsMissingOnce() {
        for (var empty : new String[] {"", " "}) {
            manager()
                    .body(PROGRAMME.formatted(empty))
                    .post("/v1/programmes")
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/code"))
                    .body("violations.code", contains("REQUIRED"));
        }
    }

    @Test
    void changesRecordWithEarlierCode() throws SQLException {
        var programme = programme();
        var project = officer().body(PROJECT.formatted(programme, "weert")).post("/v1/projects");
        AuditDatabase.execute("update project set code = ' weert' where id = '" + project.path("id") + "'");
        changing(officer(), project.header("ETag"))
                .body("{\"name\":\"better\"}")
                .patch(project.header("Location"))
                .then()
                .statusCode(200)
                .body("code", equalTo(" weert"));
    }

    private static void taken(RequestSpecification caller, String path, String first, String second) {
        var location =
                post(caller, path, first).then().statusCode(201).extract().header("Location");
        post(caller, path, second)
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/already-exists"))
                .body("existing", equalTo(location));
    }

    private static void malformed(RequestSpecification caller, String path, String body, String pointer) {
        post(caller, path, body)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains("WRONG_FORMAT"));
    }

    private static Response post(RequestSpecification caller, String path, String body) {
        return caller.body(body).post(path);
    }
}
