package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.testing.access.AnswersByRights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportingServiceTest
class ReachStatisticsTest {
    private static final String ROUND_ONE = "2007-01-01";
    private static final String ROUND_TWO = "2010-01-01";

    @Test
    void addsFiguresOfPolicyReview() {
        tallies("review", ROUND_ONE, ROUND_TWO, 18644, 926, 18, 16062);
        tallies("review", ROUND_TWO, "2011-01-01", 32392, 498, 123, 96892);
        Api.statistics("programme=review")
                .body("dimensions", contains("period", "targetGroup"))
                .body("rows", hasSize(8))
                .body("rows[0].period.code", equalTo("2007-2009"))
                .body("rows[0].targetGroup", equalTo("YOUTH_AND_PUPILS"))
                .body("rows[0].reach.best", equalTo(18644))
                .body("totals", hasSize(2))
                .body("totals[0].reach.best", equalTo(35650))
                .body("totals[1].period.code", equalTo("2010"))
                .body("totals[1].reach.best", equalTo(129905))
                .body("unallocated", empty())
                .body("registerVersion", nullValue());
        Api.statistics("programme=review&by=targetGroup")
                .body("rows", hasSize(4))
                .body("rows[0].reach.best", equalTo(51036))
                .body("totals[0].reach.best", equalTo(165555));
        Api.statistics("programme=review&by=municipality")
                .body("rows", hasSize(1))
                .body("rows[0].municipality", nullValue())
                .body("rows[0].reach.best", equalTo(165555))
                .body("registerVersion", notNullValue());
        Api.statistics("programme=review&targetGroup=OTHER&from=2010-01-01&until=2011-01-01")
                .body("rows", hasSize(1))
                .body("rows[0].reach.best", equalTo(96892));
    }

    @Test
    void keepsCertaintyOfFigures() {
        record("kinds", "{\"kind\":\"RANGE\",\"minimum\":80,\"maximum\":121}");
        record("kinds", "{\"kind\":\"APPROXIMATE\",\"value\":150}");
        record("kinds", "{\"kind\":\"APPROXIMATE\",\"value\":10,\"plusMinus\":2}");
        Api.statistics("programme=kinds")
                .body("totals[0].reach.best", equalTo(261))
                .body("totals[0].reach.lowest", equalTo(238))
                .body("totals[0].reach.highest", equalTo(283))
                .body("totals[0].reach.approximate", equalTo(true))
                .body("totals[0].reach.observations.range", equalTo(1));
        record("kinds", "{\"kind\":\"AT_LEAST\",\"value\":1000}");
        record("kinds", "{\"kind\":\"VAGUE\",\"text\":\"thousands\"}");
        record("kinds", "{\"kind\":\"NOT_MEASURED\",\"reason\":\"nobody counted\"}");
        Api.statistics("programme=kinds")
                .body("totals[0].reach.best", equalTo(1261))
                .body("totals[0].reach.highest", nullValue())
                .body("totals[0].reach.observations.vague", equalTo(1))
                .body("totals[0].reach.observations.notMeasured", equalTo(1));
    }

    @Test
    void noAddableFigureIsNotZero() {
        record("vague", "{\"kind\":\"VAGUE\",\"text\":\"thousands\"}");
        Api.statistics("programme=vague")
                .body("rows", hasSize(1))
                .body("rows[0].reach.best", nullValue())
                .body("rows[0].reach.lowest", nullValue())
                .body("totals[0].reach.best", nullValue());
    }

    @Test
    void convertsFiguresToMapOfAnotherDay() {
        Api.record(year2009("maps").in("GM0052").reach(10));
        Api.record(year2009("maps").in("GM0993").reach(20));
        Api.record(year2009("maps").in("GM0988").reach(30));
        Api.statistics("programme=maps&by=municipality&boundaries=2011-01-01")
                .body("rows.municipality", contains("GM0988", "GM1895"))
                .body("rows.reach.best", contains(30, 10))
                .body("unallocated", hasSize(1))
                .body("unallocated[0].from", equalTo("GM0993"))
                .body("unallocated[0].reach.best", equalTo(20))
                .body("notes.find { it.code == 'SPLIT' }.count", equalTo(1))
                .body("totals[0].reach.best", equalTo(60));
        Api.statistics("programme=maps&by=municipality")
                .body("rows.municipality", contains("GM0052", "GM0988", "GM0993"))
                .body("unallocated", empty());
        Api.statistics("programme=maps&municipality=GM1895&boundaries=2011-01-01")
                .body("totals[0].reach.best", equalTo(10));
        Api.statistics("programme=maps&province=PV31&by=municipality")
                .body("rows.municipality", contains("GM0988", "GM0993"));
    }

