package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
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
class PolicyReviewTest {
    private static final String PROGRAMME = "programme=APR-2007-2011";
    private static final String REVIEW = "/v1/reports/policy-review?" + PROGRAMME;
    private static final String PROJECTS = "/v1/reports/policy-review/projects?" + PROGRAMME;

    UpstreamStubs services;

    @BeforeAll
    static void contract() {
        RestAssured.replaceFiltersWith(ContractFilter.ofApplication());
    }

    @BeforeEach
    void allAnswer() {
        services.forgetAll();
        stub(services.funding(), "/v1/budget-statistics", "funding-service/budget");
        stub(services.funding(), "/v1/budget-statistics/projects", "funding-service/project-money");
        stub(services.training(), "/v1/training-statistics/reach", "training-service/reach");
        stub(services.training(), "/v1/training-statistics/ratings", "training-service/ratings");
        stub(services.training(), "/v1/training-statistics", "training-service/trainings");
        stub(services.reporting(), "/v1/reach-statistics", "reporting-service/reach");
        stub(services.reporting(), "/v1/reach-statistics/projects", "reporting-service/project-reach");
        stub(services.reporting(), "/v1/effect-statistics", "reporting-service/effects");
        stub(services.reporting(), "/v1/lessons", "reporting-service/lessons");
    }

    @Test
    void hasReportsAsTheyAnswerThemselves() {
        var review = review(Role.ANALYST, "")
                .header("ETag", notNullValue())
                .body("complete", is(true))
                .body("withheld", empty())
                .body("period.code", is("2007-2011"))
                .body("effectsByProject", is("/v1/reports/effects?programme=APR-2007-2011&by=projectId"))
                .body("sources.service", contains("funding-service", "training-service", "reporting-service"))
                .body("sources.status", everyItem(is("OK")));
        for (var report : List.of("reach", "effects", "training", "finances")) {
            var alone = as(Role.ANALYST)
                    .get("/v1/reports/" + report + "?" + PROGRAMME)
                    .then()
                    .statusCode(200);
            assertEquals(
                    alone.extract().jsonPath().getMap("$"), review.extract().<Map<String, Object>>path(report), report);
        }
    }

    @Test
    void countsProjectsByInstrumentActionLineAndTrack() {
        review(Role.ANALYST, "")
                .body("instruments.total.count", is(4))
                .body("instruments.total.disbursed.amount", is("140000.00"))
                .body("instruments.withSeveralTypes", is(1))
                .body(
                        "instruments.interventionTypes.interventionType",
                        contains("AWARENESS", "NETWORK_BUILDING", "GENERAL_EDUCATION", null))
                .body("instruments.interventionTypes.track", contains("LOCAL", "LOCAL", "NATIONAL", null))
                .body("instruments.interventionTypes.projects.count", contains(2, 1, 1, 1))
                .body("instruments.interventionTypes[0].projects.disbursed.amount", is("100000.00"))
                .body("instruments.interventionTypes[3].projects.disbursed", nullValue())
                .body(
                        "instruments.fundingInstruments.fundingInstrument",
                        contains("DECENTRALISATION_GRANT", "SUBSIDY", null))
                .body("instruments.overlaps.first", contains("AWARENESS"))
                .body("instruments.overlaps.second", contains("NETWORK_BUILDING"))
                .body("instruments.overlaps[0].projects.count", is(1));
    }

    @Test
    void statesSpendingByTrackAndWhatWasPaidWithoutProject() {
        review(Role.ANALYST, "")
                .body("spending.total.amount", is("2740000.00"))
                .body("spending.tracks.track", contains("LOCAL", "NATIONAL", null))
                .body(
                        "spending.tracks.projects.collect { it.disbursed?.amount }",
                        contains("100000.00", "40000.00", null))
                .body("spending.withoutProject.amount", is("2600000.00"))
                .body("spending.entries", containsString("kind=DISBURSEMENT"));
    }

