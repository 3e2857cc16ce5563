package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.book;
import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.databases.InFlightWrite;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of policy review 25.1, lines 1200-1248, in millions of euros. */
@FundingServiceTest
class BudgetStatisticsTest {
    private static final String NONE = "";
    private static final String UNLIKE_PROJECTS = """
            select programme, funding_instrument from (
                select programme, coalesce(funding_instrument, '') as funding_instrument, count(*) as projects
                from project group by 1, 2) recounted
            full join (select * from project_count where projects <> 0) kept using (programme, funding_instrument)
            where recounted.projects is distinct from kept.projects
            """;

    @Inject
    DataSource database;

    @Test
    void actionPlanMatchesFiguresOfReview() {
        var programme = actionPlan();
        statistics(programme)
                .body("rows.code", contains("plan", "scan", "areas", "expertise", "specific"))
                .body("rows[0].years.year", contains(2008, 2009, 2010, 2011))
                .body("rows[0].years.budgeted.amount", amounts("10", "6", "6", "6"))
                .body("rows[0].years.reallocated.amount", amounts("7.26", "1.2", "0.73", "4.35"))
                .body("rows[0].years.spendable.amount", amounts("2.74", "4.8", "5.27", "1.65"))
                .body("rows[0].years.disbursed.amount", amounts("2.74", "4.8", "5.27", "1.65"))
                .body("rows[0].years.left.amount", amounts("0", "0", "0", "0"))
                .body("rows[0].parentId", nullValue())
                .body("rows[0].total.budgeted.amount", equalTo(million("28")))
                .body("rows[0].total.reallocated.amount", equalTo(million("13.54")))
                .body("rows[0].total.spendable.amount", equalTo(million("14.46")))
                .body("rows[0].total.disbursed.amount", equalTo(million("14.46")))
                .body("rows[0].total.left.amount", equalTo("0.00"));
    }

    @Test
    void spendableIsNullBelowReallocations() {
        statistics(actionPlan())
                .body("rows[1].years.year", contains(2008, 2009, 2010, 2011))
                .body("rows[1].years.budgeted.amount", amounts("1", "0.2", "0.2", "0.2"))
                .body("rows[1].years.collect { it.disbursed?.amount }", contains(million("0.08"), null, null, null))
                .body("rows[1].years.spendable", contains(nullValue(), nullValue(), nullValue(), nullValue()))
                .body("rows[1].total.budgeted.amount", equalTo(million("1.6")))
                .body("rows[1].total.disbursed.amount", equalTo(million("0.08")))
                .body("rows[1].total.reallocated", nullValue())
                .body("rows[1].total.spendable", nullValue())
                .body("rows[1].total.left", nullValue());
    }

    @Test
    void listsReallocationsByDestination() {
        statistics(actionPlan())
                .body("reallocations.destination", contains("bicycles", "pilots", "other programme", "cuts", "margin"))
                .body("reallocations[2].years.year", contains(2008, 2009, 2010, 2011))
                .body(
                        "reallocations[2].years.collect { it.amount?.amount }",
                        contains(million("-0.49"), million("0.85"), million("0.65"), null))
                .body("reallocations[2].total.amount", equalTo(million("1.01")))
                .body("reallocations[2].reason", equalTo("TRANSFER"));
    }

    @Test
    void projectsAreCountedByTalliesAndDescribedByRecords() {
        var programme = programme();
        tally(programme, "SUBSIDY", 25);
        tally(programme, "DECENTRALISATION_GRANT", 50);
        tally(programme, "DECENTRALISATION_GRANT", 3);
        project(programme, "one", "");
        project(programme, "two", "");
        project(programme, "three", ",\"fundingInstrument\":\"PRIZE\"");
        statistics(programme)
                .body("projects.fundingInstrument", contains("DECENTRALISATION_GRANT", "SUBSIDY", "PRIZE", null))
                .body("projects.count", contains(53, 25, null, null))
                .body("projects.described", contains(0, 0, 1, 2))
                .body("rows", empty());
    }