    @Test
    void addsFigureWhereNoTallyThatMayHoldItCounts() {
        Api.record(Observation.of("inclusion")
                .in("GM0988")
                .with("includedIn", "\"UNKNOWN\"")
                .reach(7));
        Api.record(Observation.of("inclusion").with("includedIn", "\"UNKNOWN\"").reach(5));
        Api.record(Observation.of("inclusion").reach(3));
        Api.statistics("programme=inclusion")
                .body("rows.reach.best", contains(15))
                .body("totals.reach.best", contains(15))
                .body("notes.code", empty());
        Api.researcher()
                .body(Observation.of("inclusion").reach(1000).json())
                .post("/v1/reach-tallies")
                .then()
                .statusCode(201);
        Api.statistics("programme=inclusion")
                .body("rows.reach.best", contains(1000))
                .body("totals.reach.best", contains(1000))
                .body("notes.find { it.code == 'INCLUSION_UNKNOWN' }.count", equalTo(3));
        Api.statistics("programme=inclusion&by=municipality")
                .body("rows.municipality", contains("GM0988", null))
                .body("rows.reach.best", contains(7, 1000))
                .body("totals[0].reach.best", equalTo(1000));
        Api.statistics("programme=inclusion&municipality=GM0988").body("totals[0].reach.best", equalTo(7));
    }

    @Test
    void tallyIsInNoRowOfMunicipality() {
        var tally = Api.researcher()
                .body(Observation.of("placed").in("GM0988").reach(1000).json())
                .post("/v1/reach-tallies")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.record(Observation.of("placed")
                .in("GM0988")
                .with("includedIn", "\"" + tally + "\"")
                .reach(100));
        Api.statistics("programme=placed&by=municipality")
                .body("rows.municipality", contains("GM0988", null))
                .body("rows.reach.best", contains(100, 1000))
                .body("totals[0].reach.best", equalTo(1000))
                .body("notes.find { it.code == 'INCLUDED_IN_TALLY' }.count", equalTo(1));
        Api.statistics("programme=placed&municipality=GM0988").body("totals[0].reach.best", equalTo(1000));
    }

    @Test
    void tallyOfSplitMunicipalityIsInNoTotalOfSuccessor() {
        Api.researcher()
                .body(year2009("split tally").in("GM0993").reach(19).json())
                .post("/v1/reach-tallies")
                .then()
                .statusCode(201);
        for (var successor : new String[] {"GM1507", "GM0984"}) {
            Api.statistics("programme=split tally&boundaries=2011-01-01&municipality=" + successor)
                    .body("totals", empty())
                    .body("unallocated.from", contains("GM0993"));
        }
        Api.statistics("programme=split tally&by=municipality&boundaries=2011-01-01")
                .body("rows.municipality", contains((Object) null))
                .body("totals[0].reach.best", equalTo(19));
    }

    @Test
    void rejectsContradictoryPlaceFilter() {
        Api.analyst()
                .get("/v1/reach-statistics?municipality=GM0988&province=PV20")
                .then()
                .statusCode(400)
                .body("violations.name", contains("municipality"))
                .body("violations.code", contains("NOT_ALLOWED"));
    }

    @Test
    void doesNotDivideFigureOfSeveralPlaces() {
        Api.record(Observation.of("several").in("GM0988", "GM0518").reach(9));
        Api.statistics("programme=several&by=municipality")
                .body("rows", hasSize(1))
                .body("rows[0].municipality", nullValue())
                .body("notes.find { it.code == 'SEVERAL_PLACES' }.count", equalTo(1));
        Api.statistics("programme=several&municipality=GM0988")
                .body("rows", empty())
                .body("notes.find { it.code == 'SEVERAL_PLACES' }.count", equalTo(1));
        Api.statistics("programme=several&municipality=GM0599").body("notes.code", contains("NOTHING_RECORDED"));
    }

