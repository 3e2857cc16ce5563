package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money, printed tables, findings and claims of releases (ADR 86). Each test has a programme of its own. */
@ReportingServiceTest
class ReleasedReviewTest {
    private static final String LINE = "money-by-budget-line-and-year";

    TrainingStub services;

    @BeforeEach
    void noTrainings() {
        services.answerNothing();
    }

    @Test
    void moneyStaysAsItWasPublished() {
        Api.record(Observation.of("RR1").reach(123));
        money("1000.00");
        var release = ReleaseTest.published("RR1", "");
        var published = review("RR1").statusCode(200).extract().asString();

        money("2000.00");
        assertEquals(published, review("RR1").extract().asString());
        review("RR1")
                .body("release.programme", equalTo("RR1"))
                .body("'" + LINE + "'.budgetLine", contains("root", "root", "a;b", "a;b"))
                .body("'" + LINE + "'.year", contains(2008, null, 2008, null))
                .body("'" + LINE + "'.parent", contains(null, null, "root", "root"))
                .body("'" + LINE + "'[0].disbursed.amount", equalTo("1000.00"))
                .body("'" + LINE + "'[0].rounding.disbursed.amount", equalTo("5000.00"))
                .body("'" + LINE + "'[0].committed", nullValue())
                .body("'money-by-destination-and-year'.reallocated.amount", contains("20.00", "20.00"))
                .body("'projects-by-funding-instrument'.count", contains(53))
                .body("'projects-by-funding-instrument'.counted.lowest", contains(50))
                .body("'projects-by-funding-instrument'.counted.highest", contains(56))
                .body("'projects-by-funding-instrument'.counted.observations.range", contains(1));
        // Entries are for those who may read the budget, and who gets a grant stands nowhere.
        assertFalse(published.contains("/v1/budget-entries"), published);
        assertFalse(published.contains("organisation"), published);
        Api.analyst()
                .post(release + "/verification")
                .then()
                .body("verification.intact", equalTo(true))
                .body("verification.recalculated", equalTo("WHOLE"))
                .body("verification.differences", equalTo(4));
    }

