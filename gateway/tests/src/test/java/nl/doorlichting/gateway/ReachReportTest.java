package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
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
class ReachReportTest {
    private static final String REPORT = "/v1/reports/reach";
    private static final String INVENTORY = "/v1/reach-statistics";
    private static final String TRAINING = "/v1/training-statistics/reach";

    private static final String PROJECT = "01938f5a-0000-7000-8000-000000000001";
    private static final String OTHER = "01938f5a-0000-7000-8000-000000000002";

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
        stub(services.reporting(), INVENTORY, okJson(UpstreamStubs.expected("reporting-service/reach")));
        stub(services.training(), TRAINING, okJson(UpstreamStubs.expected("training-service/reach")));
    }

    @Test
    void showsSourcesSideBySide() {
        report("")
                .statusCode(200)
                .body("complete", is(true))
                .body("measure", is("PARTICIPATIONS"))
                .body("dimensions", contains("period", "targetGroup"))
                .body("rows.source", contains("INVENTORY", "TRAINING"))
                .body("rows[0].reach.best", is(18644))
                .body("rows[0].period.code", is("2007-2009"))
                .body("rows[0]", not(hasKey("municipality")))
                .body("rows[1].reach.highest", nullValue())
                .body("totals[0].reach.best", is(35650))
                .body("totals[1].reach", nullValue())
                .body("unallocated", emptyIterable())
                .body("people", emptyIterable())
                .body("sources.service", contains("reporting-service", "training-service"))
                .body("sources.revision", contains("e1-12", "e4-3"))
                .body("registerVersion", nullValue());
    }

    @Test
    void mergesNotesWithTheSameCode() {
        report("")
                .body("notes.code", contains("INCLUSION_UNKNOWN", "OVERLAPPING_PERIODS", "SOURCES_MAY_OVERLAP"))
                .body("notes[0].count", is(9))
                .body("notes[0].detail", is("inventories: 7 observations; trainings: 2 observations"));
    }

    @Test
    void givesSameTextOfBothSourcesOnce() {
        withNote(services.reporting(), INVENTORY, "reporting-service/reach", "REGISTER_ENDS", "ends on 2022-12-31");
        withNote(services.training(), TRAINING, "training-service/reach", "REGISTER_ENDS", "ends on 2022-12-31");
        report("").body("notes[0].count", is(4)).body("notes[0].detail", is("ends on 2022-12-31"));
        withNote(services.reporting(), INVENTORY, "reporting-service/reach", "NOT_STATED", "left out: 4 observations");
        withNote(services.training(), TRAINING, "training-service/reach", "NOT_STATED", "left out: 4 observations");
        report("")
                .body("notes[0].count", is(8))
                .body("notes[0].detail", is("inventories and trainings, each: left out: 4 observations"));
        withNote(services.training(), TRAINING, "training-service/reach", "SPLIT", "1 observation");
        report("").body("notes.detail[0]", is("inventories: left out: 4 observations"));
        report("?source=TRAINING").body("notes.detail", contains("1 observation"));
    }

    private static void withNote(WireMockServer service, String path, String answer, String code, String detail) {
        stub(
                service,
                path,
                okJson(UpstreamStubs.expected(answer)
                        .replaceFirst(
                                "(?s)\"notes\": \\[.*?\\]",
                                "\"notes\": [{\"code\": \"" + code + "\", \"count\": 4, \"detail\": \"" + detail
                                        + "\"}]")));
    }

    @Test
    void namesDifferentRegistersOfSources() {
        register("table-33", "table-33");
        report("?by=municipality")
                .body("registerVersion", is("table-33"))
                .body("notes.code", not(hasItem("REGISTERS_DIFFER")));
        register("table-33", "table-34");
        report("?by=municipality")
                .body("registerVersion", nullValue())
                .body("notes.find { it.code == 'REGISTERS_DIFFER' }.count", is(2))
                .body(
                        "notes.find { it.code == 'REGISTERS_DIFFER' }.detail",
                        endsWith("inventories: table-33; trainings: table-34"));
    }

    private void register(String ofInventories, String ofTrainings) {
        var version = "\"registerVersion\": null";
        stub(
                services.reporting(),
                INVENTORY,
                okJson(UpstreamStubs.expected("reporting-service/reach")
                        .replace(version, version.replace("null", "\"" + ofInventories + "\""))));
        stub(
                services.training(),
                TRAINING,
                okJson(UpstreamStubs.expected("training-service/reach")
                        .replace(version, version.replace("null", "\"" + ofTrainings + "\""))));
    }

    @Test
    void boundsPeopleWhereBothSourcesHaveFigures() {
        var training = UpstreamStubs.expected("reporting-service/reach")
                .replace("INVENTORY", "TRAINING")
                .replace("18644", "1000")
                .replace(
                        "\"best\": 35650, \"lowest\": 35650, \"highest\": 35650",
                        "\"best\": 2000, \"lowest\": 40000, \"highest\": null");
        stub(services.training(), TRAINING, okJson(training));
        report("")
                .body("people", hasSize(2))
                .body("people.period.code", contains("2007-2009", "2007-2009"))
                .body("people[0].targetGroup", is("YOUTH_AND_PUPILS"))
                .body("people[0].lowest", is(18644))
                .body("people[0].highest", is(19644))
                .body("people.approximate", contains(false, false))
                .body("people[1]", not(hasKey("targetGroup")))
                .body("people[1].lowest", is(40000))
                .body("people[1].highest", nullValue())
                .body("notes.find { it.code == 'SOURCES_MAY_OVERLAP' }.count", is(2));
        report("?source=TRAINING").body("people", emptyIterable()).body("notes.code", contains("INCLUSION_UNKNOWN"));
        var about = "1000, \"approximate\": ";
        stub(services.training(), TRAINING, okJson(training.replace(about + "false", about + "true")));
        report("").body("people.approximate", contains(true, false));
    }

    /** One request without a token would become many to the owner. */
    @Test
    void asksNoOwnerAboutFiltersOfClientWithoutToken() {
        given().get(REPORT + "?organisationId=A,B,C&grade=7")
                .then()
                .statusCode(400)
                .body("violations.name", hasItem("grade"));
        services.funding().verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void asksBothServicesWithFiltersAndCallersToken() {
        var token = TestIssuer.token(Role.REVIEWER);
        given().auth()
                .oauth2(token)
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get(REPORT
                        + "?programme=APR-2007-2011&from=2007-01-01&until=2012-01-01&by=municipality,period"
                        + "&targetGroup=STUDENTS&track=LOCAL&actionLine=PREVENTION&municipality=GM0988&province=PV31"
                        + "&boundaries=2011-01-01&asOf=2012-03-01T12:30:00Z&complete=required")
                .then()
                .statusCode(200)
                .body("rows[0]", hasKey("municipality"));
        Stream.of(services.reporting(), services.training())
                .forEach(service -> service.verify(
                        1,
                        getRequestedFor(urlPathEqualTo(service == services.reporting() ? INVENTORY : TRAINING))
                                .withHeader("Authorization", equalTo("Bearer " + token))
                                .withHeader("traceparent", matching("00-0af7651916cd43dd8448eb211c80319c-.*"))
                                .withQueryParam("programme", equalTo("APR-2007-2011"))
                                .withQueryParam("from", equalTo("2007-01-01"))
                                .withQueryParam("until", equalTo("2012-01-01"))
                                .withQueryParam("by", equalTo("period,municipality"))
                                .withQueryParam("targetGroup", equalTo("STUDENTS"))
                                .withQueryParam("track", equalTo("LOCAL"))
                                .withQueryParam("actionLine", equalTo("PREVENTION"))
                                .withQueryParam("municipality", equalTo("GM0988"))
                                .withQueryParam("province", equalTo("PV31"))
                                .withQueryParam("boundaries", equalTo("2011-01-01"))
                                .withQueryParam("asOf", equalTo("2012-03-01T12:30:00Z"))
                                .withoutQueryParam("complete")));
    }

    @Test
    void asksOnlyTheRequestedSource() {
        report("?source=TRAINING")
                .statusCode(200)
                .body("complete", is(true))
                .body("rows.source", contains("TRAINING"))
                .body("sources.service", contains("training-service"));
        services.reporting().verify(0, getRequestedFor(urlPathEqualTo(INVENTORY)));
    }

    static Stream<ResponseDefinitionBuilder> waysToBeMissing() {
        return Stream.of(
                status(500),
                status(503),
                status(302),
                status(204),
                okJson("<html>"),
                okJson("{}"),
                okJson("null"),
                okJson(""),
                okJson(UpstreamStubs.expected("training-service/reach") + "{}"),
                okJson(UpstreamStubs.expected("training-service/reach").replace("\"e4-3\"", "null")),
                okJson(UpstreamStubs.expected("training-service/reach").replace("2441,", "\"x\",")),
                okJson(UpstreamStubs.expected("training-service/reach")).withFixedDelay(3000),
                okJson(UpstreamStubs.expected("training-service/reach")).withChunkedDribbleDelay(5, 5000),
                status(200).withFault(Fault.CONNECTION_RESET_BY_PEER),
                status(200).withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    }

    @ParameterizedTest
    @MethodSource("waysToBeMissing")
    void answersWithoutMissingSourceOnlyWherePartialIsAsked(ResponseDefinitionBuilder way) throws Exception {
        stub(services.training(), TRAINING, way);
        deadlines.asInProduction(this::assertSourceIsMissing);
    }

    private void assertSourceIsMissing() {
        report("")
                .statusCode(503)
                .time(lessThan(2000L))
                .header("Retry-After", matchesPattern("\\d+"))
                .header("ETag", nullValue())
                .body("missing", contains("training-service"))
                .body("detail", startsWith("No answer now from training-service"));
        report("?complete=partial")
                .statusCode(200)
                .time(lessThan(2000L))
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue())
                .body("complete", is(false))
                .body("rows.source", contains("INVENTORY"))
                .body("totals.source", contains("INVENTORY", "TRAINING"))
                .body("totals[1]", hasKey("period"))
                .body("totals[1].period", nullValue())
                .body("totals[1].reach", nullValue())
                .body("sources.status", contains("OK", "UNAVAILABLE"))
                .body("sources[1].revision", nullValue())
                .body("notes", hasSize(1));
    }

    @Test
    void statesWhatThePartNeedsThatHadTooLittleTime() {
        stub(
                services.training(),
                TRAINING,
                status(503)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"type\":\"/v1/problems/unavailable\",\"status\":503,\"needs\":12,"
                                + "\"detail\":\"Ask for less.\"}"));
        report("")
                .statusCode(503)
                .body("missing", contains("training-service"))
                .body("needs", is(12))
                .body("detail", is("No answer now from training-service, so that a part is missing. Ask for less."));
        stub(services.reporting(), INVENTORY, status(503));
        report("?complete=partial")
                .statusCode(503)
                .body("missing", contains("reporting-service", "training-service"))
                .body("needs", is(12));
        stub(services.training(), TRAINING, status(503));
        report("").statusCode(503).body("$", not(hasKey("needs")));
    }

    @Test
    void statesBeforeWhichMomentPartsWouldAnswerThatWaitedForWrites() {
        for (var part : Map.of("10:00:00.5", services.training(), "10:00:01", services.reporting())
                .entrySet()) {
            stub(
                    part.getValue(),
                    part.getValue() == services.training() ? TRAINING : INVENTORY,
                    status(503)
                            .withHeader("Content-Type", "application/problem+json")
                            .withBody(
                                    "{\"type\":\"/v1/problems/unavailable\",\"status\":503,\"recordedUntil\":\"2026-03-01T"
                                            + part.getKey() + "Z\",\"detail\":\"Writes run.\"}"));
        }
        report("?asOf=2026-03-01T10:00:02Z")
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("missing", contains("reporting-service", "training-service"))
                .body("recordedUntil", is("2026-03-01T10:00:00.500Z"))
                .body("detail", endsWith("Writes run."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?complete=required", "?source=TRAINING", "?source=TRAINING&complete=partial"})
    void isUnavailableWhenRequiredPartIsMissing(String query) {
        stub(services.training(), TRAINING, status(500));
        report(query)
                .statusCode(503)
                .header("Retry-After", matchesPattern("\\d+"))
                .header("Cache-Control", "no-store")
                .body("type", is("/v1/problems/unavailable"));
    }

    @Test
    void isUnavailableWhenNoServiceResponds() throws Exception {
        stub(services.training(), TRAINING, okJson("{}").withFixedDelay(4000));
        stub(services.reporting(), INVENTORY, okJson("{}").withFixedDelay(4000));
        deadlines.asInProduction(() -> report("?complete=partial")
                .statusCode(503)
                .time(lessThan(2000L))
                .body("missing", contains("reporting-service", "training-service"))
                .body("needs", is(2)));
    }

    @Test
    void isForbiddenWhenOnePartIsForbidden() {
        stub(services.training(), TRAINING, status(403));
        report("").statusCode(403).body("type", is("/v1/problems/forbidden"));
    }

    @Test
    void returns401WhenServiceRefusesToken() {
        stub(services.reporting(), INVENTORY, status(401));
        report("").statusCode(401).header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    @Test
    void returnsViolationsOfTheService() {
        stub(
                services.training(),
                TRAINING,
                status(400)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(UpstreamStubs.expected("training-service/refusal")));
        report("")
                .statusCode(400)
                .body("violations[0].name", is("programme"))
                .body("violations[0].code", is("UNKNOWN_VALUE"));
    }

    @Test
    void wordsNotesInLanguageOfClient() {
        var english = inLanguage("en, nl;q=0.5", 200)
                .header("Content-Language", is("en"))
                .header("Vary", containsStringIgnoringCase("accept-language"))
                .body("notes[0].detail", is("inventories: 7 observations; trainings: 2 observations"))
                .body("notes[2].detail", startsWith("sources may have reached the same people"))
                .extract()
                .header("ETag");
        var dutch = inLanguage("nl", 200)
                .header("Content-Language", is("nl"))
                .header("Vary", containsStringIgnoringCase("accept-language"))
                .body("notes[0].detail", is("resultaatinventarisaties: 7 observations; trainingen: 2 observations"))
                .body("notes[2].detail", startsWith("de bronnen kunnen dezelfde mensen hebben bereikt"))
                .header("ETag", not(english))
                .extract()
                .header("ETag");
        as(Role.ANALYST)
                .header("Accept-Language", "nl")
                .header("If-None-Match", dutch)
                .get(REPORT)
                .then()
                .statusCode(304);
        register("table-33", "table-34");
        inLanguage("nl", 200)
                .body(
                        "notes.find { it.code == 'REGISTERS_DIFFER' }.detail",
                        endsWith("resultaatinventarisaties: table-33; trainingen: table-34"));
    }

    private static ValidatableResponse inLanguage(String language, int status) {
        return as(Role.ANALYST)
                .header("Accept-Language", language)
                .get(REPORT)
                .then()
                .statusCode(status);
    }

    @Test
    void asksServicesInLanguageOfClient() {
        nothingRecorded();
        as(Role.ANALYST).header("Accept-Language", "nl").get(REPORT);
        services.training()
                .verify(getRequestedFor(urlPathEqualTo(TRAINING)).withHeader("Accept-Language", equalTo("nl")));
        services.reporting()
                .verify(getRequestedFor(urlPathEqualTo(INVENTORY)).withHeader("Accept-Language", equalTo("nl")));
    }

    @Test
    void returns304ForUnchangedBody() {
        var etag = report("")
                .header("ETag", matchesPattern("\"[0-9a-f]{32}\""))
                .header("Cache-Control", "private, no-cache")
                .extract()
                .header("ETag");
        as(Role.ANALYST)
                .header("If-None-Match", "\"other\", W/" + etag)
                .get(REPORT)
                .then()
                .statusCode(304)
                .header("ETag", "W/" + etag);
        stub(
                services.training(),
                TRAINING,
                okJson(UpstreamStubs.expected("training-service/reach").replace("e4-3", "e4-4")));
        as(Role.ANALYST).header("If-None-Match", etag).get(REPORT).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT_OFFICER",
                "CONTROLLER",
                "GRANTEE",
                "TRAINING_COORDINATOR",
                "TRAINER",
                "PROFESSIONAL",
                "AUDITOR"
            })
    void givesReleaseToRolesWithoutLiveFigures(String role) {
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/released-reports/reach"))
                        .willReturn(okJson(UpstreamStubs.expected("reporting-service/released-reach"))));
        as(role).get(REPORT).then().statusCode(200).body("release.name", is("2026-3"));
        services.reporting().verify(0, getRequestedFor(urlPathEqualTo(INVENTORY)));
    }

    @Test
    void rejectsInvalidToken() {
        given().auth()
                .oauth2(TestIssuer.token().roles(Role.ANALYST).expired().sign())
                .get(REPORT)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source=OTHER",
                "complete=yes",
                "complete=REQUIRED",
                "complete=PARTIAL",
                "complete=partial,required",
                "by=colour",
                "from=2011",
                "nothing=1",
                "municipality=GM0000",
                "from=2011-01-01&until=2010-01-01"
            })
    void refusesWhatCannotBeAsked(String query) {
        report("?" + query).statusCode(400).body("violations", hasSize(1)).body("violations[0].in", is("query"));
    }

    @Test
    void reportsAsTable() {
        stub(
                services.reporting(),
                INVENTORY + "/csv",
                ok("part,source,targetGroup,reach.best\nROW,INVENTORY,OTHER,7\n"));
        stub(services.training(), TRAINING + "/csv", ok("part,source,targetGroup,reach.best\nROW,TRAINING,OTHER,\n"));
        as(Role.ANALYST)
                .get(REPORT + "/csv?by=targetGroup")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", "attachment; filename=\"reach.csv\"")
                .body(is("part,source,targetGroup,reach.best,people.lowest,people.highest,people.approximate\n"
                        + "ROW,INVENTORY,OTHER,7,,,false\nROW,TRAINING,OTHER,,,,false\n"));
        as(Role.ANALYST).get(REPORT + "/csv?source=TRAINING").then().body(containsString("TRAINING"));
        stub(services.training(), TRAINING + "/csv", status(500));
        as(Role.ANALYST).get(REPORT + "/csv").then().statusCode(503).body("missing", contains("training-service"));
        as(Role.ANALYST)
                .get(REPORT + "/csv?by=targetGroup&complete=partial")
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"reach-partial.csv\"")
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue())
                .body(is("part,source,targetGroup,reach.best,people.lowest,people.highest,people.approximate\n"
                        + "ROW,INVENTORY,OTHER,7,,,\nTOTAL,TRAINING,,,,,\n"));
    }

    @Test
    void partialTableOfUnknownProgrammeIsRejected() {
        stub(services.funding(), "/v1/programmes", okJson("{\"items\":[]}"));
        stub(services.reporting(), INVENTORY + "/csv", ok("part,source\n"));
        stub(services.training(), TRAINING + "/csv", status(500));
        as(Role.ANALYST)
                .get(REPORT + "/csv?programme=NONE&complete=partial")
                .then()
                .statusCode(400)
                .body("violations.name", contains("programme"));
    }

    @Test
    void rejectsUnknownCompletenessWithOtherViolations() {
        report("?complete=some&from=2011")
                .statusCode(400)
                .body("violations.name", contains("complete", "from"))
                .body("violations[0].code", is("UNKNOWN_VALUE"))
                .body("violations[0].parameters.allowed", contains("partial", "required"));
    }

    @Test
    void tableHasBoundsOfPeopleWhereBothSourcesHaveFigures() {
        var fields = "part,source,targetGroup,from,reach.lowest,reach.highest,reach.approximate,links.observations\n";
        stub(
                services.reporting(),
                INVENTORY + "/csv",
                ok(fields + "ROW,INVENTORY,OTHER,,7,10,false,/a\nROW,INVENTORY,STUDENTS,,1,1,true,/b\n"
                        + "TOTAL,INVENTORY,,,8,11,true,/c\nUNALLOCATED,INVENTORY,OTHER,GM0993,1,1,false,/d\n"));
        stub(
                services.training(),
                TRAINING + "/csv",
                ok(fields
                        + "ROW,TRAINING,OTHER,,9,20,false,\nTOTAL,TRAINING,,,9,,false,\n"
                        + "UNALLOCATED,TRAINING,OTHER,GM0993,1,1,false,\n"));
        as(Role.ANALYST)
                .get(REPORT + "/csv?by=targetGroup&boundaries=2011-01-01")
                .then()
                .body(is(fields.replace("\n", ",people.lowest,people.highest,people.approximate\n")
                        + "ROW,INVENTORY,OTHER,,7,10,false,/a,9,30,false\nROW,INVENTORY,STUDENTS,,1,1,true,/b,,,\n"
                        + "TOTAL,INVENTORY,,,8,11,true,/c,9,,true\nUNALLOCATED,INVENTORY,OTHER,GM0993,1,1,false,/d,,,\n"
                        + "ROW,TRAINING,OTHER,,9,20,false,,9,30,false\nTOTAL,TRAINING,,,9,,false,,9,,true\n"
                        + "UNALLOCATED,TRAINING,OTHER,GM0993,1,1,false,,,,\n"));
    }

    @Test
    void rejectsReferencesThatOwnerDoesNotHave() {
        nothingRecorded();
        stub(services.funding(), "/v1/programmes", okJson("{\"items\":[]}"));
        stub(services.funding(), "/v1/projects/" + PROJECT, status(404));
        stub(services.funding(), "/v1/organisations/GM0988", okJson("{}"));
        report("?programme=NONE&organisationId=GM0988,NOT_STATED&projectId=" + PROJECT)
                .statusCode(400)
                .body("violations.name", contains("programme", "projectId"))
                .body("violations.code", contains("UNKNOWN_VALUE", "UNKNOWN_VALUE"));
    }

    /** A code is named as it is written: one in another case is unknown, and the refusal names the one that there is. */
    @Test
    void refusalOfUnknownProgrammeNamesThoseThatThereAre() {
        nothingRecorded();
        stub(services.funding(), "/v1/programmes", okJson("{\"items\":[{\"code\":\"APR-2007-2011\"}],\"links\":{}}"));
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/programmes"))
                        .withQueryParam("code", equalTo("apr-2007-2011"))
                        .willReturn(okJson("{\"items\":[]}")));
        for (var query : List.of("?programme=apr-2007-2011", "?programme=apr-2007-2011&by=colour")) {
            report(query)
                    .statusCode(400)
                    .body("violations.find { it.name == 'programme' }.code", is("UNKNOWN_VALUE"))
                    .body("violations.find { it.name == 'programme' }.parameters.value", is("apr-2007-2011"))
                    .body("violations.find { it.name == 'programme' }.parameters.allowed", contains("APR-2007-2011"));
        }
    }

    @Test
    void rejectsUnknownReferenceBesideKnownOne() {
        known(PROJECT);
        stub(services.funding(), "/v1/projects/" + OTHER, status(404));
        report("?projectId=" + PROJECT).statusCode(200);
        report("?projectId=" + PROJECT + "," + OTHER)
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].code", is("UNKNOWN_VALUE"))
                .body("violations[0].parameters.value", is(OTHER));
        stub(services.reporting(), INVENTORY + "/csv", ok("part,source\nROW,INVENTORY\n"));
        stub(services.training(), TRAINING + "/csv", ok("part,source\n"));
        as(Role.ANALYST)
                .get(REPORT + "/csv?projectId=" + OTHER)
                .then()
                .statusCode(400)
                .body("violations.code", contains("UNKNOWN_VALUE"));
    }

    @Test
    void reportsUnknownReferencesWithOtherViolations() {
        known(PROJECT);
        stub(services.funding(), "/v1/projects/" + OTHER, status(404));
        stub(services.funding(), "/v1/programmes", okJson("{\"items\":[]}"));
        stub(services.reporting(), "/v1/inventory-rounds/" + OTHER, status(404));
        report("?by=colour&programme=NONE&projectId=" + PROJECT + ",x," + OTHER + "&roundId=" + OTHER)
                .statusCode(400)
                .body(
                        "violations.collect { it.name + ' ' + it.code }",
                        contains(
                                "by UNKNOWN_VALUE",
                                "programme UNKNOWN_VALUE",
                                "projectId UNKNOWN_VALUE",
                                "projectId WRONG_TYPE",
                                "roundId UNKNOWN_VALUE"));
    }

    @Test
    void reportsUnknownReferencesOnceWithThoseOfService() {
        stub(services.funding(), "/v1/projects/" + PROJECT, status(404));
        stub(services.funding(), "/v1/programmes", okJson("{\"items\":[]}"));
        stub(services.reporting(), "/v1/inventory-rounds/" + OTHER, status(404));
        stub(
                services.reporting(),
                INVENTORY,
                status(400)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"violations\":[{\"in\":\"query\",\"name\":\"roundId\",\"code\":\"UNKNOWN_VALUE\","
                                + "\"parameters\":{\"value\":\"" + OTHER + "\"},\"detail\":\"no round\"}]}"));
        report("?programme=NONE&projectId=" + PROJECT + "&roundId=" + OTHER)
                .statusCode(400)
                .body("violations.name", contains("programme", "projectId", "roundId"))
                .body("violations[2].detail", is("no round"));
    }

    private void known(String project) {
        stub(services.funding(), "/v1/projects/" + project, okJson("{}"));
    }

    @Test
    void rejectsTableOfUnknownProgramme() {
        var header = "part,source,targetGroup,reach.best\n";
        stub(services.reporting(), INVENTORY + "/csv", ok(header));
        stub(services.training(), TRAINING + "/csv", ok(header));
        stub(services.funding(), "/v1/programmes", okJson("{\"items\":[]}"));
        as(Role.ANALYST)
                .get(REPORT + "/csv?by=targetGroup&programme=NONE")
                .then()
                .statusCode(400)
                .body("violations.code", contains("UNKNOWN_VALUE"));
    }

    @Test
    void notesThatNothingIsRecordedOfKnownReferences() {
        nothingRecorded();
        stub(services.funding(), "/v1/programmes", okJson("{\"items\":[{}]}"));
        stub(services.funding(), "/v1/organisations/GM0988", status(403));
        report("?programme=APR-2007-2011&organisationId=GM0988")
                .statusCode(200)
                .body("rows", emptyIterable())
                .body("notes.code", contains("NOTHING_RECORDED"))
                .body("notes[0].count", is(1));
        stub(services.reporting(), INVENTORY, okJson(UpstreamStubs.expected("reporting-service/reach")));
        report("?programme=APR-2007-2011").body("notes.code", contains("INCLUSION_UNKNOWN"));
    }

    /** What nothing is recorded of may not exist. */
    @ParameterizedTest
    @ValueSource(strings = {"programme=APR-2007-2011", "projectId=" + PROJECT, "organisationId=GM0988"})
    void isUnavailableWhereNothingIsFoundAndOwnerDoesNotAnswer(String query) {
        nothingRecorded();
        services.funding().stubFor(get(anyUrl()).willReturn(status(503)));
        report("?" + query)
                .statusCode(503)
                .header("Retry-After", matchesPattern("\\d+"))
                .header("ETag", nullValue())
                .body("missing", contains("funding-service"))
                .body("detail", containsString("it is not known whether what is asked for exists"));
        report("?" + query + "&complete=partial")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue())
                .body("complete", is(false))
                .body("notes.code", contains("NOTHING_RECORDED"))
                .body("sources.service", contains("reporting-service", "training-service", "funding-service"))
                .body("sources.status", contains("OK", "OK", "UNAVAILABLE"));
        stub(services.reporting(), INVENTORY + "/csv", ok("part,source\n"));
        stub(services.training(), TRAINING + "/csv", ok("part,source\n"));
        report("/csv?" + query).statusCode(503).body("missing", contains("funding-service"));
        report("/csv?" + query + "&complete=partial")
                .statusCode(200)
                .header("ETag", nullValue())
                .header("Content-Disposition", "attachment; filename=\"reach-partial.csv\"");
    }

    @Test
    void isUnavailableWhereOwnerOfRoundIsASourceThatFailsToSay() {
        nothingRecorded();
        stub(services.reporting(), "/v1/inventory-rounds/" + OTHER, status(500));
        report("?roundId=" + OTHER).statusCode(503).body("missing", contains("reporting-service"));
        report("?roundId=" + OTHER + "&complete=partial")
                .statusCode(200)
                .body("complete", is(false))
                .body("sources.service", containsInAnyOrder("reporting-service", "training-service"))
                .body("sources.find { it.service == 'reporting-service' }.status", is("UNAVAILABLE"));
    }

    /** Records of a programme are in no report of an unknown one, and those of a project name it. */
    @Test
    void reportOfFiguresNeedsNoAnswerOfOwner() {
        services.funding().stubFor(get(anyUrl()).willReturn(status(503)));
        report("?programme=APR-2007-2011&projectId=" + PROJECT)
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("complete", is(true))
                .body("sources.service", contains("reporting-service", "training-service"));
    }

    @Test
    void rejectsUnknownReferenceWhileSourceDoesNotAnswer() {
        stub(services.funding(), "/v1/projects/" + PROJECT, status(404));
        stub(services.training(), TRAINING, status(503));
        for (var query : List.of("?projectId=" + PROJECT, "?complete=partial&projectId=" + PROJECT)) {
            report(query)
                    .statusCode(400)
                    .body("violations.name", contains("projectId"))
                    .body("violations.code", contains("UNKNOWN_VALUE"));
        }
        known(OTHER);
        report("?projectId=" + OTHER).statusCode(503).body("missing", contains("training-service"));
    }

    private void nothingRecorded() {
        var nothing = "{\"dimensions\":[\"period\",\"targetGroup\"],\"rows\":[],\"totals\":[],\"unallocated\":[],"
                + "\"notes\":[{\"code\":\"NOTHING_RECORDED\",\"count\":1,\"detail\":\"none\"}],"
                + "\"registerVersion\":null,\"revision\":\"e1-1\"}";
        stub(services.reporting(), INVENTORY, okJson(nothing));
        stub(services.training(), TRAINING, okJson(nothing));
    }

    @Test
    void isJsonOnly() {
        as(Role.ANALYST).accept("text/csv").get(REPORT).then().statusCode(406);
    }

    private static void stub(WireMockServer service, String path, ResponseDefinitionBuilder answer) {
        service.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
    }

    private static ValidatableResponse report(String query) {
        return as(Role.ANALYST).get(REPORT + query).then();
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.token(role));
    }
}
