package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the services sum up or list of one programme is 400 where funding-service has none with this code. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class UnknownProgrammeTest {
    private static final String UNKNOWN = "APR-1066";
    private static final String NOTHING = "{\"rows\":[],\"totals\":[{\"sessions\":{\"held\":0},\"rating\":null}],"
            + "\"notes\":[{\"code\":\"NOTHING_RECORDED\",\"count\":1,\"detail\":\"x\"}],\"items\":[],"
            + "\"total\":{\"value\":0,\"exact\":true},\"links\":{\"self\":\"/v1\"},\"dimensions\":[\"year\"],"
            + "\"measure\":\"PARTICIPATIONS\",\"revision\":\"e1-1\"}";

    UpstreamStubs services;

    @BeforeEach
    void noServiceHasAnything() {
        RestAssured.replaceFiltersWith(List.of());
        services.forgetAll();
        Stream.of(services.funding(), services.training(), services.reporting()).forEach(service -> {
            service.stubFor(get(anyUrl()).willReturn(okJson(NOTHING)));
            service.stubFor(get(urlPathMatching(".*/csv")).willReturn(ok("part,source\n")));
        });
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/programmes"))
                        .withQueryParam("code", equalTo("APR-2007-2011"))
                        .willReturn(okJson("{\"items\":[{\"code\":\"APR-2007-2011\"}]}")));
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/programmes"))
                        .withQueryParam("code", equalTo(UNKNOWN))
                        .willReturn(okJson("{\"items\":[]}")));
        programmes("null");
        fundingRefusesUnknown();
    }

    /** The service that has the programmes refuses an unknown one itself, and the gateway adds nothing. */
    private void fundingRefusesUnknown() {
        operationsOf(Service.FUNDING)
                .forEach(path -> services.funding()
                        .stubFor(get(urlPathEqualTo(path))
                                .withQueryParam("programme", equalTo(UNKNOWN))
                                .willReturn(jsonResponse("""
                                        {"type":"/v1/problems/validation-failed","violations":[{"in":"query",\
                                        "name":"programme","code":"UNKNOWN_VALUE","parameters":{"value":"APR-1066",\
                                        "allowed":["APR-2007-2011","B-1"]},"detail":"There is no programme APR-1066."}]}""", 400))));
    }

    private void programmes(String next) {
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/programmes"))
                        .withQueryParam("code", absent())
                        .willReturn(okJson(
                                "{\"items\":[{\"code\":\"APR-2007-2011\"},{\"code\":\"B-1\"}],\"links\":{\"next\":"
                                        + next + "}}")));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isRefusedByEveryOperationOfOneProgramme(String path) {
        read(path, UNKNOWN)
                .statusCode(400)
                .body("type", is("/v1/problems/validation-failed"))
                .body("violations.name", contains("programme"))
                .body("violations.code", contains("UNKNOWN_VALUE"))
                .body("violations[0].parameters.value", is(UNKNOWN))
                .body("violations[0].parameters.allowed", contains("APR-2007-2011", "B-1"))
                .body("violations[0].detail", is("There is no programme " + UNKNOWN + "."));
        read(path, "APR-2007-2011").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/reach-statistics", "/v1/training-statistics"})
    void doesNotNameSomeOfManyProgrammes(String path) {
        programmes("\"/v1/programmes?cursor=x\"");
        read(path, UNKNOWN)
                .statusCode(400)
                .body("violations[0].parameters", not(hasKey("allowed")))
                .body("violations[0].detail", is("There is no programme " + UNKNOWN + "."));
    }

    /** By the contract: those with a programme that are no list of records, whose filter may find none, and not 404. */
    static List<String> operations() {
        var operations = Stream.of(Service.values())
                .flatMap(service -> operationsOf(service).stream())
                .toList();
        assertTrue(operations.containsAll(List.of(
                "/v1/budget-statistics",
                "/v1/budget-statistics/projects",
                "/v1/funding-quality",
                "/v1/condition-coverage",
                "/v1/releases")));
        return operations;
    }

    private static Set<String> operationsOf(Service service) {
        var operations = new TreeSet<String>();
        try (var stored = service.document()) {
            var document = new ObjectMapper().readTree(stored);
            document.path("paths").properties().forEach(path -> {
                var list = document.path("paths").path(path.getKey().replaceAll("/csv$", ""));
                var isList = names(list, document).contains("pageSize")
                        && !path.getKey().equals("/releases");
                if (names(path.getValue(), document).contains("programme")
                        && !isList
                        && !path.getValue().at("/get/responses").has("404")) {
                    operations.add("/v1" + path.getKey());
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return operations;
    }

    private static List<String> names(JsonNode path, JsonNode document) {
        return path.at("/get/parameters")
                .valueStream()
                .map(one ->
                        one.has("$ref") ? document.at(one.path("$ref").asText().substring(1)) : one)
                .map(one -> one.path("name").asText())
                .toList();
    }

    @Test
    void isNamedBesideWhatTheServiceRefuses() {
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/effect-statistics"))
                        .willReturn(jsonResponse(
                                "{\"type\":\"/v1/problems/validation-failed\",\"violations\":[{\"in\":\"query\","
                                        + "\"name\":\"year\",\"code\":\"WRONG_TYPE\",\"detail\":\"x\"}]}",
                                400)));
        read("/v1/effect-statistics", UNKNOWN).statusCode(400).body("violations.name", contains("programme", "year"));
        read("/v1/effect-statistics", "APR-2007-2011").statusCode(400).body("violations.name", contains("year"));
    }

    /** Trainers are of no programme: there may be many who gave nothing in it. */
    @Test
    void isRefusedOfTrainersWhoGaveNothing() {
        trainers(0);
        read("/v1/trainer-statistics", UNKNOWN)
                .statusCode(400)
                .body("violations.name", contains("programme"))
                .body("violations[0].parameters.allowed", contains("APR-2007-2011", "B-1"));
        read("/v1/trainer-statistics", "APR-2007-2011").statusCode(200);
        trainers(1);
        read("/v1/trainer-statistics", UNKNOWN).statusCode(200);
    }

    private void trainers(int sessions) {
        var trainer = "{\"trainer\":\"01938f5a-0000-7000-8000-0000000000c1\",\"label\":\"first trainer\",\"trainedBy\":"
                + "\"01938f5a-0000-7000-8000-0000000000c2\",\"generation\":1,\"sessions\":" + sessions
                + ",\"participants\":{\"best\":0,\"lowest\":0,\"highest\":0,\"approximate\":false}}";
        services.training()
                .stubFor(get(urlPathEqualTo("/v1/trainer-statistics"))
                        .willReturn(okJson("{\"rows\":[" + String.join(",", Collections.nCopies(100, trainer))
                                + "],\"totals\":[{\"trainers\":100,\"sessions\":" + sessions
                                + ",\"participants\":{\"best\":0}}],\"revision\":\"e1-1\"}")));
    }

    @Test
    void isNotNamedBesideItsRepetition() {
        services.training()
                .stubFor(get(urlPathEqualTo("/v1/training-statistics"))
                        .willReturn(jsonResponse(
                                "{\"type\":\"/v1/problems/validation-failed\",\"violations\":[{\"in\":\"query\","
                                        + "\"name\":\"programme\",\"code\":\"REPEATED_PARAMETER\",\"detail\":\"x\"}]}",
                                400)));
        read("/v1/training-statistics", UNKNOWN + "&programme=" + UNKNOWN)
                .statusCode(400)
                .body("violations.code", contains("REPEATED_PARAMETER"));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isNamedBesideWhatElseIsWrongWithTheQuestionOfReport(String report) {
        read(report, UNKNOWN + "&asOf=yesterday&pageSize=0&nothing=1")
                .statusCode(400)
                .body("violations.name", containsInAnyOrder("asOf", "nothing", "pageSize", "programme"))
                .body("violations.find { it.name == 'programme' }.code", is("UNKNOWN_VALUE"))
                .body(
                        "violations.find { it.name == 'programme' }.parameters.allowed",
                        contains("APR-2007-2011", "B-1"));
    }

    /** A report without anything may be of an unknown one. */
    @ParameterizedTest
    @MethodSource("reports")
    void isUnavailableInReportWithoutAnythingWhereFundingDoesNotSay(String report) {
        nothingIsRecorded();
        services.funding().resetAll();
        services.funding().stubFor(get(anyUrl()).willReturn(status(503)));
        read(report, UNKNOWN)
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .header("ETag", nullValue())
                .body("missing", hasItem("funding-service"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reach", "effects"})
    void isNamedAsNotLookedUpInPartialReport(String report) {
        nothingIsRecorded();
        services.funding().stubFor(get(urlPathEqualTo("/v1/programmes")).willReturn(status(503)));
        read("/v1/reports/" + report, UNKNOWN + "&complete=partial")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue())
                .body("complete", is(false))
                .body("sources.service", contains("reporting-service", "training-service", "funding-service"))
                .body("sources.status", contains("OK", "OK", "UNAVAILABLE"));
    }

    /** As services answer of figures that there are none of. */
    private void nothingIsRecorded() {
        for (var service : List.of(services.reporting(), services.training())) {
            service.stubFor(
                    get(urlPathMatching("/v1/(reach-statistics|effect-statistics|training-statistics/(reach|ratings))"))
                            .willReturn(okJson("{\"dimensions\":[],\"rows\":[],\"totals\":[],\"unallocated\":[],"
                                    + "\"tallies\":[],\"notes\":[{\"code\":\"NOTHING_RECORDED\",\"count\":1,"
                                    + "\"detail\":\"x\"}],\"registerVersion\":null,\"revision\":\"e1-1\"}")));
        }
    }

    @Test
    void isNamedAsNotLookedUpInPartialListOfClaims() {
        services.funding().stubFor(get(urlPathEqualTo("/v1/programmes")).willReturn(status(503)));
        read("/v1/reports/claims", UNKNOWN + "&complete=partial")
                .statusCode(200)
                .body("complete", is(false))
                .body("sources.find { it.service == 'funding-service' }.status", is("UNAVAILABLE"));
        read("/v1/reports/claims/csv", UNKNOWN + "&complete=partial")
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"claim-evaluations-partial.csv\"");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void whatIsWrongBesideItIsRefusedWhereFundingDoesNotSay(String report) {
        services.funding().resetAll();
        services.funding().stubFor(get(anyUrl()).willReturn(status(503)));
        read(report, UNKNOWN + "&asOf=yesterday&pageSize=0&nothing=1")
                .statusCode(400)
                .body("violations.name", containsInAnyOrder("asOf", "nothing", "pageSize"));
        read(report, UNKNOWN + "&asOf=2999-01-01T00:00:00Z").statusCode(400).body("violations.name", contains("asOf"));
        var isReleased = Stream.of("reach", "effects", "training").anyMatch(report::endsWith);
        given().auth()
                .oauth2(TestIssuer.token(Role.GRANTEE))
                .get(report + "?programme=" + UNKNOWN)
                .then()
                .statusCode(isReleased ? 200 : 403);
    }

    static List<String> reports() {
        var reports = List.of("reach", "effects", "training", "finances", "policy-review", "policy-review/projects");
        return Stream.concat(reports.stream(), Stream.of("claims", "data-quality"))
                .flatMap(report -> Stream.of(report, report + "/csv"))
                .map(report -> "/v1/reports/" + report)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"finances", "policy-review", "policy-review/projects", "claims", "data-quality/counts"})
    void isRequiredBesideWhatElseIsWrong(String report) {
        given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get("/v1/reports/" + report + "?nothing=1")
                .then()
                .statusCode(400)
                .body("violations.name", containsInAnyOrder("nothing", "programme"))
                .body("violations.code", containsInAnyOrder("UNKNOWN_PARAMETER", "REQUIRED"));
    }

    @Test
    void isNamedBesideFiltersOfProjects() {
        read("/v1/reports/policy-review/projects", UNKNOWN + "&track=UP&allInterventionTypes=TALK")
                .statusCode(400)
                .body("violations.name", containsInAnyOrder("programme", "track", "allInterventionTypes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rows\":[{\"name\":\"recorded without a programme in funding-service\"}]}",
                "{\"stated\":3}",
                "{\"items\":[\"GM0988\"]}"
            })
    void isAnsweredWhereTheServiceHasSomething(String answer) {
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/reporting-quality")).willReturn(okJson(answer)));
        var body =
                read("/v1/reporting-quality", UNKNOWN).statusCode(200).extract().asString();
        assertEquals(answer, body);
    }

    @Test
    void isAnsweredWhereFundingDoesNotSay() {
        services.funding().stubFor(get(urlPathEqualTo("/v1/programmes")).willReturn(status(503)));
        read("/v1/releases", UNKNOWN).statusCode(200);
        services.funding().stubFor(get(urlPathEqualTo("/v1/programmes")).willReturn(status(403)));
        read("/v1/releases", UNKNOWN).statusCode(200);
        given().get("/v1/releases?programme=" + UNKNOWN).then().statusCode(200);
    }

    @Test
    void isAnsweredAsItsServiceDoesWhereTheCallerIsRefused() {
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/reporting-quality")).willReturn(status(403)));
        read("/v1/reporting-quality", UNKNOWN).statusCode(403);
        services.funding().verify(0, getRequestedFor(urlPathEqualTo("/v1/programmes")));
    }

    private static ValidatableResponse read(String path, String programme) {
        return given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get(path + "?programme=" + programme)
                .then();
    }
}