    @Test
    void moneyIsTableWithUnitsInEveryFormat() {
        Api.record(Observation.of("RR2").reach(123));
        money("1000.00");
        var release = ReleaseTest.published("RR2", "");
        Api.anonymous()
                .get(release)
                .then()
                .body("tables.find { it.name == '" + LINE + "' }.report", equalTo("finances"))
                .body("tables.find { it.name == '" + LINE + "' }.by", equalTo("budgetLine,year"))
                .body("tables.find { it.name == '" + LINE + "' }.byPlace", equalTo(false))
                .body(
                        "tables.find { it.name == '" + LINE + "' }.dimensions.labelDutch",
                        contains("begrotingsregel", "jaar"))
                .body("tables.find { it.name == '" + LINE + "' }.measures.unitEnglish", hasItem("euros"))
                .body("tables.find { it.name == 'claims' }.measures", empty());
        Api.anonymous()
                .get(release + "/tables/" + LINE)
                .then()
                .statusCode(200)
                .body("items[0].key.budgetLine", equalTo("root"))
                .body("items[0].key.year", equalTo("2008"))
                .body("items[0].measures.disbursed.amount", equalTo("1000.00"));
        var csv = Api.anonymous()
                .get(release + "/tables/" + LINE + "/csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(csv.startsWith("dimensions,disclosure,budgetLine,year,budgeted,budgetedRounding,"), csv);
        assertTrue(csv.contains("\"budgetLine,year\",,a b,2008,2000.00,0.00,"), csv);
        Api.anonymous()
                .get(release + "/tables/" + LINE + "/json-stat?language=EN")
                .then()
                .statusCode(200)
                .body("label", equalTo("Money by budget line and year"))
                .body("id", contains("budgetLine", "year", "measure"))
                .body("role.time", contains("year"))
                .body("dimension.budgetLine.category.label.root", equalTo("All of it"))
                .body("dimension.measure.category.unit.disbursed.label", equalTo("euros"))
                .body("dimension.measure.category.unit.disbursed.decimals", equalTo(2))
                .body("status", equalTo(Map.of()));
        for (var table : List.of("money-by-destination-and-year", "projects-by-funding-instrument")) {
            Api.anonymous()
                    .get(release + "/tables/" + table + "/json-stat")
                    .then()
                    .statusCode(200);
            Api.anonymous().get(release + "/tables/" + table + "/csv").then().statusCode(200);
        }
        for (var table : List.of("printed-tables", "findings-of-printed-tables", "claims")) {
            Api.anonymous().get(release + "/tables/" + table).then().statusCode(200);
            Api.anonymous().get(release + "/tables/" + table + "/csv").then().statusCode(406);
        }
    }

    /** What a reviewer did not publish is not published by a release. */
    @Test
    void hasPublicTablesWithTheirFindingsOnly() {
        Api.record(Observation.of("RR3").reach(123));
        var wrong = table("RR3", "WRONG", "4");
        table("RR3", "DRAFT", "4");
        Api.reviewer().post(wrong + "/publication").then().statusCode(200);
        ReleaseTest.published("RR3", "");
        review("RR3")
                .body("'printed-tables'.code", contains("WRONG"))
                .body("'printed-tables'[0].rows[2].cells", contains("4"))
                .body("'findings-of-printed-tables'.printedTable", contains("WRONG"))
                .body("'findings-of-printed-tables'[0].kind", equalTo("SUM_DIFFERS"))
                .body("'findings-of-printed-tables'[0].sums[0].recalculated", equalTo(3))
                .body("'findings-of-printed-tables'[0].acceptance", nullValue());

        Api.analyst()
                .body(Map.of("reason", "Printed so.", "rows", rows("3")))
                .post(wrong + "/corrections")
                .then()
                .statusCode(201);
        review("RR3").body("'printed-tables'[0].rows[2].cells", contains("4"));
    }

    @Test
    void printedTableKeepsItsLanguage() {
        Api.record(Observation.of("RR17").reach(123));
        var dutch = table("RR17", "DUTCH", "3");
        var english = table("RR17", "ENGLISH", "3", "en");
        for (var table : List.of(dutch, english)) {
            Api.reviewer().post(table + "/publication").then().statusCode(200);
        }
        ReleaseTest.published("RR17", "");
        Api.analyst()
                .body(Map.of("reason", "It is English.", "language", "en"))
                .post(dutch + "/corrections")
                .then()
                .statusCode(201)
                .body("language", equalTo("en"));
        review("RR17")
                .body("'printed-tables'.code", contains("DUTCH", "ENGLISH"))
                .body("'printed-tables'.language", contains("nl", "en"));
    }

    @Test
    void saysWhyFindingStaysAndNotWhoAcceptedIt() {
        Api.record(Observation.of("RR4").reach(123));
        var wrong = table("RR4", "WRONG", "4");
        Api.reviewer().post(wrong + "/publication").then().statusCode(200);
        accept("RR4", "RR4\nTABLE_SUM_DIFFERS\nWRONG: c0", "It is printed so.");
        accept("RR4", "RR4\nCLAIM_FAILS\nsomething else", "For us alone.");
        ReleaseTest.published("RR4", "");
        var review = review("RR4")
                .body("'findings-of-printed-tables'.acceptance.reason", contains("It is printed so."))
                .extract()
                .asString();
        assertFalse(review.contains("acceptedBy"), review);
        assertFalse(review.contains("For us alone."), review);
    }

    @Test
    void holdsPublicClaimsToWhatReleaseShows() {
        Api.record(Observation.of("RR5").reach(123));
        Api.record(Observation.of("RR5").reach(3).in("GM0363"));
        money("1000.00");
        claim("RR5", "SPENT", 1000, "EUR", reference("FINANCES", "DISBURSED", "year", "2008"));
        claim("RR5", "TOO-MUCH", 900_000, "EUR", reference("FINANCES", "BUDGETED"));
        claim(
                "RR5",
                "REACHED",
                126,
                "PARTICIPATIONS",
                reference("REACH", "REACHED", "source", "INVENTORY", "period", "2011"));
        // One of these is true. Which one, the release does not show.
        for (var count : List.of(2, 3)) {
            claim(
                    "RR5",
                    "SMALL-" + count,
                    count,
                    "PARTICIPATIONS",
                    reference("REACH", "REACHED", "source", "INVENTORY", "period", "2011", "municipality", "GM0363"));
        }
        claim("RR5", "DRAFT", 1000, "EUR", reference("FINANCES", "DISBURSED"));
        for (var claim : Api.analyst()
                .get("/v1/claims?programme=RR5&pageSize=200")
                .then()
                .extract()
                .<List<Map<String, Object>>>path("items")) {
            if (!claim.get("code").equals("DRAFT")) {
                Api.reviewer()
                        .post("/v1/claims/" + claim.get("id") + "/publication")
                        .then()
                        .statusCode(200);
            }
        }
        ReleaseTest.published("RR5", "");
        money("2000.00");
        Api.record(Observation.of("RR5").reach(1000));
        review("RR5")
                .body("claims.code", contains("REACHED", "SMALL-2", "SMALL-3", "SPENT", "TOO-MUCH"))
                .body("claims.outcome", contains("HOLDS", "UNDECIDED", "UNDECIDED", "HOLDS", "FAILS"))
                .body("claims.undecided", contains(null, "KINDS", "KINDS", null, null))
                .body("claims.found", contains(126, null, null, 1000.0f, 2000.0f));
    }

    /** What the catalogue shows later is not what was published. */
    @Test
    void projectsStayWhereTheyWerePublic() {
        Api.record(Observation.of("RR11").reach(123));
        var project = UUID.randomUUID();
        var round = Api.round("RR11", "r");
        makePublic("RR11", round, project, "GM0363");
        var release = ReleaseTest.published("RR11", "");
        makePublic("RR11", round, UUID.randomUUID(), "GM0988");
        review("RR11")
                .body("'public-projects'.project", contains(project.toString()))
                .body("'public-projects'[0].municipalities", contains("GM0363"))
                .body("'public-projects'[0].verdicts", empty());
        Api.analyst()
                .post(release + "/verification")
                .then()
                .body("verification.intact", equalTo(true))
                .body("verification.differences", equalTo(0));
    }

    @Test
    void lessonsStayAsTheyWerePublic() {
        Api.record(Observation.of("RR12").reach(123));
        var lesson = recorded("/v1/lessons", lesson("RR12", "Start early."));
        recorded("/v1/lessons", lesson("RR12", "Not public."));
        Api.reviewer().post(lesson + "/publication").then().statusCode(200);
        var release = ReleaseTest.published("RR12", "");
        var later = recorded("/v1/lessons", lesson("RR12", "Public after it."));
        Api.reviewer().post(later + "/publication").then().statusCode(200);
        review("RR12")
                .body("'public-lessons'.title", contains("Start early."))
                .body("'public-lessons'[0].type", equalTo("CONCLUSION"))
                .body("'public-lessons'[0].language", equalTo("en"))
                .body("'public-lessons'[0].source", equalTo("a test"));
        Api.analyst()
                .post(release + "/verification")
                .then()
                .body("verification.intact", equalTo(true))
                .body("verification.differences", equalTo(0));
    }

    /** Rounded, or hidden, as by place; what the catalogue does not have stands in no public table. */
    @Test
    void hasProtectedReachOfPublicProjects() {
        var small = UUID.randomUUID();
        var large = UUID.randomUUID();
        var hidden = UUID.randomUUID();
        var round = Api.round("RR14", "r");
        makePublic("RR14", round, small, "GM0363");
        makePublic("RR14", round, large, "GM0988");
        Api.record(of(small).reach(3));
        Api.record(of(large).reach(200));
        Api.record(of(large).reach(12).with("targetGroup", "\"OTHER\""));
        Api.record(of(hidden).reach(100));
        Api.record(Observation.of("RR14").reach(5000));
        var release = ReleaseTest.published("RR14", "");
        var table = "'reach-by-public-project'";
        var row = table + ".find { it.projectId == '%s' && it.targetGroup == '%s' }.reach";
        var review = review("RR14")
                .body(table, hasSize(3))
                .body(row.formatted(small, "YOUTH_AND_PUPILS") + ".best", nullValue())
                .body(row.formatted(small, "YOUTH_AND_PUPILS") + ".disclosure", equalTo("SMALL"))
                .body(row.formatted(large, "YOUTH_AND_PUPILS") + ".best", equalTo(200))
                .body(row.formatted(large, "YOUTH_AND_PUPILS") + ".lowest", nullValue())
                .body(row.formatted(large, "YOUTH_AND_PUPILS"), not(hasKey("observations")))
                .body(row.formatted(large, "OTHER") + ".best", anyOf(equalTo(10), equalTo(15)))
                .body(row.formatted(large, "OTHER") + ".disclosure", equalTo("ROUNDED_5"))
                .extract()
                .asString();
        assertFalse(review.contains(hidden.toString()), review);
        Api.anonymous()
                .get(release + "/tables/reach-by-public-project")
                .then()
                .statusCode(200)
                .body("items", hasSize(3));
        var all = release + "/tables/reach-by-project-and-target-group";
        Api.anonymous().get(all).then().statusCode(401);
        Api.analyst()
                .get(all)
                .then()
                .statusCode(200)
                .body("items.findAll { it.key.part == 'ROW' }.key.projectId", hasItem(hidden.toString()));
        Api.analyst()
                .get(all + "/csv")
                .then()
                .statusCode(200)
                .body(containsString("INVENTORY," + large + ",YOUTH_AND_PUPILS,200,,"));
        Api.analyst()
                .post(release + "/verification")
                .then()
                .body("verification.intact", equalTo(true))
                .body("verification.differences", equalTo(0));
        // The next one says why a row of it differs.
        ReleaseTest.publishedYesterday(release);
        Api.record(of(large).period("2010-01-01", "2011-01-01").reach(1000));
        var next = ReleaseTest.published("RR14", "");
        String name = Api.anonymous().get(release).then().extract().path("name");
        Api.analyst()
                .get(next + "/changes?since=" + name + "&pageSize=200")
                .then()
                .body(
                        "items.findAll { it.table == 'reach-by-public-project' }.key.projectId",
                        contains(large.toString()))
                .body("items.findAll { it.table == 'reach-by-public-project' }.reason", contains("NEW"));
    }

    private static Observation of(UUID project) {
        return Observation.of("RR14").with("projectId", "\"" + project + "\"");
    }

    /** As of the instant, and without who is responsible, what was noted, and projects that are not public. */
    @Test
    void hasEmbeddingOfWhatIsPublic() {
        Api.record(Observation.of("RR13").reach(123));
        var shown = UUID.randomUUID();
        makePublic("RR13", Api.round("RR13", "r"), shown, "GM0363");
        recorded("/v1/embeddings", embedding("RR13", "the database", "2012-01-01", Map.of()));
        recorded("/v1/embeddings", embedding("RR13", "the database", "2010-01-01", Map.of()));
        var pilot = recorded(
                "/v1/embeddings",
                embedding(
                        "RR13",
                        "a pilot",
                        "2011-01-01",
                        Map.of("projectId", shown, "until", "2012-06-30", "language", "en")));
        Api.named("another", Role.REVIEWER)
                .post(pilot + "/correction-approval")
                .then()
                .statusCode(200);
        recorded("/v1/embeddings", embedding("RR13", "a wait", "2011-01-01", Map.of("projectId", shown)));
        recorded("/v1/embeddings", embedding("RR13", "a draft", "2011-01-01", Map.of("projectId", UUID.randomUUID())));
        recorded("/v1/embeddings", embedding("RR13", "a club", "2011-01-01", Map.of("organisationId", "CLUB")));
        var release = ReleaseTest.published("RR13", "");
        recorded("/v1/embeddings", embedding("RR13", "the database", "2013-01-01", Map.of()));
        var of = "'embedding-statements'";
        var review = review("RR13")
                .body(of + ".subject", contains("the database", "a pilot", "the database"))
                .body(of + ".statedOn", contains("2010-01-01", "2011-01-01", "2012-01-01"))
                .body(of + ".latest", contains(false, true, true))
                .body(of + ".language", contains("nl", "en", "nl"))
                .body(of + "[0].warnings", empty())
                .body(of + "[1].projectId", equalTo(shown.toString()))
                .body(of + "[1].until", equalTo("2012-06-30"))
                .body(of + "[1].warnings.code", contains("EMBEDDING_STALE", "EMBEDDING_ENDED"))
                .body(of + "[2].warnings.code", contains("EMBEDDING_STALE"))
                .extract()
                .asString();
        for (var hidden : List.of("a person", "a note", "a draft", "a wait", "a club", "CLUB", "2013-01-01")) {
            assertFalse(review.contains(hidden), hidden);
        }
        Api.anonymous()
                .get(release)
                .then()
                .body("tables.find { it.name == 'embedding-statements' }.report", equalTo("embeddings"));
        Api.anonymous().get(release + "/tables/embedding-statements/csv").then().statusCode(406);
    }

    private static Map<String, Object> lesson(String programme, String title) {
        return Map.of(
                "programme",
                programme,
                "kind",
                "CONCLUSION",
                "title",
                title,
                "language",
                "en",
                "place",
                Map.of("scope", "UNSPECIFIED"),
                "source",
                "a test");
    }

    private static Map<String, Object> embedding(
            String programme, String subject, String day, Map<String, Object> more) {
        var fields = new HashMap<String, Object>(more);
        fields.put("programme", programme);
        fields.put("subject", subject);
        fields.put("statedOn", day);
        fields.put("status", "SECURED");
        fields.put("responsible", "a person");
        fields.put("where", "a person");
        fields.put("note", "a note");
        fields.put("source", "a test");
        return fields;
    }

    private static void makePublic(String programme, String round, UUID project, String municipality) {
        var place = Map.of("scope", "MUNICIPAL", "municipalities", List.of(municipality));
        Api.take(
                Api.begin(Report.of(programme, round, project).saying("place", place)),
                "submission",
                "approval",
                "publication");
    }

    @Test
    void releaseOfBeforeHasNone() throws SQLException {
        Api.record(Observation.of("RR6").reach(123));
        money("1000.00");
        var release = ReleaseTest.prepare("RR6", "").statusCode(201).extract().header("Location");
        var id = release.substring(release.lastIndexOf('/') + 1);
        var names = "('" + LINE + "', 'money-by-destination-and-year', 'projects-by-funding-instrument',"
                + " 'printed-tables', 'findings-of-printed-tables', 'claims', 'public-projects', 'public-lessons',"
                + " 'embedding-statements', 'reach-by-public-project')";
        RowPolicies.asOwner("delete from release_cell where release_id = '" + id + "' and table_name in " + names
                + "; delete from release_table where release_id = '" + id + "' and name in " + names);
        ReleaseTest.publish(release).statusCode(200);
        review("RR6").statusCode(200).body("release.programme", equalTo("RR6")).body("keySet()", contains("release"));
        Api.anonymous().get(release).then().body("tables.name", not(hasItem("claims")));
        Api.anonymous().get(release + "/tables/claims").then().statusCode(404).body("allowed", not(hasItem("claims")));
    }

    @Test
    void nextReleaseListsWhatChangedOfThem() {
        Api.record(Observation.of("RR7").reach(123));
        money("1000.00");
        var first = ReleaseTest.published("RR7", "");
        ReleaseTest.publishedYesterday(first);
        money("2000.00");
        var release = ReleaseTest.prepare("RR7", "")
                .statusCode(201)
                .body("checks.code", not(hasItem("REASON_REQUIRED")))
                .extract()
                .header("Location");
        String name = Api.anonymous().get(first).then().extract().path("name");
        Api.analyst()
                .get(release + "/changes?since=" + name)
                .then()
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items.table.unique()", contains(LINE))
                .body("items.reason.unique()", contains("NEW"));
    }

    @Test
    void programmeWithoutBudgetHasNoMoney() {
        Api.record(Observation.of("RR8").reach(123));
        services.failMoney(400, "{\"violations\":[{\"name\":\"programme\",\"code\":\"UNKNOWN_VALUE\"}]}");
        ReleaseTest.published("RR8", "");
        review("RR8").body("'" + LINE + "'", empty()).body("'projects-by-funding-instrument'", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "500, {}, 503",
        "200, {}, 503",
        "200, nothing, 503",
        "400, '{\"violations\":[{\"name\":\"asOf\"}]}', 503",
        "403, {}, 403"
    })
    void noReleaseIsMadeWithoutMoney(int status, String body, int answer) {
        Api.record(Observation.of("RR9").reach(123));
        services.failMoney(status, body);
        ReleaseTest.prepare("RR9", "").statusCode(answer);
        Api.analyst().get("/v1/releases?programme=RR9").then().body("items", empty());
    }

    @Test
    void refusesWrongQuestions() {
        Api.record(Observation.of("RR10").reach(123));
        ReleaseTest.published("RR10", "");
        Api.anonymous()
                .get("/v1/released-reports/review?programme=RR10&by=year")
                .then()
                .statusCode(400)
                .body("violations.name", contains("by"));
        Api.anonymous()
                .get("/v1/released-reports/review?programme=RR10&release=2000-1")
                .then()
                .statusCode(404)
                .body("detail", containsString("2000-1"));
        Api.anonymous()
                .get("/v1/released-reports/review")
                .then()
                .statusCode(400)
                .body("violations.name", contains("programme"));
        Api.anonymous()
                .get("/v1/released-reports/review?programme=NONE")
                .then()
                .statusCode(404)
                .body("allowed", hasItems("RR10"));
    }

    private void money(String amount) {
        services.budget(
                line("1", "root", "All of it", "null", "\"" + amount + "\"", "5000.00") + ","
                        + line("2", "a;b", "A part", "\"1\"", "\"" + amount + "\"", "0.00"),
                "{\"destination\":\"Another = programme\",\"reason\":\"OTHER_PRIORITY\",\"years\":[{\"year\":2008,"
                        + "\"amount\":" + euros("20.00") + ",\"entries\":\"/v1/budget-entries?x\"}],\"total\":"
                        + euros("20.00") + ",\"entries\":\"/v1/budget-entries?x\"}",
                "{\"fundingInstrument\":\"SUBSIDY\",\"count\":53,\"described\":10,\"awards\":null,"
                        + "\"counted\":{\"best\":53,\"lowest\":50,\"highest\":56,\"approximate\":false,\"observations\":"
                        + "{\"exact\":0,\"approximate\":0,\"range\":1,\"atLeast\":0,\"vague\":0,\"notMeasured\":0}}}");
    }

    private static String line(String id, String code, String name, String parent, String amount, String rounding) {
        var amounts = "\"budgeted\":" + euros("2000.00") + ",\"reallocated\":null,\"spendable\":" + euros("2000.00")
                + ",\"committed\":null,\"available\":null,\"disbursed\":" + euros(amount.replace("\"", ""))
                + ",\"left\":null,\"rounding\":{\"budgeted\":" + euros("0.00")
                + ",\"reallocated\":null,\"spendable\":null,\"committed\":null,\"available\":null,\"disbursed\":"
                + euros(rounding) + ",\"left\":null},\"links\":{\"budgeted\":\"/v1/budget-entries?x\"}";
        return ("{\"lineId\":\"%s\",\"code\":\"%s\",\"name\":\"%s\",\"parentId\":%s,\"years\":[{\"year\":2008,%s}],"
                        + "\"total\":{%s}}")
                .formatted(id, code, name, parent, amounts, amounts);
    }

    private static String euros(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}";
    }