    @Test
    void projectIsCountedUnderTheInstrumentThatItHasNow() throws Exception {
        var programme = programme();
        var changed = project(programme, "one", "");
        project(programme, "two", "");
        Api.changing(officer(), "\"0\"")
                .body("{\"fundingInstrument\":\"PRIZE\"}")
                .patch("/v1/projects/" + changed)
                .then()
                .statusCode(200);
        statistics(programme)
                .body("projects.fundingInstrument", contains("PRIZE", null))
                .body("projects.described", contains(1, 1));
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var wrong = statement.executeQuery(UNLIKE_PROJECTS)) {
            assertFalse(wrong.next(), "a count that its projects do not come to");
        }
    }

    @Test
    void distinguishesNoEntryFromZeroSum() {
        var programme = programme();
        var root = line(programme, "root", null, false);
        var budgeted = book(Entry.budgeted(programme, root, 2008, "5.00"));
        book(Entry.budgeted(programme, root, 2008, "-5.00").correcting(budgeted));
        book(Entry.disbursed(programme, root, 2010, "2.00"));
        book(Entry.committed(programme, root, 2012, "2.00"));
        statistics(programme)
                .body("rows[0].years.year", contains(2008, 2010, 2012))
                .body("rows[0].years.collect { it.budgeted?.amount }", contains("0.00", null, null))
                .body("rows[0].years.collect { it.spendable?.amount }", contains("0.00", null, null))
                .body("rows[0].years.collect { it.disbursed?.amount }", contains(null, "2.00", null))
                .body("rows[0].years.collect { it.left?.amount }", contains("0.00", "-2.00", null))
                .body("rows[0].years.reallocated", contains(nullValue(), nullValue(), nullValue()))
                .body("rows[0].total.left.amount", equalTo("-2.00"));
    }

    @Test
    void revisionGrowsOnlyWithChanges() {
        var programme = programme();
        var root = line(programme, "root", null, false);
        var before = revision(programme);
        statistics(programme).body("revision", equalTo(before));
        var late = Entry.disbursed(programme, root, 3000, "1.00");
        Api.post(late).then().statusCode(400);
        statistics(programme).body("revision", equalTo(before));
        book(Entry.budgeted(programme, root, 2010, "1.00"));
        statistics(programme).body("revision", not(equalTo(before)));
        var booked = revision(programme);
        project(programme, "p", "");
        statistics(programme).body("revision", not(equalTo(booked)));
    }

    @Test
    void linksEachCellToItsEntries() {
        var answer = statistics(actionPlan());
        var rows = answer.extract().<List<Map<String, Object>>>path("rows");
        for (var row : rows) {
            var cells = new ArrayList<Map<String, Object>>(list(row, "years"));
            cells.add(map(row, "total"));
            cells.forEach(BudgetStatisticsTest::assertLinksToItsEntries);
        }
        for (var row : answer.extract().<List<Map<String, Object>>>path("reallocations")) {
            assertEquals(map(row, "total").get("amount"), sumOf((String) row.get("entries"), 1));
        }
    }

    private static void assertLinksToItsEntries(Map<String, Object> cell) {
        var links = map(cell, "links");
        for (var figure : List.of("budgeted", "reallocated", "spendable", "disbursed", "left")) {
            var amount = cell.get(figure);
            assertEquals(amount == null, links.get(figure) == null, figure);
            if (amount != null) {
                var sum = sumOf(
                        (String) links.get(figure), List.of("spendable", "left").contains(figure) ? -1 : 1);
                assertEquals(map(cell, figure).get("amount"), sum, figure);
            }
        }
    }

    /** What the entries behind a link come to, all but what was budgeted with this sign. */
    private static String sumOf(String link, int sign) {
        var sum = BigDecimal.ZERO.setScale(2);
        var entries = manager()
                .urlEncodingEnabled(false)
                .get(link + "&pageSize=200")
                .then()
                .statusCode(200)
                .extract();
        for (var entry : entries.<List<Map<String, Object>>>path("items")) {
            var amount = new BigDecimal(map(entry, "amount").get("amount").toString());
            sum = sum.add(entry.get("kind").equals("BUDGETED") || sign > 0 ? amount : amount.negate());
        }
        return sum.toPlainString();
    }

    @Test
    void returnsDifferenceThatRoundingExplains() {
        var programme = programme();
        var root = line(programme, "root", null, false);
        var part = line(programme, "part", root, false);
        book(Entry.budgeted(programme, root, 2008, "30000.00").with("roundedTo", euro("10000.00")));
        book(Entry.budgeted(programme, part, 2008, "0.05").with("roundedTo", euro("0.05")));
        book(Entry.reallocated(programme, root, 2008, "100.00", "x").with("roundedTo", euro("100.00")));
        book(Entry.disbursed(programme, part, 2008, "0.00").with("belowThreshold", euro("4000.00")));
        book(Entry.disbursed(programme, part, 2009, "7.00"));
        statistics(programme)
                .body("rows[0].years[0].rounding.budgeted.amount", equalTo("5000.03"))
                .body("rows[0].years[0].rounding.reallocated.amount", equalTo("50.00"))
                .body("rows[0].years[0].rounding.spendable.amount", equalTo("5050.03"))
                .body("rows[0].years[0].rounding.disbursed.amount", equalTo("4000.00"))
                .body("rows[0].years[0].rounding.left.amount", equalTo("9050.03"))
                .body("rows[0].years[1].rounding.disbursed.amount", equalTo("0.00"))
                .body("rows[0].years[1].rounding.budgeted", nullValue())
                .body("rows[0].total.rounding.left.amount", equalTo("9050.03"))
                .body("rows[1].years[0].rounding.budgeted.amount", equalTo("0.03"))
                .body("rows[1].years[0].rounding.left", nullValue());
    }

    @Test
    void capsRoundingBoundAtLargestAmount() {
        var programme = programme();
        var root = line(programme, "root", null, false);
        for (int i = 0; i < 3; i++) {
            book(Entry.budgeted(programme, root, 2008, "1.00").with("roundedTo", euro("999999999999.99")));
        }
        statistics(programme).body("rows[0].total.rounding.budgeted.amount", equalTo("999999999999.99"));
    }

    private static String euro(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> parent, String name) {
        return (List<Map<String, Object>>) parent.get(name);
    }

    @Test
    void hasNoRowsWithoutLines() {
        statistics(programme())
                .body("rows", empty())
                .body("reallocations", empty())
                .body("projects", empty());
    }

    /** Also two that are there: each sum is of one. */
    @ParameterizedTest
    @ValueSource(strings = {"budget-statistics", "budget-statistics/projects", "funding-quality", "condition-coverage"})
    void rejectsSumOfUnknownProgramme(String path) {
        var known = programme();
        Api.as(Role.ANALYST).get("/v1/" + path + "?programme=" + known).then().statusCode(200);
        for (var unknown : new String[] {"NONE", known + "," + programme()}) {
            Api.as(Role.ANALYST)
                    .get("/v1/" + path + "?programme=" + unknown)
                    .then()
                    .statusCode(400)
                    .body("violations.name", contains("programme"))
                    .body("violations.code", contains("UNKNOWN_VALUE"))
                    .body("violations[0].parameters.value", equalTo(unknown))
                    .body("violations[0].parameters.allowed", Api.allowsProgrammes(known));
        }
    }

    private static String actionPlan() {
        var programme = programme();
        var plan = line(programme, "plan", null, true);
        var first = 2008;
        for (var budget : new String[][] {
            {"scan", "1", "0.2", "0.2", "0.2"},
            {"areas", "5", "4", "4", "4"},
            {"expertise", "2", "0.8", "0.8", "0.8"},
            {"specific", "2", "1", "1", "1"}
        }) {
            var line = positioned(programme, budget[0], plan);
            years(budget, (year, amount) -> book(Entry.budgeted(programme, line, first + year, amount)));
        }
        reallocate(programme, plan, first);
        for (var paid : new String[][] {
            {"scan", "0.08", NONE, NONE, NONE},
            {"areas", "2.12", "4.05", "4.65", "1.1"},
            {"expertise", "0.41", "0.52", "0.47", "0.47"},
            {"specific", "0.13", "0.23", "0.15", "0.08"}
        }) {
            var line = lineOf(programme, paid[0]);
            years(paid, (year, amount) -> book(Entry.disbursed(programme, line, first + year, amount)));
        }
        return programme;
    }

    private static void reallocate(String programme, String plan, int first) {
        for (var gone : new String[][] {
            {"bicycles", "0.8", NONE, NONE, NONE},
            {"pilots", "1.1", NONE, NONE, NONE},
            {"other programme", "-0.49", "0.85", "0.65", NONE},
            {"cuts", "2.55", NONE, "0.08", "4.28"},
            {"margin", "3.3", "0.35", NONE, "0.07"}
        }) {
            years(gone, (year, amount) -> book(Entry.reallocated(programme, plan, first + year, amount, gone[0])));
        }
    }

    private interface Booking {
        void book(int year, String amount);
    }

    private static void years(String[] row, Booking booking) {
        for (int year = 0; year < 4; year++) {
            if (!row[year + 1].isEmpty()) {
                booking.book(year, million(row[year + 1]));
            }
        }
    }

    /** A write of before the moment that has not ended yet is waited for, so that a release of the moment has it. */
    @Test
    void waitsForWritesThatBeganBefore() throws SQLException {
        var programme = programme();
        var root = line(programme, "root", null, false);
        try (var write =
                InFlightWrite.of("insert into budget_entry (id, programme, line_id, year, kind, currency, amount,"
                        + " source, created_at, created_by) values (gen_random_uuid(), '" + programme + "', '" + root
                        + "', 2010, 'BUDGETED', 'EUR', 5, 's', clock_timestamp(), 'x'); insert into budget_sum (programme,"
                        + " line_id, year, kind, destination, reallocation_reason, entries, amount, rounded_to,"
                        + " below_threshold, first_booked_at) select programme, line_id, year, kind, '', '', 1, amount, 0, 0,"
                        + " created_at from budget_entry where line_id = '" + root + "'")) {
            var asOf = Instant.now();
            // Of a moment longer ago nothing more can come.
            statistics(programme + "&asOf=" + asOf.minusSeconds(60));
            write.endWhenAwaitedBy(() -> statistics(programme + "&asOf=" + asOf))
                    .body("rows[0].total.budgeted.amount", equalTo("5.00"));
        }
    }

    @Test
    void showsWhatWasRecordedThen() {
        var programme = Api.programme();
        Grants.organisations();
        var root = Api.line(programme, "root", null, true);
        Api.book(Entry.budgeted(programme, root, 2010, "100.00"));
        var award = Grants.subsidy(programme, "1", "40.00", root);
        var then = Instant.now();
        Grants.subsidy(programme, "2", "30.00", root);
        Grants.revoke(award).then().statusCode(200);
        statistics(programme + "&asOf=" + then)
                .body("rows[0].total.committed.amount", equalTo("40.00"))
                .body("rows[0].total.available.amount", equalTo("60.00"))
                .body("projects.awards", contains(1));
        statistics(programme)
                .body("rows[0].total.committed.amount", equalTo("30.00"))
                .body("rows[0].total.available.amount", equalTo("70.00"))
                .body("projects.awards", contains(1));
        statistics(programme + "&asOf=2000-01-01T00:00:00Z")
                .body("rows[0].total.committed", nullValue())
                .body("projects", empty());
    }

    @Test
    void awardOfTallyIsNotCountedTwice() {
        var programme = Api.programme();
        Grants.organisations();
        tally(programme, "SUBSIDY", 25);
        var tally = officer().get("/v1/award-tallies?programme=" + programme).<String>path("items[0].id");
        Grants.award(programme, "1", "SUBSIDY", "1.00", ",\"includedIn\":\"" + tally + "\"");
        var second = Grants.award(programme, "2", "SUBSIDY", "1.00", "");
        var before = revision(programme);
        Api.changing(officer(), Grants.get(second).header("ETag"))
                .body("{\"includedIn\":\"" + tally + "\"}")
                .patch("/v1/awards/" + second)
                .then()
                .statusCode(200)
                .body("includedIn", equalTo(tally));
        assertNotEquals(before, revision(programme));
        statistics(programme).body("projects.awards", contains(0));
        Grants.award(programme, "4", "SUBSIDY", "1.00", "");
        Refusals.unknown(Grants.postAward(
                Grants.json(programme, "3", "DECENTRALISATION_GRANT", "1.00", ",\"includedIn\":\"" + tally + "\"")));
        statistics(programme).body("projects.count", contains(25)).body("projects.awards", contains(1));
    }

    @Test
    void linksOfEarlierMomentLeadToWhatWasBookedThen() {
        var programme = Api.programme();
        var root = Api.line(programme, "root", null, true);
        Api.book(Entry.budgeted(programme, root, 2010, "100.00"));
        Api.book(Entry.reallocated(programme, root, 2010, "10.00", "elsewhere"));
        Api.book(Entry.disbursed(programme, root, 2010, "20.00"));
        var waiting = Api.post(Entry.disbursed(programme, root, 2010, "30.00")).<String>path("id");
        var then = Instant.now();
        assertLinksToItsEntries(statistics(programme).extract().path("rows[0].total"));
        Api.release(waiting).then().statusCode(200);
        Api.book(Entry.budgeted(programme, root, 2010, "7.00"));
        Api.book(Entry.reallocated(programme, root, 2010, "1.00", "elsewhere"));
        statistics(programme).body("rows[0].total.disbursed.amount", equalTo("50.00"));
        var answer = statistics(programme + "&asOf=" + then)
                .body("rows[0].total.budgeted.amount", equalTo("100.00"))
                .body("rows[0].total.disbursed.amount", equalTo("20.00"))
                .body("rows[0].total.left.amount", equalTo("70.00"))
                .extract();
        assertLinksToItsEntries(answer.path("rows[0].total"));
        assertLinksToItsEntries(answer.path("rows[0].years[0]"));
        assertEquals("10.00", sumOf(answer.path("reallocations[0].entries"), 1));
        assertEquals("10.00", sumOf(answer.path("reallocations[0].years[0].entries"), 1));
    }

    private static int position;

    // Positions go up as lines are made, against the alphabet, so that they and not the codes make the order.
    private static String positioned(String programme, String code, String parent) {
        return manager()
                .body("{\"programme\":\"%s\",\"code\":\"%s\",\"name\":\"n\",\"parentId\":\"%s\",\"position\":%d}"
                        .formatted(programme, code, parent, position++))
                .post("/v1/budget-lines")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String lineOf(String programme, String code) {
        return manager()
                .get("/v1/budget-lines?programme=" + programme)
                .then()
                .extract()
                .path("items.find { it.code == '" + code + "' }.id");
    }

    private static void tally(String programme, String instrument, int count) {
        officer()
                .body("""
                        {"programme":"%s","fundingInstrument":"%s","source":"s","count":{"kind":"EXACT","value":%d},\
                        "period":{"from":"2007-01-01","until":"2012-01-01"}}""".formatted(programme, instrument, count))
                .post("/v1/award-tallies")
                .then()
                .statusCode(201);
    }

    private static String project(String programme, String code, String more) {
        return officer()
                .body("{\"programme\":\"%s\",\"code\":\"%s\",\"name\":\"n\",\"source\":\"s\"%s}"
                        .formatted(programme, code, more))
                .post("/v1/projects")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse statistics(String programme) {
        return manager()
                .get("/v1/budget-statistics?programme=" + programme)
                .then()
                .statusCode(200);
    }

    private static String revision(String programme) {
        return statistics(programme).extract().path("revision");
    }

    private static Matcher<Iterable<? extends String>> amounts(String... millions) {
        var expected = new String[millions.length];
        for (int i = 0; i < millions.length; i++) {
            expected[i] = million(millions[i]);
        }
        return contains(expected);
    }

    private static String million(String millions) {
        return new BigDecimal(millions).movePointRight(6).setScale(2).toPlainString();
    }
}
