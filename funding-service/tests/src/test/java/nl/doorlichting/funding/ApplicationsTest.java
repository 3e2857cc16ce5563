package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.changing;
import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.organisation;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.ApplicationRequests.change;
import static nl.doorlichting.funding.ApplicationRequests.decline;
import static nl.doorlichting.funding.ApplicationRequests.draft;
import static nl.doorlichting.funding.ApplicationRequests.grant;
import static nl.doorlichting.funding.ApplicationRequests.money;
import static nl.doorlichting.funding.ApplicationRequests.post;
import static nl.doorlichting.funding.ApplicationRequests.scheme;
import static nl.doorlichting.funding.ApplicationRequests.step;
import static nl.doorlichting.funding.ApplicationRequests.submit;
import static nl.doorlichting.funding.ApplicationRequests.submitted;
import static nl.doorlichting.funding.ApplicationRequests.whole;
import static nl.doorlichting.funding.Refusals.unknown;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.time.ZoneId;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FundingServiceTest
class ApplicationsTest {
    private String programme;
    private String scheme;
    private String applicant;

    @BeforeEach
    void schemeAndApplicant() {
        programme = programme();
        scheme = scheme(programme, "");
        applicant = organisation(OrganisationKind.MUNICIPALITY);
    }

    @Test
    void rejectsPeriodOutsideProgrammeOfScheme() {
        var whole = whole(scheme);
        var outside = whole.replace("2009-01-01\",\"until\":\"2010-01-01", "2198-06-01\",\"until\":\"2199-06-01");
        post(applicant, outside)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/period"))
                .body("violations.code", contains("OUT_OF_RANGE"))
                .body("violations[0].parameters.maximum", equalTo("2199-01-01"));
        post(applicant, outside.replace("\"title\":\"Weerbare wijk\"", "\"title\":\"\""))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/period", "/title"));
        var id = draft(applicant, whole);
        change(applicant, id, "{\"period\":{\"from\":\"2006-12-31\",\"until\":\"2009-01-01\"}}")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/period"));
        move(programme, "2009-06-01", "2199-01-01");
        submit(applicant, id).then().statusCode(400).body("violations.pointer", contains("/period"));
        grantee(applicant)
                .post("/v1/applications/" + id + "/submission-check")
                .then()
                .body("violations.parameters.minimum", contains("2009-06-01"));
    }

    /** The programme runs from the one day until the other from now on. */
    private static void move(String programme, String from, String until) {
        var path = "/v1/programmes/"
                + manager().get("/v1/programmes?code=" + programme).<String>path("items[0].id");
        changing(manager(), manager().get(path).header("ETag"))
                .body("{\"period\":{\"from\":\"" + from + "\",\"until\":\"" + until + "\"}}")
                .patch(path)
                .then()
                .statusCode(200);
    }

    /** Its lines of costs are a list of their own, which would be written anew. */
    @Test
    void changeOfNothingMakesNoVersion() {
        var id = draft(applicant, whole(scheme));
        change(applicant, id, whole(scheme))
                .then()
                .statusCode(200)
                .body("etag", equalTo("\"0\""))
                .body("costs.category", contains("PERSONNEL", "MATERIAL"));
        var twice = "{\"phenomena\":[\"POLARISATION\",\"POLARISATION\"],"
                + "\"partnerMunicipalities\":[\"GM0363\",\"GM0599\",\"GM0363\"]}";
        change(applicant, id, twice).then().statusCode(200).body("etag", equalTo("\"0\""));
        change(applicant, id, "{\"title\":\"Another\"}").then().statusCode(200).body("etag", equalTo("\"1\""));
    }

    /** What is not stated counts as nothing. */
    @Test
    void contributionOfNothingIsNoChange() {
        var nothing = "{" + money("ownContribution", "0.00") + "," + money("otherFunding", "0.00") + "}";
        var silent = draft(applicant, "{}");
        change(applicant, silent, nothing)
                .then()
                .statusCode(200)
                .body("etag", equalTo("\"0\""))
                .body("ownContribution", nullValue());
        var stated = draft(applicant, nothing);
        change(applicant, stated, "{\"ownContribution\":null,\"otherFunding\":null}")
                .then()
                .statusCode(200)
                .body("etag", equalTo("\"0\""))
                .body("ownContribution.amount", equalTo("0.00"));
        change(applicant, stated, "{" + money("otherFunding", "0.01") + "}")
                .then()
                .statusCode(200)
                .body("etag", equalTo("\"1\""));
    }