    @Test
    void addsPartlyOverlappingPeriodsWithNote() {
        Api.record(Observation.of("periods").period("2010-01-01", "2012-01-01").reach(1));
        Api.record(Observation.of("periods").period("2011-01-01", "2012-01-01").reach(2));
        Api.statistics("programme=periods&from=2011-01-01")
                .body("rows", hasSize(1))
                .body("rows[0].reach.best", equalTo(2))
                .body("notes.find { it.code == 'PARTIAL_OVERLAP' }.count", equalTo(1));
        Api.statistics("programme=periods&by=targetGroup")
                .body("rows.reach.best", contains(3))
                .body("totals.reach.best", contains(3))
                .body("notes.find { it.code == 'OVERLAPPING_PERIODS' }", notNullValue());
        Api.statistics("programme=periods").body("totals.reach.best", contains(1, 2));
    }

    /** From whatever documents they are. */
    @Test
    void talliesThatMayHoldOneAnotherHaveNoSum() {
        for (var year : new int[] {2010, 2011}) {
            Api.researcher()
                    .body(Observation.of("double tallies")
                            .period(year + "-01-01", "2012-01-01")
                            .reach(year)
                            .with("source", "\"report of " + year + ", p. 1\"")
                            .json())
                    .post("/v1/reach-tallies")
                    .then()
                    .statusCode(201);
        }
        Api.statistics("programme=double tallies").body("rows.reach.best", contains(2010, 2011));
        Api.statistics("programme=double tallies&by=targetGroup")
                .body("rows[0].reach", nullValue())
                .body("totals[0].reach", nullValue())
                .body("notes.find { it.code == 'OVERLAPPING_TALLIES' }.count", equalTo(2));
    }

    @Test
    void talliesOfDifferentMunicipalitiesAddUp() {
        for (var municipality : new String[] {"GM0988", "GM0599"}) {
            Api.researcher()
                    .body(Observation.of("apart").in(municipality).reach(10).json())
                    .post("/v1/reach-tallies")
                    .then()
                    .statusCode(201);
        }
        Api.statistics("programme=apart")
                .body("rows.reach.best", contains(20))
                .body("totals.reach.best", contains(20))
                .body("notes", empty());
    }

    @Test
    void breaksDownByUpToThreeOfEverythingThatFiguresState() {
        var project = "11111111-2222-3333-4444-555555555555";
        Api.record(Observation.of("dimensions")
                .period("2010-01-01", "2010-07-01")
                .with("projectId", "\"" + project + "\"")
                .with("fundingInstrument", "\"SUBSIDY\"")
                .with("intensity", "\"EVENT\"")
                .reach(1));
        Api.record(
                Observation.of("dimensions").period("2009-01-01", "2011-01-01").reach(2));
        Api.statistics("programme=dimensions&by=year,fundingInstrument,intensity")
                .body("rows.year", contains(2010, null))
                .body("rows.fundingInstrument", contains("SUBSIDY", null))
                .body("rows.intensity", contains("EVENT", null))
                .body("rows.reach.best", contains(1, 2));
        Api.statistics("programme=dimensions&by=projectId,organisationId,roundId")
                .body("rows.projectId", contains(project, null))
                .body("rows.reach.best", contains(1, 2));
        for (var filter :
                new String[] {"year=2010", "intensity=EVENT", "projectId=" + project, "period=2010-01-01/2010-07-01"}) {
            Api.statistics("programme=dimensions&" + filter).body("totals.reach.best", contains(1));
        }
    }

