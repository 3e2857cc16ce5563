package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.Grants.FORUM;
import static nl.doorlichting.funding.Grants.WEERT;
import static nl.doorlichting.funding.Grants.award;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.util.List;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.testing.databases.InFlightWrite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees which awards, in which order, by which filter. */
@FundingServiceTest
class AwardListTest {
    private String programme;

    @BeforeEach
    void organisations() {
        ApplicationRequests.officerNamed("olga");
        programme = programme();
        Grants.organisations();
    }

    @Test
    void granteeSeesOnlyOwnAwards() {
        var own = award(programme, "1", "DECENTRALISATION_GRANT", "1.00", "");
        var other = award(programme, "2", "SUBSIDY", "1.00", "");
        Api.grantee(WEERT)
                .get("/v1/awards/" + own)
                .then()
                .statusCode(200)
                .body("allowedActions", contains("documents"));
        Api.grantee(WEERT).get("/v1/awards/" + other).then().statusCode(404);
        Api.grantee(WEERT)
                .get("/v1/awards?pageSize=200&programme=" + programme)
                .then()
                .body("items.id", contains(own))
                .body("total.value", equalTo(1));
        Api.grantee(WEERT).get("/v1/awards?organisationId=" + FORUM).then().body("items", empty());
        Api.as("GRANTEE").get("/v1/awards").then().statusCode(200).body("items", empty());
        Api.grantee(FORUM)
                .get("/v1/awards/" + other)
                .then()
                .body("allowedActions", contains("accountability", "documents"));
        // A role that reads other things does not open awards.
        Grants.person("r", "RESEARCHER", "GRANTEE").get("/v1/awards").then().body("items", empty());
    }

    /** Also if another write ends between the statements of the page. The total is counted before the table of awards is read. */
    @Test
    void totalAndRowsAreOfOneMoment() throws SQLException {
        var place = ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0599\"]}";
        award(programme, "1", "DECENTRALISATION_GRANT", "1.00", place);
        var moved = award(programme, "2", "DECENTRALISATION_GRANT", "1.00", place);
        try (var write = InFlightWrite.unregistered("lock table award in access exclusive mode;"
                + " delete from award_municipality where municipality = 'GM0599' and award_id = '" + moved + "'")) {
            var page = write.endWhenLockIsAwaitedBy(
                            () -> officer().get("/v1/awards?municipality=GM0599&sort=amount&pageSize=200"))
                    .then()
                    .statusCode(200)
                    .extract();
            assertEquals(
                    page.<Integer>path("total.value"),
                    page.<List<?>>path("items").size());
        }
    }

    @Test
    void filtersListByEachParameter() {
        var first = award(programme, "first-1", "DECENTRALISATION_GRANT", "1.00", """
            ,"track":"LOCAL","actionLine":"PREVENTION","officer":"olga","year":2011,\
            "place":{"scope":"REGIONAL","municipalities":["GM0988"]},"partnerMunicipalities":["GM0518"]\
            """);
        award(programme, "second", "SUBSIDY", "1.00", "");
        for (var filter : new String[] {
            "organisationId=GM0988",
            "fundingInstrument=DECENTRALISATION_GRANT",
            "track=LOCAL",
            "actionLine=PREVENTION",
            "officer=olga",
            "year=2011",
            "year=2005,2011",
            "municipality=GM0988",
            "municipality=GM0518&organisationId=GM0988&status=GRANTED&q=first",
            "province=PV31",
            "province=PV28&municipality=GM0988",
            "municipality=GM0363,GM0518,GM0988",
            "municipality=GM0363,GM0518&province=PV20,PV28",
            "officer=olga," + ApplicationRequests.officerNamed("piet"),
            "q=FIR awa",
            "q=first-1"
        }) {
            officer()
                    .get("/v1/awards?programme=" + programme + "&" + filter)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(first))
                    .body("total.value", equalTo(1));
        }
        for (var filter : new String[] {
            "municipality=GM0363",
            "q=third",
            "q=.",
            "status=SETTLED",
            "province=PV20,PV21",
            "municipality=GM0363,GM0014"
        }) {
            officer()
                    .get("/v1/awards?programme=" + programme + "&" + filter)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
        for (var unknown : new String[] {"province=PV31,PV99", "municipality=GM0988,GM9999", "officer=olga,NOPE"}) {
            officer().get("/v1/awards?" + unknown).then().statusCode(400);
        }
    }

