package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.platform.time.DutchCalendar;
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
                .body("rows.figures.projects.count", contains(0, 0))
                .body("notes.code", contains("VERDICT_ABOVE_EVIDENCE", "WITHOUT_PROJECT"))
                .body("notes.count", contains(2, 4));
    }

    @Test
    void countsLatestVersionOfVerdict() {
        var path = verdict("ES3", "'track':'LOCAL'", "EFFECTIVE", 3);
        Api.researcher()
                .body(Api.correction("a mistake", body("ES3", "'track':'NATIONAL'", "INEFFECTIVE", 3)))
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
        embedding("ES7", project, today().minusDays(30), "NOT_SECURED");
        embedding("ES7", project, today().minusDays(400), "SECURED");
        embedding("ES7", UUID.randomUUID(), today().minusDays(400), "SECURED");
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
        embedding("ES8", project, today(), "SECURED");
        effects("ES8", "&by=interventionType")
                .body("rows.interventionType", contains("AWARENESS", "NETWORK_BUILDING", null))
                .body("rows.figures.projects.count", contains(1, 1, 1))
                .body("rows.figures.embedding.secured", contains(0, 0, 1))
                .body("totals[0].projects.count", equalTo(1))
                .body("notes.code", contains("IN_SEVERAL_ROWS"));
    }

    @Test
    void countsProjectsOfSeveralYears() {
        var project = UUID.randomUUID();
        embedding("ES8Y", project, LocalDate.of(2010, 5, 1), "NOT_SECURED");
        verdict("ES8Y", "'projectId':'" + project + "','assessedOn':'2009-05-01'", "PROMISING", 2);
        embedding("ES8Y", UUID.randomUUID(), LocalDate.of(2010, 5, 1), "SECURED");
        effects("ES8Y", "&by=year")
                .body("rows.year", contains(2009, 2010))
                .body("rows.figures.projects.count", contains(1, 2))
                .body("totals[0].projects.count", equalTo(2))
                .body("notes.code", contains("IN_SEVERAL_ROWS"))
                .body("notes[0].count", equalTo(1));
        effects("ES8Y", "&by=projectId").body("notes", empty());
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
                .body("notes.code", contains("SEVERAL_PLACES", "SPLIT", "WITHOUT_PROJECT"))
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
                .body("notes.code", contains("NOT_STATED", "WITHOUT_PROJECT"))
                .body("notes[0].count", equalTo(1));
        effects("ES11", "&from=2010-06-01&until=2011-01-01")
                .body("totals[0].projects.reports", equalTo(0))
                .body("notes.code", contains("PARTIAL_OVERLAP", "NOT_STATED", "WITHOUT_PROJECT"));
        effects("ES11", "&until=2010-01-01").body("rows", empty());
    }

    @Test
    void reportWithoutRoundHasNoPeriod() {
        var path = Api.begin(Report.of("ES13", null, UUID.randomUUID()).without("roundId"));
        Api.take(path, "submission", "approval");
        effects("ES13", "").body("totals[0].projects.withReport.count", equalTo(1));
        effects("ES13", "&from=2000-01-01&until=2020-01-01")
                .body("totals[0].projects.reports", equalTo(0))
                .body("notes.code", contains("NOT_STATED"))
                .body("notes[0].count", equalTo(1));
        effects("ES13", "&year=2010").body("rows", empty()).body("notes.code", contains("NOT_STATED"));
        effects("ES13", "&year=NOT_STATED&by=period")
                .body("rows.period", contains(nullValue()))
                .body("notes", empty());
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
        effects("ES12", "&track=LOCAL")
                .body("tallies", empty())
                .body("notes.code", contains("NOT_STATED"))
                .body("notes[0].count", equalTo(1));
        effects("ES12", "&track=NOT_STATED")
                .body("tallies.projects", contains(78))
                .body("notes", empty());
        effects("ES12", "&from=2007-01-01").body("tallies", empty()).body("notes.code", contains("NOT_STATED"));
    }

    @Test
    void tallyOfRoundCountsWithinItsDays() {
        var round = Api.round("ES14", "r");
        Api.create(
                "/v1/inventory-report-tallies",
                "{'programme':'ES14','roundId':'%s','reports':7,'projects':8,'source':'a test'}"
                        .formatted(round)
                        .replace('\'', '"'));
        effects("ES14", "&from=2010-01-01&until=2011-01-01").body("tallies.reports", contains(7));
        effects("ES14", "&year=2010&roundId=" + round).body("tallies.reports", contains(7));
        effects("ES14", "&from=2010-06-01").body("tallies", empty()).body("notes.code", contains("PARTIAL_OVERLAP"));
        effects("ES14", "&from=2011-01-01").body("tallies", empty()).body("notes.code", contains("NOTHING_RECORDED"));
    }

    @Test
    void dimensionsCrossWithinRecordOfProject() {
        var about = "'projectId':'" + UUID.randomUUID() + "',";
        verdict("ES15", about + "'interventionTypes':['AWARENESS'],'actionLine':'PREVENTION'", "PROMISING", 2);
        verdict(
                "ES15",
                about + "'interventionTypes':['INDIVIDUAL_INTERVENTION'],'actionLine':'PROACTION'",
                "PROMISING",
                2);
        effects("ES15", "&by=interventionType,actionLine")
                .body("rows.interventionType", contains("AWARENESS", "INDIVIDUAL_INTERVENTION"))
                .body("rows.actionLine", contains("PREVENTION", "PROACTION"))
                .body("rows.figures.projects.count", contains(1, 1))
                .body("totals[0].projects.count", equalTo(1));
        effects("ES15", "&interventionType=AWARENESS&actionLine=PROACTION")
                .body("rows", empty())
                .body("totals[0].projects.count", equalTo(0))
                .body("notes.code", contains("NOTHING_RECORDED"));
        effects("ES15", "&interventionType=AWARENESS&actionLine=PREVENTION")
                .body("totals[0].projects.count", equalTo(1))
                .body("totals[0].verdicts.count", contains(1));
    }

    @Test
    void projectsOfOneReportMakeNoRowsTogether() {
        var report = Report.of("ES16", Api.round("ES16", "r"))
                .about(UUID.randomUUID(), null)
                .saying("actionLine", "PREVENTION")
                .saying("interventionTypes", List.of("GENERAL_EDUCATION"))
                .about(UUID.randomUUID(), null)
                .saying("actionLine", "PROACTION")
                .saying("interventionTypes", List.of("AWARENESS"));
        Api.take(Api.begin(report), "submission", "approval");
        effects("ES16", "&by=interventionType,actionLine")
                .body("rows.interventionType", contains("GENERAL_EDUCATION", "AWARENESS"))
                .body("rows.actionLine", contains("PREVENTION", "PROACTION"))
                .body("rows.figures.projects.count", contains(1, 1))
                .body("rows.figures.projects.reports", contains(1, 1))
                .body("totals[0].projects.count", equalTo(2))
                .body("totals[0].projects.reports", equalTo(1));
        effects("ES16", "&actionLine=PREVENTION&interventionType=AWARENESS").body("rows", empty());
    }

    @Test
    void projectIsKnownInEachOfItsRows() {
        var project = UUID.randomUUID();
        var report = Report.of("ES17", Api.round("ES17", "r"))
                .about(project, null)
                .saying("place", Map.of("scope", "MUNICIPAL", "municipalities", List.of("GM0988")));
        Api.take(Api.begin(report), "submission", "approval");
        verdict("ES17", "'projectId':'" + project + "'," + IN.formatted("GM0599"), "PROMISING", 2);
        indicator(
                "ES17",
                project,
                "UP",
                "'baseline':{'kind':'TAKEN','value':1,'measuredOn':'2009-01-01'}," + IN.formatted("GM0363"));
        effects("ES17", "&by=municipality")
                .body("rows.municipality", contains("GM0363", "GM0599", "GM0988"))
                .body("rows.figures.projects.count", contains(1, 1, 1))
                .body("rows.figures.projects.reports", contains(1, 1, 1))
                .body("rows.figures.projects.withReport.count", contains(1, 1, 1))
                .body("rows.figures.projects.withBaseline.count", contains(1, 1, 1))
                .body("rows.figures.projects.withSelfEvaluation.count", contains(1, 1, 1))
                .body("totals[0].projects.count", equalTo(1));
        effects("ES17", "&municipality=GM0599")
                .body("totals[0].projects.reports", equalTo(1))
                .body("totals[0].projects.withReport.count", equalTo(1));
    }

    @Test
    void changeIsFromBaselineToLaterDay() {
        var project = UUID.randomUUID();
        var onDay = "'baseline':{'kind':'TAKEN','value':40,'measuredOn':'%s'},'target':{'value':50}";
        measured(indicator("ES18", project, "UP", onDay.formatted("2010-01-02")), 40, 60);
        measured(indicator("ES18", project, "UP", onDay.formatted("2010-01-03")), 40, 60);
        effects("ES18", "")
                .body("rows[0].figures.change.indicators", equalTo(2))
                .body("rows[0].figures.change.withBaseline", equalTo(2))
                .body("rows[0].figures.change.n", equalTo(0))
                .body("rows[0].figures.change.improved", nullValue())
                .body("rows[0].figures.change.targetReached", nullValue());
        measured(indicator("ES18", project, "UP", onDay.formatted("2010-01-01")), 40, 60);
        effects("ES18", "")
                .body("rows[0].figures.change.n", equalTo(1))
                .body("rows[0].figures.change.targetReached", equalTo(1));
        effects("ES18", "&until=2010-01-02").body("rows[0].figures.change.n", equalTo(0));
    }

    @Test
    void filtersTakeSeveralValues() {
        verdict("ES19", "'track':'LOCAL'", "EFFECTIVE", 3);
        verdict("ES19", "'track':'NATIONAL'", "PROMISING", 2);
        verdict("ES19", "'track':'INTERNATIONAL'", "ADVERSE", 3);
        verdict("ES19", "'actionLine':'PREVENTION'", "INEFFECTIVE", 3);
        effects("ES19", "&track=LOCAL,NATIONAL")
                .body("totals[0].verdicts.verdict", contains("EFFECTIVE", "PROMISING"))
                .body("notes.code", contains("NOT_STATED", "WITHOUT_PROJECT"))
                .body("notes[0].count", equalTo(1));
        effects("ES19", "&track=INTERNATIONAL,NOT_STATED")
                .body("totals[0].verdicts.verdict", contains("INEFFECTIVE", "ADVERSE"))
                .body("notes.code", contains("WITHOUT_PROJECT"));
        effects("ES19", "&track=LOCAL&actionLine=PREVENTION")
                .body("totals[0].verdicts", empty())
                .body("notes[0].count", equalTo(2));
        effects("ES19", "&municipality=NOT_STATED").body("totals[0].verdicts", hasSize(4));
        effects("ES19", "&municipality=GM0988,GM0599").body("notes[0].count", equalTo(4));
    }

    @Test
    void groupsByEverythingThatRecordsState() {
        var project = UUID.randomUUID();
        var round = Api.round("ES20", "r");
        var report = Report.of("ES20", round)
                .about(project, "SIPI")
                .saying("phenomena", List.of("POLARISATION", "RIGHT_WING_EXTREMISM"))
                .saying("fundingInstrument", "SUBSIDY")
                .saying(
                        "place",
                        Map.of("scope", "REGIONAL", "municipalities", List.of("GM0988", "GM0983"), "subArea", "Venlo"));
        var path = Api.begin(report);
        var id = path.substring(path.lastIndexOf('/') + 1);
        verdict(
                "ES20",
                "'reportId':'%s','projectId':'%s','assessedOn':'2011-06-01'".formatted(id, project),
                "PROMISING",
                2);
        Api.take(path, "submission", "approval");
        effects("ES20", "&by=period,year")
                .body("rows.period.code", contains("2010", "2011-06-01/2011-06-02"))
                .body("rows.year", contains(2010, 2011))
                .body("totals", hasSize(1))
                .body("totals[0].projects.count", equalTo(1));
        effects("ES20", "&by=roundId,projectId,organisationId")
                .body("rows.roundId", contains(round))
                .body("rows.projectId", contains(project.toString()))
                .body("rows.organisationId", contains("SIPI"))
                .body("rows[0].figures.verdicts.verdict", contains("PROMISING"));
        effects("ES20", "&by=phenomenon,fundingInstrument,province")
                .body("rows.phenomenon", contains("POLARISATION", "RIGHT_WING_EXTREMISM"))
                .body("rows.fundingInstrument", contains("SUBSIDY", "SUBSIDY"))
                .body("rows.province", contains("PV31", "PV31"))
                .body("rows.figures.verdicts.verdict", contains(List.of("PROMISING"), List.of("PROMISING")));
        effects("ES20", "&projectId=" + UUID.randomUUID()).body("rows", empty());
        effects("ES20", "&phenomenon=POLARISATION&organisationId=SIPI&year=2011")
                .body("totals[0].verdicts", hasSize(1));
    }

    @Test
    void verdictOfReportCountsOnceReportIsApproved() {
        var project = UUID.randomUUID();
        var path = Api.begin(Report.of("ES21", Api.round("ES21", "r"), project));
        var id = path.substring(path.lastIndexOf('/') + 1);
        verdict("ES21", "'reportId':'%s','projectId':'%s'".formatted(id, project), "PROMISING", 2);
        effects("ES21", "").body("rows", empty());
        Api.take(path, "submission", "approval");
        effects("ES21", "").body("totals[0].verdicts", hasSize(1));
    }

    @Test
    void roundThatNamesProjectCountsUntilARecordDoes() {
        var named = UUID.randomUUID();
        var reported = UUID.randomUUID();
        var round = round("ES22", "named", named, reported);
        Api.take(
                Api.begin(Report.of("ES22", null)
                        .without("roundId")
                        .about(reported, null)
                        .saying("actionLine", "PREVENTION")),
                "submission",
                "approval");
        effects("ES22", "")
                .body("rows.actionLine", contains("PREVENTION", null))
                .body("rows.figures.projects.count", contains(1, 1))
                .body("rows.figures.projects.withReport.count", contains(1, 0))
                .body("totals[0].projects.count", equalTo(2));
        effects("ES22", "&by=roundId&roundId=" + round).body("rows.figures.projects.count", contains(2));
        effects("ES22", "&actionLine=PREVENTION")
                .body("totals[0].projects.count", equalTo(1))
                .body("notes[0].count", equalTo(1));
    }

    @Test
    void answersAsRecordedAtEarlierMoment() {
        var project = UUID.randomUUID();
        var round = Api.round("ES23", "r");
        var start = Instant.now();
        var report = Api.begin(Report.of("ES23", round).about(project, null).saying("actionLine", "PREVENTION"));
        var verdict = verdict("ES23", "'actionLine':'PROACTION'", "EFFECTIVE", 3);
        var indicator =
                indicator("ES23", project, "UP", "'baseline':{'kind':'TAKEN','value':40,'measuredOn':'2009-01-01'}");
        embedding("ES23", project, LocalDate.of(2010, 5, 1), "SECURED");
        Api.create(
                "/v1/inventory-report-tallies",
                "{'programme':'ES23','reports':7,'projects':8,'source':'a test'}".replace('\'', '"'));
        var recorded = Instant.now();
        Api.take(report, "submission", "approval");
        measured(indicator, 60);
        var approved = Instant.now();
        Api.researcher()
                .body(Api.correction(
                        "a mistake", body("ES23", "'track':'NATIONAL','actionLine':null", "INEFFECTIVE", 3)))
                .post(verdict + "/corrections")
                .then()
                .statusCode(201);
        Api.correct(
                report,
                Api.correction(
                        "seen again",
                        Report.of("ES23", round)
                                .about(project, null)
                                .saying("actionLine", "REPRESSION")
                                .body()));
        effects("ES23", "&asOf=" + start)
                .body("rows", empty())
                .body("tallies", empty())
                .body("totals[0].projects.count", equalTo(0));
        effects("ES23", "&asOf=" + recorded)
                .body("rows.actionLine", contains("PROACTION", null))
                .body("totals[0].projects.reports", equalTo(0))
                .body("totals[0].change.n", equalTo(0))
                .body("totals[0].embedding.secured", equalTo(1))
                .body("totals[0].verdicts.verdict", contains("EFFECTIVE"))
                .body("tallies", hasSize(1));
        effects("ES23", "&asOf=" + approved)
                .body("rows.actionLine", contains("PREVENTION", "PROACTION", null))
                .body("totals[0].projects.reports", equalTo(1))
                .body("totals[0].change.improved", equalTo(1));
        effects("ES23", "")
                .body("rows.actionLine", contains("REPRESSION", null))
                .body("totals[0].verdicts.verdict", contains("INEFFECTIVE"));
    }

    /** What was published of a round stays, whatever is corrected later. */
    @Test
    void answersVisitsAsOfEarlierMoment() {
        var stays = UUID.randomUUID();
        var round = Api.create("/v1/inventory-rounds", """
                {"programme":"ES77","code":"r","name":"A round","period":{"from":"2010-01-01","until":"2011-01-01"},
                "projects":["%s","%s"],"source":"a test"}""".formatted(stays, UUID.randomUUID()));
        var recorded = Instant.now();
        Api.researcher()
                .body("""
                        {"reason":"another year, and other projects","projects":["%s","%s","%s"],
                        "period":{"from":"2009-01-01","until":"2011-01-01"}}""".formatted(UUID.randomUUID(), stays, UUID.randomUUID()))
                .post(round + "/corrections")
                .then()
                .statusCode(201);
        effects("ES77", "&by=period&asOf=" + recorded)
                .body("rows.period.code", contains("2010"))
                .body("totals[0].projects.count", equalTo(2));
        effects("ES77", "&by=period")
                .body("rows.period.code", contains("2009-2010"))
                .body("totals[0].projects.count", equalTo(3));
    }

    @Test
    void statesWhereRegisterEnds() {
        verdict("ES24", IN.formatted("GM0988") + ",'assessedOn':'2010-06-01'", "PROMISING", 2);
        effects("ES24", "&by=municipality").body("notes.code", contains("WITHOUT_PROJECT"));
        effects("ES24", "&by=municipality&until=2040-01-01")
                .body("notes.code", contains("WITHOUT_PROJECT", "REGISTER_ENDS"));
    }

    @ParameterizedTest
    @CsvSource({
        "by=intensity, by, UNKNOWN_VALUE",
        "'by=track,actionLine,municipality,phenomenon', by, OUT_OF_RANGE",
        "'track=LOCAL,EVERYWHERE', track, UNKNOWN_VALUE",
        "roundId=r, roundId, WRONG_TYPE",
        "roundId=01938f5a-0000-7000-8000-000000000001, roundId, UNKNOWN_VALUE",
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
    @ValueSource(strings = {Role.GRANTEE, Role.TRAINING_COORDINATOR, Role.CONTROLLER, Role.STATISTICS_CLIENT})
    void rejectsRolesWithoutRight(String role) {
        Api.as(TestIssuer.token(role)).get("/v1/effect-statistics").then().statusCode(403);
    }

    @Test
    void linksAddUpToRowsOfProjects() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var round = Api.round("ES30", "r");
        Api.take(Api.begin(Report.of("ES30", round, first)), "submission", "approval");
        verdict("ES30", "'projectId':'" + first + "','organisationId':'SIPI'", "PROMISING", 2);
        verdict("ES30", "'projectId':'" + first + "'", "EFFECTIVE", 3);
        verdict("ES30", "'projectId':'" + second + "'", "EFFECTIVE", 3);
        indicator("ES30", second, "UP", "'baseline':{'kind':'NONE_TAKEN'}");
        embedding("ES30", second, today(), "SECURED");
        for (var more : List.of("&by=projectId", "&by=organisationId&projectId=" + first)) {
            var answer = effects("ES30", more).extract().jsonPath();
            for (var row = 0; row < answer.getList("rows").size(); row++) {
                assertRowHasLinkedRecords(answer, "rows[" + row + "].");
            }
        }
        effects("ES30", "&by=roundId&projectId=" + first)
                .body("rows.links.reports.findAll { it != null }", contains(containsString("&roundId=" + round)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&by=actionLine",
                "&by=projectId&from=2000-01-01",
                "&by=projectId&asOf=2020-01-01T00:00:00Z",
                "&by=projectId&track=LOCAL"
            })
    void hasNoLinksThatListsCannotFollow(String more) {
        verdict("ES31", "'projectId':'" + UUID.randomUUID() + "','track':'LOCAL'", "PROMISING", 2);
        effects("ES31", more).body("rows.links.verdicts.findAll { it != null }", empty());
        Api.as(TestIssuer.token(Role.PROGRAMME_MANAGER))
                .get("/v1/effect-statistics?programme=ES31&by=projectId")
                .then()
                .body("rows[0].links.verdicts", nullValue());
    }

    /** Rows of none are not in the lists. */
    private static void assertRowHasLinkedRecords(JsonPath answer, String row) {
        var isOfOrganisation = answer.getList("dimensions").contains("organisationId");
        if (isOfOrganisation && answer.get(row + "organisationId") == null) {
            return;
        }
        var verdicts = answer.getList(row + "figures.verdicts.count", Integer.class).stream()
                .mapToInt(Integer::intValue)
                .sum();
        linked(answer.getString(row + "links.verdicts"), verdicts);
        linked(answer.getString(row + "links.indicators"), answer.getInt(row + "figures.change.indicators"));
        linked(answer.getString(row + "links.embeddings"), answer.getInt(row + "figures.embedding.secured"));
        if (!isOfOrganisation) {
            linked(answer.getString(row + "links.reports"), answer.getInt(row + "figures.projects.reports"));
        }
    }

    private static void linked(String path, int records) {
        Api.analyst().get(path).then().statusCode(200).body("items", hasSize(records));
    }

    private static String round(String programme, String code, UUID... projects) {
        var body = Map.of(
                "programme",
                programme,
                "code",
                code,
                "name",
                "a round",
                "period",
                Map.of("from", "2010-01-01", "until", "2011-01-01"),
                "projects",
                List.of(projects),
                "source",
                "a test");
        return Api.researcher()
                .body(body)
                .post("/v1/inventory-rounds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
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

    // That of the Netherlands: a statement of a later one is refused.
    private static LocalDate today() {
        return DutchCalendar.dayOf(Instant.now());
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
