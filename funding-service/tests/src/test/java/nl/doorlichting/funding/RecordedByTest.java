package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.organisation;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import nl.doorlichting.funding.organisations.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every record shows the account that recorded it. */
@FundingServiceTest
class RecordedByTest {
    private String programme;

    @BeforeEach
    void organisations() {
        programme = programme();
        Grants.organisations();
    }

    @Test
    void everyRecordShowsWhoRecordedIt() {
        var all = new OrganisationWithAllRecords().holdings();
        var award = all.ids().get("awards");
        var application = all.ids().get("applications");
        for (var path : new String[] {
            "programmes",
            "schemes",
            "organisations",
            "projects",
            "prizes",
            "procurements",
            "budget-lines",
            "applications",
            "awards",
            "conditions",
            "awards/" + award + "/conditions",
            "awards/" + award + "/documents",
            "applications/" + application + "/documents"
        }) {
            manager()
                    .get("/v1/" + path)
                    .then()
                    .statusCode(200)
                    .body("items.recordedBy", everyItem(not(emptyOrNullString())))
                    .body("items[0].recordedBy", not(emptyOrNullString()));
        }
    }

    @Test
    void awardDecidedOutsideShowsItsOfficial() {
        var json = Grants.json(programme, "1", "SUBSIDY", "1.00", ",\"decidedBy\":\"The minister\"");
        Grants.keyed(officer("clerk"))
                .body(json)
                .post("/v1/awards")
                .then()
                .statusCode(201)
                .body("decidedBy", equalTo("The minister"))
                .body("recordedBy", equalTo("clerk"))
                .body("decisions.recordedBy", contains("clerk"));
    }

    @Test
    void stepsOfApplicationShowTheirActors() {
        var applicant = organisation(OrganisationKind.MUNICIPALITY);
        var id = ApplicationRequests.submitted(applicant, ApplicationRequests.scheme(programme, ""));
        var by = grantee(applicant).get("/v1/applications/" + id).<String>path("recordedBy");
        var assigned = ApplicationRequests.officerNamed("anna-of-steps");
        officer("bert-of-steps")
                .body("{\"officer\":\"" + assigned + "\"}")
                .post("/v1/applications/" + id + "/assignment")
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
        officer(assigned)
                .body("{\"deadline\":\"2199-01-01\",\"missing\":\"The budget\"}")
                .post("/v1/applications/" + id + "/completion-request")
                .then()
                .statusCode(200);
        grantee(applicant)
                .body("{\"reason\":\"No room\"}")
                .post("/v1/applications/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("history.transition", contains("submission", "assignment", "completion-request", "withdrawal"))
                .body("history.recordedBy", contains(by, "bert-of-steps", assigned, by))
                .body("history[1].note", equalTo(assigned));
    }

    @Test
    void versionsOfTallyShowWhoRecordedThem() {
        var tally = officer("first")
                .body("""
                        {"programme":"%s","fundingInstrument":"SUBSIDY","source":"s","count":{"kind":"EXACT","value":2},\
                        "period":{"from":"2007-01-01","until":"2012-01-01"}}""".formatted(programme))
                .post("/v1/award-tallies")
                .then()
                .statusCode(201)
                .body("recordedBy", equalTo("first"))
                .extract();
        var before = tally.<String>path("recordedAt");
        officer("second")
                .body("{\"reason\":\"r\",\"count\":{\"kind\":\"EXACT\",\"value\":3}}")
                .post(tally.header("Location") + "/corrections")
                .then()
                .statusCode(201)
                .body("recordedBy", equalTo("second"));
        officer().get(tally.header("Location") + "?asOf=" + before).then().body("recordedBy", equalTo("first"));
        officer()
                .accept("text/csv")
                .get("/v1/award-tallies/csv?programme=" + programme)
                .then()
                .statusCode(200)
                .body(containsString("recordedBy"))
                .body(containsString("second"));
    }
}
