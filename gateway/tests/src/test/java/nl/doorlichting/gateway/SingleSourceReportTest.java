package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
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
class SingleSourceReportTest {
    private static final String FINANCES = "/v1/reports/finances?programme=APR-2007-2011";
    private static final String TRAINING = "/v1/reports/training";

    @Inject
    PatientDeadlines deadlines;

    UpstreamStubs services;

    @BeforeAll
    static void contract() {
        RestAssured.replaceFiltersWith(ContractFilter.ofApplication());
    }

    @BeforeEach
    void bothAnswer() {
        services.forgetAll();
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/budget-statistics"))
                        .willReturn(okJson(UpstreamStubs.expected("funding-service/budget"))));
        services.training()
                .stubFor(get(urlPathEqualTo("/v1/training-statistics"))
                        .willReturn(okJson(UpstreamStubs.expected("training-service/trainings"))));
    }

    @Test
    void reportsFinancesAsTable() {
        as(Role.CONTROLLER)
                .get(FINANCES.replace("?", "/csv?"))
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", "attachment; filename=\"finances.csv\"")
                .body(startsWith("part,lineId,code,name,parentId,destination,reason,year,budgeted.amount,"))
                .body(containsString("\nREALLOCATION,"))
                .body(containsString("\nPROJECTS,"))
                .body(containsString(",counted.best,counted.lowest,counted.highest,"));
    }

    @Test
    void reportsHowCertainNumbersOfAwardsAre() {
        as(Role.CONTROLLER)
                .get(FINANCES)
                .then()
                .statusCode(200)
                .body("projects[0].counted.lowest", is(53))
                .body("projects[0].counted.highest", nullValue())
                .body("projects[0].counted.observations.atLeast", is(1))
                .body("notes.code", contains("AWARDS_EXCEED_TALLY"))
                .body("notes.count", contains(1));
    }

    @Test
    void asksForFinancesOfMoment() {
        as(Role.CONTROLLER).get(FINANCES + "&asOf=2011-06-30T12:00:00Z").then().statusCode(200);
        services.funding()
                .verify(getRequestedFor(urlPathEqualTo("/v1/budget-statistics"))
                        .withQueryParam("asOf", equalTo("2011-06-30T12:00:00Z")));
    }

    @Test
    void reportsTrainingAsTable() {
        as(Role.ANALYST)
                .get(TRAINING + "/csv?by=trainingType")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("part,trainingType,from,sessions.planned,sessions.held,sessions.cancelled,"
                        + "sessions.toCome,sessions.neverHeld,participants.best,"))
                .body(containsString("\nTOTAL,,"));
    }

    @Test
    void reportsFinances() {
        as(Role.CONTROLLER)
                .get(FINANCES)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .header("Cache-Control", "private, no-cache")
                .body("complete", is(true))
                .body("rows.name", contains("Totaal", "Scan en monitor"))
                .body("rows[0].total.disbursed.amount", is("2740000.00"))
                .body("rows[0].total.committed", nullValue())
                .body("rows[0].total.available.amount", is("2740000.00"))
                .body("rows[0].years[0].rounding.left.amount", is("30000.00"))
                .body(
                        "rows[0].total.links.disbursed",
                        is("/v1/budget-entries?programme=APR-2007-2011"
                                + "&under=01938f5a-0000-7000-8000-000000000001&kind=DISBURSEMENT"))
                .body("rows[1].years[0].budgeted", nullValue())
                .body("rows[1].years[0].links.budgeted", nullValue())
                .body("reallocations[0].entries", endsWith("&reallocationReason=OTHER_PRIORITY&kind=REALLOCATION"))
                .body("reallocations[0].total.amount", is("-490000.00"))
                .body("projects", hasSize(2))
                .body("projects[1].count", nullValue())
                .body("projects.awards", contains(2, 2))
                .body("sources.service", contains("funding-service"))
                .body("sources.revision", contains("e2-7"))
                .body("notes.code", contains("AWARDS_EXCEED_TALLY"));
        services.funding()
                .verify(getRequestedFor(urlPathEqualTo("/v1/budget-statistics"))
                        .withQueryParam("programme", equalTo("APR-2007-2011")));
    }

    @Test
    void refusesFinancesOfUnknownProgramme() {
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/budget-statistics"))
                        .willReturn(
                                okJson("{\"rows\":[],\"reallocations\":[],\"projects\":[],\"revision\":\"e1-1\"}")));
        services.funding().stubFor(get(urlPathEqualTo("/v1/programmes")).willReturn(okJson("{\"items\":[]}")));
        for (var path : List.of("", "/csv")) {
            as(Role.ANALYST)
                    .get("/v1/reports/finances" + path + "?programme=NONE")
                    .then()
                    .statusCode(400)
                    .body("violations.name", contains("programme"))
                    .body("violations.code", contains("UNKNOWN_VALUE"));
        }
    }

    /** The service names it too, with what there is. */
    @Test
    void namesUnknownProgrammeOnce() {
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/budget-statistics"))
                        .willReturn(status(400)
                                .withHeader("Content-Type", "application/problem+json")
                                .withBody("""
                                        {"type":"/v1/problems/validation-failed","title":"t","status":400,"detail":"d",\
                                        "violations":[{"in":"query","name":"programme","code":"UNKNOWN_VALUE",\
                                        "parameters":{"value":"NONE","allowed":["APR-2007-2011"]},"detail":"d"}]}""")));
        services.funding().stubFor(get(urlPathEqualTo("/v1/programmes")).willReturn(okJson("{\"items\":[]}")));
        as(Role.ANALYST)
                .get("/v1/reports/finances?programme=NONE")
                .then()
                .statusCode(400)
                .body("violations.name", contains("programme"))
                .body("violations[0].parameters.value", is("NONE"))
                .body("violations[0].parameters.allowed", contains("APR-2007-2011"));
    }

    @Test
    void refusesFinancesWithoutProgramme() {
        as(Role.ANALYST).get("/v1/reports/finances").then().statusCode(400).body("violations[0].code", is("REQUIRED"));
    }

    @Test
    void reportsTrainings() {
        as(Role.REVIEWER)
                .get(TRAINING + "?programme=APR-2007-2011&from=2007-01-01&until=2013-01-01&by=trainingType")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("complete", is(true))
                .body("dimensions", contains("trainingType"))
                .body("rows[0].sessions.held", is(25))
                .body("rows[0].sessions.cancelled", is(1))
                .body("rows[0].sessions.toCome", is(2))
                .body("rows[0].sessions.neverHeld", is(3))
                .body("rows[1].trainingType", nullValue())
                .body("rows[1].rating.meanLowest", is(7.5f))
                .body("totals", hasSize(1))
                .body("totals[0].evaluations.n", is(10))
                .body("totals[0].evaluations.mean", is(7.4f))
                .body("networks.name", contains("Policy Planners Network"))
                .body("meetings.attendance.value", contains(200))
                .body("modules.title", contains("E-learning"))
                .body("unallocated", emptyIterable())
                .body("notes.code", contains("PARTIAL_OVERLAP"))
                .body("sources.service", contains("training-service"));
        services.training()
                .verify(getRequestedFor(urlPathEqualTo("/v1/training-statistics"))
                        .withQueryParam("programme", equalTo("APR-2007-2011"))
                        .withQueryParam("from", equalTo("2007-01-01"))
                        .withQueryParam("until", equalTo("2013-01-01"))
                        .withQueryParam("by", equalTo("trainingType")));
    }

    @Test
    void tableOfTrainingsHasUnallocatedRows() {
        var answer = UpstreamStubs.expected("training-service/trainings-by-year-and-profession")
                .replace(
                        "\"unallocated\": []",
                        "\"unallocated\": [{\"year\": 2011, \"from\": \"GM0993\", \"sessions\": {\"planned\": 3}}]");
        services.training()
                .stubFor(get(urlPathEqualTo("/v1/training-statistics")).willReturn(okJson(answer)));
        as(Role.ANALYST)
                .get(TRAINING + "/csv?by=year,municipality&boundaries=2011-01-01")
                .then()
                .statusCode(200)
                .body(containsString("\nUNALLOCATED,2011,,GM0993,3,"));
    }

    @Test
    void rejectsTrainingsOfUnknownOrganisation() {
        services.funding().stubFor(get(urlPathEqualTo("/v1/organisations/NONE")).willReturn(status(404)));
        for (var path : List.of("", "/csv")) {
            as(Role.ANALYST)
                    .get(TRAINING + path + "?organisationId=NONE")
                    .then()
                    .statusCode(400)
                    .body("violations.name", contains("organisationId"))
                    .body("violations.code", contains("UNKNOWN_VALUE"));
        }
    }

    @Test
    void reportsTrainingsByRequestedDimensions() {
        services.training()
                .stubFor(get(urlPathEqualTo("/v1/training-statistics"))
                        .willReturn(
                                okJson(UpstreamStubs.expected("training-service/trainings-by-year-and-profession"))));
        as(Role.ANALYST)
                .get(TRAINING + "?by=profession,year&province=PV31&phenomenon=POLARISATION&trainingType=PROFESSIONALS"
                        + "&track=LOCAL,NOT_STATED&boundaries=2011-01-01&asOf=2012-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("dimensions", contains("year", "profession"))
                .body("rows[0].year", is(2011))
                .body("rows[0].profession", is("POLICE"))
                .body("rows[1].profession", nullValue())
                .body("rows[1].containsKey('profession')", is(true))
                .body("rows[0].containsKey('trainingType')", is(false))
                .body("totals[0].containsKey('evaluations')", is(false))
                .body("registerVersion", is("table-33"))
                .body("notes.code", contains("NOT_BY_PROFESSION", "RATING_NOT_SHOWN"));
        services.training()
                .verify(getRequestedFor(urlPathEqualTo("/v1/training-statistics"))
                        .withQueryParam("by", equalTo("year,profession"))
                        .withQueryParam("province", equalTo("PV31"))
                        .withQueryParam("phenomenon", equalTo("POLARISATION"))
                        .withQueryParam("trainingType", equalTo("PROFESSIONALS"))
                        .withQueryParam("track", equalTo("LOCAL,NOT_STATED"))
                        .withQueryParam("boundaries", equalTo("2011-01-01"))
                        .withQueryParam("asOf", equalTo("2012-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?by=month", "?by=year,", "?from=2011-01-01&until=2011-01-01", "?from=x", "?province=PV99"})
    void refusesInvalidQuery(String query) {
        as(Role.ANALYST).get(TRAINING + query).then().statusCode(400).body("violations", hasSize(1));
    }

    @Test
    void rejectsUnknownTrainingTypeWithOtherViolations() {
        services.training()
                .stubFor(get(urlPathEqualTo("/v1/codelists/training-types"))
                        .willReturn(okJson("{\"name\":\"training-types\",\"values\":[{\"code\":\"PROFESSIONALS\"}]}")));
        for (var path : List.of(TRAINING, TRAINING + "/csv")) {
            as(Role.ANALYST)
                    .get(path + "?by=month&trainingType=PROFESSIONALS,PROFESSION,NOT_STATED")
                    .then()
                    .statusCode(400)
                    .body("violations.name", contains("by", "trainingType"))
                    .body("violations[1].code", is("UNKNOWN_VALUE"))
                    .body("violations[1].parameters.rejected", contains("PROFESSION"))
                    .body("violations[1].parameters.allowed", contains("PROFESSIONALS", "NOT_STATED"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FINANCES, TRAINING})
    void isUnavailableWithoutItsService(String report) throws Exception {
        services.forgetAll();
        stubAll(services, status(200).withFixedDelay(5000));
        deadlines.asInProduction(() -> as(Role.ANALYST)
                .get(report)
                .then()
                .statusCode(503)
                .time(lessThan(2000L))
                .header("Retry-After", notNullValue())
                .body("type", is("/v1/problems/unavailable")));
    }

    @ParameterizedTest
    @ValueSource(strings = {FINANCES, TRAINING})
    void passesForbiddenOn(String report) {
        services.forgetAll();
        stubAll(services, status(403));
        as(Role.ANALYST).get(report).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        FINANCES + ", RESEARCHER",
        FINANCES + ", REVIEWER",
        FINANCES + ", STATISTICS_CLIENT",
        FINANCES + ", GRANTEE"
    })
    void isNotForEveryRole(String report, String role) {
        as(role).get(report).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GRANT_OFFICER", "CONTROLLER", "TRAINER"})
    void givesReleaseToRolesWithoutLiveTrainings(String role) {
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/released-reports/training")).willReturn(status(404)));
        as(role).get(TRAINING).then().statusCode(404);
        services.reporting().verify(1, getRequestedFor(urlPathEqualTo("/v1/released-reports/training")));
    }

    @ParameterizedTest
    @ValueSource(strings = {FINANCES, TRAINING})
    void rejectsInvalidToken(String report) {
        given().auth()
                .oauth2(TestIssuer.token().roles(Role.ANALYST).expired().sign())
                .get(report)
                .then()
                .statusCode(401);
    }

    @Test
    void needsTokenForMoney() {
        given().get(FINANCES).then().statusCode(401);
    }

    private static void stubAll(
            UpstreamStubs services, com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer) {
        services.funding().stubFor(get(urlPathEqualTo("/v1/budget-statistics")).willReturn(answer));
        services.training()
                .stubFor(get(urlPathEqualTo("/v1/training-statistics")).willReturn(answer));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.token(role));
    }
}
