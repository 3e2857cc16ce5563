package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.organisation;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.ApplicationRequests.change;
import static nl.doorlichting.funding.ApplicationRequests.draft;
import static nl.doorlichting.funding.ApplicationRequests.scheme;
import static nl.doorlichting.funding.ApplicationRequests.step;
import static nl.doorlichting.funding.ApplicationRequests.submitted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import nl.doorlichting.funding.organisations.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The filters of an officer, each on a list of two: one that is whole and one that states nothing but its scheme. */
@FundingServiceTest
class ApplicationListTest {
    private String programme;
    private String scheme;
    private String applicant;
    private String whole;
    private String bare;

    @BeforeEach
    void twoApplications() {
        programme = programme();
        scheme = scheme(programme, "");
        applicant = organisation(OrganisationKind.MUNICIPALITY);
        whole = submitted(applicant, scheme);
        bare = draft(applicant, "{\"scheme\":\"" + scheme + "\"}");
    }

    @Test
    void filtersByEachParameter() {
        step(whole, "assignment", "{\"officer\":\"" + ApplicationRequests.officerNamed("o-" + programme) + "\"}")
                .then()
                .statusCode(200);
        for (var filter : new String[] {
            "status=SUBMITTED",
            "purpose=PROJECT",
            "track=LOCAL",
            "actionLine=PREVENTION",
            "interventionType=AWARENESS",
            "phenomenon=POLARISATION",
            "officer=o-" + programme,
            "municipality=GM0988",
            "municipality=GM0363",
            "province=PV31",
            "province=PV27",
            "municipality=GM0014,GM0988",
            "province=PV20,PV31",
            "officer=o-" + programme + "," + ApplicationRequests.officerNamed("piet"),
            "year=2009",
            "year=2005,2009",
            "q=weerb wij",
            "q=neighbourhood"
        }) {
            officer()
                    .get("/v1/applications?programme=" + programme + "&" + filter)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(whole))
                    .body("total.value", equalTo(1));
        }
    }

    @Test
    void listsBothApplicationsByValueTheyShare() {
        for (var filter : new String[] {
            "scheme=" + scheme,
            "organisationId=" + applicant,
            "programme=" + programme + "&fundingInstrument=DECENTRALISATION_GRANT"
        }) {
            officer()
                    .get("/v1/applications?sort=-createdAt&" + filter)
                    .then()
                    .body("items.id", contains(bare, whole))
                    .body(
                            "items[1].allowedActions",
                            containsInAnyOrder("assignment", "completion-request", "assessment"))
                    .body("items[0].allowedActions", empty());
        }
    }

    @Test
    void sortsDraftsByAbsentValues() {
        var list = "/v1/applications?pageSize=1&programme=" + programme + "&sort=";
        for (var sort : new String[] {"decisionDue", "-requestedAmount"}) {
            var next = officer()
                    .get(list + sort)
                    .then()
                    .body("items.id", contains(whole))
                    .extract()
                    .<String>path("links.next");
            var last = officer().get(next).then().statusCode(200).body("items.id", contains(bare));
            officer().get(last.extract().<String>path("links.prev")).then().body("items.id", contains(whole));
        }
        officer().get(list + "-decisionDue").then().body("items.id", contains(bare));
        officer().get(list + "requestedAmount").then().body("items.id", contains(bare));
    }

    @ParameterizedTest
    @CsvSource({"municipality=GM0518", "province=PV20", "year=2010", "year=2008", "q=eerbare", "status=DRAFT&year=2009"
    })
    void returnsEmptyListForAbsentValue(String filter) {
        officer()
                .get("/v1/applications?programme=" + programme + "&" + filter)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "status=LOST,status,UNKNOWN_VALUE",
        "province=PV99,province,UNKNOWN_VALUE",
        "municipality=GM9999,municipality,MUNICIPALITY_NOT_VALID",
        "year=1,year,OUT_OF_RANGE",
        "year=x,year,NOT_AN_INTEGER",
        "colour=red,colour,UNKNOWN_PARAMETER",
        "sort=title,sort,UNKNOWN_VALUE"
    })
    void rejectsInvalidFilters(String filter, String name, String code) {
        officer()
                .get("/v1/applications?" + filter)
                .then()
                .statusCode(400)
                .body("violations.name", contains(name))
                .body("violations.code", contains(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"applications", "awards", "projects", "projects/csv"})
    void tellsAllWrongFiltersTogether(String list) {
        officer()
                .get("/v1/" + list + "?municipality=GM9999,GM9998&province=PV99&year=1&track=NOPE&sort=colour")
                .then()
                .statusCode(400)
                .body(
                        "violations.name",
                        containsInAnyOrder("municipality", "municipality", "province", "year", "track", "sort"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"applications", "awards", "projects", "projects/csv"})
    void statesBoundsOfYears(String list) {
        officer()
                .get("/v1/" + list + "?year=2009,1,99999999999")
                .then()
                .statusCode(400)
                .body("violations.code", contains("OUT_OF_RANGE"))
                .body("violations.parameters", contains(Map.of("minimum", 1900, "maximum", 2199)));
    }

    @Test
    void returnsListAsCsv() {
        change(applicant, bare, "{\"title\":\"=1+1\"}").then().statusCode(200);
        officer()
                .get("/v1/applications/csv?programme=" + programme)
                .then()
                .statusCode(200)
                .body(containsString("requestedAmount.amount"))
                .body(containsString("'=1+1"));
    }
}
