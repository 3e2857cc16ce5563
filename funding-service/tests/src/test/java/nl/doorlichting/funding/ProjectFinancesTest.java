package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.as;
import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One project's money, and nothing of another's. */
@FundingServiceTest
class ProjectFinancesTest {
    @Inject
    EntityManagerFactory entities;

    private String programme;
    private String project;

    @BeforeEach
    void project() {
        programme = programme();
        Grants.organisations();
        project = project("P1", "");
    }

    @Test
    void sumsMoneyOfProject() {
        var first = Grants.award(programme, "1", "SUBSIDY", "600.00", of(project));
        var second = Grants.award(programme, "2", "SUBSIDY", "100.00", of(project));
        Grants.paid(Grants.award(programme, "3", "SUBSIDY", "50.00", of(project("P2", ""))), "50.00");
        Grants.paid(first, "250.00");
        Grants.payment(first, "10.00");
        Grants.revoke(second).then().statusCode(200);
        finances(project)
                .body("project.code", equalTo("P1"))
                .body("awards.number", contains("1", "2"))
                .body("awards.status", contains("GRANTED", "REVOKED"))
                .body("awards[0].disbursed.amount", equalTo("250.00"))
                .body("awards[0].reserved.amount", equalTo("10.00"))
                .body("years.year", contains(2010))
                .body("years[0].disbursed.amount", equalTo("250.00"))
                .body("total.awarded.amount", equalTo("600.00"))
                .body("total.disbursed.amount", equalTo("250.00"));
    }

    @Test
    void showsWhatCameBackOfClaims() {
        var award = Grants.award(programme, "1", "SUBSIDY", "600.00", of(project));
        Grants.paid(award, "250.00");
        Grants.settle(award, "200.00", true).then().statusCode(200);
        var claim = Grants.reclaim(award, "50.00").<String>path("id");
        Grants.receipt(award, claim, "30.00", "").then().statusCode(200);
        finances(project)
                .body("awards[0].reclaimed.amount", equalTo("50.00"))
                .body("awards[0].recovered.amount", equalTo("30.00"))
                .body("total.recovered.amount", equalTo("30.00"));
    }

    @Test
    void returnsNullAmountsWithoutAwards() {
        var part = project("P1.1", ",\"parentId\":\"" + project + "\"");
        prize();
        finances(project)
                .body("parts.id", contains(part))
                .body("awards", empty())
                .body("years", empty())
                .body("total.awarded", nullValue())
                .body("total.disbursed", nullValue())
                .body("total.recovered", nullValue())
                .body("prizes.name", contains("Best"))
                .body("prizes[0].amount", nullValue())
                .body("procurements", empty());
    }

    @Test
    void returnsNotFoundForUnknownProject() {
        as(Role.ANALYST).get("/v1/project-finances/" + UUID.randomUUID()).then().statusCode(404);
        as(Role.ANALYST).get("/v1/project-finances/x").then().statusCode(400);
    }

    @Test
    void showsMoneyAsItWasRecordedAtTheMoment() {
        var before = Instant.now();
        var first = Grants.award(programme, "1", "SUBSIDY", "600.00", of(project));
        Grants.paid(first, "250.00");
        Grants.payment(first, "10.00");
        var second = Grants.award(programme, "2", "SUBSIDY", "100.00", of(project));
        prize();
        var then = Instant.now();
        var past = finances(project).extract().jsonPath().<String, Object>getMap("$");
        finances(project, then).body("awards", equalTo(past.get("awards"))).body("total", equalTo(past.get("total")));
        Grants.amend(first, ",\"amount\":" + Grants.euro("700.00")).then().statusCode(200);
        Grants.paid(first, "50.00");
        Grants.revoke(second).then().statusCode(200);
        Grants.award(programme, "3", "SUBSIDY", "50.00", of(project));
        prize();
        finances(project)
                .body("awards.status", contains("AMENDED", "REVOKED", "GRANTED"))
                .body("total.awarded.amount", equalTo("750.00"));
        finances(project, then)
                .body("awards", equalTo(past.get("awards")))
                .body("years", equalTo(past.get("years")))
                .body("total", equalTo(past.get("total")))
                .body("prizes", equalTo(past.get("prizes")));
        finances(project, before)
                .body("project.code", equalTo("P1"))
                .body("awards", empty())
                .body("years", empty())
                .body("total.awarded", nullValue())
                .body("prizes", empty());
        as(Role.ANALYST)
                .get("/v1/project-finances/" + project + "?asOf=2199-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("violations.name", contains("asOf"));
    }

    /** The project and its parts too, by both ways to ask; there is none before it was recorded. */
    @Test
    void showsProjectAndPartsAsTheyWereRecorded() {
        var before = Instant.now();
        var whole = project("P-past", "");
        var created = Instant.now();
        project("P-past-1", ",\"parentId\":\"" + whole + "\"");
        officer()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"name\":\"Another name\"}")
                .patch("/v1/projects/" + whole)
                .then()
                .statusCode(200);
        finances(whole).body("project.name", equalTo("Another name")).body("parts.code", contains("P-past-1"));
        finances(whole, created).body("project.name", equalTo("A project")).body("parts", empty());
        as(Role.RESEARCHER)
                .get("/v1/projects/" + whole + "?asOf=" + created)
                .then()
                .statusCode(200)
                .body("name", equalTo("A project"));
        as(Role.ANALYST)
                .get("/v1/project-finances/" + whole + "?asOf=" + before)
                .then()
                .statusCode(404);
        as(Role.RESEARCHER)
                .get("/v1/projects/" + whole + "?asOf=" + before)
                .then()
                .statusCode(404);
    }