    @Test
    void dividesMoneyByReachOfProjectsThatHaveBoth() {
        review(Role.ANALYST, "")
                .body("costPerParticipation.total.stateShare.projects", is(2))
                .body("costPerParticipation.total.stateShare.money.amount", is("130000.00"))
                .body("costPerParticipation.total.stateShare.reach.best", is(600))
                .body("costPerParticipation.total.stateShare.best.amount", is("216.67"))
                .body("costPerParticipation.total.stateShare.lowest.amount", is("209.68"))
                .body("costPerParticipation.total.stateShare.highest.amount", is("224.14"))
                .body("costPerParticipation.total.stateShare.shareOfSpending", is(0.0474f))
                .body("costPerParticipation.total.stateShare.shareOfReach", is(0.0168f))
                .body("costPerParticipation.total.stateShare.approximate", is(false))
                .body("costPerParticipation.total.stateShare.reachShare.best", is(0.0168f))
                .body("costPerParticipation.total.stateShare.reachShare.approximate", notNullValue())
                .body("costPerParticipation.tracks[2].cost.stateShare.approximate", nullValue())
                .body("costPerParticipation.tracks[2].cost.stateShare.reachShare", nullValue())
                .body("costPerParticipation.total.wholeCost.projects", is(1))
                .body("costPerParticipation.total.wholeCost.best.amount", is("1500.00"))
                .body("costPerParticipation.tracks.track", contains("LOCAL", "NATIONAL", null))
                .body("costPerParticipation.tracks[0].cost.stateShare.best.amount", is("900.00"))
                .body("costPerParticipation.tracks[2].cost.stateShare.reason", is("NOT_ATTRIBUTABLE"))
                .body("costPerParticipation.intensities.intensity", contains("COURSE", "EVENT", null))
                .body("costPerParticipation.intensities[1].cost.stateShare.best.amount", is("80.00"))
                .body("costPerParticipation.intensities[2].projects", is(2))
                .body("costPerParticipation.intensities[2].cost.stateShare.best", nullValue())
                .body("costPerParticipation.fundingInstruments[1].cost.wholeCost.reason", is("NOT_ATTRIBUTABLE"));
    }

    /** Every number of projects is that of the list that it links to, and so is its money. */
    @Test
    void linksNumbersToTheirProjects() {
        var review = review(Role.ANALYST, "").extract();
        for (var rows : List.of(
                "instruments.interventionTypes.projects",
                "instruments.fundingInstruments.projects",
                "instruments.overlaps.projects",
                "spending.tracks.projects")) {
            for (var row : review.<List<Map<String, Object>>>path(rows)) {
                var listed = as(Role.ANALYST)
                        .get((String) row.get("link"))
                        .then()
                        .statusCode(200)
                        .extract();
                assertEquals(row.get("count"), listed.path("total.value"), rows);
                var paid = listed.<List<String>>path("items.findAll { it.disbursed != null }.disbursed.amount").stream()
                        .mapToDouble(Double::parseDouble)
                        .sum();
                var shown = (Map<?, ?>) row.get("disbursed");
                assertEquals(shown == null ? 0 : Double.parseDouble((String) shown.get("amount")), paid, rows);
            }
        }
        for (var rows : List.of("fundingInstruments", "tracks", "intensities")) {
            for (var row : review.<List<Map<String, Object>>>path("costPerParticipation." + rows)) {
                as(Role.ANALYST)
                        .get((String) row.get("link"))
                        .then()
                        .statusCode(200)
                        .body("total.value", is(row.get("projects")));
            }
        }
    }

    @Test
    void listsProjectsWithTheirMoneyReachAndRecords() {
        projects("&track=LOCAL")
                .body("items.code", contains("dialogue", "training"))
                .body("items[0].cost.stateShare.best.amount", is("900.00"))
                .body("items[0].cost.wholeCost.best.amount", is("1500.00"))
                .body("items[0].reach.best", is(100))
                .body("items[0].intensity", is("COURSE"))
                .body(
                        "items[0].entries",
                        containsString("&projectId=01938f5a-0000-7000-8000-0000000000b2&kind=DISBURSEMENT"))
                .body(
                        "items[0].commitments",
                        containsString("&projectId=01938f5a-0000-7000-8000-0000000000b2&kind=COMMITMENT"))
                .body("items[0].observations", containsString("counted=true"))
                .body("items[1].cost.stateShare.reason", is("NOT_ATTRIBUTABLE"));
        projects("&pageSize=1").body("items.code", contains("debate")).body("nextCursor", notNullValue());
        projects("&sort=-name").body("items[0].code", is("training"));
        projects("&allInterventionTypes=AWARENESS,NETWORK_BUILDING").body("items.code", contains("dialogue"));
        projects("&intensity=NOT_STATED").body("items.code", contains("prize", "training"));
        as(Role.ANALYST)
                .get(PROJECTS + "&track=SIDEWAYS&intensity=HUGE")
                .then()
                .statusCode(400)
                .body("violations.name", containsInAnyOrder("intensity", "track"));
    }

