package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@FundingServiceTest
class AwardTalliesTest {
    private static final String TWENTY_FIVE = "{\"kind\":\"EXACT\",\"value\":25}";

    @Test
    void tallyIsReadBackAsItWasRecorded() {
        var programme = programme();
        var id = post(programme, "SUBSIDY", "{\"kind\":\"EXACT\",\"value\":25}", ",\"reference\":\"r\"")
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .body("reason", nullValue())
                .extract()
                .<String>path("id");
        officer().get("/v1/award-tallies/" + id).then().statusCode(200).body("count.value", equalTo(25));
        officer()
                .get("/v1/award-tallies?fundingInstrument=SUBSIDY&programme=" + programme)
                .then()
                .body("items.id", contains(id));
        officer()
                .get("/v1/award-tallies?fundingInstrument=PRIZE&programme=" + programme)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void correctionIsNewVersionWithReason() {
        var programme = programme();
        var id = post(programme, "SUBSIDY", "{\"kind\":\"EXACT\",\"value\":25}", "")
                .then()
                .body("allowedActions", contains("corrections", "withdrawal"))
                .extract()
                .<String>path("id");
        var path = "/v1/award-tallies/" + id;
        officer()
                .body("{}")
                .post(path + "/corrections")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/reason"));
        officer()
                .body("{\"reason\":\"Counted twice\",\"count\":{\"kind\":\"EXACT\",\"value\":24}}")
                .post(path + "/corrections")
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("reason", equalTo("Counted twice"))
                .body("source", equalTo("test"));
        officer().get(path).then().body("count.value", equalTo(24)).body("version", equalTo(2));
        Api.manager().get("/v1/budget-statistics?programme=" + programme).then().body("projects.count", contains(24));
    }

    @Test
    void rejectsSecondTallyWithSameReference() {
        var programme = programme();
        var first = post(programme, "SUBSIDY", "{\"kind\":\"EXACT\",\"value\":25}", ",\"reference\":\"r\"")
                .then()
                .extract()
                .header("Location");
        post(programme, "PRIZE", "{\"kind\":\"EXACT\",\"value\":1}", ",\"reference\":\"r\"")
                .then()
                .statusCode(409)
                .body("existing", equalTo(first));
    }

    @Test
    void rejectsSecondTallyThatStatesTheSame() {
        var programme = programme();
        var statuses = Parallel.run(
                8, () -> post(programme, "SUBSIDY", TWENTY_FIVE, "").statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
        var first = "/v1/award-tallies/" + list(programme, "").extract().path("items[0].id");
        refused(post(programme, "SUBSIDY", TWENTY_FIVE, ",\"note\":\"sent again\",\"reference\":\"r\""), first);
        created(post(programme, "PRIZE", TWENTY_FIVE, ""));
        created(post(programme, "SUBSIDY", TWENTY_FIVE.replace("25", "24"), ""));
        var other = created(post(programme(), "SUBSIDY", TWENTY_FIVE, ""));
        change(other, "corrections", "{\"reason\":\"r\",\"note\":\"n\"}").then().statusCode(201);
    }

    @Test
    void spacingAndCaseMakeNoOtherSource() {
        var programme = programme();
        var first = created(post(programme, "SUBSIDY", TWENTY_FIVE, ",\"note\":\"n\"", "p 12"));
        for (var source : new String[] {"p 12 ", "p  12", "P 12"}) {
            refused(post(programme, "SUBSIDY", TWENTY_FIVE, "", source), first);
        }
        created(post(programme, "SUBSIDY", TWENTY_FIVE, "", "p 13"));
    }

    @Test
    void rejectsCorrectionThatChangesNothing() {
        var tally = created(post(programme(), "SUBSIDY", TWENTY_FIVE, ""));
        for (var same : new String[] {"", ",\"source\":\"test\",\"note\":null,\"count\":" + TWENTY_FIVE}) {
            change(tally, "corrections", "{\"reason\":\"r\"" + same + "}")
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains(""));
        }
        officer().get(tally).then().body("version", equalTo(1));
        change(tally, "corrections", "{\"reason\":\"r\",\"source\":\"Test\"}")
                .then()
                .statusCode(201);
    }

    @Test
    void rejectsCorrectionToWhatAnotherTallyStates() {
        var programme = programme();
        var first = created(post(programme, "SUBSIDY", TWENTY_FIVE, ""));
        var second = created(post(programme, "SUBSIDY", TWENTY_FIVE.replace("25", "24"), ""));
        var correction = "{\"reason\":\"r\",\"count\":" + TWENTY_FIVE + "}";
        refused(change(second, "corrections", correction), first);
        officer().get(second).then().body("version", equalTo(1));
        withdraw(first);
        change(second, "corrections", correction).then().statusCode(201);
    }

    @Test
    void correctionIsMergePatch() {
        var tally = created(post(
                programme(), "SUBSIDY", "{\"kind\":\"APPROXIMATE\",\"value\":25,\"plusMinus\":2}", ",\"note\":\"n\""));
        change(tally, "corrections", "{\"reason\":\"r\",\"count\":{\"kind\":\"RANGE\",\"minimum\":20,\"maximum\":30}}")
                .then()
                .statusCode(201)
                .body("count.kind", equalTo("RANGE"))
                .body("note", equalTo("n"));
        change(tally, "corrections", "{\"reason\":\"r\",\"note\":null}")
                .then()
                .statusCode(201)
                .body("count.kind", equalTo("RANGE"))
                .body("note", nullValue());
        change(tally, "corrections", "{\"count\":null,\"source\":\" \",\"period\":null,\"programme\":\"x\"}")
                .then()
                .statusCode(400)
                .body("violations.pointer.sort()", contains("/count", "/period", "/programme", "/reason", "/source"));
        officer().get(tally).then().body("version", equalTo(3));
    }

    @Test
    void withdrawnTallyCountsNowhereAndStaysReadable() {
        var programme = programme();
        var tally = created(post(programme, "SUBSIDY", TWENTY_FIVE, ",\"reference\":\"r\""));
        var before = Instant.now();
        change(tally, "withdrawal", "{}").then().statusCode(400).body("violations.pointer", contains("/reason"));
        withdraw(tally)
                .body("version", equalTo(2))
                .body("withdrawal.reason", equalTo("Recorded twice"))
                .body("withdrawal.withdrawnBy", not(emptyOrNullString()))
                .body("allowedActions", empty());
        list(programme, "").body("items", empty());
        list(programme, "&withdrawn=true").body("items.withdrawal.reason", contains("Recorded twice"));
        statistics(programme, "").body("projects", empty());
        for (var step : new String[] {"withdrawal", "corrections"}) {
            change(tally, step, "{\"reason\":\"r\"}")
                    .then()
                    .statusCode(409)
                    .body("allowed", empty())
                    .body("type", equalTo("/v1/problems/invalid-state"));
        }
        list(programme, "&asOf=" + before)
                .body("items.count.value", contains(25))
                .body("items[0].allowedActions", empty());
        list(programme, "&withdrawn=true&asOf=" + before).body("items", empty());
        officer().get(tally + "?asOf=" + before).then().statusCode(200).body("withdrawal", nullValue());
        officer().get(tally + "?asOf=2011-01-01T00:00:00Z").then().statusCode(404);
        statistics(programme, "&asOf=" + before).body("projects.count", contains(25));
        // The same can be recorded anew; the reference stays taken.
        refused(post(programme, "SUBSIDY", TWENTY_FIVE, ",\"reference\":\"r\""), tally);
        created(post(programme, "SUBSIDY", TWENTY_FIVE, ""));
    }

    @Test
    void awardOfWithdrawnTallyCountsByItself() {
        Grants.organisations();
        var programme = programme();
        var tally = created(post(programme, "SUBSIDY", TWENTY_FIVE, ""));
        var held = held(tally);
        Grants.award(programme, "1", "SUBSIDY", "1.00", held);
        statistics(programme, "").body("projects.awards", contains(0));
        var before = Instant.now();
        withdraw(tally);
        statistics(programme, "").body("projects.awards", contains(1)).body("projects.count", contains(nullValue()));
        statistics(programme, "&asOf=" + before).body("projects.awards", contains(0));
        Grants.postAward(Grants.json(programme, "2", "SUBSIDY", "1.00", held))
                .then()
                .statusCode(409)
                .body("violations.pointer", contains("/includedIn"))
                .body("violations[0].detail", containsString("withdrawn"));
        list(programme, "").body("items", empty());
        Api.manager().get(tally).then().statusCode(200);
    }

    @Test
    void awardCountsAsItWasIncludedAtTheMoment() {
        Grants.organisations();
        var programme = programme();
        var moved = Grants.award(programme, "1", "SUBSIDY", "1.00", "");
        var passing = Grants.award(programme, "2", "SUBSIDY", "1.00", "");
        Grants.award(programme, "3", "SUBSIDY", "1.00", "");
        var beforeTally = Instant.now();
        var tally = created(post(programme, "SUBSIDY", TWENTY_FIVE, ""));
        var id = "\"" + tally.substring(tally.lastIndexOf('/') + 1) + "\"";
        include(moved, id);
        include(passing, id);
        var bothHeld = Instant.now();
        include(passing, "null");
        var oneHeld = Instant.now();
        withdraw(tally);
        statistics(programme, "").body("projects.awards", contains(3));
        statistics(programme, "&asOf=" + oneHeld).body("projects.awards", contains(2));
        statistics(programme, "&asOf=" + bothHeld)
                .body("projects.awards", contains(1))
                .body("projects.count", contains(25));
        statistics(programme, "&asOf=" + beforeTally)
                .body("projects.awards", contains(3))
                .body("projects.count", contains(nullValue()));
    }

    @Test
    void awardOfTallyWithoutNumberCountsByItself() {
        Grants.organisations();
        var programme = programme();
        var counted = created(post(programme, "SUBSIDY", "{\"kind\":\"AT_LEAST\",\"value\":25}", ""));
        var vague = created(post(programme, "SUBSIDY", "{\"kind\":\"VAGUE\",\"text\":\"enkele\"}", ""));
        var unmeasured = created(post(programme, "SUBSIDY", "{\"kind\":\"NOT_MEASURED\",\"reason\":\"r\"}", ""));
        Grants.award(programme, "1", "SUBSIDY", "1.00", held(counted));
        Grants.award(programme, "2", "SUBSIDY", "1.00", held(vague));
        Grants.award(programme, "3", "SUBSIDY", "1.00", held(unmeasured));
        statistics(programme, "")
                .body("projects.awards", contains(2))
                .body("projects.awardsBeyondTallies", contains(0))
                .body("projects.count", contains(25))
                .body("projects[0].counted.lowest", equalTo(25))
                .body("projects[0].counted.highest", nullValue())
                .body("projects[0].counted.observations.atLeast", equalTo(1))
                .body("projects[0].counted.observations.vague", equalTo(1));
        var before = Instant.now();
        change(vague, "corrections", "{\"reason\":\"r\",\"count\":{\"kind\":\"EXACT\",\"value\":4}}")
                .then()
                .statusCode(201);
        statistics(programme, "").body("projects.awards", contains(1)).body("projects.count", contains(29));
        statistics(programme, "&asOf=" + before)
                .body("projects.awards", contains(2))
                .body("projects.count", contains(25));
    }

    @Test
    void awardsBeyondTheirTallyAreShown() {
        Grants.organisations();
        var programme = programme();
        var tally = created(post(programme, "SUBSIDY", TWENTY_FIVE, ""));
        var id = tally.substring(tally.lastIndexOf('/') + 1);
        for (var number : new String[] {"1", "2", "3"}) {
            Grants.award(programme, number, "SUBSIDY", "1.00", held(tally));
        }
        quality(programme).body("exceededTallies", empty());
        var before = Instant.now();
        change(tally, "corrections", "{\"reason\":\"r\",\"count\":{\"kind\":\"RANGE\",\"minimum\":0,\"maximum\":2}}")
                .then()
                .statusCode(201);
        statistics(programme, "")
                .body("projects.count", contains(1))
                .body("projects.awards", contains(0))
                .body("projects.awardsBeyondTallies", contains(1));
        statistics(programme, "&asOf=" + before).body("projects.awardsBeyondTallies", contains(0));
        quality(programme)
                .body("exceededTallies.tallyId", contains(id))
                .body("exceededTallies.most", contains(2))
                .body("exceededTallies.awards", contains(3));
        withdraw(tally);
        statistics(programme, "")
                .body("projects.awards", contains(3))
                .body("projects.awardsBeyondTallies", contains(0));
        quality(programme).body("exceededTallies", empty());
    }

    private static String held(String tally) {
        return ",\"includedIn\":\"" + tally.substring(tally.lastIndexOf('/') + 1) + "\"";
    }

    private static ValidatableResponse quality(String programme) {
        return Api.manager()
                .get("/v1/funding-quality?programme=" + programme)
                .then()
                .statusCode(200);
    }

    private static void include(String award, String tally) {
        Api.changing(officer(), Grants.get(award).header("ETag"))
                .body("{\"includedIn\":" + tally + "}")
                .patch("/v1/awards/" + award)
                .then()
                .statusCode(200);
    }

    @Test
    void listOfMomentHasVersionsOfThatMoment() {
        var programme = programme();
        var tally = created(post(programme, "SUBSIDY", TWENTY_FIVE, ""));
        var first = Instant.now();
        change(tally, "corrections", "{\"reason\":\"r\",\"count\":{\"kind\":\"EXACT\",\"value\":24}}")
                .then()
                .statusCode(201);
        list(programme, "&asOf=" + first)
                .body("items.count.value", contains(25))
                .body("total.value", equalTo(1));
        list(programme, "&asOf=" + Instant.now()).body("items.count.value", contains(24));
    }

    @Test
    void rejectsUnknownProgramme() {
        post("NONE", "SUBSIDY", "{\"kind\":\"EXACT\",\"value\":25}", "")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"));
    }

    @Test
    void returnsAllViolationsTogether() {
        post("", "LOTTERY", "{\"kind\":\"EXACT\",\"value\":1.5}", "")
                .then()
                .statusCode(400)
                .body("violations.pointer.sort()", contains("/count/value", "/fundingInstrument", "/programme"))
                .body("violations.code.sort()", contains("NOT_AN_INTEGER", "REQUIRED", "UNKNOWN_VALUE"));
    }

    private static String created(Response response) {
        return response.then().statusCode(201).extract().header("Location");
    }

    private static void refused(Response response, String existing) {
        response.then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/already-exists"))
                .body("existing", equalTo(existing));
    }

    private static Response change(String tally, String step, String json) {
        return officer().body(json).post(tally + "/" + step);
    }

    private static ValidatableResponse withdraw(String tally) {
        return change(tally, "withdrawal", "{\"reason\":\"Recorded twice\"}")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse list(String programme, String more) {
        return officer()
                .get("/v1/award-tallies?programme=" + programme + more)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse statistics(String programme, String more) {
        return Api.manager()
                .get("/v1/budget-statistics?programme=" + programme + more)
                .then()
                .statusCode(200);
    }

    private static Response post(String programme, String instrument, String count, String more) {
        return post(programme, instrument, count, more, "test");
    }

    private static Response post(String programme, String instrument, String count, String more, String source) {
        return officer()
                .body("""
                        {"programme":"%s","fundingInstrument":"%s","source":"%s","count":%s,\
                        "period":{"from":"2007-01-01","until":"2012-01-01"}%s}""".formatted(programme, instrument, source, count, more))
                .post("/v1/award-tallies");
    }
}
