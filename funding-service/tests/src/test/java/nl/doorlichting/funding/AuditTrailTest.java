package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.anonymous;
import static nl.doorlichting.funding.Api.as;
import static nl.doorlichting.funding.Api.bearing;
import static nl.doorlichting.funding.Api.changing;
import static nl.doorlichting.funding.Api.officer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.audit.AuditExportsUnderTest;
import nl.doorlichting.platform.audit.AuditJobs;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;

/** Who did what to which object, when, from where, with which result. */
@FundingServiceTest
class AuditTrailTest {
    private static final String EVENTS = "/v1/funding-audit-events";

    // Of one test only, so that its events are found.
    private final String actor = "actor-" + UUID.randomUUID();
    private final String number = "AUD-" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    AuditJobs jobs;

    @Inject
    EntityManager entities;

    @Test
    void recordsWriteWithSubjectAndAddress() {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        var token = TestIssuer.token()
                .subject(actor)
                .roles(Role.GRANT_OFFICER, "offline_access")
                .organisation("GM0988")
                .claim("azp", "desk")
                .sign();
        bearing(token)
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .body(organisation())
                .post("/v1/organisations")
                .then()
                .statusCode(201);
        events().body("items", hasSize(1))
                .body("items[0].at", notNullValue())
                .body("items[0].client", equalTo("desk"))
                .body("items[0].roles", contains(Role.GRANT_OFFICER))
                .body("items[0].organisation", equalTo("GM0988"))
                .body("items[0].network", equalTo("127.0.0.0/24"))
                .body("items[0].operation", equalTo("createOrganisation"))
                .body("items[0].object", equalTo("/v1/organisations/" + number))
                .body("items[0].traceId", equalTo(trace))
                .body("items[0].result", equalTo("DONE"))
                .body("items[0].status", equalTo(201))
                .body("items[0].problem", nullValue())
                .body("items[0].times", equalTo(1))
                .body("items[0].minute", nullValue());
    }

    @Test
    void storesWriteAndAuditLineInOneTransaction() throws SQLException {
        create().statusCode(201);
        assertTrue(AuditDatabase.holds("select e.xmin = o.xmin from audit_event e, organisation o where e.actor = '"
                + actor + "' and o.number = '" + number + "'"));
    }

    @Test
    void storesChangeWithoutKeyInOneTransaction() throws SQLException {
        var etag = create().statusCode(201).extract().header("ETag");
        changing(officer(actor), etag)
                .body("{\"name\":\"Other\"}")
                .patch("/v1/organisations/" + number)
                .then()
                .statusCode(200);
        assertTrue(AuditDatabase.holds("select e.xmin = o.xmin from audit_event e, organisation o where e.actor = '"
                + actor + "' and e.operation = 'updateOrganisation' and o.number = '" + number + "'"));
    }

    @Test
    void rejectsWriteThatCannotBeRecorded() throws SQLException {
        AuditDatabase.execute("alter table audit_event add constraint ck_audit_event_test check (actor <> '" + actor
                + "') not valid");
        create().statusCode(500).body("type", equalTo("/v1/problems/internal-error"));
        AuditDatabase.execute("alter table audit_event drop constraint ck_audit_event_test");
        officer().get("/v1/organisations/" + number).then().statusCode(404);
        events().body("items", empty());
    }

