package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.as;
import static nl.doorlichting.training.TrainingApi.plan;
import static nl.doorlichting.training.TrainingApi.post;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrainingQualityTest {
    private static final String QUALITY = "/v1/training-quality";
    private static final String PROJECT = "01938f5a-0000-7000-8000-00000000bb01";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void countsSessionsThatStateTheSame() {
        type("QUALITY", "OTHER");
        var reference = ",'projectId':'" + PROJECT + "','track':'NATIONAL'";
        plan("Q1", "QUALITY", "2010-03-01", reference).statusCode(201);
        plan("Q1", "QUALITY", "2010-03-02", reference).statusCode(201);
        plan("Q1", "QUALITY", "2010-03-03", "").statusCode(201);

        as(Role.REVIEWER)
                .get(QUALITY + "?programme=Q1")
                .then()
                .statusCode(200)
                .body("references", hasSize(1))
                .body("references.projectId", contains(PROJECT))
                .body("references[0].records", is(2))
                .body("references[0].path", endsWith("/training-sessions"))
                .body("programmeUses.path", contains("/v1/training-sessions"))
                .body("programmeUses[0].records", is(3));
        post(
                        "/v1/training-tallies",
                        "{'programme':'Q1','period':{'from':'2010-01-01','until':'2011-01-01'},'source':'test',"
                                + "'trainingType':'QUALITY','sessions':{'held':1},'organisationId':'NOBODY'}")
                .statusCode(201);
        post(
                        "/v1/network-meetings",
                        "{'programme':'Q1','period':{'from':'2010-01-01','until':'2011-01-01'},'source':'test',"
                                + "'title':'m','projectId':'" + PROJECT + "'}")
                .statusCode(201);
        post("/v1/learning-modules", "{'programme':'Q1','source':'test','title':'m','organisationId':'NOBODY'}")
                .statusCode(201);
        as(Role.REVIEWER)
                .get(QUALITY + "?programme=Q1")
                .then()
                .body(
                        "references.path",
                        contains(
                                "/v1/learning-modules",
                                "/v1/network-meetings",
                                "/v1/training-sessions",
                                "/v1/training-tallies"))
                .body("references.organisationId", contains("NOBODY", null, null, "NOBODY"))
                .body(
                        "programmeUses.path",
                        containsInAnyOrder(
                                "/v1/learning-modules",
                                "/v1/network-meetings",
                                "/v1/training-sessions",
                                "/v1/training-tallies"));
        // Whether there is such an organisation is for the gateway to find out.
        plan("Q2", "QUALITY", "2010-03-01", ",'hostOrganisationId':'Q2HOST'").statusCode(201);
        as(Role.REVIEWER)
                .get(QUALITY + "?programme=Q2")
                .then()
                .statusCode(200)
                .body("references.organisationId", contains("Q2HOST"))
                .body("references[0].projectId", nullValue());
        as(Role.ANALYST).get(QUALITY).then().statusCode(400);
        as(Role.TRAINING_COORDINATOR).get(QUALITY + "?programme=Q2").then().body("references", hasSize(1));
        as(Role.TRAINER).get(QUALITY + "?programme=Q1").then().statusCode(403);
    }

    @Test
    void questionsForAdviceUseTheirProgramme() {
        var asked = "{'programme':'Q4','askedBy':'CITIZEN','theme':'OTHER','question':'What now?'}";
        post("/v1/advice-questions?strict=true", asked).statusCode(201);
        var withdrawn =
                post("/v1/advice-questions", asked).statusCode(201).extract().header("Location");
        post(withdrawn + "/withdrawal", "{'reason':'r'}").statusCode(200);
        post(
                        "/v1/advice-question-tallies",
                        "{'programme':'Q4','period':{'from':'2010-01-01','until':'2011-01-01'},'source':'test',"
                                + "'received':{'kind':'EXACT','value':5}}")
                .statusCode(201);
        for (var role : new String[] {Role.REVIEWER, Role.TRAINING_COORDINATOR}) {
            as(role).get(QUALITY + "?programme=Q4")
                    .then()
                    .statusCode(200)
                    .body(
                            "programmeUses.path",
                            containsInAnyOrder("/v1/advice-questions", "/v1/advice-question-tallies"))
                    .body("programmeUses.records", contains(1, 1));
        }
    }

    @Test
    void showsTalliesThatSessionsExceed() {
        type("QUALITY", "OTHER");
        var tally = post(
                        "/v1/training-tallies",
                        "{'programme':'Q3','period':{'from':'2010-01-01','until':'2011-01-01'},'source':'test',"
                                + "'trainingType':'QUALITY','sessions':{'held':2},"
                                + "'participants':{'kind':'EXACT','value':100}}")
                .statusCode(201)
                .extract()
                .header("Location");
        var id = tally.substring(tally.lastIndexOf('/') + 1);
        for (var day = 1; day <= 2; day++) {
            TrainingApi.held(named(id, day), 50).statusCode(201);
        }
        as(Role.REVIEWER).get(QUALITY + "?programme=Q3").then().body("exceededTallies", hasSize(0));
        var third = named(id, 3);
        TrainingApi.held(third, 400).statusCode(201);
        as(Role.REVIEWER)
                .get(QUALITY + "?programme=Q3")
                .then()
                .body("exceededTallies.tallyId", contains(id, id))
                .body("exceededTallies.figure", contains("held", "participants"))
                .body("exceededTallies.stated", contains(2, 100))
                .body("exceededTallies.counted", contains(3, 500));
        post(third + "/withdrawal", "{'reason':'never was'}").statusCode(200);
        as(Role.REVIEWER).get(QUALITY + "?programme=Q3").then().body("exceededTallies", hasSize(0));
    }

    private static String named(String tally, int day) {
        return plan("Q3", "QUALITY", "2010-03-0" + day, ",'includedIn':'" + tally + "'")
                .statusCode(201)
                .extract()
                .header("Location");
    }
}