    @Test
    void filterLeavesOutFiguresThatDoNotStateIt() {
        Api.record(Observation.of("tracks").with("track", "\"LOCAL\"").reach(1));
        Api.record(Observation.of("tracks").reach(2));
        Api.statistics("programme=tracks&track=LOCAL")
                .body("totals[0].reach.best", equalTo(1))
                .body("notes.code", contains("NOT_STATED"))
                .body("notes[0].count", equalTo(1));
        Api.statistics("programme=tracks&track=NOT_STATED").body("totals[0].reach.best", equalTo(2));
        Api.statistics("programme=tracks&track=LOCAL,NATIONAL,NOT_STATED")
                .body("totals[0].reach.best", equalTo(3))
                .body("notes", empty());
        Api.statistics("programme=tracks&track=NATIONAL").body("rows", empty()).body("totals", empty());
        Api.statistics("programme=tracks&actionLine=PREVENTION").body("rows", empty());
    }

    @Test
    void revisionGrowsWithEveryFigure() {
        var before = Api.statistics("programme=none").extract().<String>path("revision");
        Api.record(Observation.of("revision"));
        var after = Api.statistics("programme=none").extract().<String>path("revision");
        assertNotEquals(before, after);
        Api.statistics("programme=none").body("revision", equalTo(after)).body("revision", not(equalTo(before)));
    }

    @Test
    void lowestOfDeclaredOverlapsIsLargest() {
        var first = id(Api.record(year2009("overlaps").reach(10)));
        Api.record(year2009("overlaps").reach(40).with("track", "\"LOCAL\"").with("overlaps", "[\"" + first + "\"]"));
        Api.record(year2009("overlaps").reach(80));
        Api.statistics("programme=overlaps&by=track")
                .body("rows.reach.lowest", contains(40, 90))
                .body("totals[0].reach.best", equalTo(130))
                .body("totals[0].reach.lowest", equalTo(120))
                .body("totals[0].reach.highest", equalTo(130))
                .body("notes.code", contains("OVERLAPS_DECLARED"))
                .body("notes[0].count", equalTo(2))
                .body(
                        "notes[0].detail",
                        endsWith(", see /v1/reach-observations?programme=overlaps&counted=true&overlapping=true"));
        Api.analyst()
                .header("Accept-Language", "nl")
                .get("/v1/reach-statistics?programme=overlaps&by=track")
                .then()
                .header("Content-Language", equalTo("nl"))
                .body("notes[0].detail", startsWith("volgens opgave dezelfde mensen geteld"))
                .body("notes[0].detail", containsString(": 2 waarnemingen, zie /v1/reach-observations?"));
        Api.analyst()
                .get("/v1/reach-observations?programme=overlaps&counted=true&overlapping=true")
                .then()
                .body("items.reach.value", contains(10, 40));
        Api.statistics("programme=overlaps&track=LOCAL").body("notes.code", not(hasItem("OVERLAPS_DECLARED")));
    }

    @Test
    void rejectsAllInvalidParametersTogether() {
        var question = "by=period,colour,period&from=2011-01-01&until=2010-01-01&asOf=2999-01-01T00:00:00Z"
                + "&boundaries=1990-01-01&track=LOKAAL&province=PV31&municipality=GM0599&projectId=x&programme=";
        Api.analyst()
                .get("/v1/reach-statistics?" + question)
                .then()
                .statusCode(400)
                .body(
                        "violations.collect { it.name + ' ' + it.code }",
                        containsInAnyOrder(
                                "by UNKNOWN_VALUE",
                                "by NOT_ALLOWED",
                                "until OUT_OF_RANGE",
                                "asOf OUT_OF_RANGE",
                                "boundaries OUT_OF_RANGE",
                                "track UNKNOWN_VALUE",
                                "municipality NOT_ALLOWED",
                                "projectId WRONG_TYPE",
                                "programme REQUIRED"))
                .body("violations.find { it.name == 'municipality' }.parameters.contradicts", contains("province"))
                .body("violations.find { it.code == 'UNKNOWN_VALUE' }.parameters.allowed", hasItem("period"));
    }

    @Test
    void linksOnlyListsThatCallerMayRead() {
        Api.record(Observation.of("links"));
        Api.statistics("programme=links").body("rows[0].links.observations", startsWith("/v1/reach-observations?"));
        Api.named("manager", "PROGRAMME_MANAGER")
                .get("/v1/reach-statistics?programme=links")
                .then()
                .statusCode(200)
                .body("rows[0].links.observations", nullValue())
                .body("rows[0].links.tallies", nullValue());
    }