    @Test
    void acceptsEmptyDraft() {
        post(applicant, "{}")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("status", equalTo("DRAFT"))
                .body("organisationId", equalTo(applicant))
                .body("scheme", nullValue())
                .body("costs", empty())
                .body("totalCost.amount", equalTo("0.00"))
                .body("decisionDue", nullValue())
                .body("history", empty())
                .body("allowedActions", containsInAnyOrder("update", "submission", "withdrawal", "documents"));
    }

    @Test
    void draftIsReadBackAsItWasSaved() {
        grantee(applicant)
                .get("/v1/applications/" + draft(applicant, whole(scheme)))
                .then()
                .body("scheme", equalTo(scheme))
                .body("programme", equalTo(programme))
                .body("fundingInstrument", equalTo("DECENTRALISATION_GRANT"))
                .body("period.code", equalTo("2009"))
                .body("place.municipalities", contains("GM0988"))
                .body("partnerMunicipalities", contains("GM0363", "GM0599"))
                .body("costs.category", contains("PERSONNEL", "MATERIAL"))
                .body("totalCost.amount", equalTo("1000.00"))
                .body("targetGroups", contains("YOUTH_AND_PUPILS"));
    }

    @Test
    void changesOnlyNamedFields() {
        var id = draft(applicant, whole(scheme));
        change(applicant, id, """
            {"title":"Another","track":null,"costs":[{"amount":{"amount":"5.00","currency":"EUR"}}]}\
            """)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("title", equalTo("Another"))
                .body("track", nullValue())
                .body("totalCost.amount", equalTo("5.00"))
                .body("costs[0].category", nullValue())
                .body("description", equalTo("A neighbourhood that stands firm."));
        change(applicant, id, "{\"organisationId\":\"OTHER\"}").then().statusCode(400);
        Api.changing(grantee(applicant), "\"0\"")
                .body("{}")
                .patch("/v1/applications/" + id)
                .then()
                .statusCode(412);
        grantee(applicant)
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch("/v1/applications/" + id)
                .then()
                .statusCode(428);
    }

