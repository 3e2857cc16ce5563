package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.contract.ContractFilter;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class ReleasedReportTest {
    private static final String REPORT = "/v1/reports/reach";
    private static final String RELEASED = "/v1/released-reports/reach";
    private static final String ETAG = "\"0190a1b2-0000-7000-8000-000000000001-1.0.0\"";
    private static final String LIVE = "/v1/reach-statistics";

    UpstreamStubs services;

    @BeforeAll
    static void contract() {
        RestAssured.replaceFiltersWith(ContractFilter.ofApplication());
    }

    @BeforeEach
    void released() {
        services.forgetAll();
        services.reporting()
                .stubFor(get(urlPathEqualTo(RELEASED))
                        .willReturn(okJson(UpstreamStubs.expected("reporting-service/released-reach"))
                                .withHeader("ETag", ETAG)));
    }

    @Test
    void givesMachineTheLatestRelease() {
        as(Role.STATISTICS_CLIENT)
                .get(REPORT + "?programme=APR-2007-2011&by=period,municipality")
                .then()
                .statusCode(200)
                .body("release.name", is("2026-3"))
                .body("additive", is(false))
                .body("rows.reach.disclosure", contains("SMALL", "ROUNDED_5"))
                .body("rows[0].reach.best", nullValue());
        services.reporting()
                .verify(
                        1,
                        getRequestedFor(urlPathEqualTo(RELEASED))
                                .withQueryParam("programme", equalTo("APR-2007-2011"))
                                .withQueryParam("by", equalTo("period,municipality"))
                                .withoutQueryParam("release"));
    }

    @Test
    void givesReleaseWithoutToken() {
        given().get(REPORT).then().statusCode(200).body("release.name", is("2026-3"));
        services.reporting().verify(0, getRequestedFor(urlPathEqualTo(LIVE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.ANALYST, Role.GRANTEE, Role.STATISTICS_CLIENT})
    void givesNamedReleaseToEveryCaller(String role) {
        as(role).get(REPORT + "?release=2026-3").then().statusCode(200).body("release.name", is("2026-3"));
        services.reporting()
                .verify(1, getRequestedFor(urlPathEqualTo(RELEASED)).withQueryParam("release", equalTo("2026-3")));
    }

    @Test
    void contractNamesRolesThatReadLiveFigures() {
        var document = given().get("/v1/openapi.json").jsonPath();
        var rules = Map.of(
                "reach", "READ_RESULT_STATISTICS",
                "training", "READ_TRAINING_STATISTICS",
                "effects", "READ_RESULT_STATISTICS");
        rules.forEach((report, rule) -> {
            var roles = AccessRule.named(rule).roles().stream()
                    .map(role -> role.toLowerCase(Locale.ROOT).replace('_', ' '))
                    .collect(Collectors.joining(", "));
            var operation = "paths.'/reports/" + report + "'.get";
            assertTrue(document.getString(operation + ".description").contains(rule + " (" + roles + ")"));
            // A generated client sends its token only where the operation has a scheme.
            assertEquals(
                    List.of(
                            Map.of(),
                            Map.of("bearer", List.of(Role.ANALYST)),
                            Map.of("bearer", List.of(Role.PROGRAMME_MANAGER)),
                            Map.of("bearer", List.of(Role.REVIEWER)),
                            Map.of("bearer", List.of(Role.STATISTICS_CLIENT)),
                            Map.of(
                                    "bearer",
                                    List.of(report.equals("training") ? Role.TRAINING_COORDINATOR : Role.RESEARCHER))),
                    document.getList(operation + ".security"));
        });
        assertEquals(List.of(), document.getList("paths.'/codelists'.get.security"));
    }

    @ParameterizedTest
    @CsvSource({
        "reach, RESEARCHER, reach-statistics",
        "effects, RESEARCHER, effect-statistics",
        "training, TRAINING_COORDINATOR, training-statistics"
    })
    void asksForLiveFiguresOfRole(String report, String role, String statistics) {
        var owner = report.equals("training") ? services.training() : services.reporting();
        // What another service does not find ends the report, perhaps before its owner is asked.
        Stream.of(services.reporting(), services.training())
                .filter(other -> other != owner)
                .forEach(other -> other.stubFor(any(anyUrl()).willReturn(serverError())));
        as(role).get("/v1/reports/" + report);
        owner.verify(getRequestedFor(urlPathEqualTo("/v1/" + statistics)));
        services.reporting().verify(0, getRequestedFor(urlPathEqualTo("/v1/released-reports/" + report)));
    }

    @ParameterizedTest
    @CsvSource({"reach, TRAINING_COORDINATOR", "effects, TRAINING_COORDINATOR", "training, RESEARCHER"})
    void asksForReleaseOfOtherRole(String report, String role) {
        as(role).get("/v1/reports/" + report);
        services.reporting().verify(getRequestedFor(urlPathEqualTo("/v1/released-reports/" + report)));
        as(role).get("/v1/reports/" + report + "/csv").then().statusCode(403);
    }

    @Test
    void givesLatestReleaseByItsName() {
        as(Role.ANALYST)
                .get(REPORT + "?release=latest&complete=required")
                .then()
                .statusCode(200)
                .body("release.name", is("2026-3"));
        services.reporting().verify(1, getRequestedFor(urlPathEqualTo(RELEASED)).withoutQueryParam("release"));
    }

    @Test
    void asksServiceWhetherReleaseIsUnchanged() {
        given().get(REPORT).then().statusCode(200).header("ETag", ETAG).header("Cache-Control", "private, no-cache");
        services.reporting()
                .stubFor(get(urlPathEqualTo(RELEASED))
                        .withHeader("If-None-Match", equalTo("\"other\", " + ETAG))
                        .willReturn(status(304).withHeader("ETag", ETAG)));
        given().header("If-None-Match", "\"other\"", ETAG)
                .get(REPORT)
                .then()
                .statusCode(304)
                .header("ETag", ETAG)
                .header("Cache-Control", "private, no-cache");
        services.reporting().verify(2, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"track=LOCAL", "asOf=2026-01-01T00:00:00Z", "from=2010-01-01", "source=TRAINING"})
    void refusesWhatReleaseDoesNotStore(String query) {
        as(Role.ANALYST)
                .get(REPORT + "?release=2026-3&" + query)
                .then()
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].code", is("NOT_ALLOWED"))
                .body("violations[0].parameters.allowed", hasItem("by"));
    }

    @Test
    void reportsEverythingThatReleaseCannotAnswerTogether() {
        services.reporting()
                .stubFor(get(urlPathEqualTo(RELEASED))
                        .willReturn(jsonResponse(
                                "{\"violations\":[{\"in\":\"query\",\"name\":\"by\",\"code\":\"UNKNOWN_VALUE\","
                                        + "\"parameters\":{\"allowed\":[\"year\"]},\"detail\":\"Rows are by year.\"}]}",
                                400)));
        as(Role.ANALYST)
                .get(REPORT
                        + "?release=2026-3&by=organisationId&track=LOCAL&asOf=2026-01-01T00:00:00Z&complete=required")
                .then()
                .statusCode(400)
                .body("violations.name", contains("asOf", "by", "track"))
                .body("violations.code", contains("NOT_ALLOWED", "UNKNOWN_VALUE", "NOT_ALLOWED"));
        services.reporting()
                .verify(
                        1,
                        getRequestedFor(urlPathEqualTo(RELEASED))
                                .withQueryParam("by", equalTo("organisationId"))
                                .withoutQueryParam("track")
                                .withoutQueryParam("complete"));
        as(Role.STATISTICS_CLIENT)
                .get(REPORT + "?by=organisationId&track=LOCAL&from=yesterday&grade=7")
                .then()
                .statusCode(400)
                .body("violations.name", containsInAnyOrder("from", "grade", "track", "by"));
        as(Role.ANALYST)
                .get(REPORT + "?track=LOCAL&from=yesterday")
                .then()
                .statusCode(400)
                .body("violations.name", contains("from"));
    }

    /** A release has tables by other dimensions than live figures have, and no filter. */
    @ParameterizedTest
    @CsvSource({
        "reach, by=WRONG, UNKNOWN_VALUE",
        "effects, by=WRONG, UNKNOWN_VALUE",
        "training, by=WRONG, UNKNOWN_VALUE",
        "reach, 'by=year,WRONG,WRONG,track', UNKNOWN_VALUE",
        "reach, 'by=period,targetGroup,track,actionLine', UNKNOWN_VALUE",
        "reach, by=, REQUIRED",
        "reach, track=WRONG, NOT_ALLOWED",
        "effects, track=WRONG, NOT_ALLOWED",
        "training, trainingType=WRONG, NOT_ALLOWED",
        "reach, projectId=WRONG, NOT_ALLOWED"
    })
    void saysOnceWhatIsWrongWithParameter(String report, String query, String code) {
        var name = query.substring(0, query.indexOf('='));
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/released-reports/" + report))
                        .withQueryParam("by", matching(".*"))
                        .willReturn(jsonResponse(
                                "{\"violations\":[{\"in\":\"query\",\"name\":\"by\",\"code\":\"UNKNOWN_VALUE\","
                                        + "\"parameters\":{\"allowed\":[\"period,track\"]},\"detail\":\"Rows are by it.\"}]}",
                                400)));
        for (var caller : List.of(as(Role.ANALYST), as(Role.STATISTICS_CLIENT), given())) {
            var violations = caller.get("/v1/reports/" + report + "?release=2026-3&" + query)
                    .then()
                    .statusCode(400)
                    .body("violations.name", contains(name))
                    .body("violations.code", contains(code));
            if (name.equals("by") && code.equals("UNKNOWN_VALUE")) {
                violations.body("violations[0].parameters.allowed", contains("period,track"));
            }
        }
    }

    /** Where the service does not say what a release has, what is known stands. */
    @Test
    void saysWhatIsWrongWithParameterAlsoIfServiceDoesNotAnswer() {
        stub(500);
        as(Role.ANALYST)
                .get(REPORT + "?release=2026-3&by=WRONG")
                .then()
                .statusCode(400)
                .body("violations.name", contains("by"))
                .body("violations[0].parameters.rejected", contains("WRONG"));
    }

    /** Money of a release is in its review. */
    @Test
    void reportOfFinancesTakesNeitherReleaseNorRows() {
        services.funding().stubFor(get(urlPathEqualTo("/v1/programmes")).willReturn(okJson("{\"items\":[]}")));
        as(Role.CONTROLLER)
                .get("/v1/reports/finances?programme=APR-2007-2011&release=2026-3&by=WRONG")
                .then()
                .statusCode(400)
                .body("violations.findAll { it.name != 'programme' }.name", contains("by", "release"))
                .body(
                        "violations.findAll { it.name != 'programme' }.code",
                        contains("UNKNOWN_PARAMETER", "UNKNOWN_PARAMETER"));
    }

    @Test
    void refusesWhatReleaseDoesNotStoreAlsoIfServiceDoesNotAnswer() {
        for (var status : new int[] {404, 401, 500}) {
            stub(status);
            as(Role.ANALYST)
                    .get(REPORT + "?release=2026-3&track=LOCAL")
                    .then()
                    .statusCode(400)
                    .body("violations.name", contains("track"));
        }
    }

    @Test
    void passesRefusalsOn() {
        stub(404);
        given().get(REPORT + "?release=2026-9").then().statusCode(404);
        stub(401);
        given().get(REPORT + "?by=period,municipality").then().statusCode(401).header("WWW-Authenticate", "Bearer");
        stub(403);
        as(Role.GRANTEE)
                .get(REPORT + "?by=period,municipality&release=2026-3")
                .then()
                .statusCode(403);
        stub(500);
        given().get(REPORT).then().statusCode(503);
    }

    @Test
    void namesWhatThereIsInPlaceOfUnknownRelease() {
        services.reporting()
                .stubFor(get(urlPathEqualTo(RELEASED))
                        .willReturn(jsonResponse(
                                "{\"detail\":\"There are releases of A.\",\"allowed\":[\"A\"],\"traceId\":\"0\"}",
                                404)));
        given().get(REPORT + "?programme=B")
                .then()
                .statusCode(404)
                .body("detail", is("There are releases of A."))
                .body("allowed", contains("A"))
                .body("instance", is(REPORT));
    }

    private void stub(int status) {
        services.reporting().stubFor(get(urlPathEqualTo(RELEASED)).willReturn(status(status)));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.token(role));
    }
}