    private static List<Map<String, Object>> rows(String total) {
        return List.of(
                Map.of("label", "a", "cells", List.of("1")),
                Map.of("label", "b", "cells", List.of("2")),
                Map.of("label", "Totaal", "role", "TOTAL", "cells", List.of(total)));
    }

    private static String table(String programme, String code, String total) {
        return table(programme, code, total, null);
    }

    private static String table(String programme, String code, String total, String language) {
        var table = new HashMap<String, Object>();
        table.put("programme", programme);
        table.put("code", code);
        table.put("title", "A table");
        table.put("language", language);
        table.put("unit", "participants");
        table.put("decimalSign", ",");
        table.put("decimals", 0);
        table.put("columns", List.of(Map.of("label", "c0")));
        table.put("rows", rows(total));
        table.put("source", "a test");
        return created("/v1/published-tables", table);
    }

    private static Map<String, Object> reference(String report, String measure, String... row) {
        var fields = new ArrayList<Map<String, String>>();
        for (int i = 0; i < row.length; i += 2) {
            fields.add(Map.of("field", row[i], "value", row[i + 1]));
        }
        return Map.of("report", report, "measure", measure, "row", fields);
    }

    private static String claim(String programme, String code, int stated, String unit, Map<String, Object> first) {
        return created(
                "/v1/claims",
                Map.of(
                        "programme", programme,
                        "code", code,
                        "statement", "So many.",
                        "comparison", "VALUE",
                        "relation", "EQUAL",
                        "stated", stated,
                        "unit", unit,
                        "first", first,
                        "source", "a test"));
    }

    private static void accept(String programme, String name, String reason) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        created(
                "/v1/finding-acceptances",
                Map.of("programme", programme, "findingId", id.toString(), "reason", reason));
    }

    private static String created(String path, Map<String, Object> body) {
        return created(Api.analyst(), path, body);
    }

    private static String recorded(String path, Map<String, Object> body) {
        return created(Api.researcher(), path, body);
    }

    private static String created(RequestSpecification caller, String path, Map<String, Object> body) {
        return caller.body(body).post(path).then().statusCode(201).extract().header("Location");
    }

    private static ValidatableResponse review(String programme) {
        return Api.anonymous()
                .get("/v1/released-reports/review?programme=" + programme)
                .then();
    }
}
