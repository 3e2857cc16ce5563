package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.organisation;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.ApplicationRequests.assessed;
import static nl.doorlichting.funding.ApplicationRequests.decline;
import static nl.doorlichting.funding.ApplicationRequests.draft;
import static nl.doorlichting.funding.ApplicationRequests.grant;
import static nl.doorlichting.funding.ApplicationRequests.post;
import static nl.doorlichting.funding.ApplicationRequests.scheme;
import static nl.doorlichting.funding.ApplicationRequests.step;
import static nl.doorlichting.funding.ApplicationRequests.submit;
import static nl.doorlichting.funding.ApplicationRequests.submitted;
import static nl.doorlichting.funding.ApplicationRequests.whole;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.anything;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.platform.time.DutchCalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused: bad input, other organisations' applications, other roles, and what the Awb does not allow. */
@FundingServiceTest
class ApplicationRefusalsTest {
    @Inject
    DataSource database;

    private String scheme;
    private String applicant;

    @BeforeEach
    void schemeAndApplicant() {
        scheme = scheme(programme(), "");
        applicant = organisation(OrganisationKind.MUNICIPALITY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'requestedAmount':{'amount':'1.005','currency':'EUR'}|/requestedAmount/amount|TOO_MANY_DECIMALS",
                "'requestedAmount':{'amount':'0.00','currency':'EUR'}|/requestedAmount/amount|OUT_OF_RANGE",
                "'requestedAmount':{'amount':'-1.00','currency':'EUR'}|/requestedAmount/amount|OUT_OF_RANGE",
                "'requestedAmount':{'amount':1.00,'currency':'EUR'}|/requestedAmount/amount|WRONG_TYPE",
                "'ownContribution':{'amount':'-0.01','currency':'EUR'}|/ownContribution/amount|OUT_OF_RANGE",
                "'otherFunding':{'amount':'1.00','currency':'USD'}|/otherFunding/currency|UNKNOWN_VALUE",
                "'costs':[{'amount':{'amount':'0.00','currency':'EUR'}}]|/costs/0/amount/amount|OUT_OF_RANGE",
                "'costs':[{'category':'BRIBES'}]|/costs/0/category|UNKNOWN_VALUE",
                "'costs':[{'amount':{'amount':'999999999999.99','currency':'EUR'}},"
                        + "{'amount':{'amount':'0.01','currency':'EUR'}}]|/costs|OUT_OF_RANGE",
                "'partnerMunicipalities':['Weert']|/partnerMunicipalities/0|WRONG_FORMAT",
                "'place':{'scope':'MUNICIPAL'}|/place|NOT_ALLOWED",
                "'status':'GRANTED'|/status|UNKNOWN_FIELD",
                "'title':''|/title|REQUIRED",
            })
    void rejectsInvalidDrafts(String fields, String pointer, String code) {
        post(applicant, "{" + fields.replace('\'', '"') + "}")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code))
                .body("violations[0].parameters", code.equals("OUT_OF_RANGE") ? not(anEmptyMap()) : anything());
    }

    @Test
    void reportsMisplacedTextWithAllOtherViolations() {
        post(
                        applicant,
                        "{\"title\":\"\",\"extra\":1,\"scheme\":\"NOPE\",\"costs\":[1],"
                                + "\"partnerMunicipalities\":\"GM0518\"}")
                .then()
                .statusCode(400)
                .body(
                        "violations.pointer",
                        contains("/costs/0", "/extra", "/partnerMunicipalities", "/scheme", "/title"))
                .body(
                        "violations.code",
                        contains("WRONG_TYPE", "UNKNOWN_FIELD", "WRONG_TYPE", "REFERENCE_UNKNOWN", "REQUIRED"))
                .body("violations[0].detail", equalTo("An object is expected."))
                .body("violations[2].detail", equalTo("A list is expected."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "decision|{'outcome':'GRANTED','reasons':'r'}|/awardedAmount|REQUIRED",
                "decision|{'outcome':'GRANTED','reasons':'r','awardedAmount':{'amount':'0.00','currency':'EUR'}}"
                        + "|/awardedAmount/amount|OUT_OF_RANGE",
                "decision|{'outcome':'GRANTED','reasons':'r','awardedAmount':{'amount':'1.001','currency':'EUR'}}"
                        + "|/awardedAmount/amount|TOO_MANY_DECIMALS",
                "decision|{'outcome':'REFUSED','reasons':'r','awardedAmount':{'amount':'1.00','currency':'EUR'}}"
                        + "|/awardedAmount|NOT_ALLOWED",
                "decision|{'outcome':'REFUSED'}|/reasons|REQUIRED",
                "decision|{'outcome':'WITHDRAWN','reasons':'r'}|/outcome|UNKNOWN_VALUE",
                "completion-request|{'deadline':'2020-01-01','missing':'m'}|/deadline|OUT_OF_RANGE",
                "completion-request|{'deadline':'9999-01-01','missing':'m'}|/deadline|OUT_OF_RANGE",
                "completion-request|{'missing':'m'}|/deadline|REQUIRED",
                "assessment|{'advice':'a','scores':[{'criterion':'NEED','score':6}]}"
                        + "|/scores,/scores/0/score|REQUIRED,OUT_OF_RANGE",
                "assessment|{'advice':'a','scores':[{'criterion':'NEED','score':1},{'criterion':'NEED','score':1},"
                        + "{'criterion':'APPROACH','score':1},{'criterion':'COOPERATION','score':1},"
                        + "{'criterion':'EMBEDDING','score':1},{'criterion':'EVALUATION_PLAN','score':1}]}"
                        + "|/scores/1/criterion|NOT_ALLOWED",
                "assessment|{'scores':[]}|/advice,/scores|REQUIRED,REQUIRED",
                "assignment|{'officer':' '}|/officer|REQUIRED",
            })
    void rejectsInvalidSteps(String transition, String json, String pointers, String codes) {
        step(submitted(applicant, scheme), transition, json.replace('\'', '"'))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains(pointers.split(",")))
                .body("violations.code", contains(codes.split(",")));
    }

    @Test
    void rejectsNotConsideredBeforeCompletionRequest() {
        var id = submitted(applicant, scheme);
        step(id, "decision", decline("NOT_CONSIDERED"))
                .then()
                .statusCode(409)
                .body("allowed", containsInAnyOrder("assignment", "completion-request", "assessment"));
        var assessed = assessed(applicant, scheme);
        step(assessed, "decision", decline("NOT_CONSIDERED"))
                .then()
                .statusCode(409)
                .body("allowed", containsInAnyOrder("assignment", "assessment", "decision"))
                .body("detail", containsString("only GRANTED or REFUSED."));
    }

    @Test
    void allowsNotConsideredAfterDeadline() throws SQLException {
        var id = submitted(applicant, scheme);
        step(id, "completion-request", "{\"deadline\":\"%s\",\"missing\":\"m\"}".formatted(today().plusDays(1)))
                .then()
                .statusCode(200);
        step(id, "decision", decline("NOT_CONSIDERED")).then().statusCode(409);
        step(id, "assessment", ApplicationRequests.ASSESSMENT).then().statusCode(409);
        run("update application set completion_requested_on = current_date - 20,"
                + " completion_deadline = current_date - 10 where id = '" + id + "'");
        officer()
                .get("/v1/applications/" + id)
                .then()
                .body("allowedActions", containsInAnyOrder("assignment", "assessment", "decision"));
        step(id, "decision", grant("600.00"))
                .then()
                .statusCode(409)
                .body("detail", containsString("only NOT_CONSIDERED."));
        step(id, "decision", decline("NOT_CONSIDERED"))
                .then()
                .statusCode(200)
                .body("status", equalTo("NOT_CONSIDERED"));
    }

    @Test
    void allowsNotConsideredAfterIncompleteAnswer() {
        var id = submitted(applicant, scheme);
        step(id, "completion-request", "{\"deadline\":\"%s\",\"missing\":\"m\"}".formatted(today().plusDays(9)));
        submit(applicant, id).then().statusCode(200);
        step(id, "decision", decline("NOT_CONSIDERED")).then().statusCode(200);
    }

    @Test
    void returnsNotFoundForApplicationOfOtherOrganisation() {
        var other = organisation(OrganisationKind.MUNICIPALITY);
        var id = draft(applicant, whole(scheme));
        var path = "/v1/applications/" + id;
        grantee(other).get(path).then().statusCode(404);
        Api.changing(grantee(other), "\"0\"")
                .body("{\"title\":\"Mine\"}")
                .patch(path)
                .then()
                .statusCode(404);
        grantee(other).post(path + "/submission").then().statusCode(404);
        grantee(other).post(path + "/submission-check").then().statusCode(404);
        grantee(other).body("{}").post(path + "/withdrawal").then().statusCode(404);
        post(other, "{\"organisationId\":\"" + applicant + "\"}").then().statusCode(404);
        for (var query : new String[] {"", "?organisationId=" + applicant, "?scheme=" + scheme, "?q=weerbare"}) {
            grantee(other)
                    .get("/v1/applications" + query)
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem(id)))
                    .body("total.value", equalTo(0));
        }
        grantee(applicant).get(path).then().body("etag", equalTo("\"0\"")).body("status", equalTo("DRAFT"));
    }

    @Test
    void staffWithGranteeRoleSeesOnlyOwnApplications() {
        var id = draft(applicant, whole(scheme));
        var token = TestIssuer.token()
                .roles(Role.GRANTEE, Role.RESEARCHER, Role.TRAINING_COORDINATOR)
                .organisation(organisation(OrganisationKind.NON_PROFIT))
                .sign();
        Api.bearing(token).get("/v1/applications/" + id).then().statusCode(404);
        Api.bearing(token).get("/v1/applications").then().body("items", empty());
    }

    @Test
    void rejectsDraftWithoutOrganisationInToken() {
        Api.as(Role.GRANTEE)
                .header("Idempotency-Key", "none")
                .body("{}")
                .post("/v1/applications")
                .then()
                .statusCode(403);
        Api.as(Role.GRANTEE).get("/v1/applications").then().statusCode(200).body("items", empty());
    }

    @Test
    void rejectsAssignmentToUnknownOfficer() {
        var id = submitted(applicant, scheme);
        var name = "officer-of-" + scheme;
        grantee(applicant).get("/v1/applications/" + id).then().statusCode(200);
        step(id, "assignment", "{\"officer\":\"" + applicant + "\"}")
                .then()
                .statusCode(409)
                .body("violations.pointer", contains("/officer"))
                .body("violations.code", contains("REFERENCE_UNKNOWN"));
        step(id, "assignment", "{\"officer\":\"" + name + "\"}").then().statusCode(409);
        Api.officer(name).get("/v1/applications/" + id).then().statusCode(200);
        step(id, "assignment", "{\"officer\":\"" + name + "\"}").then().statusCode(409);
        Api.officer(name)
                .body("{\"officer\":\"" + name + "\"}")
                .post("/v1/applications/" + id + "/assignment")
                .then()
                .statusCode(200);
        step(id, "assignment", "{\"officer\":\"" + name + "\"}")
                .then()
                .statusCode(200)
                .body("officer", equalTo(name));
        step(id, "assignment", "{\"officer\":\"nobody\"}")
                .then()
                .statusCode(409)
                .body("violations[0].parameters.allowed", hasItem(name))
                .body("violations[0].parameters.value", equalTo("nobody"));
    }

    /** Neither does one that is refused. */
    @Test
    void readByNewOfficerWritesNothing() throws SQLException {
        var id = submitted(applicant, scheme);
        var name = "reader-of-" + scheme;
        for (var read : new String[] {"applications", "applications/" + id, "awards", "applications?officer=" + name}) {
            Api.officer(name).get("/v1/" + read).then().statusCode(200);
        }
        Api.officer(name)
                .body("{\"officer\":\"nobody\"}")
                .post("/v1/applications/" + id + "/assignment")
                .then()
                .statusCode(409);
        assertEquals(List.of(), RowPolicies.asOwner("select subject from officer where subject = '" + name + "'"));
        step(id, "assignment", "{\"officer\":\"" + name + "\"}").then().statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"completion-request", "assessment", "assignment", "decision"})
    void rejectsDecisionByGrantee(String transition) {
        var id = submitted(applicant, scheme);
        grantee(applicant)
                .body("{}")
                .post("/v1/applications/" + id + "/" + transition)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"submission", "withdrawal"})
    void rejectsDraftByOfficer(String transition) {
        var id = draft(applicant, whole(scheme));
        officer()
                .body("{}")
                .post("/v1/applications/" + id + "/" + transition)
                .then()
                .statusCode(403);
        Api.changing(officer(), "\"0\"")
                .body("{}")
                .patch("/v1/applications/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void acceptsOneOfTwoSimultaneousDecisions() {
        var id = assessed(applicant, scheme);
        var statuses =
                Parallel.run(8, () -> step(id, "decision", grant("600.00")).statusCode());
        Map<Integer, Long> counted =
                statuses.stream().collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()));
        assertEquals(Map.of(200, 1L, 409, 7L), counted);
    }

    @Test
    void historyCannotBeChanged() throws SQLException {
        var id = submitted(applicant, scheme);
        for (var sql : new String[] {
            "delete from application",
            "update application_event set note = ''",
            "delete from application_event",
            "update application_score set score = 1"
        }) {
            assertEquals("42501", stateOf(sql), sql);
        }
        assertEquals("23514", stateOf("update application set requested_amount = 1 where id = '" + id + "'"));
        assertEquals("23514", stateOf("update application set status = 'GRANTED' where id = '" + id + "'"));
        assertTrue(officer().get("/v1/applications/" + id).statusCode() == 200);
    }

    private String stateOf(String sql) throws SQLException {
        try {
            run(sql);
            return "nothing was refused";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    // Another one after midnight in the Netherlands.
    private static LocalDate today() {
        return DutchCalendar.dayOf(Instant.now());
    }
}