    @Test
    void showsSettlementAndClaimsOfTheMoment() {
        var award = Grants.award(programme, "1", "SUBSIDY", "600.00", of(project));
        Grants.paid(award, "250.00");
        Grants.settle(award, "200.00", true).then().statusCode(200);
        var settled = Instant.now();
        var claim = Grants.reclaim(award, "50.00").<String>path("id");
        var claimed = Instant.now();
        Grants.receipt(award, claim, "30.00", "").then().statusCode(200);
        var now = finances(project).extract().jsonPath().<String, Object>getMap("$");
        finances(project, settled)
                .body("awards.status", contains("SETTLED"))
                .body("awards[0].amount.amount", equalTo("600.00"))
                .body("total.awarded.amount", equalTo("200.00"))
                .body("total.reclaimed.amount", equalTo("0.00"));
        finances(project, claimed)
                .body("total.reclaimed.amount", equalTo("50.00"))
                .body("total.recovered.amount", equalTo("0.00"));
        finances(project, Instant.now())
                .body("awards", equalTo(now.get("awards")))
                .body("total", equalTo(now.get("total")));
    }

    private void prize() {
        officer()
                .body("{\"programme\":\"%s\",\"year\":2009,\"name\":\"Best\",\"source\":\"s\"%s}"
                        .formatted(programme, of(project)))
                .post("/v1/prizes")
                .then()
                .statusCode(201);
    }

    @Test
    void showsGranteeTheMoneyOfItsOwnOrganisation() {
        var own = project("P9", ",\"organisationId\":\"" + Grants.FORUM + "\"");
        Grants.award(programme, "1", "SUBSIDY", "600.00", of(own));
        Grants.award(programme, "2", "DECENTRALISATION_GRANT", "70.00", of(own));
        grantee(Grants.FORUM)
                .get("/v1/project-finances/" + own)
                .then()
                .statusCode(200)
                .body("awards.number", contains("1"))
                .body("total.awarded.amount", equalTo("600.00"));
        grantee(Grants.WEERT).get("/v1/project-finances/" + own).then().statusCode(404);
        as(Role.PROGRAMME_MANAGER).get("/v1/project-finances/" + own).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.RESEARCHER, Role.REVIEWER, Role.TRAINING_COORDINATOR})
    void allowsOnlyRolesThatReadAwards(String role) {
        as(role).get("/v1/project-finances/" + project).then().statusCode(403);
    }

    @Test
    void readsProjectAndItsMoneyByOneStatementEach() {
        // Before them comes the revision, past the entity manager.
        assertEquals(2, statements(() -> finances(project)));
        Grants.award(programme, "1", "SUBSIDY", "600.00", of(project));
        prize();
        assertEquals(2, statements(() -> finances(project)));
    }

    @Test
    void changesRevisionOfAwardsWithEachRecordOfMoney() {
        var before = revision("awards");
        var award = Grants.award(programme, "1", "SUBSIDY", "600.00", of(project));
        var awarded = revision("awards");
        assertNotEquals(before, awarded);
        Grants.paid(award, "250.00");
        var paid = revision("awards");
        assertNotEquals(awarded, paid);
        prize();
        var prized = revision("awards");
        assertNotEquals(paid, prized);
        officer()
                .body("{\"programme\":\"%s\",\"tender\":\"A study\",\"source\":\"s\"%s}"
                        .formatted(programme, of(project)))
                .post("/v1/procurements")
                .then()
                .statusCode(201);
        assertNotEquals(prized, revision("awards"));
    }

    private static String revision(String dataSet) {
        // The path is in no contract.
        return given().noFilters()
                .auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get("/revisions")
                .then()
                .statusCode(200)
                .extract()
                .path("revisions." + dataSet);
    }

    private static ValidatableResponse finances(String project) {
        return as(Role.ANALYST).get("/v1/project-finances/" + project).then().statusCode(200);
    }

    private static ValidatableResponse finances(String project, Instant asOf) {
        return as(Role.ANALYST)
                .get("/v1/project-finances/" + project + "?asOf=" + asOf)
                .then()
                .statusCode(200);
    }

    private static String of(String project) {
        return ",\"projectId\":\"" + project + "\"";
    }

    private String project(String code, String more) {
        return officer()
                .body("{\"programme\":\"%s\",\"code\":\"%s\",\"name\":\"A project\",\"source\":\"s\"%s}"
                        .formatted(programme, code, more))
                .post("/v1/projects")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** How many statements this costs the entity manager. */
    private long statements(Runnable request) {
        var statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        var before = statistics.getPrepareStatementCount();
        request.run();
        return statistics.getPrepareStatementCount() - before;
    }
}
