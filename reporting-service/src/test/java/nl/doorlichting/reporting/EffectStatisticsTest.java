package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test has a programme of its own, so that none sees the figures of another. */
@ReportingServiceTest
class EffectStatisticsTest {
    private static final String IN = "'place':{'scope':'MUNICIPAL','municipalities':['%s']}";

    @Test
    void countsSharesOfProjects() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var report = Report.of("ES1", Api.round("ES1", "r"))
                .about(first, null)
                .saying("actionLine", "PREVENTION")
                .about(second, null)
                .saying("actionLine", "PREVENTION")
                .saying("selfEvaluation", "UNKNOWN");
        var path = Api.begin(report);
        effects("ES1", "").body("rows", empty()).body("totals[0].projects.reports", equalTo(0));
        Api.take(path, "submission", "approval");
        verdict("ES1", "'projectId':'" + UUID.randomUUID() + "','actionLine':'PREVENTION'", "INCONCLUSIVE", 0);
        effects("ES1", "")
                .body("rows.actionLine", contains("PREVENTION"))
                .body("rows[0]", not(hasKey("track")))
                .body("rows[0].figures.projects.count", equalTo(3))
                .body("rows[0].figures.projects.reports", equalTo(1))
                .body("rows[0].figures.projects.withReport.count", equalTo(2))
                .body("rows[0].figures.projects.withReport.outOf", equalTo(3))
                .body("rows[0].figures.projects.withReport.unknown", equalTo(0))
                .body("rows[0].figures.projects.withReport.lowest", equalTo(0.6667f))
                .body("rows[0].figures.projects.withSelfEvaluation.count", equalTo(1))
                .body("rows[0].figures.projects.withSelfEvaluation.unknown", equalTo(2))
                .body("rows[0].figures.projects.withSelfEvaluation.lowest", equalTo(0.3333f))
                .body("rows[0].figures.projects.withSelfEvaluation.highest", equalTo(1.0f))
                .body("rows[0].figures.projects.withIndependentEvaluation.count", equalTo(0))
                .body("rows[0].figures.projects.withBaseline.count", nullValue())
                .body("rows[0].figures.projects.withBaseline.lowest", nullValue())
                .body("rows[0].figures.projects.withBaseline.outOf", equalTo(3));
    }

    @Test
    void groupsVerdictsByEvidenceAndReportsThoseAboveIt() {
        verdict("ES2", "'track':'LOCAL'", "EFFECTIVE", 3);
        verdict("ES2", "'track':'LOCAL'", "PROMISING", 1);
        verdict("ES2", "'track':'LOCAL'", "PROMISING", null);
        verdict("ES2", "'track':'NATIONAL'", "PROMISING", 2);
        effects("ES2", "&by=track")
                .body("rows.track", contains("LOCAL", "NATIONAL"))
                .body("rows[0].figures.verdicts.verdict", contains("EFFECTIVE", "PROMISING", "PROMISING"))
                .body("rows[0].figures.verdicts.evidenceLevel", contains(3, 1, null))
                .body("rows[0].figures.verdicts.aboveEvidence", contains(false, true, true))
                .body("rows[0].figures.verdicts.count", contains(1, 1, 1))
                .body("rows[1].figures.verdicts.evidenceLevel", contains(2))
                .body("totals[0].verdicts.count", contains(1, 1, 1, 1))
                .body("notes.code", contains("VERDICT_ABOVE_EVIDENCE"))
                .body("notes[0].count", equalTo(2));
    }

    @Test
    void countsLatestVersionOfVerdict() {
        var path = verdict("ES3", "'track':'LOCAL'", "EFFECTIVE", 3);
        Api.researcher()
                .body("{\"reason\":\"a mistake\",\"judgement\":" + body("ES3", "'track':'NATIONAL'", "INEFFECTIVE", 3)
                        + "}")
                .post(path + "/corrections")
                .then()
                .statusCode(201);
        effects("ES3", "&by=track")
                .body("rows.track", contains("NATIONAL"))
                .body("totals[0].verdicts.verdict", contains("INEFFECTIVE"));
    }

    @Test
    void countsPositiveAndNegativeSideEffects() {
        verdict("ES4", "'sideEffects':{'positive':['trust','a network'],'negative':['stigma']}", "PROMISING", 2);
        effects("ES4", "")
                .body("rows[0].actionLine", nullValue())
                .body("rows[0].figures.sideEffects.positive", equalTo(2))
                .body("rows[0].figures.sideEffects.negative", equalTo(1));
    }

    @Test
    void changeNeedsBaseline() {
        var project = UUID.randomUUID();
        var taken = "'baseline':{'kind':'TAKEN','value':%d,'measuredOn':'2009-01-01'},'target':{'value':50}";
        measured(indicator("ES5", project, "UP", taken.formatted(40)), 40, 60);
        measured(indicator("ES5", project, "DOWN", taken.formatted(40)), 70);
        measured(indicator("ES5", UUID.randomUUID(), "UP", "'baseline':{'kind':'NONE_TAKEN'}"), 60);
        indicator("ES5", project, "UP", taken.formatted(40));
        effects("ES5", "")
                .body("rows[0].figures.change.indicators", equalTo(4))
                .body("rows[0].figures.change.withBaseline", equalTo(3))
                .body("rows[0].figures.change.n", equalTo(2))
                .body("rows[0].figures.change.improved", equalTo(1))
                .body("rows[0].figures.change.worsened", equalTo(1))
                .body("rows[0].figures.change.unchanged", equalTo(0))
                .body("rows[0].figures.change.targetReached", equalTo(1))
                .body("rows[0].figures.projects.withBaseline.count", equalTo(1))
                .body("rows[0].figures.projects.withBaseline.outOf", equalTo(2))
                .body("rows[0].figures.projects.withBaseline.unknown", equalTo(0));
    }

    @Test
    void missingComparisonIsNotCountedAsUnchanged() {
        measured(indicator("ES6", UUID.randomUUID(), "UP", "'baseline':{'kind':'NONE_TAKEN'}"), 60);
        effects("ES6", "")
                .body("rows[0].figures.change.n", equalTo(0))
                .body("rows[0].figures.change.improved", nullValue())
                .body("rows[0].figures.projects.withBaseline.count", equalTo(0));
    }

    @Test
    void countsLatestEmbeddingAndReportsStaleOne() {
        var project = UUID.randomUUID();
        embedding("ES7", project, LocalDate.now().minusDays(30), "NOT_SECURED");
        embedding("ES7", project, LocalDate.now().minusDays(400), "SECURED");
        embedding("ES7", UUID.randomUUID(), LocalDate.now().minusDays(400), "SECURED");
        effects("ES7", "")
                .body("rows[0].figures.embedding.notSecured", equalTo(1))
                .body("rows[0].figures.embedding.secured", equalTo(1))
                .body("rows[0].figures.embedding.stale", equalTo(1));
    }

    @Test
    void projectCountsInEachPlaceOfItsRecords() {
        var project = UUID.randomUUID();
        var about = "'projectId':'" + project + "',";
        verdict("ES8", about + "'interventionTypes':['AWARENESS','NETWORK_BUILDING']", "PROMISING", 2);
        embedding("ES8", project, LocalDate.now(), "SECURED");
        effects("ES8", "&by=interventionType")
                .body("rows.interventionType", contains("AWARENESS", "NETWORK_BUILDING", null))
                .body("rows.figures.projects.count", contains(1, 1, 0))
                .body("rows.figures.embedding.secured", contains(0, 0, 1))
                .body("totals[0].projects.count", equalTo(1))
                .body("notes.code", contains("IN_SEVERAL_ROWS"));
    }

    @Test
    void separatesFiguresOfSeveralOrDividedMunicipalities() {
        verdict("ES9", IN.formatted("GM0052"), "PROMISING", 2);
        verdict("ES9", IN.formatted("GM0993"), "PROMISING", 2);
        verdict("ES9", "'place':{'scope':'REGIONAL','municipalities':['GM0988','GM0599']}", "PROMISING", 2);
        effects("ES9", "&by=municipality&boundaries=2011-01-01")
                .body("rows.municipality", contains("GM1895", null))
                .body("unallocated.from", contains("GM0993"))
                .body("unallocated[0].figures.verdicts.count", contains(1))
                .body("totals[0].verdicts.count", contains(3))
                .body("notes.code", contains("SEVERAL_PLACES", "SPLIT"))
                .body("registerVersion", not(nullValue()));
        effects("ES9", "&municipality=GM0988").body("rows", empty());
    }

    @Test
    void groupsRowsBySeveralDimensions() {
        verdict("ES10", "'track':'LOCAL','actionLine':'PREVENTION'", "PROMISING", 2);
        verdict("ES10", "'track':'LOCAL','actionLine':'PROACTION','fundingInstrument':'PRIZE'", "PROMISING", 2);
        effects("ES10", "&by=track,actionLine")
                .body("dimensions", contains("actionLine", "track"))
                .body("rows.actionLine", contains("PREVENTION", "PROACTION"))
                .body("rows.track", contains("LOCAL", "LOCAL"));
        effects("ES10", "&by=fundingInstrument&actionLine=PROACTION").body("rows.fundingInstrument", contains("PRIZE"));
    }

    @Test
    void leavesOutRecordsOutsidePeriod() {
        var path = Api.begin(Report.of("ES11", Api.round("ES11", "r"), UUID.randomUUID()));
        Api.take(path, "submission", "approval");
        verdict("ES11", "'assessedOn':'2010-06-01'", "PROMISING", 2);
        verdict("ES11", "'assessedOn':'2012-06-01'", "EFFECTIVE", 3);
        verdict("ES11", "'track':'LOCAL'", "ADVERSE", 3);
        effects("ES11", "&from=2010-01-01&until=2011-01-01")
                .body("totals[0].verdicts.verdict", contains("PROMISING"))
                .body("totals[0].projects.withReport.count", equalTo(1))
                .body("notes", empty());
        effects("ES11", "&from=2010-06-01&until=2011-01-01")
                .body("totals[0].projects.reports", equalTo(0))
                .body("notes.code", contains("PARTIAL_OVERLAP"));
        effects("ES11", "&until=2010-01-01").body("rows", empty());
    }

    @Test
    void reportWithoutRoundHasNoPeriod() {
        var path = Api.begin(Report.of("ES13", null, UUID.randomUUID()).without("roundId"));
        Api.take(path, "submission", "approval");
        effects("ES13", "").body("totals[0].projects.withReport.count", equalTo(1));
        effects("ES13", "&from=2000-01-01&until=2020-01-01").body("totals[0].projects.reports", equalTo(0));
    }

    @Test
    void separatesReportTalliesFromProjects() {
        Api.create(
                "/v1/inventory-report-tallies",
                "{'programme':'ES12','reports':72,'projects':78,'source':'a test'}".replace('\'', '"'));
        effects("ES12", "")
                .body("tallies.reports", contains(72))
                .body("tallies.projects", contains(78))
                .body("tallies[0].withBaseline", nullValue())
                .body("totals[0].projects.count", equalTo(0));
        effects("ES12", "&track=LOCAL").body("tallies", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "by=phenomenon, by, UNKNOWN_VALUE",
        "by=actionLine%2C, by, UNKNOWN_VALUE",
        "from=2010-01-01&until=2010-01-01, until, OUT_OF_RANGE",
        "municipality=GM9999, municipality, MUNICIPALITY_NOT_VALID",
        "province=PV99, province, UNKNOWN_VALUE",
        "asof=2010-01-01, asof, UNKNOWN_PARAMETER"
    })
    void rejectsInvalidParameter(String query, String name, String code) {
        Api.analyst()
                .get("/v1/effect-statistics?" + query)
                .then()
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].name", equalTo(name))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void reportsAllViolationsTogether() {
        Api.analyst()
                .get("/v1/effect-statistics?by=x&municipality=GM9999")
                .then()
                .statusCode(400)
                .body("violations.name", containsInAnyOrder("by", "municipality"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.GRANTEE, Role.RESEARCHER, Role.CONTROLLER, Role.STATISTICS_CLIENT})
    void rejectsRolesWithoutRight(String role) {
        Api.as(TestIssuer.token(role)).get("/v1/effect-statistics").then().statusCode(403);
    }

    private static ValidatableResponse effects(String programme, String more) {
        return Api.analyst()
                .get("/v1/effect-statistics?programme=" + programme + more)
                .then()
                .statusCode(200);
    }

    private static String verdict(String programme, String fields, String verdict, Integer level) {
        return Api.create("/v1/effect-judgements", body(programme, fields, verdict, level));
    }

    private static String body(String programme, String fields, String verdict, Integer level) {
        var evidence = level == null ? "" : ",'evidenceLevel':" + level;
        return ("{'programme':'%s','verdict':'%s','concerns':'INTERVENTION_GOAL','assessedBy':'us','source':'test',%s%s}")
                .formatted(programme, verdict, fields, evidence)
                .replace('\'', '"');
    }

    private static String indicator(String programme, UUID project, String direction, String fields) {
        var body = "{'programme':'%s','projectId':'%s','name':'Trust','unit':'%%','direction':'%s','source':'test',%s}";
        return Api.create(
                "/v1/indicators",
                body.formatted(programme, project, direction, fields).replace('\'', '"'));
    }

    private static void measured(String indicator, int... values) {
        for (var i = 0; i < values.length; i++) {
            var body = Map.of("measuredOn", "2010-01-0" + (i + 1), "value", values[i], "source", "test");
            Api.researcher().body(body).post(indicator + "/actuals").then().statusCode(201);
        }
    }

    private static void embedding(String programme, UUID project, LocalDate day, String status) {
        var body = Map.of(
                "programme",
                programme,
                "projectId",
                project,
                "subject",
                "the approach",
                "statedOn",
                day.toString(),
                "status",
                status,
                "interventionTypes",
                List.of(),
                "source",
                "test");
        Api.researcher().body(body).post("/v1/embeddings").then().statusCode(201);
    }
}
