package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class ProjectDossierTest {
    private static final String PROJECT = "01938f5a-0000-7000-8000-0000000000aa";
    private static final String DOSSIER = "/v1/projects/" + PROJECT + "/dossier";
    private static final String FINANCES = "/v1/project-finances/" + PROJECT;
    private static final String TRAININGS = "/v1/training-statistics";
    private static final String NOTES_OF_OTHERS = "{\"code\":\"NO_FIGURES\",\"count\":2,\"detail\":\"2\"},"
            + "{\"code\":\"NOT_STATED\",\"count\":3,\"detail\":\"3\"},";
    private static final String RECORDS = "/v1/project-records/" + PROJECT;
    private static final String REACH_SUMS = RECORDS + "/reach-sums";
    private static final List<String> OF_RECORDS =
            List.of("embeddings", "indicators", "lessons", "products", "reach", "reports", "verdicts");

    @Inject
    PatientDeadlines deadlines;

    UpstreamStubs services;

    @BeforeAll
    static void contract() {
        RestAssured.replaceFiltersWith(ContractFilter.ofApplication());
    }

    @BeforeEach
    void allAnswer() {
        services.forgetAll();
        stub(services.funding(), FINANCES, okJson(UpstreamStubs.expected("funding-service/finances")));
        stub(
                services.training(),
                TRAININGS,
                okJson(UpstreamStubs.expected("training-service/project-trainings")
                        .replace("\"notes\": [", "\"notes\": [" + NOTES_OF_OTHERS)));
        stub(services.reporting(), RECORDS, okJson(UpstreamStubs.expected("reporting-service/records")));
        stub(services.reporting(), REACH_SUMS, okJson(UpstreamStubs.expected("reporting-service/reach-sums")));
        stub(services.funding(), "/v1/projects/" + PROJECT, okJson(UpstreamStubs.expected("funding-service/project")));
        stub(services.funding(), "/v1/projects", okJson(UpstreamStubs.expected("funding-service/parts")));
    }

    @Test
    void showsTheRecordsOfAllServices() {
        dossier("")
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .header("ETag", notNullValue())
                .body("complete", is(true))
                .body("projectId", is(PROJECT))
                .body("project.code", is("SIPI"))
                .body("parts.code", contains("SIPI-1"))
                .body("money.total.disbursed.amount", is("250.00"))
                .body("money.years.year", contains(2010))
                .body("money.awards.number", contains("1"))
                .body("money.prizes[0].amount", nullValue())
                .body("trainings.rows[0].sessions.held", is(2))
                .body("trainings.rows[0].rating", nullValue())
                .body("trainings.totals[0].participants.best", is(12))
                .body("reports.state", contains("APPROVED"))
                .body("reach[0].reach.maximum", is(120))
                .body("indicators[0].baseline.kind", is("NONE_TAKEN"))
                .body("indicators[0].change", nullValue())
                .body("verdicts.verdict", contains("EFFECTIVE"))
                .body("verdicts[0].findings.code", contains("VERDICT_ABOVE_EVIDENCE"))
                .body("lessons.title", contains("Begin early"))
                .body("embeddings[0].warnings.code", contains("EMBEDDING_STALE"))
                .body("products.name", contains("A guide"))
                .body("sources.service", contains("funding-service", "training-service", "reporting-service"))
                .body("sources.revision", contains("e2-8", "e4-4", null))
                .body("withheld", empty())
                .body("notes.code", contains("RATING_NOT_SHOWN", "INCLUSION_UNKNOWN", "RECORDS_LEFT_OUT"))
                .body("notes[2].count", is(2));
    }

    @Test
    void showsWhatTheRecordsStateInFull() {
        dossier("")
                .statusCode(200)
                .body("reports[0].introduction", is("Young people trained others."))
                .body("reports[0].setUp.riskFactors", contains("exclusion"))
                .body("reports[0].outcomes.budgeted.amount", is("900.00"))
                .body("reports[0].sources.named.title", contains("Plan"))
                .body("reports[0].projects[0].selfEvaluation", is("YES"))
                .body("reach[0].place.municipalities", contains("GM0988"))
                .body("reach[0].intensity", is("COURSE"))
                .body("reachSums.rows.targetGroup", contains("YOUTH_AND_PUPILS"))
                .body("reachSums.total.best", is(100))
                .body("indicators[0].target.value", is(8))
                .body("indicators[0].actuals.value", contains(7.5f))
                .body("reach[0].counted", is(true))
                .body("indicators[0].counted", is(true))
                .body("indicators[0].awaitsReview", is(false))
                .body("verdicts[0].counted", is(true))
                .body("products[0].use.countedFrom", is("2010-03-01"))
                .body("products[0].use.counted.best", is(40))
                .body("embeddings[0].source", is("review"));
    }

    @Test
    void marksWhatDoesNotCount() {
        var records = UpstreamStubs.expected("reporting-service/records");
        stub(
                services.reporting(),
                RECORDS,
                okJson(records.replace("\"counted\": true", "\"counted\": false")
                        .replace("\"awaitsReview\": false", "\"awaitsReview\": true")));
        dossier("")
                .statusCode(200)
                .body("reach[0].counted", is(false))
                .body("indicators[0].counted", is(false))
                .body("indicators[0].awaitsReview", is(true))
                .body("indicators[0].actuals[0].awaitsReview", is(true))
                .body("verdicts[0].counted", is(false))
                .body("verdicts[0].awaitsReview", is(true));
        // The last release does not state it.
        stub(
                services.reporting(),
                RECORDS,
                okJson(records.replace("\"counted\": true", "\"x\": true")
                        .replace("\"awaitsReview\": false", "\"x\": true")));
        dossier("")
                .statusCode(200)
                .body("reach[0].counted", nullValue())
                .body("verdicts[0].counted", nullValue())
                .body("verdicts[0].awaitsReview", is(false));
    }

    @ParameterizedTest
    @CsvSource({
        "ANALYST,",
        "PROGRAMME_MANAGER, records",
        "REVIEWER, money",
        "RESEARCHER, money trainings",
        "GRANT_OFFICER, trainings records reachSums",
        "CONTROLLER, trainings records reachSums",
        "TRAINING_COORDINATOR, money records reachSums",
        "GRANTEE, trainings"
    })
    void withholdsAndNamesWhatTheRoleMayNotRead(String role, String withheld) {
        var names = Stream.of(withheld == null ? new String[0] : withheld.split(" "))
                .flatMap(name -> name.equals("records") ? OF_RECORDS.stream() : Stream.of(name))
                .sorted()
                .toList();
        var dossier = given().auth()
                .oauth2(TestIssuer.token(role))
                .get(DOSSIER)
                .then()
                .statusCode(200)
                .body("complete", is(true))
                .body("withheld", is(names))
                .body("project.code", is("SIPI"))
                .body("parts.code", contains("SIPI-1"));
        Stream.concat(OF_RECORDS.stream(), Stream.of("money", "trainings", "reachSums"))
                .forEach(part -> dossier.body(part, names.contains(part) ? nullValue() : notNullValue()));
        assertEquals(names.contains("trainings"), requests(services.training(), TRAININGS) == 0);
        assertEquals(names.contains("money"), requests(services.funding(), FINANCES) == 0);
        assertEquals(names.contains("reports"), requests(services.reporting(), RECORDS) == 0);
        var asked = dossier.extract().<List<String>>path("sources.service");
        assertEquals(!names.contains("trainings"), asked.contains("training-service"));
        assertEquals(!names.contains("reachSums"), asked.contains("reporting-service"));
    }

    /** An empty list says nothing to a caller that sees only what names its organisation. */
    @ParameterizedTest
    @CsvSource({"GRANTEE, true", "RESEARCHER, false", "ANALYST, false", "PROGRAMME_MANAGER, false"})
    void saysThatGranteeSeesOwnRecordsOnly(String role, boolean isSaid) {
        var codes = given().auth()
                .oauth2(TestIssuer.token(role))
                .get(DOSSIER)
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("notes.code");
        assertEquals(isSaid, codes.contains("OWN_RECORDS_ONLY"));
        assertEquals(isSaid, codes.contains("OWN_MONEY_ONLY"));
    }

    /** Who may also read all of it is told nothing of the kind, and neither is a caller without the money. */
    @Test
    void grantOfficerWhoIsGranteeTooSeesAllMoney() {
        given().auth()
                .oauth2(TestIssuer.token(Role.GRANTEE, Role.GRANT_OFFICER))
                .get(DOSSIER)
                .then()
                .statusCode(200)
                .body("notes.code", not(hasItem("OWN_MONEY_ONLY")))
                .body("notes.code", hasItem("OWN_RECORDS_ONLY"));
        stub(services.funding(), FINANCES, status(503));
        given().auth()
                .oauth2(TestIssuer.token(Role.GRANTEE))
                .get(DOSSIER + "?complete=partial")
                .then()
                .statusCode(200)
                .body("notes.code", not(hasItem("OWN_MONEY_ONLY")));
    }

    @Test
    void showsWhatTheProjectIsAboutAndForWhom() {
        var finances = UpstreamStubs.expected("funding-service/finances");
        stub(
                services.funding(),
                FINANCES,
                okJson(finances.replace("\"phenomena\": []", "\"phenomena\": [\"POLARISATION\"]")
                        .replace("\"targetGroups\": []", "\"targetGroups\": [\"YOUTH_AND_PUPILS\"]")));
        dossier("")
                .statusCode(200)
                .body("project.phenomena", contains("POLARISATION"))
                .body("project.targetGroups", contains("YOUTH_AND_PUPILS"));
        // The last release records no target groups.
        stub(services.funding(), FINANCES, okJson(finances.replace("\"targetGroups\": [],", "")));
        dossier("").statusCode(200).body("project.targetGroups", empty());
    }

    @Test
    void asksServicesForTheMomentOfAsOf() {
        var moment = "2011-06-30T12:00:00Z";
        dossier("?asOf=" + moment).statusCode(200);
        verify(services.funding(), FINANCES, moment);
        verify(services.training(), TRAININGS, moment);
        verify(services.reporting(), RECORDS, moment);
        given().auth()
                .oauth2(TestIssuer.token(Role.PROGRAMME_MANAGER))
                .get(DOSSIER + "?asOf=" + moment)
                .then()
                .statusCode(200);
        verify(services.reporting(), REACH_SUMS, moment);
        // A caller without money gets the project by itself, of that moment too.
        given().auth()
                .oauth2(TestIssuer.token(Role.RESEARCHER))
                .get(DOSSIER + "?asOf=" + moment)
                .then()
                .statusCode(200);
        verify(services.funding(), "/v1/projects/" + PROJECT, moment);
        verify(services.funding(), "/v1/projects", moment);
    }

    private static void verify(WireMockServer service, String path, String asOf) {
        service.verify(1, getRequestedFor(urlPathEqualTo(path)).withQueryParam("asOf", equalTo(asOf)));
    }

    @Test
    void hasNoSumsFromAnInstanceOfTheLastRelease() {
        stub(
                services.reporting(),
                RECORDS,
                okJson(UpstreamStubs.expected("reporting-service/records").replace("\"reachSums\"", "\"later\"")));
        dossier("").statusCode(200).body("reachSums", nullValue()).body("withheld", empty());
    }

    @Test
    void countsPartsThatTheFirstPageDoesNotHave() {
        stub(
                services.funding(),
                "/v1/projects",
                okJson(UpstreamStubs.expected("funding-service/parts").replace("\"value\": 1", "\"value\": 3")));
        given().auth()
                .oauth2(TestIssuer.token(Role.TRAINING_COORDINATOR))
                .get(DOSSIER)
                .then()
                .statusCode(200)
                .body("notes.find { it.code == 'RECORDS_LEFT_OUT' }.count", is(2));
    }

    @Test
    void isUnavailableWithoutTheOnlyPartsThatACallerMayRead() {
        stub(services.funding(), FINANCES, status(503));
        given().auth()
                .oauth2(TestIssuer.token(Role.CONTROLLER))
                .get(DOSSIER + "?complete=partial")
                .then()
                .statusCode(503)
                .body("missing", contains("funding-service"));
    }

    @Test
    void asksEachServiceOnceWithCallersToken() {
        var token = TestIssuer.token(Role.ANALYST);
        given().auth().oauth2(token).get(DOSSIER).then().statusCode(200);
        var bearer = equalTo("Bearer " + token);
        services.funding().verify(1, getRequestedFor(urlPathEqualTo(FINANCES)).withHeader("Authorization", bearer));
        services.reporting().verify(1, getRequestedFor(urlPathEqualTo(RECORDS)).withHeader("Authorization", bearer));
        services.training()
                .verify(
                        1,
                        getRequestedFor(urlPathEqualTo(TRAININGS))
                                .withHeader("Authorization", bearer)
                                .withQueryParam("projectId", equalTo(PROJECT)));
    }

    @Test
    void returns304ForMatchingEtag() {
        var etag = dossier("").extract().header("ETag");
        given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .header("If-None-Match", etag)
                .get(DOSSIER)
                .then()
                .statusCode(304);
    }

    @Test
    void answersWithoutMissingPartsOnlyWherePartialIsAsked() throws Exception {
        stub(
                services.reporting(),
                RECORDS,
                okJson(UpstreamStubs.expected("reporting-service/records")).withFixedDelay(3000));
        deadlines.asInProduction(() -> {
            dossier("").statusCode(503).time(lessThan(2000L)).body("missing", contains("reporting-service"));
            dossier("?complete=partial")
                    .statusCode(200)
                    .time(lessThan(2000L))
                    .header("Cache-Control", "no-store")
                    .header("ETag", nullValue())
                    .body("complete", is(false))
                    .body("reports", nullValue())
                    .body("reach", nullValue())
                    .body("verdicts", nullValue())
                    .body("project.code", is("SIPI"))
                    .body("sources.status", contains("OK", "OK", "UNAVAILABLE"));
        });
    }

    @Test
    void leavesProjectOutWithoutFunding() {
        stub(services.funding(), FINANCES, status(500));
        dossier("?complete=partial")
                .statusCode(200)
                .body("complete", is(false))
                .body("project", nullValue())
                .body("money", nullValue())
                .body("verdicts.verdict", contains("EFFECTIVE"));
        dossier("?complete=required").statusCode(503).body("type", is("/v1/problems/unavailable"));
    }

    @Test
    void isUnavailableWhenNoServiceResponds() {
        stub(services.funding(), FINANCES, status(503));
        stub(services.training(), TRAININGS, status(503));
        stub(services.reporting(), RECORDS, status(503));
        dossier("?complete=partial").statusCode(503).header("Retry-After", notNullValue());
        dossier("?complete=some")
                .statusCode(400)
                .body("violations.name", contains("complete"))
                .body("violations[0].code", is("UNKNOWN_VALUE"));
    }

    @Test
    void returns404ForProjectHiddenByFunding() {
        stub(services.funding(), FINANCES, status(404));
        dossier("").statusCode(404).body("type", is("/v1/problems/not-found"));
    }

    @Test
    void isForbiddenWhenOnePartIsForbidden() {
        stub(services.training(), TRAININGS, status(403));
        dossier("").statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.AUDITOR, Role.TRAINER, Role.PROFESSIONAL, Role.STATISTICS_CLIENT})
    void isForbiddenToRolesThatMayNotReadProjects(String role) {
        given().auth().oauth2(TestIssuer.token(role)).get(DOSSIER).then().statusCode(403);
    }

    @Test
    void refusesInvalidQuery() {
        given().get(DOSSIER).then().statusCode(401);
        dossier("?programme=APR-2007-2011").statusCode(400);
        given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get("/v1/projects/x/dossier")
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse dossier(String query) {
        return given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get(DOSSIER + query)
                .then();
    }

    private static void stub(WireMockServer service, String path, ResponseDefinitionBuilder answer) {
        service.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
    }

    private static int requests(WireMockServer service, String path) {
        return service.findAll(getRequestedFor(urlPathEqualTo(path))).size();
    }
}