    @Test
    void checkReturnsViolationsWithoutChange() {
        var id = draft(applicant, "{}");
        grantee(applicant)
                .post("/v1/applications/" + id + "/submission-check")
                .then()
                .statusCode(200)
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/scheme",
                                "/title",
                                "/description",
                                "/purpose",
                                "/period",
                                "/place",
                                "/requestedAmount",
                                "/costs"))
                .body("violations.code.unique()", contains("REQUIRED"))
                .body("violations.in.unique()", contains("body"));
        submit(applicant, id).then().statusCode(400).body("violations.size()", equalTo(8));
        var good = draft(applicant, whole(scheme));
        grantee(applicant)
                .post("/v1/applications/" + good + "/submission-check")
                .then()
                .statusCode(200)
                .body("violations", empty());
        grantee(applicant)
                .get("/v1/applications/" + good)
                .then()
                .body("etag", equalTo("\"0\""))
                .body("status", equalTo("DRAFT"));
        Api.as(Role.AUDITOR)
                .get("/v1/funding-audit-events?operation=checkApplication&sort=-at&pageSize=1")
                .then()
                .body("items.result", contains("CHECKED"));
    }

    /** The applicant and an official read one version of it, and may do different things. */
    @Test
    void etagOfReadDependsOnAllowedActions() {
        var path = "/v1/applications/" + submitted(applicant, scheme);
        var etag = officer().get(path).header("ETag");
        officer().header("If-None-Match", etag).get(path).then().statusCode(304);
        grantee(applicant)
                .header("If-None-Match", etag)
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", not(etag));
    }

    @Test
    void applicationGoesFromDraftToGrant() {
        var today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
        var id = submitted(applicant, scheme);
        officer()
                .get("/v1/applications/" + id)
                .then()
                .body("status", equalTo("SUBMITTED"))
                .body("decisionDue", equalTo(today.plusWeeks(8).toString()))
                .body("officer", nullValue())
                .body("allowedActions", containsInAnyOrder("assignment", "completion-request", "assessment"));
        officer("anna")
                .body("{\"deadline\":\"%s\",\"missing\":\"The budget\"}".formatted(today.plusDays(14)))
                .post("/v1/applications/" + id + "/completion-request")
                .then()
                .statusCode(200)
                .body("status", equalTo("INCOMPLETE"))
                .body("officer", equalTo("anna"))
                .body("completion.deadline", equalTo(today.plusDays(14).toString()))
                .body("completion.missing", equalTo("The budget"))
                .body("decisionDue", equalTo(today.plusWeeks(10).toString()));
        change(applicant, id, "{\"title\":\"Completed\"}").then().statusCode(200);
        submit(applicant, id)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("completion.completedOn", equalTo(today.toString()))
                .body("decisionDue", equalTo(today.plusWeeks(8).toString()));
        officer("bert")
                .body(ApplicationRequests.ASSESSMENT)
                .post("/v1/applications/" + id + "/assessment")
                .then()
                .statusCode(200)
                .body("assessment.scores.criterion", hasItem("EVALUATION_PLAN"))
                .body("assessment.scores.score", contains(5, 4, 3, 2, 1))
                .body("officer", equalTo("anna"));
        Api.as(Role.CONTROLLER)
                .body(grant("500.00"))
                .post("/v1/applications/" + id + "/decision")
                .then()
                .statusCode(200)
                .body("status", equalTo("GRANTED"))
                .body("decision.outcome", equalTo("GRANTED"))
                .body("decision.awardedAmount.amount", equalTo("500.00"))
                .body("allowedActions", empty())
                .body(
                        "history.transition",
                        contains("submission", "completion-request", "submission", "assessment", "decision"))
                .body("history[1].note", equalTo("The budget"));
    }

    @ParameterizedTest
    @CsvSource({
        "PROJECT, 500.00, 500.00, true",
        "PROJECT, 499.99, 500.01, false",
        "PROJECT, 800.00, 200.00, true",
        "PROJECT, 800.01, 199.99, false",
        "EXPLORATORY_STUDY, 1000.00, 0.00, true",
        "EXPLORATORY_STUDY, 1.00, 999.00, true"
    })
    void rejectsShareOutsideBoundsOfScheme(String purpose, String requested, String own, boolean accepted) {
        var id = draft(applicant, whole(scheme));
        change(
                        applicant,
                        id,
                        "{\"purpose\":\"%s\",%s,%s,%s}"
                                .formatted(
                                        purpose,
                                        money("requestedAmount", requested),
                                        money("ownContribution", own),
                                        money("otherFunding", "0.00")))
                .then()
                .statusCode(200);
        if (accepted) {
            submit(applicant, id).then().statusCode(200);
            return;
        }
        submit(applicant, id)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/requestedAmount/amount"))
                .body("violations.code", contains("OUT_OF_RANGE"))
                .body("violations[0].parameters.minimum", equalTo(50.0f))
                .body("violations[0].parameters.maximum", equalTo(80.0f));
    }

    @Test
    void rejectsShareOutsideBoundsOfDayOfSubmission() {
        var past = scheme(programme, "");
        var id = Api.manager().get("/v1/schemes?code=" + past).then().extract().<String>path("items[0].id");
        Api.changing(Api.manager(), "\"0\"")
                .body("""
                    {"bounds":[{"purpose":"PROJECT","minimumShare":50,"maximumShare":80,"validFrom":"2007-01-01",\
                    "validUntil":"2012-01-01"},\
                    {"purpose":"PROJECT","minimumShare":10,"maximumShare":20,"validFrom":"2012-01-01"}]}\
                    """)
                .patch("/v1/schemes/" + id)
                .then()
                .statusCode(200);
        submit(applicant, draft(applicant, whole(past)))
                .then()
                .statusCode(400)
                .body("violations[0].parameters.maximum", equalTo(20.0f));
        var study = draft(applicant, whole(past));
        change(applicant, study, "{\"purpose\":\"EXPLORATORY_STUDY\"}");
        submit(applicant, study)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/purpose"))
                .body("violations[0].parameters.allowed", contains("PROJECT"));
    }

    @Test
    void rejectsEndedMunicipalitiesWithSuccessors() {
        var id = draft(applicant, whole(scheme));
        change(applicant, id, """
            {"period":{"from":"2011-01-01","until":"2012-01-01"},\
            "place":{"scope":"MUNICIPAL","municipalities":["GM0988","GM0052"]},\
            "partnerMunicipalities":["GM0599","GM9999"]}\
            """).then().statusCode(200);
        submit(applicant, id)
                .then()
                .statusCode(400)
                .body("violations.code.unique()", contains("MUNICIPALITY_NOT_VALID"))
                .body("violations.pointer", contains("/partnerMunicipalities/1", "/place/municipalities/1"))
                .body("violations[1].parameters.successors", contains("GM1895"))
                .body("violations[0].parameters.successors", empty());
    }

    @Test
    void rejectsFinancingThatDiffersFromCost() {
        var id = draft(applicant, whole(scheme));
        change(applicant, id, "{" + money("ownContribution", "300.01") + "}");
        submit(applicant, id)
                .then()
                .statusCode(400)
                .body("violations.code", contains("NOT_ALLOWED"))
                .body("violations[0].parameters.totalCost", equalTo("1000.00"))
                .body("violations[0].parameters.paid", equalTo("1000.01"));
    }

    @Test
    void rejectsApplicantOfOtherKind() {
        var body = organisation(OrganisationKind.GOVERNMENT_BODY);
        submit(body, draft(body, whole(scheme)))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/scheme"))
                .body("violations[0].parameters.allowed", contains("MUNICIPALITY", "NON_PROFIT"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"2008-01-01, 2009-01-01", "2198-12-31, -", "-, 2009-01-01"})
    void rejectsSubmissionToSchemeThatIsNotOpen(String from, String until) {
        var dates = (from == null ? "" : ",\"openFrom\":\"" + from + "\"")
                + (until == null ? "" : ",\"openUntil\":\"" + until + "\"");
        var id = draft(applicant, whole(scheme(programme, dates)).replace("\"title\":\"Weerbare wijk\",", ""));
        submit(applicant, id)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/scheme", "/title"))
                .body("violations.code", contains("NOT_ALLOWED", "REQUIRED"))
                .body("violations[0].parameters.openFrom", equalTo(from == null ? "" : from))
                .body("violations[0].parameters.openUntil", equalTo(until == null ? "2199-01-01" : until));
        grantee(applicant)
                .post("/v1/applications/" + id + "/submission-check")
                .then()
                .statusCode(200)
                .body("violations.pointer", contains("/scheme", "/title"));
        grantee(applicant)
                .get("/v1/applications/" + id)
                .then()
                .body("status", equalTo("DRAFT"))
                .body("allowedActions", containsInAnyOrder("update", "withdrawal", "documents"));
    }

    @Test
    void rejectsGrantOutsideBoundsOrAboveRequest() {
        var id = ApplicationRequests.assessed(applicant, scheme);
        step(id, "decision", grant("499.99"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/awardedAmount/amount"))
                .body("violations[0].parameters.minimum", equalTo(50.0f))
                .body("violations[0].parameters.maximum", equalTo(80.0f));
        step(id, "decision", grant("600.01"))
                .then()
                .statusCode(400)
                .body("violations[0].parameters.maximum", equalTo("600.00"));
        officer().get("/v1/applications/" + id).then().body("status", equalTo("ASSESSED"));
        step(id, "decision", grant("500.00")).then().statusCode(200);
        step(id, "decision", decline("REFUSED")).then().statusCode(409).body("allowed", empty());
    }

    @Test
    void rejectsStepsAfterWithdrawal() {
        var id = submitted(applicant, scheme);
        grantee(applicant)
                .body("{\"reason\":\"No room\"}")
                .post("/v1/applications/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("history[1].note", equalTo("No room"));
        step(id, "assessment", ApplicationRequests.ASSESSMENT)
                .then()
                .statusCode(409)
                .body("allowed", empty());
        change(applicant, id, "{}").then().statusCode(409);
        submit(applicant, id).then().statusCode(409);
    }

    @Test
    void rejectsUnknownReferences() {
        unknown(post(applicant, "{\"scheme\":\"NONE\"}"));
        unknown(post("NOT-RECORDED", "{}"));
        unknown(change(applicant, draft(applicant, "{}"), "{\"scheme\":\"NONE\"}"));
    }

    @Test
    void reportsUnknownSchemeBesideOtherMistakes() {
        post(applicant, "{\"scheme\":\"NONE\",\"requestedAmount\":{\"amount\":\"-1.00\",\"currency\":\"EUR\"}}")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/requestedAmount/amount", "/scheme"))
                .body("violations.code", contains("OUT_OF_RANGE", "REFERENCE_UNKNOWN"));
    }

    @Test
    void checksMunicipalitiesWithoutPeriod() {
        var id = draft(applicant, "{\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM9999\"]}}");
        submit(applicant, id)
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItems("/period", "/place/municipalities/0"))
                .body("violations.code", hasItem("MUNICIPALITY_NOT_VALID"));
    }

    @Test
    void requiresKeyAndCreatesOneDraft() {
        grantee(applicant)
                .body("{}")
                .post("/v1/applications")
                .then()
                .statusCode(400)
                .body("violations.name", contains("Idempotency-Key"));
        var first = grantee(applicant).header("Idempotency-Key", "k").body("{}").post("/v1/applications");
        var second =
                grantee(applicant).header("Idempotency-Key", "k").body("{}").post("/v1/applications");
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("id", equalTo(first.path("id")));
        grantee(applicant).get("/v1/applications").then().body("total.value", equalTo(1));
    }
}