    @Test
    void asksForReachInDaysOfProgrammeAndPassesMomentOn() {
        review(Role.ANALYST, "&asOf=2012-01-01T00:00:00Z")
                .body("instruments.total.link", endsWith("asOf=2012-01-01T00%3A00%3A00Z"))
                .body("lessons.link", endsWith("&translation=false&asOf=2012-01-01T00%3A00%3A00Z"));

        services.reporting()
                .verify(getRequestedFor(urlPathEqualTo("/v1/lessons"))
                        .withQueryParam("asOf", equalTo("2012-01-01T00:00:00Z")));
        services.reporting()
                .verify(getRequestedFor(urlPathEqualTo("/v1/reach-statistics/projects"))
                        .withQueryParam("from", equalTo("2007-01-01"))
                        .withQueryParam("until", equalTo("2012-01-01"))
                        .withQueryParam("asOf", equalTo("2012-01-01T00:00:00Z")));
        services.funding()
                .verify(getRequestedFor(urlPathEqualTo("/v1/budget-statistics/projects"))
                        .withQueryParam("asOf", equalTo("2012-01-01T00:00:00Z")));
        services.funding()
                .verify(getRequestedFor(urlPathEqualTo("/v1/budget-statistics"))
                        .withQueryParam("asOf", equalTo("2012-01-01T00:00:00Z")));
    }

    @Test
    void isNotAttributableWhereNothingIsPaidToProjects() {
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/budget-statistics/projects"))
                        .willReturn(okJson(UpstreamStubs.expected("funding-service/project-money")
                                .replaceAll("\"disbursed\": \\{[^}]*}", "\"disbursed\": null"))));

