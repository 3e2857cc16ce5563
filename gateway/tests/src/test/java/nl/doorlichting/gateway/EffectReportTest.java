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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.contract.ContractFilter;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class EffectReportTest {
    private static final String REPORT = "/v1/reports/effects";
    private static final String EFFECTS = "/v1/effect-statistics";
    private static final String RATINGS = "/v1/training-statistics/ratings";

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
        stub(services.reporting(), EFFECTS, okJson(UpstreamStubs.expected("reporting-service/effects")));
        stub(services.training(), RATINGS, okJson(UpstreamStubs.expected("training-service/ratings")));
    }

    @Test
    void reportsAsTable() {
        given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get("/v1/reports/effects/csv?by=actionLine")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("part,actionLine,from,\"inventories.projects.count\","))
                .body(containsString(
                        "\"inventories.verdicts.verdict\",\"inventories.verdicts.concerns\",\"inventories.verdicts.evidenceLevel\","
                                + "\"inventories.verdicts.count\",\"inventories.verdicts.aboveEvidence\","))
                .body(containsString(
                        "\"EFFECTIVE; PROMISING\",\"INTERVENTION_GOAL; INTERVENTION_GOAL\",\"3; \",\"1; 1\","
                                + "\"false; true\","))
                .body(containsString("\"trainings.ratings.trainingType\",trainings.ratings.mean,"))
                .body(not(containsString("{")))
                .body(containsString("\nTOTAL,,,"));
        stub(services.training(), RATINGS, status(500));
        given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get("/v1/reports/effects/csv")
                .then()
                .statusCode(503)
                .body("missing", contains("training-service"));
        report("/csv?by=actionLine&complete=partial")
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"effects-partial.csv\"")
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue())
                .body(containsString("\nTOTAL,,,"))
                .body(not(containsString("7.2")));
    }

    @Test
    void showsSourcesSideBySide() {
        report("")
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .header("ETag", notNullValue())
                .body("complete", is(true))
                .body("dimensions", contains("actionLine"))
                .body("rows.actionLine", contains("PREVENTION", "PROACTION", null))
                .body("rows[0]", not(hasKey("track")))
                .body("rows[0].inventories.projects.withSelfEvaluation.lowest", is(0.5f))
                .body("rows[0].inventories.projects.withBaseline.count", nullValue())
                .body("rows[0].inventories.verdicts.verdict", contains("EFFECTIVE", "PROMISING"))
                .body("rows[0].inventories.verdicts.aboveEvidence", contains(false, true))
                .body("rows[0].inventories.change.n", is(0))
                .body("rows[0].inventories.embedding.stale", is(2))
                .body("rows[0]", hasKey("trainings"))
                .body("rows[0].trainings", nullValue())
                .body("rows[1].inventories", nullValue())
                .body("rows[1].links", hasKey("reports"))
                .body("rows[1].links.verdicts", nullValue())
                .body("totals[0]", not(hasKey("links")))
                .body("rows[1].trainings.evaluations", nullValue())
                .body("rows[1].trainings.ratings[0].mean", is(7.2f))
                .body("rows[2].inventories.verdicts", empty())
                .body("rows[2].trainings.ratings[0].meanLowest", is(7.5f))
                .body("totals[0].inventories.projects.count", is(4))
                .body("totals[0].trainings.evaluations.n", is(5))
                .body("unallocated.from", contains("GM0993"))
                .body("unallocated[0].inventories", nullValue())
                .body("tallies.projects", contains(78))
                .body("sources.service", contains("reporting-service", "training-service"))
                .body("sources.revision", contains("e1-15", "e4-9"))
                .body("notes.code", contains("IN_SEVERAL_ROWS", "VERDICT_ABOVE_EVIDENCE", "RATING_NOT_SHOWN"))
                .body("notes[0].count", is(3))
                .body("registerVersion", is("table-33"));
    }

    @Test
    void asksBothServicesWithFiltersAndCallersToken() {
        stub(services.funding(), "/v1/organisations/SIPI", okJson("{}"));
        var token = TestIssuer.token(Role.PROGRAMME_MANAGER);
        given().auth()
                .oauth2(token)
                .get(REPORT
                        + "?programme=APR-2007-2011&from=2007-01-01&until=2012-01-01&by=municipality,track"
                        + "&actionLine=PREVENTION,NOT_STATED&track=LOCAL&fundingInstrument=SUBSIDY&interventionType=AWARENESS"
                        + "&municipality=GM0988&province=PV31&boundaries=2011-01-01"
                        + "&asOf=2012-06-01T00:00:00Z&phenomenon=POLARISATION&year=2010&period=2010&organisationId=SIPI"
                        + "&complete=required")
                .then()
                .statusCode(200)
                .body("rows[0]", hasKey("municipality"))
                .body("rows[0]", not(hasKey("actionLine")));
        Stream.of(services.reporting(), services.training())
                .forEach(service -> service.verify(
                        1,
                        getRequestedFor(urlPathEqualTo(service == services.reporting() ? EFFECTS : RATINGS))
                                .withHeader("Authorization", equalTo("Bearer " + token))
                                .withQueryParam("programme", equalTo("APR-2007-2011"))
                                .withQueryParam("from", equalTo("2007-01-01"))
                                .withQueryParam("until", equalTo("2012-01-01"))
                                .withQueryParam("by", equalTo("track,municipality"))
                                .withQueryParam("actionLine", equalTo("NOT_STATED,PREVENTION"))
                                .withQueryParam("track", equalTo("LOCAL"))
                                .withQueryParam("fundingInstrument", equalTo("SUBSIDY"))
                                .withQueryParam("interventionType", equalTo("AWARENESS"))
                                .withQueryParam("municipality", equalTo("GM0988"))
                                .withQueryParam("province", equalTo("PV31"))
                                .withQueryParam("boundaries", equalTo("2011-01-01"))
                                .withQueryParam("asOf", equalTo("2012-06-01T00:00:00Z"))
                                .withQueryParam("phenomenon", equalTo("POLARISATION"))
                                .withQueryParam("year", equalTo("2010"))
                                .withQueryParam("period", equalTo("2010"))
                                .withQueryParam("organisationId", equalTo("SIPI"))
                                .withoutQueryParam("complete")));
    }

    @Test
    void namesDifferentRegistersOfSources() {
        stub(
                services.reporting(),
                EFFECTS,
                okJson(UpstreamStubs.expected("reporting-service/effects")
                        .replace("\"registerVersion\": null", "\"registerVersion\": \"table-34\"")));
        report("?by=municipality")
                .body("registerVersion", nullValue())
                .body(
                        "notes.find { it.code == 'REGISTERS_DIFFER' }.detail",
                        endsWith("inventories: table-34; trainings: table-33"));
    }

    @Test
    void rejectsUnknownProject() {
        var project = "01938f5a-0000-7000-8000-000000000001";
        stub(services.funding(), "/v1/projects/" + project, status(404));
        for (var path : List.of("", "/csv")) {
            report(path + "?projectId=" + project)
                    .statusCode(400)
                    .body("violations.code", contains("UNKNOWN_VALUE"))
                    .body("violations[0].parameters.value", is(project));
        }
    }

    @Test
    void joinsRowsOfPeriods() {
        var period = "\"period\":{\"code\":\"2010\",\"from\":\"2010-01-01\",\"until\":\"2011-01-01\"}";
        stub(
                services.reporting(),
                EFFECTS,
                okJson(UpstreamStubs.expected("reporting-service/effects")
                        .replace("\"actionLine\": \"PREVENTION\"", period)
                        .replace("\"actionLine\": null", "\"period\": null")));
        stub(
                services.training(),
                RATINGS,
                okJson(UpstreamStubs.expected("training-service/ratings")
                        .replace("\"actionLine\": \"PROACTION\"", period)
                        .replace("\"actionLine\": null", "\"period\": null")));
        report("?by=period")
                .statusCode(200)
                .body("rows", hasSize(2))
                .body("rows[0].period.code", is("2010"))
                .body("rows[0].inventories", notNullValue())
                .body("rows[0].trainings", notNullValue())
                .body("rows[1]", hasKey("period"))
                .body("rows[1].period", nullValue())
                .body("totals", hasSize(1));
    }

    static Stream<ResponseDefinitionBuilder> waysToBeMissing() {
        return Stream.of(
                status(503),
                okJson("{}"),
                okJson(UpstreamStubs.expected("training-service/ratings").replace("\"e4-9\"", "null")),
                okJson(UpstreamStubs.expected("training-service/ratings")).withFixedDelay(3000));
    }

    @ParameterizedTest
    @MethodSource("waysToBeMissing")
    void answersWithoutMissingRatingsOnlyWherePartialIsAsked(ResponseDefinitionBuilder way) throws Exception {
        stub(services.training(), RATINGS, way);
        deadlines.asInProduction(this::assertRatingsAreMissing);
    }

    private void assertRatingsAreMissing() {
        report("").statusCode(503).time(lessThan(2000L)).body("missing", contains("training-service"));
        report("?complete=partial")
                .statusCode(200)
                .time(lessThan(2000L))
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue())
                .body("complete", is(false))
                .body("rows.actionLine", contains("PREVENTION", null))
                .body("rows[0].trainings", nullValue())
                .body("totals[0].trainings", nullValue())
                .body("totals[0].inventories.projects.count", is(4))
                .body("sources.status", contains("OK", "UNAVAILABLE"));
    }

    @Test
    void answersWithoutMissingInventoriesOnlyWherePartialIsAsked() {
        stub(services.reporting(), EFFECTS, status(500));
        report("").statusCode(503).body("missing", contains("reporting-service"));
        report("?complete=partial")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("complete", is(false))
                .body("rows.actionLine", contains("PROACTION", null))
                .body("rows[0].inventories", nullValue())
                .body("totals[0].inventories", nullValue())
                .body("tallies", empty())
                .body("sources.status", contains("UNAVAILABLE", "OK"));
    }

    @Test
    void isUnavailableWhenRequiredPartOrAllPartsAreMissing() {
        stub(services.training(), RATINGS, status(500));
        report("?complete=required").statusCode(503).body("type", is("/v1/problems/unavailable"));
        stub(services.reporting(), EFFECTS, status(500));
        report("?complete=partial").statusCode(503).header("Retry-After", notNullValue());
    }

    @Test
    void isForbiddenWhenOnePartIsForbidden() {
        stub(services.training(), RATINGS, status(403));
        report("").statusCode(403).body("type", is("/v1/problems/forbidden"));
    }

    @Test
    void returns304ForMatchingEtag() {
        var etag = report("").extract().header("ETag");
        given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .header("If-None-Match", etag)
                .get(REPORT)
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?by=intensity",
                "?by=track,actionLine,year,roundId",
                "?until=2010",
                "?asOf=yesterday",
                "?roundId=1",
                "?complete=yes",
                "?province=PV99",
                "?asof=2010-01-01"
            })
    void refusesInvalidQuery(String query) {
        report(query).statusCode(400);
        services.reporting().verify(0, getRequestedFor(urlPathEqualTo(EFFECTS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.GRANTEE, Role.TRAINER, Role.TRAINING_COORDINATOR})
    void givesReleaseWithoutReportRole(String role) {
        stub(services.reporting(), "/v1/released-reports/effects", status(404));
        given().auth().oauth2(TestIssuer.token(role)).get(REPORT).then().statusCode(404);
        services.reporting().verify(1, getRequestedFor(urlPathEqualTo("/v1/released-reports/effects")));
        services.reporting().verify(0, getRequestedFor(urlPathEqualTo(EFFECTS)));
    }

    @Test
    void rejectsInvalidToken() {
        given().auth()
                .oauth2(TestIssuer.token().roles(Role.ANALYST).expired().sign())
                .get(REPORT)
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse report(String query) {
        return given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get(REPORT + query)
                .then();
    }

    private static void stub(WireMockServer service, String path, ResponseDefinitionBuilder answer) {
        service.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
    }
}