    @Test
    void answersCallersWithSameRightsAlike() {
        Api.record(Observation.of("rights"));
        tallies("rights", ROUND_ONE, ROUND_TWO, 1, 2, 3, 4);
        for (var path : List.of("?programme=rights", "?programme=rights&by=municipality", "/csv?programme=rights")) {
            AnswersByRights.areTheSame(
                    ReportingAccess.READ_RESULT_STATISTICS,
                    List.of(ReportingAccess.READ_INVENTORIES, ReportingAccess.READ_PROJECT_RESULTS),
                    token -> Api.as(token)
                            .get("/v1/reach-statistics" + path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString());
        }
    }

    @Test
    void rejectsUnknownRound() {
        var round = Api.round("rounds", "ONE");
        Api.statistics("programme=rounds&roundId=" + round + ",NOT_STATED");
        Api.analyst()
                .get("/v1/reach-statistics?programme=rounds&roundId=" + round + "," + UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("violations.code", contains("UNKNOWN_VALUE"))
                .body("violations.name", contains("roundId"));
    }

    @Test
    void notesThatNothingIsRecorded() {
        var project = UUID.randomUUID();
        Api.statistics("programme=nobody&projectId=" + project)
                .body("rows", empty())
                .body("notes.code", contains("NOTHING_RECORDED"))
                .body("notes[0].detail", endsWith("programme nobody, projectId " + project));
        Api.statistics("from=1905-01-01&until=1906-01-01")
                .body("notes.code", contains("NOTHING_RECORDED"))
                .body("notes[0].count", equalTo(1));
    }

    @ParameterizedTest(name = "?{0} is {1}")
    @CsvSource({
        "by=colour, UNKNOWN_VALUE",
        "'by=period,track,actionLine,intensity', OUT_OF_RANGE",
        "period=2010-13, WRONG_TYPE",
        "projectId=none, WRONG_TYPE",
        "from=2011, WRONG_TYPE",
        "from=2011-01-01&until=2011-01-01, OUT_OF_RANGE",
        "municipality=GM9999, MUNICIPALITY_NOT_VALID",
        "municipality=GM0052&boundaries=2011-01-01, MUNICIPALITY_NOT_VALID",
        "province=Limburg, UNKNOWN_VALUE",
        "track=LOKAAL, UNKNOWN_VALUE",
        "'track=LOCAL,', UNKNOWN_VALUE",
        "asof=2011-01-01, UNKNOWN_PARAMETER",
        "'by=track,track', NOT_ALLOWED",
        "year=2009&from=2010-01-01, NOT_ALLOWED",
        "period=2007-2009&until=2007-01-01, NOT_ALLOWED",
        "period=2007-2009&year=2008, NOT_ALLOWED",
        "'period=2009,2010&year=2009', NOT_ALLOWED",
        "'municipality=GM0988,GM0599&province=PV31,NOT_STATED', NOT_ALLOWED",
        "boundaries=2006-05-17&by=province, OUT_OF_RANGE",
        "asOf=2999-01-01T00:00:00Z, OUT_OF_RANGE",
    })
    void rejectsInvalidParameter(String query, String code) {
        Api.analyst()
                .get("/v1/reach-statistics?" + query)
                .then()
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].code", equalTo(code));
    }

    private static void tallies(String programme, String from, String until, int... perGroup) {
        var groups = new String[] {
            "YOUTH_AND_PUPILS", "PROFESSIONALS_AND_OFFICIALS", "TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS", "OTHER"
        };
        for (int i = 0; i < groups.length; i++) {
            var tally = Observation.of(programme)
                    .period(from, until)
                    .reach(perGroup[i])
                    .with("targetGroup", "\"" + groups[i] + "\"");
            Api.researcher().body(tally.json()).post("/v1/reach-tallies").then().statusCode(201);
        }
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void record(String programme, String quantity) {
        Api.record(Observation.of(programme).with("reach", quantity));
    }

    private static Observation year2009(String programme) {
        return Observation.of(programme).period("2009-01-01", "2010-01-01");
    }
}
