package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A result is corrected with a reason, and a withdrawn one counts nowhere while its own address gives the reason. */
@ReportingServiceTest
class ResultWithdrawalTest {
    private static final String WHY = "{\"reason\":\"recorded twice\"}";
    private static final String INDICATOR = "'name':'n','unit':'u','direction':'UP',"
            + "'baseline':{'kind':'TAKEN','value':1,'measuredOn':'2010-01-01'}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "embeddings | 'subject':'s','statedOn':'2012-01-01','status':'SECURED'",
                "indicators | " + INDICATOR,
                "inventory-report-tallies | 'reports':1,'projects':2",
                "inventory-rounds | 'code':'c','name':'n','period':{'from':'2010-01-01','until':'2011-01-01'}",
            })
    void withdrawnRecordIsShownAtItsAddressOnly(String kind, String fields) {
        var programme = "WD-" + kind;
        var before = Instant.now();
        var path = create(programme, kind, fields);
        var recorded = Instant.now();
        var first = Api.researcher()
                .get(path)
                .then()
                .body("withdrawal", nullValue())
                .body("allowedActions", hasItem("withdrawal"))
                .extract()
                .header("ETag");
        withdraw(path)
                .statusCode(200)
                .header("ETag", not(equalTo(first)))
                .body("withdrawal.withdrawnAt", notNullValue())
                .body("withdrawal.withdrawnBy", notNullValue())
                .body("withdrawal.reason", equalTo("recorded twice"))
                .body("allowedActions", empty());
        Api.analyst()
                .get(path)
                .then()
                .statusCode(200)
                .body("withdrawal.reason", equalTo("recorded twice"))
                .body("recordedBy", notNullValue());
        Api.researcher()
                .get(path + "?asOf=" + recorded)
                .then()
                .statusCode(200)
                .body("withdrawal", nullValue())
                .body("allowedActions", empty());
        Api.researcher().get(path + "?asOf=" + before).then().statusCode(404);
        Api.analyst().get("/v1/" + kind + "?programme=" + programme).then().body("items", empty());
        Api.analyst()
                .get("/v1/" + kind + "?programme=" + programme + "&withdrawn=true")
                .then()
                .body("items", hasSize(1));
        withdraw(path).statusCode(409).body("type", equalTo("/v1/problems/invalid-state"));
        Api.researcher()
                .body("{}")
                .post(path + "/withdrawal")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/reason"));
        Api.reviewer().body(WHY).post(path + "/withdrawal").then().statusCode(403);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "embeddings | 'subject':'s','statedOn':'2199-01-01','status':'SECURED' | /statedOn",
                "embeddings | 'subject':'s','statedOn':'2012-01-01','until':'2012-01-01','status':'SECURED' | /until",
                "effect-judgements | 'verdict':'ADVERSE','concerns':'PROGRAMME_GOAL','assessedBy':'a',"
                        + "'assessedOn':'2199-01-01' | /assessedOn",
                "indicators | 'name':'n','unit':'u','direction':'UP',"
                        + "'baseline':{'kind':'TAKEN','value':1,'measuredOn':'2199-01-01'} | /baseline/measuredOn",
            })
    void rejectsDayToComeAndEndBeforeBeginning(String kind, String fields, String pointer) {
        Api.researcher()
                .body(("{'programme':'WD-days','source':'a test'," + fields + "}").replace('\'', '"'))
                .post("/v1/" + kind)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains("OUT_OF_RANGE"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "embeddings | 'subject':'s','statedOn':'2012-01-01','status':'SECURED' | 'subject':'s'",
                "effect-judgements | 'verdict':'ADVERSE','concerns':'PROGRAMME_GOAL','assessedBy':'a' | 'note':null",
                "indicators | " + INDICATOR + " | 'baseline':{'value':1.0}",
                "inventory-report-tallies | 'reports':1,'projects':2 | 'projects':2",
                "inventory-rounds | 'code':'c','name':'n','period':{'from':'2010-01-01','until':'2011-01-01'}"
                        + " | 'projects':[]",
                "reach-observations | 'period':{'from':'2010-01-01','until':'2011-01-01'},'targetGroup':'STUDENTS',"
                        + "'reach':{'kind':'EXACT','value':4} | 'reach':{'value':4}",
                "reach-tallies | 'period':{'from':'2010-01-01','until':'2011-01-01'},'targetGroup':'OTHER',"
                        + "'reach':{'kind':'EXACT','value':4} | 'source':'a test'",
            })
    void refusesCorrectionThatChangesNothing(String kind, String fields, String same) {
        var path = create("WC-same", kind, fields);
        var etag = Api.analyst().get(path).then().extract().header("ETag");
        for (var change : List.of("{'reason':'r'}", "{'reason':'r'," + same + "}")) {
            correct(path, change)
                    .statusCode(400)
                    .body("violations.pointer", contains(""))
                    .body("violations.code", contains("REQUIRED"));
        }
        Api.analyst().get(path).then().header("ETag", equalTo(etag));
        correct(path, "{'reason':'r','note':'n'}").statusCode(201);
    }

    @Test
    void refusesSameReportTallyTwice() {
        var fields = "'reports':1,'projects':2,'withBaseline':1";
        var first = create("WD-same", "inventory-report-tallies", fields);
        refusesTally(fields, first);
        refusesTally("'reference':'r','note':'again'," + fields, first);
        var other = create("WD-same", "inventory-report-tallies", fields.replace(":2", ":3"));
        correct(other, "{'reason':'read again','projects':2}").statusCode(409).body("existing", equalTo(first));
        correct(other, "{'reason':'read again','note':'n'}").statusCode(201);
        withdraw(first).statusCode(200);
        create("WD-same", "inventory-report-tallies", fields);
    }

    private static void refusesTally(String fields, String existing) {
        Api.researcher()
                .body(("{'programme':'WD-same','source':'a test'," + fields + "}").replace('\'', '"'))
                .post("/v1/inventory-report-tallies")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/already-exists"))
                .body("existing", equalTo(existing));
    }

    @Test
    void statementBeforeWithdrawnOneIsLatestAgain() {
        var programme = "WD-series";
        var first = create(programme, "embeddings", "'subject':'s','statedOn':'2011-01-01','status':'SECURED'");
        var fields = "'subject':'s','statedOn':'2012-01-01','status':'NOT_SECURED'";
        var second = create(programme, "embeddings", fields);
        Api.analyst().get(first).then().body("latest", equalTo(false));
        withdraw(second).statusCode(200).body("latest", equalTo(false));
        Api.analyst().get(first).then().body("latest", equalTo(true));
        Api.researcher()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{}")
                .patch(second)
                .then()
                .statusCode(409);
        // The day can be stated anew.
        create(programme, "embeddings", fields);
    }

    @Test
    void withdrawnMeasurementIsNoChange() {
        var path = create("WD-value", "indicators", INDICATOR);
        measure(path, "2011-01-01", 5, "").statusCode(201);
        measure(path, "2012-01-01", 9, "").statusCode(201).body("change.difference", equalTo(8));
        var etag = Api.analyst().get(path).then().extract().header("ETag");
        withdraw(path + "/actuals/2012-01-01")
                .statusCode(200)
                .header("ETag", not(equalTo(etag)))
                .body("actuals.measuredOn", contains("2011-01-01"))
                .body("withdrawnActuals.measuredOn", contains("2012-01-01"))
                .body("withdrawnActuals[0].value", equalTo(9))
                .body("withdrawnActuals[0].withdrawal.reason", notNullValue())
                .body("withdrawnActuals[0].withdrawal.withdrawnBy", notNullValue())
                .body("change.difference", equalTo(4));
        withdraw(path + "/actuals/2012-01-01").statusCode(404);
        // The day can be measured anew, and what was withdrawn of it stays readable.
        measure(path, "2012-01-01", 7, "").statusCode(201).body("change.difference", equalTo(6));
        withdraw(path + "/actuals/2012-01-01").statusCode(200);
        measure(path, "2012-01-01", 8, ",\"reason\":\"found after all\"")
                .statusCode(201)
                .body("withdrawnActuals.value", contains(9, 7))
                .body("change.difference", equalTo(7));
    }

    @Test
    void correctionOfMeasurementChangesWhatItNames() {
        var path = create("WC-value", "indicators", INDICATOR);
        measure(path, "2011-01-01", 5, ",\"note\":\"kept\"").statusCode(201);
        var day = path + "/actuals/2011-01-01";
        var first = Instant.now();
        correct(day, "{'value':6}").statusCode(400).body("violations.pointer", contains("/reason"));
        correct(day, "{'reason':'r','value':null,'measuredOn':'2012-01-01'}")
                .statusCode(400)
                .body("violations.pointer", contains("/measuredOn", "/value"));
        correct(day, "{'reason':'a typing error','value':6}")
                .statusCode(201)
                .body("actuals.value", contains(6))
                .body("actuals.version", contains(2))
                .body("actuals.note", contains("kept"))
                .body("actuals.reason", contains("a typing error"))
                .body("actuals.recordedBy", contains(notNullValue()))
                .body("change.difference", equalTo(5));
        correct(day, "{'reason':'not stated','note':null}").statusCode(201).body("actuals[0].note", nullValue());
        correct(path + "/actuals/2011-01-02", "{'reason':'r','value':6}").statusCode(404);
        Api.analyst()
                .get("/v1/effect-statistics?programme=WC-value&asOf=" + first)
                .then()
                .body("totals[0].change.n", equalTo(1));
        withdraw(day).statusCode(200);
        correct(day, "{'reason':'late','value':7}").statusCode(404);
    }

    @Test
    void valueIsMeasuredOverPeriod() {
        var path = create("WC-period", "indicators", INDICATOR);
        var body = "{'period':{'from':'2009-07-01','until':'2010-07-01'},'value':90,'source':'s'}".replace('\'', '"');
        // The baseline was measured within the period.
        Api.researcher()
                .body(body)
                .post(path + "/actuals")
                .then()
                .statusCode(201)
                .body("actuals.measuredOn", contains("2010-06-30"))
                .body("actuals.period.from", contains("2009-07-01"))
                .body("change", nullValue());
        Api.analyst().get("/v1/effect-statistics?programme=WC-period").then().body("totals[0].change.n", equalTo(0));
        var day = path + "/actuals/2010-06-30";
        correct(day, "{'reason':'r','period':{'until':'2010-08-01'}}")
                .statusCode(400)
                .body("violations.pointer", contains("/period"));
        correct(day, "{'reason':'it began later','period':{'from':'2010-02-01'}}")
                .statusCode(201)
                .body("actuals.period.from", contains("2010-02-01"))
                .body("change.difference", equalTo(89))
                .body("change.measuredOn", equalTo("2010-06-30"));
        Api.analyst().get("/v1/effect-statistics?programme=WC-period").then().body("totals[0].change.n", equalTo(1));
        correct(day, "{'reason':'on one day','period':null}")
                .statusCode(201)
                .body("actuals.period", contains(nullValue()));
        Api.researcher()
                .body("{\"value\":1,\"source\":\"s\"}")
                .post(path + "/actuals")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/measuredOn"));
        Api.researcher()
                .body(body.replace("{\"period\"", "{\"measuredOn\":\"2010-06-30\",\"period\""))
                .post(path + "/actuals")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/period"));
        Api.researcher()
                .body(body.replace("2010-07-01", "2199-01-01"))
                .post(path + "/actuals")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/period"))
                .body("violations.code", contains("OUT_OF_RANGE"));
    }

    @Test
    void withdrawnUseIsNotCounted() {
        var path = create("WD-use", "products", "'kind':'GUIDE','name':'n'");
        var body = "{\"period\":{\"from\":\"2011-01-01\",\"until\":\"2012-01-01\"},"
                + "\"use\":{\"kind\":\"EXACT\",\"value\":40},\"source\":\"s\"}";
        var use = Api.researcher()
                .body(body)
                .post(path + "/uses")
                .then()
                .statusCode(201)
                .body("allowedActions", contains("corrections", "withdrawal"))
                .extract()
                .<String>path("id");
        withdraw(path + "/uses/" + use).statusCode(200).body("withdrawal.reason", equalTo("recorded twice"));
        Api.analyst().get(path).then().body("use.counted.best", nullValue());
        Api.analyst().get(path + "/uses").then().body("items", empty());
        Api.analyst().get(path + "/uses?withdrawn=true").then().body("items", hasSize(1));
        withdraw(path + "/uses/" + UUID.randomUUID()).statusCode(404);
        Api.researcher().body(body).post(path + "/uses").then().statusCode(201);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "embeddings | 'subject':'s','statedOn':'2012-01-01','status':'SECURED','where':'here'"
                        + " | 'status':'NOT_SECURED' | status | where",
                "indicators | 'note':'kept'," + INDICATOR + " | 'unit':'v' | unit | note",
                "inventory-report-tallies | 'reports':1,'projects':2,'note':'kept' | 'reports':2 | reports | note",
                "inventory-rounds | 'code':'c','name':'n','method':'m','period':{'from':'2010-01-01','until':'2011-01-01'}"
                        + " | 'name':'o' | name | method",
            })
    void correctionChangesWhatItNames(String kind, String fields, String change, String changed, String kept) {
        var path = create("WC-" + kind, kind, fields);
        var first = Api.analyst()
                .get(path)
                .then()
                .body("correction", nullValue())
                .extract()
                .jsonPath();
        correct(path, "{" + change + "}").statusCode(400).body("violations.pointer", contains("/reason"));
        correct(path, "{'reason':'seen again','colour':1}")
                .statusCode(400)
                .body("violations.code", contains("UNKNOWN_FIELD"));
        correct(path, "{'reason':'seen again'," + change + "}")
                .statusCode(201)
                .body(changed, not(equalTo(first.get(changed))))
                .body(kept, equalTo(first.get(kept)))
                .body("correction.correctedAt", notNullValue())
                .body("correction.correctedBy", notNullValue())
                .body("correction.reason", equalTo("seen again"));
        correct(path, "{'reason':'not stated','" + kept + "':null}")
                .statusCode(201)
                .body(kept, nullValue());
        Api.reviewer().body(WHY).post(path + "/corrections").then().statusCode(403);
        withdraw(path).statusCode(200);
        correct(path, "{'reason':'late'," + change + "}").statusCode(409);
    }

    @Test
    void correctionOfMeasuredIndicatorKeepsAnswersOfEarlierMoments() {
        var path = create("WC-measured", "indicators", INDICATOR);
        measure(path, "2011-01-01", 5, "").statusCode(201);
        var first = Instant.now();
        correct(path, "{'reason':'the other way round','direction':'DOWN'}")
                .statusCode(201)
                .body("change.course", equalTo("WORSENED"));
        var statistics = "/v1/effect-statistics?programme=WC-measured";
        Api.analyst().get(statistics).then().body("totals[0].change.worsened", equalTo(1));
        Api.analyst().get(statistics + "&asOf=" + first).then().body("totals[0].change.improved", equalTo(1));
    }

    @Test
    void correctionOfUseIsCountedAnew() {
        var path = create("WC-use", "products", "'kind':'GUIDE','name':'n'");
        var body = "{\"period\":{\"from\":\"2011-01-01\",\"until\":\"2012-01-01\"},"
                + "\"use\":{\"kind\":\"EXACT\",\"value\":40},\"source\":\"s\"}";
        var use = Api.researcher()
                .body(body)
                .post(path + "/uses")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        correct(path + "/uses/" + use, "{'reason':'a typing error','use':{'value':4}}")
                .statusCode(201);
        Api.analyst().get(path).then().body("use.counted.best", equalTo(4));
    }

    @Test
    void changesOfUseOfPublicProductWaitForReviewer() {
        var path = create("WC-public-use", "products", "'kind':'GUIDE','name':'n'");
        var body = "{\"period\":{\"from\":\"2011-01-01\",\"until\":\"2012-01-01\"},"
                + "\"use\":{\"kind\":\"EXACT\",\"value\":40},\"source\":\"s\"}";
        var use = path + "/uses/"
                + Api.researcher()
                        .body(body)
                        .post(path + "/uses")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
        Api.reviewer().post(path + "/publication").then().statusCode(200);
        Api.named("proposer", Role.RESEARCHER, Role.REVIEWER)
                .body("{\"reason\":\"a typing error\",\"use\":{\"value\":4}}")
                .post(use + "/corrections")
                .then()
                .statusCode(201)
                .body("use.value", equalTo(40))
                .body("correctionPending", equalTo(true))
                .body("allowedActions", contains("correction-rejection"));
        Api.analyst().get(path).then().body("use.counted.best", equalTo(40));
        Api.reviewer()
                .get("/v1/products?programme=WC-public-use&correctionPending=true")
                .then()
                .body("items", hasSize(1));
        Api.reviewer()
                .get(path + "/uses")
                .then()
                .body("items[0].correctionPending", equalTo(true))
                .body("items[0].allowedActions", contains("correction-approval", "correction-rejection"));
        Api.analyst().get(path + "/uses").then().body("items[0].correctionPending", equalTo(false));
        Api.researcher()
                .get(use + "/pending-correction")
                .then()
                .statusCode(200)
                .body("use.value", equalTo(4))
                .body("correction.correctedBy", equalTo("proposer"));
        withdraw(use).statusCode(409);
        Api.named("proposer", Role.REVIEWER)
                .post(use + "/correction-approval")
                .then()
                .statusCode(403)
                .body("type", equalTo("/v1/problems/four-eyes"));
        Api.reviewer()
                .post(use + "/correction-approval")
                .then()
                .statusCode(200)
                .body("use.value", equalTo(4))
                .body("correctionPending", equalTo(false));
        Api.analyst().get(path).then().body("use.counted.best", equalTo(4));
        Api.reviewer().post(use + "/correction-approval").then().statusCode(409);
        Api.researcher().get(use + "/pending-correction").then().statusCode(404);
        withdraw(use).statusCode(200).body("withdrawal", nullValue()).body("correctionPending", equalTo(true));
        Api.reviewer()
                .body("{\"reason\":\"it was used\"}")
                .post(use + "/correction-rejection")
                .then()
                .statusCode(200)
                .body("correctionPending", equalTo(false));
        withdraw(use).statusCode(200);
        Api.named("another reviewer", Role.REVIEWER)
                .post(use + "/correction-approval")
                .then()
                .statusCode(200)
                .body("withdrawal.reason", equalTo("recorded twice"));
        Api.analyst().get(path).then().body("use.counted.best", nullValue());
        withdraw(use).statusCode(409);
    }

    @Test
    void roundGrows() {
        var project = UUID.randomUUID();
        var round = Api.round("WC-round", "r");
        var path = "/v1/inventory-rounds/" + round;
        Api.begin(Report.of("WC-round", round, project));
        var other = UUID.randomUUID();
        correct(path, "{'reason':'r','period':{'until':'2010-07-01'},'projects':['" + other + "'],'programme':'Q'}")
                .statusCode(400)
                .body("violations.pointer", contains("/period", "/programme", "/projects"));
        correct(
                        path,
                        "{'reason':'it went on','period':{'until':'2012-01-01'},'projects':['" + other + "','" + project
                                + "']}")
                .statusCode(201)
                .body("period.until", equalTo("2012-01-01"))
                .body("projects", contains(other.toString(), project.toString()));
        Api.record(
                Observation.of("WC-round").with("roundId", "\"" + round + "\"").period("2011-01-01", "2012-01-01"));
    }

    @Test
    void reportOfProjectThatRoundDoesNotVisitIsRefusedOrAdded() {
        var visited = UUID.randomUUID();
        var path = create(
                "WC-visit",
                "inventory-rounds",
                "'code':'c','name':'n','period':{'from':'2010-01-01','until':'2011-01-01'},'projects':['" + visited
                        + "']");
        var round = path.substring(path.lastIndexOf('/') + 1);
        var other = UUID.randomUUID();
        var report = Report.of("WC-visit", round, other).body();
        Api.researcher()
                .body(report)
                .post("/v1/inventory-reports")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/projects/0/projectId"))
                .body("violations.code", contains("NOT_ALLOWED"));
        Api.analyst().get(path).then().body("projects", contains(visited.toString()));
        Api.researcher()
                .body(report)
                .post("/v1/inventory-reports?addToRound=true")
                .then()
                .statusCode(201);
        Api.analyst().get(path).then().body("projects", contains(visited.toString(), other.toString()));
        Api.begin(Report.of("WC-visit", round, visited));
    }

    @Test
    void roundWithReportIsNotWithdrawn() {
        var round = "/v1/inventory-rounds/" + Api.round("WD-round", "r");
        var id = round.substring(round.lastIndexOf('/') + 1);
        var tally = create("WD-round", "inventory-report-tallies", "'reports':1,'projects':2,'roundId':'" + id + "'");
        withdraw(round).statusCode(409);
        withdraw(tally).statusCode(200);
        withdraw(round).statusCode(200);
        Api.researcher()
                .body(Observation.of("WD-round")
                        .with("roundId", "\"" + id + "\"")
                        .period("2010-01-01", "2011-01-01")
                        .json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"));
    }

    /** Answers asOf every moment are those of then, and the last one is that of a plain model. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void withdrawalsChangeNoAnswerOfEarlierMoment(long seed) {
        var story = new Story(seed);
        var answers = new TreeMap<String, Map<String, Integer>>();
        for (var step = 0; step < 30; step++) {
            var moment = story.next();
            assertEquals(story.expected(), story.answer(""), "seed " + seed + ", step " + step);
            answers.put(moment, story.expected());
        }
        answers.forEach((moment, expected) ->
                assertEquals(expected, story.answer("&asOf=" + moment), "seed " + seed + " at " + moment));
    }

    /** Random records and withdrawals; of embedding each has a subject of its own. */
    private static final class Story {
        private final Random random;
        private final String programme;
        private final Map<String, List<String>> standing = new TreeMap<>();
        private int made;

        Story(long seed) {
            random = new Random(seed);
            programme = "WD-story-" + seed;
        }

        /** Takes a random step and returns its recorded moment. */
        String next() {
            var kind = List.of("effect-judgements", "embeddings", "inventory-report-tallies")
                    .get(random.nextInt(3));
            var of = standing.computeIfAbsent(kind, first -> new ArrayList<>());
            if (!of.isEmpty() && random.nextInt(5) < 2) {
                var path = of.remove(random.nextInt(of.size()));
                withdraw(path).statusCode(200);
                return Api.analyst().get(path).then().extract().path("withdrawal.withdrawnAt");
            }
            made++;
            var path = create(
                    programme,
                    kind,
                    switch (kind) {
                        case "effect-judgements" ->
                            "'verdict':'EFFECTIVE','concerns':'PROGRAMME_GOAL','assessedBy':'a','evidenceLevel':3";
                        case "embeddings" ->
                            "'status':'SECURED','subject':'s" + made + "','statedOn':'"
                                    + LocalDate.of(2012, 1, 1).plusDays(made) + "'";
                        default -> "'reports':1,'projects':" + made;
                    });
            of.add(path);
            var moment = kind.equals("effect-judgements") ? "recordedAt" : "createdAt";
            return Api.analyst().get(path).then().extract().path(moment);
        }

        private int standing(String kind) {
            return standing.getOrDefault(kind, List.of()).size();
        }

        Map<String, Integer> expected() {
            return Map.of(
                    "verdicts",
                    standing("effect-judgements"),
                    "secured",
                    standing("embeddings"),
                    "tallies",
                    standing("inventory-report-tallies"));
        }

        Map<String, Integer> answer(String more) {
            var answer = Api.analyst()
                    .get("/v1/effect-statistics?programme=" + programme + more)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            return Map.of(
                    "verdicts",
                    answer.getList("totals[0].verdicts.count", Integer.class).stream()
                            .mapToInt(Integer::intValue)
                            .sum(),
                    "secured",
                    answer.getInt("totals[0].embedding.secured"),
                    "tallies",
                    answer.getList("tallies").size());
        }
    }

    private static String create(String programme, String kind, String fields) {
        return Api.create(
                "/v1/" + kind,
                ("{'programme':'" + programme + "','source':'a test'," + fields + "}").replace('\'', '"'));
    }

    private static ValidatableResponse correct(String path, String body) {
        return Api.researcher()
                .body(body.replace('\'', '"'))
                .post(path + "/corrections")
                .then();
    }

    private static ValidatableResponse withdraw(String path) {
        return Api.researcher().body(WHY).post(path + "/withdrawal").then();
    }

    private static ValidatableResponse measure(String path, String day, int value, String more) {
        return Api.researcher()
                .body("{\"measuredOn\":\"" + day + "\",\"value\":" + value + ",\"source\":\"s\"" + more + "}")
                .post(path + "/actuals")
                .then();
    }
}