    @Test
    void findsAwardByMunicipalityThatItsRecipientGotLater() {
        var number = Api.organisation(OrganisationKind.NON_PROFIT);
        var id = Grants.postAward(Grants.json(programme, "late", "SUBSIDY", "1.00", "")
                        .replace("\"organisationId\":\"" + FORUM + "\"", "\"organisationId\":\"" + number + "\""))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.changing(officer(), "\"0\"")
                .body("{\"municipality\":\"GM0363\"}")
                .patch("/v1/organisations/" + number)
                .then()
                .statusCode(200)
                .body("municipality", equalTo("GM0363"));
        officer()
                .get("/v1/awards?programme=" + programme + "&municipality=GM0363")
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/awards", "/v1/applications", "/v1/projects", "/v1/organisations"})
    void rejectsUnknownMunicipality(String list) {
        officer()
                .get(list + "?municipality=GM9999")
                .then()
                .statusCode(400)
                .body("violations.name", contains("municipality"))
                .body("violations.code", contains("MUNICIPALITY_NOT_VALID"));
    }

    @Test
    void listOfAMunicipalityIsSortedAndPaged() {
        var ids = new String[3];
        for (int i = 0; i < 3; i++) {
            ids[i] = award(programme, "n" + (2 - i), "SUBSIDY", "1.00", ",\"partnerMunicipalities\":[\"GM0363\"]");
        }
        var list = "/v1/awards?municipality=GM0363&programme=" + programme;
        officer().get(list).then().body("items.id", contains(ids[2], ids[1], ids[0]));
        officer().get(list + "&sort=-number").then().body("items.id", contains(ids));
        officer().get(list + "&sort=createdAt").then().body("items.id", contains(ids));
        var next = officer()
                .get(list + "&pageSize=2&sort=decidedOn")
                .then()
                .body("items.id", contains(ids[0], ids[1]))
                .body("total.value", equalTo(3))
                .extract()
                .<String>path("links.next");
        officer().get(next).then().statusCode(200).body("items.id", contains(ids[2]));
    }

    @Test
    void sortsListByEachField() {
        var ids = new String[3];
        for (int i = 0; i < 3; i++) {
            var instrument = i == 1 ? "DECENTRALISATION_GRANT" : "SUBSIDY";
            ids[i] = award(programme, "s" + i, instrument, (9 + i) + ".00", ",\"partnerMunicipalities\":[\"GM0363\"]");
        }
        for (var list : new String[] {"?programme=" + programme, "?municipality=GM0363&programme=" + programme}) {
            var first = "/v1/awards" + list + "&pageSize=2&sort=";
            officer().get(first + "amount").then().body("items.id", contains(ids[0], ids[1]));
            var next = officer()
                    .get(first + "-amount")
                    .then()
                    .body("items.id", contains(ids[2], ids[1]))
                    .extract()
                    .<String>path("links.next");
            officer().get(next).then().statusCode(200).body("items.id", contains(ids[0]));
            officer()
                    .get(first + "organisationId,-amount")
                    .then()
                    .body("items.organisationId", contains(FORUM, FORUM))
                    .body("total.value", equalTo(3));
        }
    }

    @Test
    void returnsListAsCsv() {
        award(programme, "1", "SUBSIDY", "12.34", "");
        officer()
                .accept("text/csv")
                .get("/v1/awards/csv?programme=" + programme)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(containsString("12.34"));
        officer().accept("text/csv").get("/v1/awards").then().statusCode(406);
        officer().accept(ContentType.JSON).get("/v1/awards?colour=red").then().statusCode(400);
        officer()
                .get("/v1/awards?programme=" + programme)
                .then()
                .body("items.allowedActions[0]", hasItems("settlement", "update"))
                .body("items.allowedActions[0]", not(hasItem("reclaims")));
    }

    @Test
    void tableHasRowForEachInstalment() {
        award(programme, "1", "SUBSIDY", "12.34", """
                ,"instalments":[{"due":"2010-04-01","amount":{"amount":"12.00","currency":"EUR"}},\
                {"due":"2010-10-01","amount":{"amount":"0.34","currency":"EUR"}}]""");
        var lines = officer()
                .get("/v1/awards/csv?programme=" + programme)
                .asString()
                .replace("\"", "")
                .lines()
                .toList();
        assertEquals(3, lines.size());
        var header = List.of(lines.get(0).split(",", -1));
        var first = lines.get(1).split(",", -1);
        var second = lines.get(2).split(",", -1);
        assertEquals(first[0], second[0]);
        assertEquals("12.34", first[header.indexOf("amount.amount")]);
        assertEquals("", second[header.indexOf("amount.amount")]);
        assertEquals("12.00", first[header.indexOf("instalments.amount.amount")]);
        assertEquals("0.34", second[header.indexOf("instalments.amount.amount")]);
        assertEquals("2010-10-01", second[header.indexOf("instalments.due")]);
        assertFalse(String.join("", lines).contains("{"));
    }
}