    @Test
    void recordsReplayAsReplay() {
        var key = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            officer(actor)
                    .header("Idempotency-Key", key)
                    .body(organisation())
                    .post("/v1/organisations")
                    .then()
                    .statusCode(201);
        }
        events().body("items.result", contains("REPLAYED", "DONE"))
                .body("items.object", contains("/v1/organisations/" + number, "/v1/organisations/" + number));
    }

    @Test
    void recordsRefusedWriteOnceWithProblem() {
        create().statusCode(201);
        create().statusCode(409);
        officer(actor).body("{}").post("/v1/organisations").then().statusCode(400);
        changing(officer(actor), "\"7\"")
                .body("{\"name\":\"Other\"}")
                .patch("/v1/organisations/" + number)
                .then()
                .statusCode(412);
        events().body("items.status", contains(412, 400, 409, 201))
                .body("items.result", contains("REFUSED", "REFUSED", "REFUSED", "DONE"))
                .body(
                        "items.problem",
                        contains(
                                "/v1/problems/precondition-failed",
                                "/v1/problems/validation-failed",
                                "/v1/problems/already-exists",
                                null));
    }

    @Test
    void recordsForbiddenReads() {
        var grantee = TestIssuer.token()
                .subject(actor)
                .roles(Role.GRANTEE)
                .organisation("NOBODYS")
                .sign();
        var foreign = "/v1/applications/" + UUID.randomUUID();
        bearing(grantee).get("/v1/budget-lines").then().statusCode(403);
        bearing(grantee).get(foreign).then().statusCode(404);
        bearing(grantee).get("/v1/applications").then().statusCode(200);
        bearing(grantee).get("/v1/applications?pageSize=0").then().statusCode(400);
        bearing(grantee).body("{}").post("/v1/programmes").then().statusCode(403);
        events().body("items.operation", contains("createProgramme", "getApplication", "listBudgetLines"))
                .body("items.object", contains("/v1/programmes", foreign, "/v1/budget-lines"))
                .body("items.organisation", contains("NOBODYS", "NOBODYS", "NOBODYS"))
                .body("items.status", contains(403, 404, 403));
    }

    @Test
    void omitsTextInPlaceOfId() {
        officer(actor).get("/v1/organisations/jan.jansen@example.nl").then().statusCode(404);
        events().body("items.object", contains("/v1/organisations/-"));
    }

    @Test
    void countsRequestsWithoutTokenByMinute() {
        jobs.seal();
        var before = counted();
        for (var i = 0; i < 3; i++) {
            anonymous().get("/v1/programmes").then().statusCode(401);
        }
        bearing(TestIssuer.token().expired().sign())
                .get("/v1/programmes")
                .then()
                .statusCode(401);
        assertEquals(before, counted());
        jobs.seal();
        assertEquals(before + 4, counted());
        auditor()
                .get(EVENTS + "?sort=-at&pageSize=1")
                .then()
                .body("items[0].actor", nullValue())
                .body("items[0].status", equalTo(401))
                .body("items[0].object", nullValue())
                .body("items[0].network", nullValue())
                .body("items[0].minute", startsWith("20"))
                .body("items[0].sealedIn", greaterThan(0));
    }

    @Test
    void countsRepeatedRefusalsAndNoWrite() {
        AuditExportsUnderTest.countRefusals(entities, Clock.systemUTC(), Duration.ZERO, 2);
        var etag = create().statusCode(201).extract().header("ETag");
        for (var i = 0; i < 5; i++) {
            officer(actor).body("{}").post("/v1/organisations").then().statusCode(400);
        }
        changing(officer(actor), etag)
                .body("{\"name\":\"Other\"}")
                .patch("/v1/organisations/" + number)
                .then()
                .statusCode(200);
        events().body("items.status", contains(200, 400, 400, 201));
        jobs.seal();
        events().body("items.status", contains(400, 200, 400, 400, 201))
                .body("items.times", contains(3, 1, 1, 1, 1))
                .body("items[0].operation", equalTo("createOrganisation"))
                .body("items[0].object", equalTo("/v1/organisations"))
                .body("items[0].problem", equalTo("/v1/problems/validation-failed"))
                .body("items[0].traceId", nullValue())
                .body("items[0].minute", startsWith("20"))
                .body("items[0].sealedIn", greaterThan(0))
                .body("items[1].minute", nullValue());
        auditor().get("/v1/funding-audit-verification").then().body("firstBreak", nullValue());
    }

    @Test
    void auditorFiltersBySubjectActionAndTime() {
        create().statusCode(201);
        create().statusCode(409);
        var object = "/v1/organisations/" + number;
        auditor().get(EVENTS + "?object=" + object).then().body("items.result", contains("DONE"));
        auditor().get(EVENTS + "?object=/v1/org%25").then().body("items", empty());
        found("&operation=createOrganisation", 2);
        found("&operation=updateOrganisation", 0);
        found("&result=REFUSED", 1);
        found("&until=2020-01-01T00:00:00Z", 0);
        found("&from=2020-01-01T00:00:00Z&sort=at", 2);
        auditor()
                .get(EVENTS + "/csv?actor=" + actor)
                .then()
                .statusCode(200)
                .body(startsWith("id,at,actor,client,roles,organisation,network,operation,object,traceId,result"));
    }

    private void found(String more, int size) {
        auditor().get(EVENTS + "?actor=" + actor + more).then().statusCode(200).body("items", hasSize(size));
    }

    private ValidatableResponse create() {
        return officer(actor).body(organisation()).post("/v1/organisations").then();
    }

    private String organisation() {
        return "{\"number\":\"%s\",\"name\":\"Weert\",\"kind\":\"NON_PROFIT\"}".formatted(number);
    }

    private ValidatableResponse events() {
        return auditor().get(EVENTS + "?actor=" + actor).then().statusCode(200);
    }

    private static int counted() {
        List<Integer> times = auditor()
                .get(EVENTS + "?result=REFUSED&pageSize=200")
                .then()
                .extract()
                .path("items.findAll { it.actor == null }.times");
        return times.stream().mapToInt(Integer::intValue).sum();
    }

    private static RequestSpecification auditor() {
        return as(Role.AUDITOR);
    }
}
