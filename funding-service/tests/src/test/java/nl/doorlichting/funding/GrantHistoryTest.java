package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.changing;
import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.officer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What applications, awards and what belongs to them stated at an earlier moment, and to whom that is shown. */
@FundingServiceTest
class GrantHistoryTest {
    private static final String BEFORE_ALL = "asOf=2011-01-01T00:00:00Z";

    private String programme;

    @BeforeEach
    void programmeOfTest() {
        programme = Api.programme();
        Grants.organisations();
    }

    @Test
    void awardIsAsItWasWithItsPlanAndDecisions() throws SQLException {
        var plan = ",\"instalments\":[{\"due\":\"2010-06-01\",\"amount\":" + Grants.euro("10.00") + "}]";
        var award = Grants.award(programme, "1", "SUBSIDY", "10.00", plan);
        var granted = Instant.now();
        var payment = Grants.disburse(award, "10.00", ",\"instalment\":1").<String>path("id");
        var reserved = Instant.now();
        Grants.release(payment).then().statusCode(200);
        var paid = Instant.now();
        Grants.settle(award, "4.00", true).then().statusCode(200);
        Grants.reclaim(award, "6.00").then().statusCode(201);
        // Four times the award changed, twice with its instalment.
        assertEquals(List.of("6 4"), RowPolicies.asOwner("""
                select count(*) || ' ' || count(distinct replaced_at) from former_record
                where id = '%1$s' or id in (select i.id from award_instalment i where i.award_id = '%1$s')
                """.formatted(award)));

        officer()
                .get("/v1/awards/" + award + "?asOf=" + granted)
                .then()
                .body("reserved.amount", equalTo("0.00"))
                .body("instalments.disbursementId", contains(nullValue()))
                .body("decisions.kind", contains("GRANT"))
                .body("allowedActions", empty());
        officer()
                .get("/v1/awards?programme=" + programme + "&asOf=" + reserved)
                .then()
                .body("items.reserved.amount", contains("10.00"))
                .body("items[0].instalments.disbursementId", contains(payment))
                .body("items[0].instalments.paidOn", contains(nullValue()))
                .body("items[0].allowedActions", empty());
        officer()
                .get("/v1/awards?programme=" + programme + "&status=GRANTED&asOf=" + paid)
                .then()
                .body("items.disbursed.amount", contains("10.00"))
                .body("items.settledAmount", contains(nullValue()))
                .body("items.reclaimed.amount", contains("0.00"));
        officer()
                .get("/v1/awards?programme=" + programme + "&status=SETTLED&asOf=" + paid)
                .then()
                .statusCode(200)
                .body("items", empty());
        officer()
                .get("/v1/awards?programme=" + programme + "&" + BEFORE_ALL)
                .then()
                .body("items", empty());
        for (var part : List.of("", "/conditions", "/disbursements", "/reclaims")) {
            officer()
                    .get("/v1/awards/" + award + part + "?" + BEFORE_ALL)
                    .then()
                    .statusCode(404);
        }
    }

    /** The award has a moment of its own: what states it as createdAt is there from then on, with its decision and plan. */
    @Test
    void awardIsWholeFromItsFirstMomentOn() {
        var plan = ",\"instalments\":[{\"due\":\"2010-06-01\",\"amount\":" + Grants.euro("10.00") + "}]";
        var award = "/v1/awards/" + Grants.award(programme, "1", "SUBSIDY", "10.00", plan);
        var first = officer().get(award).<String>path("createdAt");
        officer()
                .get(award + "?asOf=" + first)
                .then()
                .statusCode(200)
                .body("decisions", hasSize(1))
                .body("instalments", hasSize(1));
        officer()
                .get(award + "?asOf=" + Instant.parse(first).minus(1, ChronoUnit.MICROS))
                .then()
                .statusCode(404);
    }

