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
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.claims.UndecidedReason;
import nl.doorlichting.gateway.dataquality.FindingKind;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.contract.ContractFilter;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.platform.texts.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class DataQualityTest {
    private static final String QUALITY = "/v1/reports/data-quality?programme=APR-2007-2011";
    private static final String DIALOGUE = "01938f5a-0000-7000-8000-0000000000b1";

    UpstreamStubs services;

    @BeforeAll
    static void contract() {
        RestAssured.replaceFiltersWith(ContractFilter.ofApplication());
    }

    @BeforeEach
    void allAnswer() {
        allAnswer(services);
    }

    static void allAnswer(UpstreamStubs services) {
        services.forgetAll();
        stub(services.funding(), "/v1/funding-quality", "funding-service/quality");
        stub(services.funding(), "/v1/budget-statistics", "funding-service/budget");
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/organisations"))
                        .willReturn(okJson("{\"items\":[{\"id\":\"GM0988\"}]}")));
        stub(services.training(), "/v1/training-quality", "training-service/quality");
        stub(services.training(), "/v1/training-statistics/reach", "training-service/reach");
        stub(services.training(), "/v1/training-statistics/ratings", "training-service/ratings");
        stub(services.training(), "/v1/training-statistics", "training-service/trainings");
        stub(services.reporting(), "/v1/reporting-quality", "reporting-service/quality");
        stub(services.reporting(), "/v1/reach-statistics", "reporting-service/reach");
        stub(services.reporting(), "/v1/effect-statistics", "reporting-service/effects");
    }

    @Test
    void listsEachKindTheGravestFirst() {
        findings("")
                .body("items.severity.take(5)", contains("ERROR", "ERROR", "ERROR", "ERROR", "ERROR"))
                .body("items[-1].severity", is("NOTICE"))
                .body(
                        "items.kind",
                        containsInAnyOrder(
                                "TABLE_SUM_DIFFERS",
                                "TABLE_CELL_MALFORMED",
                                "IDENTITY_DANGLING",
                                "CLAIM_FAILS",
                                "PROJECT_UNKNOWN",
                                "ORGANISATION_UNKNOWN",
                                "PROJECT_DIFFERS",
                                "ROUNDS_OVERLAP",
                                "PERIOD_OUTSIDE_PROGRAMME",
                                "YEAR_MISSING",
                                "AWARD_WITHOUT_LINE",
                                "AWARDS_EXCEED_TALLY",
                                "VERDICT_ABOVE_EVIDENCE",
                                "EMBEDDING_STALE",
                                "INCLUSION_UNKNOWN",
                                "TALLY_EXCEEDED",
                                "CLAIM_UNDECIDED",
                                "CLAIM_UNDECIDED"))
                .body("items.acceptance", everyItem(nullValue()));
    }

    @Test
    void statesWhatIsExpectedWhatIsFoundAndHowToRepairIt() {
        findings("&kind=TABLE_SUM_DIFFERS")
                .body("items[0].place", startsWith("/v1/published-tables/"))
                .body("items[0].subject", is("T: 2007; T: 2008"))
                .body("items[0].expected", is("sum of the printed cells: 5; 17"))
                .body("items[0].found", is("6; 26 in print; differences -1; -9"))
                .body("items[0].repair", containsString("T, a, 2008: \"12\" -> \"21\""));
        findings("&kind=TABLE_CELL_MALFORMED").body("items[0].repair", containsString("2 changes mend"));
        findings("&kind=CLAIM_FAILS")
                .body("items[0].expected", is("18643 participations"))
                .body("items[0].found", is("18644 participations"));
        findings("&kind=TALLY_EXCEEDED")
                .body("items[0].place", is("/v1/training-tallies/01938f5a-0000-7000-8000-0000000000e2"))
                .body("items[0].expected", is("at most 100, as the tally states"))
                .body("items[0].found", is("500 or more in the sessions that name it"));
        findings("&kind=AWARDS_EXCEED_TALLY")
                .body("items[0].place", is("/v1/award-tallies/01938f5a-0000-7000-8000-0000000000f2"))
                .body("items[0].expected", is("at most 2 awards"))
                .body("items[0].found", is("3 state it"));
        findings("&kind=PROJECT_DIFFERS")
                .body("items[0].subject", is("dialogue"))
                .body("items[0].expected", is("track LOCAL, as the project states"))
                .body("items[0].found", is("track NATIONAL, in 3 records (figures of reach)"));
        findings("&kind=PERIOD_OUTSIDE_PROGRAMME")
                .body("items.subject", contains("2011-2012"))
                .body("items[0].place", is("/v1/reach-tallies/01938f5a-0000-7000-8000-0000000000e1"))
                .body("items[0].found", is("2011-2012, in 2 records (tallies of reach)"));
        findings("&kind=YEAR_MISSING").body("items.subject", contains("2007"));
        findings("&kind=VERDICT_ABOVE_EVIDENCE")
                .body("items[0].subject", is("dialogue: PROMISING"))
                .body("items[0].found", is("level not known"));
        findings("&kind=CLAIM_UNDECIDED")
                .body("items.severity", everyItem(is("NOTICE")))
                .body("items.subject", containsInAnyOrder("BASELINES: Claim BASELINES.", "YEAR-2007: Claim YEAR-2007."))
                .body("items.expected", containsInAnyOrder("1 project", "1 euro"))
                .body(
                        "items.found",
                        containsInAnyOrder(
                                "undecided: a part of the figures was not measured",
                                "undecided: there is no such figure"));
        findings("&kind=ORGANISATION_UNKNOWN").body("items[0].place", startsWith("/v1/training-sessions/"));
    }

    /** Records of one kind that state the same are added up, whatever else they state; those of another kind are not. */
    @Test
    void addsUpRecordsOfOneKindThatStateTheSame() {
        var missing = "01938f5a-0000-7000-8000-00000000dead";
        references(
                services.reporting(),
                "reporting-service/quality",
                use("reach-observations", 3, DIALOGUE, null, "NATIONAL", null),
                use("reach-observations", 4, DIALOGUE, "GM0988", "NATIONAL", "SUBSIDY"),
                use("effect-judgements", 5, DIALOGUE, null, "NATIONAL", null),
                use("lessons", 1, missing, null, null, null),
                use("lessons", 2, missing, null, "LOCAL", null),
                use("products", 1, missing, null, null, null));
        references(
                services.training(),
                "training-service/quality",
                use("training-sessions", 1200, null, "XX1", null, null),
                use("training-sessions", 34, null, "XX1", "LOCAL", null),
                use("training-tallies", 1, null, "XX1", null, null));
        found(
                "PROJECT_DIFFERS",
                "track NATIONAL, in 7 records (figures of reach)",
                "track NATIONAL, in 5 records (verdicts)");
        found("PROJECT_UNKNOWN", missing + ", in 3 records (lessons)", missing + ", in one record (products)");
        found(
                "ORGANISATION_UNKNOWN",
                "XX1, in 1,234 records (training sessions)",
                "XX1, in one record (tallies of trainings)");
        as(Role.ANALYST)
                .header("Accept-Language", "nl")
                .get(QUALITY + "&kind=PROJECT_UNKNOWN")
                .then()
                .body(
                        "items.found",
                        containsInAnyOrder(
                                missing + ", in 3 records (lessen)", missing + ", in één record (producten)"));
    }

    private void found(String kind, String... found) {
        findings("&kind=" + kind).body("items.found", containsInAnyOrder(found));
    }

    private static void references(WireMockServer service, String expectation, JsonObject... uses) {
        var quality =
                new JsonObject(UpstreamStubs.expected(expectation)).put("references", new JsonArray(List.of(uses)));
        service.stubFor(get(urlPathEqualTo("/v1/" + expectation.replace("-service/", "-")))
                .willReturn(okJson(quality.encode())));
    }

    private static JsonObject use(
            String collection, long records, String project, String organisation, String track, String instrument) {
        return new JsonObject()
                .put("path", "/v1/" + collection)
                .put("recordId", "01938f5a-0000-7000-8000-0000000000e1")
                .put("records", records)
                .put("projectId", project)
                .put("organisationId", organisation)
                .put("track", track)
                .putNull("actionLine")
                .put("fundingInstrument", instrument);
    }

    @Test
    void keepsIdOfFindingAndShowsItsAcceptance() {
        var id = findings("&kind=CLAIM_FAILS").extract().<String>path("items[0].id");
        var accepted =
                UpstreamStubs.expected("reporting-service/quality").replace("\"acceptances\": []", """
                        "acceptances": [{"id": "01938f5a-0000-7000-8000-0000000000f9", "programme": "APR-2007-2011",
                            "findingId": "%s", "reason": "The text is from before.", "acceptedAt": "2026-11-01T10:00:00Z",
                            "acceptedBy": "analyst", "withdrawnAt": null, "withdrawnBy": null, "withdrawalReason": null,
                            "etag": "\\"1\\"", "allowedActions": []}]""".formatted(id));
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/reporting-quality")).willReturn(okJson(accepted)));

        findings("&accepted=true")
                .body("items.id", contains(id))
                .body("items[0].acceptance.reason", is("The text is from before."))
                .body("items[0].acceptance.acceptedBy", is("analyst"));
        findings("&accepted=false").body("items.id", not(contains(id))).body("total.value", is(17));
        as(Role.ANALYST)
                .get(QUALITY.replace("?", "/counts?"))
                .then()
                .statusCode(200)
                .body("findings", is(18))
                .body("open", is(17))
                .body("severities.severity", contains("ERROR", "WARNING", "NOTICE"))
                .body("kinds.find { it.kind == 'CLAIM_FAILS' }.open", is(0));
    }

    @Test
    void asksEachReportOnceForAllClaims() {
        findings("");
        services.funding().verify(1, getRequestedFor(urlPathEqualTo("/v1/budget-statistics")));
        services.training().verify(1, getRequestedFor(urlPathEqualTo("/v1/training-statistics")));
        services.reporting().verify(1, getRequestedFor(urlPathEqualTo("/v1/effect-statistics")));
    }

    /** However many there are: each request would take a place of the service. */
    @Test
    void asksForOrganisationsTogether() {
        findings("&kind=ORGANISATION_UNKNOWN").body("items.subject", contains("XX1"));
        services.funding()
                .verify(
                        1,
                        getRequestedFor(urlPathEqualTo("/v1/organisations"))
                                .withQueryParam("id", equalTo("GM0988,XX1")));
        services.funding().verify(0, getRequestedFor(urlPathMatching("/v1/organisations/.*")));
        // A service that does not say has them all.
        services.funding().stubFor(get(urlPathEqualTo("/v1/organisations")).willReturn(serviceUnavailable()));
        findings("&kind=ORGANISATION_UNKNOWN").body("items", empty());
    }

    @Test
    void tableHasFindingsInTheOrderOfTheList() {
        var csv = as(Role.ANALYST)
                .get(QUALITY.replace("?", "/csv?"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<String> listed = findings("").extract().path("items.id");

        assertEquals(
                listed,
                csv.lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')).replace("\"", ""))
                        .toList());
    }

    @Test
    void answersTable() {
        as(Role.PROGRAMME_MANAGER)
                .get(QUALITY.replace("?", "/csv?"))
                .then()
                .statusCode(200)
                .body(startsWith("id,kind,severity,place,subject,expected,found,repair,"))
                .body(containsString(",ROUNDS_OVERLAP,WARNING,"));
    }

    @Test
    void isForThoseWhoReadReports() {
        as(Role.CONTROLLER).get(QUALITY).then().statusCode(403);
        as(Role.REVIEWER).get(QUALITY).then().statusCode(200);
        as(Role.ANALYST).get("/v1/reports/data-quality").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"funding", "training", "reporting"})
    void namesServiceThatDoesNotAnswer(String service) {
        var server = switch (service) {
            case "funding" -> services.funding();
            case "training" -> services.training();
            default -> services.reporting();
        };
        server.stubFor(get(urlPathEqualTo("/v1/" + service + "-quality")).willReturn(serviceUnavailable()));

        as(Role.ANALYST).get(QUALITY).then().statusCode(503).body("missing", contains(service + "-service"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"funding", "training", "reporting"})
    void findsWhatServicesThatAnswerShow(String service) {
        var server = switch (service) {
            case "funding" -> services.funding();
            case "training" -> services.training();
            default -> services.reporting();
        };
        server.resetAll();
        server.stubFor(get(urlPathMatching("/v1/.*")).willReturn(serviceUnavailable()));
        var missing = Map.of(
                        "funding", "AWARD_WITHOUT_LINE",
                        "training", "ORGANISATION_UNKNOWN",
                        "reporting", "ROUNDS_OVERLAP")
                .get(service);
        var there = Map.of(
                        "funding", "ROUNDS_OVERLAP",
                        "training", "AWARD_WITHOUT_LINE",
                        "reporting", "AWARD_WITHOUT_LINE")
                .get(service);

        findings("&complete=partial")
                .header("ETag", nullValue())
                .body("complete", is(false))
                .body("sources.findAll { it.status == 'UNAVAILABLE' }.service", contains(service + "-service"))
                .body("items.kind", not(hasItem(missing)))
                .body("items.kind", hasItem(there));
        as(Role.ANALYST)
                .get(QUALITY.replace("?", "/counts?") + "&complete=partial")
                .then()
                .statusCode(200)
                .header("Cache-Control", is("no-store"))
                .body("complete", is(false))
                .body("kinds.kind", hasItem(there));
        as(Role.ANALYST)
                .get(QUALITY.replace("?", "/csv?") + "&complete=partial")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("data-quality-partial.csv"));
        as(Role.ANALYST).get(QUALITY).then().statusCode(503).body("missing", hasItem(service + "-service"));
    }

    /** A year is not missing because its service is. */
    @Test
    void findsNoMissingYearOfServiceThatDoesNotAnswer() {
        services.training().resetAll();
        services.training().stubFor(get(urlPathMatching("/v1/.*")).willReturn(serviceUnavailable()));
        services.reporting().stubFor(get(urlPathEqualTo("/v1/reach-statistics")).willReturn(serviceUnavailable()));

        findings("&complete=partial&kind=YEAR_MISSING").body("items.place", everyItem(containsString("finances")));
    }

    /** Their texts are put together of the kind. */
    @Test
    void everyKindIsAmongTheFindings() {
        var kinds = new HashSet<>(findings("").extract().<List<String>>path("items.kind"));
        // Of an unknown programme there are no others.
        kinds.add(FindingKind.PROGRAMME_UNKNOWN.name());
        assertEquals(Stream.of(FindingKind.values()).map(Enum::name).collect(Collectors.toSet()), kinds);
    }

    /** Texts are put together of the reason. */
    @ParameterizedTest
    @EnumSource
    void hasTextOfEachReasonWhyClaimIsUndecided(UndecidedReason why) {
        var reason = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertDoesNotThrow(() -> Text.of("quality.claim-undecided." + reason));
    }

    @Test
    void findsRecordsOfUnknownProgramme() {
        programmeIsUnknown();
        var quality = new JsonObject(UpstreamStubs.expected("reporting-service/quality"));
        var periods = quality.getJsonArray("reachPeriods");
        periods.add(periods.getJsonObject(0).copy().put("records", 5));
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/reporting-quality")).willReturn(okJson(quality.encode())));
        findings("&kind=PROGRAMME_UNKNOWN")
                .body(
                        "items.place",
                        containsInAnyOrder(
                                "/v1/claims/01938f5a-0000-7000-8000-0000000c0001",
                                "/v1/reach-tallies/01938f5a-0000-7000-8000-0000000000e1",
                                "/v1/reach-observations/01938f5a-0000-7000-8000-0000000000e2",
                                "/v1/training-sessions/01938f5a-0000-7000-8000-0000000000e1"))
                .body("items.subject", everyItem(is("APR-2007-2011")))
                .body(
                        "items.found",
                        hasItems(
                                "APR-2007-2011, in 7 records (claims)",
                                "APR-2007-2011, in 7 records (tallies of reach)",
                                "APR-2007-2011, in one record (figures of reach)"));
        findings("").body("items.kind", not(hasItem("PROJECT_UNKNOWN")));
        as(Role.ANALYST)
                .get("/v1/reports/data-quality/csv?programme=APR-2007-2011")
                .then()
                .statusCode(200);
    }

    @Test
    void findsTrainingsAloneOfUnknownProgramme() {
        programmeIsUnknown();
        nothingIsReported();
        findings("")
                .body("items.kind", contains("PROGRAMME_UNKNOWN"))
                .body("items[0].place", is("/v1/training-sessions/01938f5a-0000-7000-8000-0000000000e1"));
        as(Role.ANALYST)
                .get("/v1/reports/data-quality/counts?programme=APR-2007-2011")
                .then()
                .statusCode(200)
                .body("findings", is(1));
    }

    @Test
    void refusesUnknownProgrammeOfWhichNothingIsRecorded() {
        programmeIsUnknown();
        nothingIsReported();
        services.training()
                .stubFor(get(urlPathEqualTo("/v1/training-quality"))
                        .willReturn(okJson("{\"references\":[],\"programmeUses\":[]}")));
        as(Role.ANALYST).get(QUALITY).then().statusCode(400).body("violations.code", contains("UNKNOWN_VALUE"));
    }

    /** As funding-service answers for it. */
    private void programmeIsUnknown() {
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/funding-quality"))
                        .willReturn(jsonResponse(
                                "{\"type\":\"/v1/problems/validation-failed\",\"violations\":[{\"in\":\"query\","
                                        + "\"name\":\"programme\",\"code\":\"UNKNOWN_VALUE\",\"detail\":\"x\"}]}",
                                400)));
        services.funding().stubFor(get(urlPathEqualTo("/v1/programmes")).willReturn(okJson("{\"items\":[]}")));
    }

    private void nothingIsReported() {
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/reporting-quality"))
                        .willReturn(okJson("{\"audits\":[],\"claims\":[],\"roundOverlaps\":[],"
                                + "\"verdictsAboveEvidence\":[],\"staleEmbeddings\":[],\"reachPeriods\":[],"
                                + "\"programmeUses\":[],\"references\":[],\"acceptances\":[]}")));
        var nothing = "{\"rows\":[],\"totals\":[],\"unallocated\":[],\"notes\":[{\"code\":\"NOTHING_RECORDED\","
                + "\"count\":1,\"detail\":\"x\"}],\"dimensions\":[\"period\"],\"measure\":\"PARTICIPATIONS\","
                + "\"revision\":\"e1-1\"}";
        services.reporting().stubFor(get(urlPathEqualTo("/v1/reach-statistics")).willReturn(okJson(nothing)));
        services.training()
                .stubFor(get(urlPathEqualTo("/v1/training-statistics/reach")).willReturn(okJson(nothing)));
    }

    private ValidatableResponse findings(String query) {
        return as(Role.ANALYST).get(QUALITY + query).then().statusCode(200);
    }

    private static void stub(WireMockServer service, String path, String expectation) {
        service.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(UpstreamStubs.expected(expectation))));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.token(role));
    }
}