        review(Role.ANALYST, "")
                .body("costPerParticipation.total.stateShare.reason", is("NOT_ATTRIBUTABLE"))
                .body("costPerParticipation.total.stateShare.projects", is(0))
                .body("costPerParticipation.total.stateShare.best", nullValue())
                .body("spending.withoutProject.amount", is("2740000.00"));
    }

    /** What a role may not read is withheld and named; it is not asked for. */
    @Test
    void withholdsPartsThatCallerMayNotRead() {
        review(Role.REVIEWER, "")
                .body("complete", is(true))
                .body("withheld", contains("finances", "spending", "costPerParticipation"))
                .body("finances", nullValue())
                .body("spending", nullValue())
                .body("costPerParticipation", nullValue())
                .body("reach", notNullValue())
                .body("lessons.total", is(1))
                .body("lessons.items.title", contains("Embedding is limited"))
                .body("lessons.items.language", contains("nl"))
                .body("lessons.items[0].translations.language", contains("en"))
                .body("lessons.items[0].translations.title", contains("Little lasts"));
        services.reporting()
                .verify(getRequestedFor(urlPathEqualTo("/v1/lessons")).withQueryParam("translation", equalTo("false")));
        services.funding().verify(0, getRequestedFor(urlPathEqualTo("/v1/budget-statistics")));
        as(Role.REVIEWER)
                .get(PROJECTS)
                .then()
                .statusCode(200)
                .body("items.cost", everyItem(nullValue()))
                .body("items[0].reach.best", is(500));

        review(Role.PROGRAMME_MANAGER, "")
                .body("withheld", contains("lessons"))
                .body("lessons", nullValue())
                .body("costPerParticipation.total.stateShare.best.amount", is("216.67"));
        services.reporting().verify(1, getRequestedFor(urlPathEqualTo("/v1/lessons")));
        for (var role : List.of(Role.CONTROLLER, Role.GRANT_OFFICER, Role.RESEARCHER, Role.GRANTEE)) {
            as(role).get(REVIEW).then().statusCode(403);
        }
        given().get(REVIEW).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"funding", "training", "reporting"})
    void namesServiceThatDoesNotAnswer(String service) {
        away(service);

        as(Role.ANALYST)
                .get(REVIEW)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("missing", contains(service + "-service"));
        var csv = REVIEW.replace("?", "/csv?");
        as(Role.ANALYST).get(csv).then().statusCode(503);
        review(Role.ANALYST, "&complete=partial")
                .header("ETag", nullValue())
                .header("Cache-Control", is("no-store"))
                .body("complete", is(false))
                .body("withheld", empty())
                .body("sources.find { it.status == 'UNAVAILABLE' }.service", is(service + "-service"));
        as(Role.ANALYST)
                .get(csv + "&complete=partial")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("policy-review-partial.csv"));
    }

    @Test
    void leavesOutOnlyWhatMissingServiceHas() {
        away("reporting");
        review(Role.ANALYST, "&complete=partial")
                .body("costPerParticipation", nullValue())
                .body("lessons", nullValue())
                .body("spending.total.amount", is("2740000.00"))
                .body("instruments.total.count", is(4))
                .body("reach.complete", is(false));
        as(Role.ANALYST)
                .get(PROJECTS + "&complete=partial")
                .then()
                .statusCode(200)
                .body("complete", is(false))
                .body("items.reach", everyItem(nullValue()))
                .body("items.cost", everyItem(nullValue()));
        as(Role.ANALYST).get(PROJECTS).then().statusCode(503).body("missing", contains("reporting-service"));

        allAnswer();
        away("funding");
        review(Role.ANALYST, "&complete=partial")
                .body("finances", nullValue())
                .body("instruments", nullValue())
                .body("reach.complete", is(true));
        as(Role.ANALYST).get(PROJECTS + "&complete=partial").then().statusCode(503);
    }

    @Test
    void namesAllServicesThatDoNotAnswer() {
        away("funding");
        away("training");
        as(Role.ANALYST)
                .get(REVIEW)
                .then()
                .statusCode(503)
                .body("missing", contains("funding-service", "training-service"));
        away("reporting");
        as(Role.ANALYST).get(REVIEW + "&complete=partial").then().statusCode(503);
    }

    @Test
    void answersTables() {
        as(Role.ANALYST)
                .get(REVIEW.replace("?", "/csv?"))
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("part,interventionType,otherType,fundingInstrument,actionLine,track,intensity,"))
                .body(containsString("\nOVERLAP,AWARENESS,NETWORK_BUILDING,"))
                .body(containsString("\nCOST_BY_INTENSITY,,,,,,EVENT,1,"))
                .body(containsString("\nSPENDING_WITHOUT_PROJECT,"));
        as(Role.REVIEWER)
                .get(REVIEW.replace("?", "/csv?"))
                .then()
                .statusCode(200)
                .body(containsString("\nINTERVENTION_TYPE,"))
                .body(not(containsString("\nCOST")));
        as(Role.ANALYST)
                .get(PROJECTS.replace("?", "/csv?") + "&track=NATIONAL")
                .then()
                .statusCode(200)
                .body(startsWith("projectId,code,name,fundingInstrument,"))
                .body(containsString(",debate,"))
                .body(not(containsString(",dialogue,")));
    }

    @Test
    void refusesProgrammeThatIsNotStatedOrNotThere() {
        as(Role.ANALYST).get("/v1/reports/policy-review").then().statusCode(400);
        as(Role.ANALYST).get("/v1/reports/policy-review/projects").then().statusCode(400);
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/budget-statistics/projects"))
                        .willReturn(okJson("{\"period\":null,\"projects\":[],\"revision\":\"e1-1\"}")));
        services.funding().stubFor(get(urlPathEqualTo("/v1/programmes")).willReturn(okJson("{\"items\":[]}")));
        as(Role.ANALYST)
                .get(PROJECTS)
                .then()
                .statusCode(400)
                .body("violations.name", contains("programme"))
                .body("violations.code", contains("UNKNOWN_VALUE"));
    }

    private void away(String service) {
        var server = switch (service) {
            case "funding" -> services.funding();
            case "training" -> services.training();
            default -> services.reporting();
        };
        server.resetAll();
        server.stubFor(get(urlPathMatching("/v1/.*")).willReturn(serviceUnavailable()));
    }

    private static ValidatableResponse review(String role, String query) {
        return as(role).get(REVIEW + query).then().statusCode(200);
    }

    private static ValidatableResponse projects(String query) {
        return as(Role.ANALYST).get(PROJECTS + query).then().statusCode(200);
    }

    private static void stub(WireMockServer service, String path, String expectation) {
        service.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(UpstreamStubs.expected(expectation))));
    }

    private static RequestSpecification as(String role) {
        return given().urlEncodingEnabled(false).auth().oauth2(TestIssuer.token(role));
    }
}