    /** A draft is its applicant's: nothing that it stated is kept, and nothing of it is shown of the past. */
    @Test
    void draftsHaveNoPast() throws SQLException {
        var applicant = Api.organisation(OrganisationKind.NON_PROFIT);
        var scheme = ApplicationRequests.scheme(programme, "");
        var id = ApplicationRequests.draft(applicant, ApplicationRequests.whole(scheme));
        ApplicationRequests.change(applicant, id, "{\"description\":\"secret of a draft\"}");
        var draft = Instant.now();
        ApplicationRequests.change(applicant, id, "{\"description\":\"public\"}")
                .then()
                .statusCode(200);
        ApplicationRequests.submit(applicant, id).then().statusCode(200);
        var submitted = Instant.now();
        ApplicationRequests.step(id, "completion-request", completion()).then().statusCode(200);
        var asked = Instant.now();
        ApplicationRequests.change(applicant, id, "{\"title\":\"completed\",\"costs\":[]}")
                .then()
                .statusCode(200);

        var list = "/v1/applications?programme=" + programme + "&asOf=";
        officer().get(list + draft).then().statusCode(200).body("items", empty());
        grantee(applicant).get(list + draft).then().statusCode(200).body("items", empty());
        officer().get("/v1/applications/" + id + "?asOf=" + draft).then().statusCode(404);
        officer()
                .get(list + submitted + "&status=SUBMITTED&q=weerbare")
                .then()
                .body("items.title", contains("Weerbare wijk"))
                .body("items[0].history.transition", contains("submission"))
                .body("items[0].costs.category", contains("PERSONNEL", "MATERIAL"))
                .body("items[0].allowedActions", empty());
        officer()
                .get("/v1/applications/" + id + "?asOf=" + asked)
                .then()
                .body("status", equalTo("INCOMPLETE"))
                .body("title", equalTo("Weerbare wijk"))
                .body("costs", hasSize(2));
        officer()
                .get("/v1/applications/" + id)
                .then()
                .body("title", equalTo("completed"))
                .body("costs", empty());
        assertEquals(
                List.of("0"),
                RowPolicies.asOwner(
                        "select count(*) from former_record where cast(stated as text) like '%%secret of a draft%%'"));
    }

    private static String completion() {
        return "{\"deadline\":\"" + LocalDate.now().plusDays(30) + "\",\"missing\":\"m\"}";
    }

    /** As of a moment a condition has its status of that day. */
    @Test
    void conditionHasStatusOfTheDay() throws SQLException {
        var award = Grants.award(programme, "1", "SUBSIDY", "10.00", "");
        var condition = officer()
                .body("{\"text\":\"c\",\"enforceable\":true,\"dueOn\":\"%s\"}"
                        .formatted(LocalDate.now().minusDays(10)))
                .post("/v1/awards/" + award + "/conditions")
                .then()
                .body("status", equalTo("BREACHED"))
                .extract()
                .header("Location");
        Bulk.run(
                "update award set created_at = created_at - interval '30 days' where id = '" + award + "'",
                "update award_condition set created_at = created_at - interval '30 days' where award_id = '" + award
                        + "'");
        var then = Instant.now().minus(20, ChronoUnit.DAYS);
        officer().get(condition + "?asOf=" + then).then().body("status", equalTo("OPEN"));
        var list = "/v1/conditions?programme=" + programme;
        officer().get(list + "&status=OPEN&asOf=" + then).then().body("items.status", contains("OPEN"));
        officer().get(list + "&status=BREACHED&asOf=" + then).then().body("items", empty());
        officer().get("/v1/awards/" + award + "/conditions?asOf=" + then).then().body("items.status", contains("OPEN"));
        officer().get(list + "&status=BREACHED").then().body("items.status", contains("BREACHED"));
    }

