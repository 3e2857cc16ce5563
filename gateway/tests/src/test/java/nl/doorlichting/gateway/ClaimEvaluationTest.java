package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.contract.ContractFilter;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class ClaimEvaluationTest {
    private static final String ALL = "/v1/reports/claims?programme=APR-2007-2011";
    private static final String SPENT = "01938f5a-0000-7000-8000-0000000c0005";

    UpstreamStubs services;

    @BeforeAll
    static void contract() {
        RestAssured.replaceFiltersWith(ContractFilter.ofApplication());
    }

    @BeforeEach
    void allAnswer() {
        services.forgetAll();
        stub(services.reporting(), "/v1/claims", "reporting-service/claims");
        stub(services.reporting(), "/v1/claims/" + SPENT, "reporting-service/claim");
        stub(services.reporting(), "/v1/reach-statistics", "reporting-service/reach");
        stub(services.reporting(), "/v1/effect-statistics", "reporting-service/effects");
        stub(services.training(), "/v1/training-statistics/reach", "training-service/reach");
        stub(services.training(), "/v1/training-statistics/ratings", "training-service/ratings");
        stub(services.training(), "/v1/training-statistics", "training-service/trainings");
        stub(services.funding(), "/v1/budget-statistics", "funding-service/budget");
    }

    @Test
    void evaluatesEachClaimFromItsReport() {
        as(Role.ANALYST)
                .get(ALL)
                .then()
                .statusCode(200)
                .body(
                        "items.code",
                        contains("BASELINES", "GUEST-LECTURES", "RATING", "REACH", "SPENT", "SPENT-SHARE", "YEAR-2007"))
                .body("items.outcome", contains("UNDECIDED", "HOLDS", "HOLDS", "FAILS", "HOLDS", "HOLDS", "UNDECIDED"))
                .body("items.undecided", contains("NOT_MEASURED", null, null, null, null, null, "NO_FIGURE"))
                .body("items[3].found", is(18644))
                .body("items[3].difference", is(1))
                .body("items[5].figures", hasSize(2))
                .body("items[6].found", nullValue());
    }

    @Test
    void comparesClaimWithPublishedTable() {
        stub(services.reporting(), "/v1/published-tables", "reporting-service/published-tables");
        printed("330000", "{\"field\":\"row\",\"value\":\"abroad\"}")
                .body("items[0].outcome", is("HOLDS"))
                .body("items[0].found", is(330000.0f))
                .body("items[0].lowest", is(320000.0f))
                .body("items[0].figures[0].report", is("/v1/published-tables?programme=APR-2007-2011&code=PAID"));
        services.reporting()
                .verify(getRequestedFor(urlPathEqualTo("/v1/published-tables"))
                        .withQueryParam("code", equalTo("PAID"))
                        .withQueryParam("withdrawn", equalTo("false")));
        printed("350000", "{\"field\":\"row\",\"value\":\"abroad\"}").body("items[0].outcome", is("FAILS"));
        printed("40000", "{\"field\":\"row\",\"value\":\"at home\"},{\"field\":\"column\",\"value\":\"2009\"}")
                .body("items[0].outcome", is("UNDECIDED"))
                .body("items[0].undecided", is("KINDS"));
        printed("1", "{\"field\":\"row\",\"value\":\"gone\"}").body("items[0].undecided", is("NO_FIGURE"));
        services.reporting().stubFor(get(urlPathEqualTo("/v1/published-tables")).willReturn(serviceUnavailable()));
        as(Role.ANALYST).get(ALL).then().statusCode(503).body("missing", contains("reporting-service"));
    }

    private ValidatableResponse printed(String stated, String row) {
        claims("""
                {"items": [{"id": "01938f5a-0000-7000-8000-0000000c0009", "programme": "APR-2007-2011", "code": "P",
                    "statement": "x", "comparison": "VALUE", "relation": "EQUAL", "stated": %s, "tolerance": 5000,
                    "unit": "EUR", "period": null, "first": {"report": "PUBLISHED_TABLES",
                        "filters": [{"field": "table", "value": "PAID"}, {"field": "times", "value": "1000000"}],
                        "row": [%s], "measure": "PRINTED_AMOUNT"},
                    "second": null, "source": "x", "withdrawn": false, "version": 1}],
                    "links": {}, "total": {"value": 1, "exact": true}}""".formatted(stated, row));
        return as(Role.ANALYST).get(ALL).then().statusCode(200);
    }

    @Test
    void refusesUnknownProgramme() {
        claims("{\"items\":[],\"links\":{},\"total\":{\"value\":0,\"exact\":true}}");
        services.funding().stubFor(get(urlPathEqualTo("/v1/programmes")).willReturn(okJson("{\"items\":[]}")));

        for (var path : List.of("/v1/reports/claims", "/v1/reports/claims/csv")) {
            as(Role.ANALYST)
                    .get(path + "?programme=NOPE")
                    .then()
                    .statusCode(400)
                    .body("violations.name", contains("programme"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2007-01-01/2010-01-01", "2007-2009"})
    void findsRowHoweverItsPeriodIsWritten(String period) {
        claims(UpstreamStubs.expected("reporting-service/claims").replace("2007-2009", period));

        as(Role.ANALYST)
                .get(ALL)
                .then()
                .statusCode(200)
                .body("items.find { it.code == 'REACH' }.outcome", is("FAILS"))
                .body("items.find { it.code == 'REACH' }.found", is(18644));
    }

    /** However many claims are about a report, it is asked for once. */
    @Test
    void asksForEachReportOnce() {
        as(Role.ANALYST).get(ALL).then().statusCode(200);

        services.funding().verify(1, getRequestedFor(urlPathEqualTo("/v1/budget-statistics")));
        services.training().verify(1, getRequestedFor(urlPathEqualTo("/v1/training-statistics")));
        services.reporting().verify(1, getRequestedFor(urlPathEqualTo("/v1/reach-statistics")));
        services.reporting().verify(1, getRequestedFor(urlPathEqualTo("/v1/effect-statistics")));
    }

    @Test
    void evaluatesOnlyClaimsOfPage() {
        as(Role.ANALYST)
                .get(ALL + "&pageSize=1")
                .then()
                .statusCode(200)
                .body("items.code", contains("BASELINES"))
                .body("total.value", is(7))
                .body("nextCursor", notNullValue());
        services.funding().verify(0, getRequestedFor(urlPathEqualTo("/v1/budget-statistics")));
    }

    @Test
    void evaluatesOneClaimWithinRoundingOfItsFigure() {
        as(Role.ANALYST)
                .get("/v1/claims/" + SPENT + "/evaluation")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("outcome", is("HOLDS"))
                .body("figures[0].lowest", is(2715000.00f))
                .body("figures[0].period.code", is("2008"))
                .body("figures[0].report", is("/v1/reports/finances?programme=APR-2007-2011"));
        as(Role.ANALYST)
                .get("/v1/claims/01938f5a-0000-7000-8000-00000000dead/evaluation")
                .then()
                .statusCode(404);
    }

    @Test
    void withholdsFiguresOfReportThatCallerMayNotRead() {
        as(Role.REVIEWER)
                .get(ALL)
                .then()
                .statusCode(200)
                .body("items.findAll { it.code.startsWith('SPENT') }.undecided", everyItem(is("WITHHELD")))
                .body("items.find { it.code == 'REACH' }.outcome", is("FAILS"));
        services.funding().verify(0, getRequestedFor(urlPathEqualTo("/v1/budget-statistics")));
        as(Role.PROGRAMME_MANAGER).get(ALL).then().statusCode(403);
    }

    @Test
    void namesServiceThatDoesNotAnswer() {
        services.funding().stubFor(get(urlPathEqualTo("/v1/budget-statistics")).willReturn(serviceUnavailable()));

        as(Role.ANALYST).get(ALL).then().statusCode(503).body("missing", contains("funding-service"));
    }

    @Test
    void leavesClaimsUndecidedWhoseServiceDoesNotAnswer() {
        services.funding().stubFor(get(urlPathEqualTo("/v1/budget-statistics")).willReturn(serviceUnavailable()));

        as(Role.ANALYST)
                .get(ALL + "&complete=partial")
                .then()
                .statusCode(200)
                .header("ETag", nullValue())
                .body("complete", is(false))
                .body("sources.find { it.service == 'funding-service' }.status", is("UNAVAILABLE"))
                .body("items.findAll { it.code.startsWith('SPENT') }.undecided", everyItem(is("UNAVAILABLE")))
                .body("items.find { it.code == 'REACH' }.outcome", is("FAILS"));
        as(Role.ANALYST)
                .get(ALL.replace("?", "/csv?") + "&complete=partial")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("claim-evaluations-partial.csv"))
                .header("Cache-Control", is("no-store"));
        as(Role.ANALYST).get(ALL).then().statusCode(503);
    }

    /** A report that lacks a source has the figures of the other one. */
    @Test
    void evaluatesClaimsAboutSourceThatAnswers() {
        services.training()
                .stubFor(get(urlPathMatching("/v1/training-statistics.*")).willReturn(serviceUnavailable()));

        as(Role.ANALYST)
                .get(ALL + "&complete=partial")
                .then()
                .statusCode(200)
                .body("complete", is(false))
                .body("items.find { it.code == 'REACH' }.outcome", is("FAILS"))
                .body("items.find { it.code == 'BASELINES' }.undecided", is("NOT_MEASURED"))
                .body("items.find { it.code == 'GUEST-LECTURES' }.undecided", is("UNAVAILABLE"));
        as(Role.ANALYST).get(ALL + "&complete=required").then().statusCode(503);
    }

    @Test
    void evaluatesFiguresAsRecordedThen() {
        as(Role.ANALYST)
                .get("/v1/claims/" + SPENT + "/evaluation?asOf=2012-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("figures[0].report", containsString("asOf=2012-01-01T00%3A00%3A00Z"));
        as(Role.ANALYST).get(ALL + "&asOf=2012-01-01T00:00:00Z").then().statusCode(200);
        as(Role.ANALYST)
                .get(ALL.replace("claims?", "claims/csv?") + "&asOf=2012-01-01T00:00:00Z")
                .then()
                .statusCode(200);
        services.reporting()
                .verify(
                        1,
                        getRequestedFor(urlPathEqualTo("/v1/claims/" + SPENT))
                                .withQueryParam("asOf", equalTo("2012-01-01T00:00:00Z")));
        services.reporting()
                .verify(
                        2,
                        getRequestedFor(urlPathEqualTo("/v1/claims"))
                                .withQueryParam("withdrawn", equalTo("false"))
                                .withQueryParam("asOf", equalTo("2012-01-01T00:00:00Z")));
        services.funding()
                .verify(
                        3,
                        getRequestedFor(urlPathEqualTo("/v1/budget-statistics"))
                                .withQueryParam("asOf", equalTo("2012-01-01T00:00:00Z")));
        services.reporting()
                .verify(
                        2,
                        getRequestedFor(urlPathEqualTo("/v1/reach-statistics"))
                                .withQueryParam("asOf", equalTo("2012-01-01T00:00:00Z")));
    }

    @Test
    void hasNoFigureOfWhatDoesNotExist() {
        refuseReach("UNKNOWN_VALUE");

        as(Role.ANALYST)
                .get("/v1/claims/" + SPENT + "/evaluation")
                .then()
                .statusCode(200)
                .body("outcome", is("UNDECIDED"))
                .body("undecided", is("NO_FIGURE"));
    }

    /** Other claims of the programme are evaluated all the same. */
    @Test
    void reportsReportWithTooManyRows() {
        refuseReach("TOO_MANY_ROWS");

        as(Role.ANALYST)
                .get("/v1/claims/" + SPENT + "/evaluation")
                .then()
                .statusCode(400)
                .body("violations.code", contains("TOO_MANY_ROWS"));
        as(Role.ANALYST)
                .get(ALL)
                .then()
                .statusCode(200)
                .body("items.find { it.code == 'REACH' }.undecided", is("NO_FIGURE"))
                .body("items.find { it.code == 'SPENT' }.outcome", is("HOLDS"));
    }

    @Test
    void answersTable() {
        as(Role.ANALYST)
                .get(ALL.replace("?", "/csv?"))
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("claimId,claimVersion,programme,code,"))
                .body(containsString(",FAILS,,18644,"));
        as(Role.ANALYST).get("/v1/reports/claims").then().statusCode(400);
    }

    /** The one claim is about reach, which is refused. */
    private void refuseReach(String code) {
        var claim = UpstreamStubs.expected("reporting-service/claim")
                .replace("FINANCES", "REACH")
                .replace("DISBURSED", "REACHED")
                .replace("\"year\"", "\"source\"")
                .replace("\"2008\"", "\"INVENTORY\"");
        services.reporting().stubFor(get(urlPathEqualTo("/v1/claims/" + SPENT)).willReturn(okJson(claim)));
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/reach-statistics"))
                        .willReturn(jsonResponse(
                                "{\"violations\":[{\"in\":\"query\",\"name\":\"by\",\"code\":\"" + code
                                        + "\",\"parameters\":{},\"detail\":\"Refused.\"}]}",
                                400)));
    }

    private void claims(String page) {
        services.reporting().stubFor(get(urlPathEqualTo("/v1/claims")).willReturn(okJson(page)));
    }

    private static void stub(WireMockServer service, String path, String expectation) {
        service.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(UpstreamStubs.expected(expectation))));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.token(role));
    }
}
