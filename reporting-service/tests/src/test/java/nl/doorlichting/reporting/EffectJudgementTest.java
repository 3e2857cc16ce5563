package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportingServiceTest
class EffectJudgementTest {
    private static final String PATH = "/v1/effect-judgements";

    static String judgement(String more) {
        return "{\"programme\":\"V\",\"verdict\":\"EFFECTIVE\",\"concerns\":\"INTERVENTION_GOAL\",\"assessedBy\":"
                + "\"a researcher\",\"source\":\"a test\"" + more + "}";
    }

    @Test
    void storesVerdictAboveItsEvidenceWithFinding() {
        var path = Api.create(
                PATH,
                judgement(",\"evidenceLevel\":2,\"sideEffects\":{\"positive\":[\"new contacts\"],\"negative\":[]},"
                        + "\"emmie\":{\"mechanism\":\"practice\"},\"interventionTypes\":[\"AWARENESS\"]"));
        Api.analyst()
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"1\\.[0-9a-f]{12}\""))
                .body("etag", equalTo("\"1\""))
                .body("verdict", equalTo("EFFECTIVE"))
                .body("findings.code", contains("VERDICT_ABOVE_EVIDENCE"))
                .body("sideEffects.positive", contains("new contacts"))
                .body("emmie.mechanism", equalTo("practice"))
                .body("emmie.effect", nullValue())
                .body("interventionTypes", contains("AWARENESS"))
                .body("published", equalTo(false))
                .body("allowedActions", empty());
    }

    @Test
    void verdictWithEnoughEvidenceHasNoFinding() {
        var path = Api.create(PATH, judgement(",\"evidenceLevel\":3"));
        Api.researcher()
                .get(path)
                .then()
                .body("findings", empty())
                .body("allowedActions", contains("corrections", "withdrawal"));
    }

    @ParameterizedTest(name = "{0}: {2} at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"programme\":\"V\",\"verdict\":\"EFFECTIVE\",\"concerns\":\"PROGRAMME_GOAL\",\"source\":\"s\"} |"
                        + " /assessedBy | REQUIRED",
                "{\"programme\":\"V\",\"verdict\":\"EFFECTIVE\",\"assessedBy\":\"a\",\"source\":\"s\"} | /concerns |"
                        + " REQUIRED",
                "{\"programme\":\"V\",\"verdict\":\"GOOD\",\"concerns\":\"PROGRAMME_GOAL\",\"assessedBy\":\"a\",\"source\":\"s\"}"
                        + " | /verdict | UNKNOWN_VALUE",
                "{\"programme\":\"V\",\"verdict\":\"ADVERSE\",\"concerns\":\"PROGRAMME_GOAL\",\"assessedBy\":\"a\",\"source\":\"s\",\"evidenceLevel\":5}"
                        + " | /evidenceLevel | OUT_OF_RANGE",
                "{\"programme\":\"V\",\"verdict\":\"ADVERSE\",\"concerns\":\"PROGRAMME_GOAL\",\"assessedBy\":\"a\",\"source\":\"s\",\"evidenceLevel\":1.5}"
                        + " | /evidenceLevel | NOT_AN_INTEGER",
                "{\"programme\":\"V\",\"verdict\":\"ADVERSE\",\"concerns\":\"PROGRAMME_GOAL\",\"assessedBy\":\"a\",\"source\":\"s\",\"interventionTypes\":[null]}"
                        + " | /interventionTypes/0 | REQUIRED",
                "{\"programme\":\"V\",\"verdict\":\"ADVERSE\",\"concerns\":\"PROGRAMME_GOAL\",\"assessedBy\":\"a\",\"source\":\"s\",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM9999\"]}}"
                        + " | /place/municipalities/0 | MUNICIPALITY_NOT_VALID",
                "{\"programme\":\"V\",\"verdict\":\"ADVERSE\",\"concerns\":\"PROGRAMME_GOAL\",\"assessedBy\":\"a\",\"source\":\"s\",\"sideEffects\":{\"neutral\":\"x\"}}"
                        + " | /sideEffects/neutral | UNKNOWN_FIELD",
            })
    void rejectsInvalidVerdict(String body, String pointer, String code) {
        Api.researcher()
                .body(body)
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void correctionAddsVersionWithReason() {
        var path = Api.create(PATH, judgement(",\"reference\":\"corrected\""));
        Api.researcher()
                .body(Api.correction("level found", judgement(",\"evidenceLevel\":4")))
                .post(path + "/corrections")
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("reason", equalTo("level found"))
                .body("reference", equalTo("corrected"));
        Api.analyst().get(path).then().body("evidenceLevel", equalTo(4)).body("findings", empty());
        Api.analyst()
                .get(path + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(1, 2))
                .body("items[0].evidenceLevel", nullValue());
        Api.researcher()
                .body(Api.correction(null, judgement("")))
                .post(path + "/corrections")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/reason"));
        Api.analyst()
                .get(PATH + "?programme=V&pageSize=200")
                .then()
                .body("items.findAll { it.reference == 'corrected' }", hasSize(1));
    }

    @Test
    void onlyReviewerPublishesAndOnlyOnce() {
        var path = Api.create(PATH, judgement(",\"evidenceLevel\":3"));
        Api.researcher().post(path + "/publication").then().statusCode(403);
        Api.reviewer().get(path).then().body("allowedActions", contains("publication", "withdrawal"));
        Api.reviewer().post(path + "/publication").then().statusCode(200).body("published", equalTo(true));
        Api.reviewer()
                .post(path + "/publication")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/invalid-state"))
                .body("allowed", contains("corrections"));
    }

    @Test
    void withdrawnVerdictIsPublicNoMore() {
        var project = UUID.randomUUID();
        var path = Api.create(
                PATH, judgement(",\"evidenceLevel\":3,\"theoryOfChange\":\"why\",\"projectId\":\"" + project + "\""));
        var recorded = Api.analyst().get(path).then().extract().<String>path("recordedAt");
        Api.reviewer().post(path + "/publication").then().statusCode(200);
        var why = "{\"reason\":\"of another project\"}";
        Api.researcher().get(path).then().body("allowedActions", contains("corrections"));
        Api.researcher().body(why).post(path + "/withdrawal").then().statusCode(403);
        Api.reviewer()
                .body(why)
                .post(path + "/withdrawal")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("published", equalTo(false))
                .body("theoryOfChange", equalTo("why"))
                .body("withdrawal.reason", equalTo("of another project"))
                .body("allowedActions", empty());
        var list = PATH + "?projectId=" + project;
        Api.analyst().get(list).then().body("items", empty());
        Api.analyst().get(list + "&withdrawn=true").then().body("items", hasSize(1));
        Api.analyst()
                .get(list + "&asOf=" + recorded)
                .then()
                .body("items.version", contains(1))
                .body("items.published", contains(false))
                .body("items[0].allowedActions", empty());
        Api.analyst()
                .get(path + "?asOf=" + recorded)
                .then()
                .body("version", equalTo(1))
                .body("withdrawal", nullValue());
        Api.analyst().get(path + "?asOf=2011-01-01T00:00:00Z").then().statusCode(404);
        Api.reviewer().post(path + "/publication").then().statusCode(409).body("allowed", empty());
        Api.researcher()
                .body("{\"reason\":\"late\",\"note\":\"n\"}")
                .post(path + "/corrections")
                .then()
                .statusCode(409);
        Api.analyst().get(path + "/versions").then().body("items.version", contains(1, 2));
    }

    @Test
    void correctionKeepsWhatItDoesNotName() {
        var path = Api.create(PATH, judgement(",\"evidenceLevel\":3,\"emmie\":{\"effect\":\"e\",\"mechanism\":\"m\"}"));
        Api.researcher()
                .body("{\"reason\":\"read again\",\"emmie\":{\"mechanism\":null},\"evidenceLevel\":null}")
                .post(path + "/corrections")
                .then()
                .statusCode(201)
                .body("verdict", equalTo("EFFECTIVE"))
                .body("emmie.effect", equalTo("e"))
                .body("emmie.mechanism", nullValue())
                .body("evidenceLevel", nullValue());
    }

    @Test
    void granteeSeesOwnVerdictsOnly() {
        var own = Api.create(PATH, judgement(",\"organisationId\":\"OWN-V\""));
        var other = Api.create(PATH, judgement(",\"organisationId\":\"OTHER-V\""));
        Api.grantee("OWN-V").get(own).then().statusCode(200);
        Api.grantee("OWN-V").get(other).then().statusCode(404);
        Api.grantee("OWN-V").get(other + "/versions").then().statusCode(404);
        Api.grantee("OWN-V").get(PATH).then().body("items.organisationId", contains("OWN-V"));
        Api.grantee("OWN-V").body(judgement("")).post(PATH).then().statusCode(403);
        Api.anonymous().get(PATH).then().statusCode(401);
    }

    @Test
    void namesDayToComeBesideWhatElseIsWrong() {
        Api.researcher()
                .body(judgement(",\"evidenceLevel\":9,\"assessedOn\":\"2133-01-01\""))
                .post("/v1/effect-judgements")
                .then()
                .statusCode(400)
                .body("violations.pointer", containsInAnyOrder("/evidenceLevel", "/assessedOn"));
    }

    @Test
    void rejectsSecondVerdictWithSameReference() {
        var body = judgement(",\"reference\":\"" + UUID.randomUUID() + "\"");
        var path = Api.create(PATH, body);
        Api.researcher().body(body).post(PATH).then().statusCode(409).body("existing", equalTo(path));
    }

    @Test
    void listIsAvailableAsCsv() {
        Api.create(PATH, judgement(",\"note\":\"=1+1\",\"programme\":\"T\"").replaceFirst("\"programme\":\"V\",", ""));
        Api.analyst()
                .get(PATH + "/csv?programme=T")
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.containsString("'=1+1"));
    }

    @Test
    void filtersVerdicts() {
        var project = UUID.randomUUID();
        Api.create(PATH, judgement(",\"projectId\":\"" + project + "\""));
        Api.create(PATH, judgement(",\"projectId\":\"" + project + "\"").replace("EFFECTIVE", "PROMISING"));
        Api.analyst()
                .get(PATH + "?projectId=" + project)
                .then()
                .body("items.verdict", containsInAnyOrder("EFFECTIVE", "PROMISING"));
        Api.analyst()
                .get(PATH + "?projectId=" + project + "&verdict=PROMISING")
                .then()
                .body("items.verdict", contains("PROMISING"));
    }
}