    /** Shown is what was the grantee's own then and is its own now. */
    @Test
    void granteeSeesPastOfWhatIsItsOwn() {
        var ended = municipality("ENDED", "GM0988");
        var successor = municipality("SUCCESSOR", "GM1961");
        var award = Grants.postAward(Grants.json(programme, "1", "DECENTRALISATION_GRANT", "10.00", "")
                        .replace("\"" + Grants.WEERT + "\"", "\"" + ended + "\""))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        officer()
                .body("{\"text\":\"c\",\"enforceable\":false}")
                .post("/v1/awards/" + award + "/conditions")
                .then()
                .statusCode(201);
        Grants.payment(award, "5.00");
        var before = Instant.now();
        sees(ended, award, before, 200, 1);
        sees(successor, award, before, 404, 0);
        sees(Grants.FORUM, award, before, 404, 0);

        var path = "/v1/organisations/" + ended;
        changing(officer(), officer().get(path).header("ETag"))
                .body("{\"validUntil\":\"2019-01-01\",\"successor\":\"" + successor + "\"}")
                .patch(path)
                .then()
                .statusCode(200);
        Grants.controller("mover")
                .body("{\"organisationId\":\"%s\",\"reasons\":\"merged\"}".formatted(successor))
                .post("/v1/awards/" + award + "/succession")
                .then()
                .statusCode(200);
        var after = Instant.now();
        for (var moment : List.of(before, after)) {
            sees(ended, award, moment, 404, 0);
        }
        sees(successor, award, before, 404, 0);
        sees(successor, award, after, 200, 1);
        officer()
                .get("/v1/awards/" + award + "?asOf=" + before)
                .then()
                .body("organisationId", equalTo(ended))
                .body("decisions.kind", contains("GRANT"));
        var list = "/v1/awards?programme=" + programme + "&municipality=GM1961";
        officer().get(list).then().body("items", hasSize(1));
        officer().get(list + "&asOf=" + before).then().body("items", empty());
        officer().get(list + "&asOf=" + after).then().body("items", hasSize(1));
    }

    private void sees(String organisation, String award, Instant moment, int status, int records) {
        var caller = grantee(organisation);
        caller.get("/v1/awards/" + award + "?asOf=" + moment).then().statusCode(status);
        for (var list : List.of("awards", "conditions", "disbursements")) {
            grantee(organisation)
                    .get("/v1/" + list + "?programme=" + programme + "&asOf=" + moment)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(records));
        }
        for (var part : List.of("conditions", "disbursements", "reclaims")) {
            grantee(organisation)
                    .get("/v1/awards/" + award + "/" + part + "?asOf=" + moment)
                    .then()
                    .statusCode(status);
        }
    }

    private String municipality(String name, String code) {
        var number = name + "-" + programme;
        officer()
                .body("{\"number\":\"%s\",\"name\":\"%s\",\"kind\":\"MUNICIPALITY\",\"municipality\":\"%s\"}"
                        .formatted(number, name, code))
                .post("/v1/organisations")
                .then()
                .statusCode(201);
        return number;
    }

    @Test
    void rejectsMomentInFuture() {
        for (var list : List.of("applications", "awards", "conditions", "reclaims", "awards/csv")) {
            officer()
                    .get("/v1/" + list + "?asOf=2199-01-01T00:00:00Z")
                    .then()
                    .statusCode(400)
                    .body("violations.name", contains("asOf"))
                    .body("violations.code", contains("OUT_OF_RANGE"));
        }
    }

    /** Which lists have no past, and why: docs/design/figures.md#history. */
    @Test
    void everyListTakesMomentExceptThoseWithoutPast() throws IOException {
        var without = new TreeSet<String>();
        document().path("paths").properties().forEach(path -> {
            var names = new TreeSet<String>();
            path.getValue()
                    .at("/get/parameters")
                    .forEach(parameter -> names.add(
                            parameter.has("$ref")
                                    ? parameter.path("$ref").asText().replaceFirst(".*/", "")
                                    : parameter.path("name").asText()));
            if (names.contains("pageSize")
                    && !names.contains("asOf")
                    && !path.getKey().endsWith("/csv")) {
                without.add(path.getKey());
            }
        });
        assertEquals(
                Set.of(
                        "/applications/{id}/documents",
                        "/awards/{id}/documents",
                        "/deadlines",
                        "/funding-audit-events",
                        "/opportunities"),
                without);
    }

    private static JsonNode document() throws IOException {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var document = loader.getResourceAsStream("contract/openapi.json")) {
            return new ObjectMapper().readTree(document);
        }
    }
}
