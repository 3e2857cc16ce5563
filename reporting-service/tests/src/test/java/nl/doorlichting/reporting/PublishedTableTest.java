package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportingServiceTest
class PublishedTableTest {
    private static final String TABLES = "/v1/published-tables";

    @Test
    void keepsCellsAsPrinted() {
        var path = create(table("kept", "T", row("a", "1", "0 4"), total("2", "x")));

        Api.reviewer()
                .get(path)
                .then()
                .statusCode(200)
                .body("rows[0].cells", contains("1", "0 4"))
                .body("rows[1].role", equalTo("TOTAL"))
                .body("roundedTo", nullValue())
                .body("emptyBelowThreshold", equalTo(false));
        Api.analyst().get(TABLES + "?programme=kept").then().statusCode(200).body("items.code", contains("T"));
        Api.analyst().get(TABLES + "/csv?programme=kept").then().statusCode(200);
        Api.analyst()
                .body(table("kept", "t", row("a", "1", "2")))
                .post(TABLES)
                .then()
                .statusCode(409);
    }

    @Test
    void findsNothingWhereTableAddsUp() {
        var path = create(table("whole", "T", row("a", "1", "2"), row("b", "3", "4"), total("4", "6")));

        Api.analyst()
                .get(path + "/audit")
                .then()
                .statusCode(200)
                .body("sumsChecked", equalTo(2))
                .body("findings", empty())
                .body("explained", empty());
    }

    @Test
    void proposesRepairThatMendsTableAndTheOneThatItIsPartOf() {
        create(table("parts", "WHOLE", row("a", "12", "30"), row("b", "5", "5"), total("17", "35")));
        var parts = new HashMap<>(table("parts", "PARTS", row("a1", "21", "20"), row("a2", "9", "10")));
        parts.put("columns", List.of(Map.of("label", "c0"), Map.of("label", "c1")));
        parts.put(
                "identities",
                List.of(Map.of(
                        "name",
                        "a",
                        "terms",
                        List.of(Map.of("table", "PARTS"), Map.of("table", "WHOLE", "row", "a", "subtracted", true)))));
        var path = create(parts);

        Api.analyst()
                .get(path + "/audit")
                .then()
                .statusCode(200)
                .body("findings", hasSize(1))
                .body("findings[0].kind", equalTo("SUM_DIFFERS"))
                .body("findings[0].sums[0].kind", equalTo("IDENTITY"))
                .body("findings[0].sums[0].difference", equalTo(18));
    }

    @Test
    void refusesWhatIsNoTableWithAllViolationsTogether() {
        var ragged =
                new HashMap<>(table("bad", "T", row("a", "1"), total("1", "2"), total("1", "2"), row("b", "1.5", "2")));

        Api.analyst()
                .body(ragged)
                .post(TABLES)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/rows/0/cells", "/rows/2/role", "/rows/3/cells/0"))
                .body("violations.code", contains("OUT_OF_RANGE", "NOT_ALLOWED", "NOT_ALLOWED"));
        var wide = new HashMap<>(table("bad", "T", row("a", "1", "2")));
        wide.put("columns", columns(101));
        Api.analyst()
                .body(wide)
                .post(TABLES)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/columns", "/rows/0/cells"));
        wide.put("columns", columns(10_000));
        Api.analyst()
                .body(wide)
                .post(TABLES)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/columns"))
                .body("violations.code", contains("TOO_COMPLEX"));
        Api.analyst().get(TABLES + "?programme=bad").then().body("items", empty());
    }

    @Test
    void takesCellsAsCsv() {
        var csv = new HashMap<String, Object>(table("lines", "T"));
        csv.keySet().removeAll(List.of("columns", "rows"));
        csv.put("totalRow", "Totaal");
        csv.put("csv", ",2008,2009\na,\"1.000\",2\nTotaal,1.000,2\n");
        var path = Api.analyst()
                .body(csv)
                .post(TABLES + "/from-csv")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Api.analyst()
                .get(path)
                .then()
                .body("columns.label", contains("2008", "2009"))
                .body("rows[0].cells", contains("1.000", "2"))
                .body("rows[1].role", equalTo("TOTAL"));
        csv.put("code", "S");
        csv.put("csv", ";2008;2009\na;1,5;2\nTotaal;1,5;2\n");
        var semicolons = Api.analyst()
                .body(csv)
                .post(TABLES + "/from-csv")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Api.analyst()
                .get(semicolons)
                .then()
                .body("columns.label", contains("2008", "2009"))
                .body("rows[0].cells", contains("1,5", "2"));
        csv.put("code", "U");
        csv.put("csv", ",2008,2009\na,1\nTotaal,1,2\nTotaal,1,2\n");
        Api.analyst()
                .body(csv)
                .post(TABLES + "/from-csv")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/csv", "/csv"))
                .body("violations.code", contains("NOT_ALLOWED", "OUT_OF_RANGE"))
                .body("violations.parameters.line", contains(4, 2))
                .body("violations.detail", contains(startsWith("Line 4: "), startsWith("Line 2: ")));
        csv.put("csv", ",2008,2009\n\n\"a\nb\",1,2\nc,1," + "9".repeat(101) + "\nTotaal,1,2\n");
        Api.analyst()
                .body(csv)
                .post(TABLES + "/from-csv")
                .then()
                .statusCode(400)
                .body("violations.parameters.line", contains(5));
        csv.put("csv", ",2008,Sum\na,1,1\nTotaal,1,9\n");
        csv.put("totalRow", "Total");
        csv.put("totalColumn", "Totaal");
        Api.analyst()
                .body(csv)
                .post(TABLES + "/from-csv")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/totalColumn", "/totalRow"))
                .body("violations.code", contains("UNKNOWN_VALUE", "UNKNOWN_VALUE"));
    }

    /** A reader of CSV takes all that follows for text of the row, and the table for one of fewer rows. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                ",2008,\"2009;a,1,2;Totaal,1,2 | 1 | closed nowhere",
                ",2008,2009;a,1,\"2;Totaal,1,2 | 2 | closed nowhere",
                ",2008,2009;a,1,2;Totaal,1,\"2 | 3 | closed nowhere",
                ",2008,2009;a,1,\"1.000;Totaal,1,\"1.000\" | 2 | not well-formed",
            })
    void namesLineWithQuoteThatIsNotClosed(String rows, int line, String why) {
        var csv = new HashMap<String, Object>(table("quotes", "T"));
        csv.keySet().removeAll(List.of("columns", "rows"));
        for (var end : List.of("", "\n")) {
            csv.put("csv", rows.replace(';', '\n') + end);
            Api.analyst()
                    .body(csv)
                    .post(TABLES + "/from-csv")
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/csv"))
                    .body("violations.code", contains("WRONG_FORMAT"))
                    .body("violations.parameters", contains(Map.of("line", line)))
                    .body("violations.detail", contains(startsWith("Line " + line + ": ")))
                    .body("violations.detail", contains(containsString(why)));
        }
    }

    /** What follows the quote is not known, and what stands before it is. */
    @Test
    void reportsLinesBeforeQuoteThatIsNotClosed() {
        var csv = new HashMap<String, Object>(table("quotes", "T"));
        csv.keySet().removeAll(List.of("columns", "rows", "title"));
        csv.put("csv", ",2008,2008\na,1\n" + "b".repeat(301) + ",1,2.5\nc,1,\"2\nTotaal,1,2\n");
        csv.put("totalRow", "Totaal");
        csv.put("totalColumn", "Total");
        Api.analyst()
                .body(csv)
                .post(TABLES + "/from-csv")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/csv", "/csv", "/csv", "/csv", "/csv", "/title", "/totalColumn"))
                .body(
                        "violations.findAll { it.pointer == '/csv' }.collect { it.code + ' ' + it.parameters.line }",
                        containsInAnyOrder(
                                "NOT_ALLOWED 1",
                                "OUT_OF_RANGE 2",
                                "NOT_ALLOWED 3",
                                "OUT_OF_RANGE 3",
                                "WRONG_FORMAT 4"));
    }

    @Test
    void refusesTableWithoutColumnsAsOneThatLacksThem() {
        var none = new HashMap<>(table("no-columns", "T"));
        none.put("columns", List.of());
        none.put("rows", List.of());
        Api.analyst()
                .body(none)
                .post(TABLES)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/columns", "/rows"))
                .body("violations.code", contains("REQUIRED", "REQUIRED"));
    }

    @Test
    void refusesIdentityThatCanNeverBeChecked() {
        create(table("identities", "KNOWN", row("a", "1", "2"), row("b", "3", "4")));
        var wrong = new HashMap<>(table("identities", "T", row("a", "1", "2"), row("x", "1", "2")));
        wrong.put(
                "identities",
                List.of(
                        identity(Map.of("table", "UNKNOWN"), Map.of("table", "T")),
                        identity(Map.of("table", "KNOWN", "row", "c"), Map.of("table", "T", "row", "x")),
                        identity(
                                Map.of("table", "KNOWN", "group", "g"), Map.of("table", "T", "group", "g", "row", "x")),
                        identity(
                                Map.of("table", "T", "row", "x"),
                                Map.of("table", "KNOWN"),
                                Map.of("table", "T", "row", "x", "subtracted", true))));
        Api.analyst()
                .body(wrong)
                .post(TABLES)
                .then()
                .statusCode(400)
                .body(
                        "violations.pointer",
                        contains(
                                "/identities/0/terms/0/table",
                                "/identities/1/terms/0/row",
                                "/identities/2/terms/0/group",
                                "/identities/2/terms/1/row",
                                "/identities/3/terms/2"))
                .body(
                        "violations.code",
                        contains(
                                "REFERENCE_UNKNOWN", "UNKNOWN_VALUE", "UNKNOWN_VALUE", "UNKNOWN_VALUE", "NOT_ALLOWED"));
        wrong.put("identities", List.of(identity(Map.of("table", "UNKNOWN"), Map.of("table", "T"))));
        Api.analyst()
                .body(wrong)
                .post(TABLES)
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"))
                .body("violations.code", contains("REFERENCE_UNKNOWN"));
        wrong.put("columns", List.of(Map.of("label", "2008"), Map.of("label", "2009")));
        wrong.put("identities", List.of(identity(Map.of("table", "KNOWN"), Map.of("table", "T"))));
        Api.analyst()
                .body(wrong)
                .post(TABLES)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/identities/0/terms"));
        Api.analyst().get(TABLES + "?programme=identities").then().body("items.code", contains("KNOWN"));
    }

    /** A part less one of its rows is what the others are. */
    @Test
    void checksSumLessOneOfItsRows() {
        var table = new HashMap<>(table("less", "T", row("a", "1", "2"), row("b", "3", "4"), row("rest", "3", "9")));
        table.put(
                "rows",
                List.of(
                        Map.of("label", "a", "group", "g", "cells", List.of("1", "2")),
                        Map.of("label", "b", "group", "g", "cells", List.of("3", "4")),
                        Map.of("label", "rest", "role", "APART", "cells", List.of("3", "9"))));
        table.put(
                "identities",
                List.of(identity(
                        Map.of("table", "T", "group", "g"),
                        Map.of("table", "T", "row", "a", "subtracted", true),
                        Map.of("table", "T", "row", "rest", "subtracted", true))));
        Api.analyst()
                .get(create(table) + "/audit")
                .then()
                .body("sumsChecked", equalTo(2))
                .body("findings.sums.flatten().line", contains("i / c1"));
    }

    /** Without the row that it named, an identity says nothing. */
    @Test
    void doesNotCheckIdentityWhoseRowIsGone() {
        var other = create(table("gone", "OTHER", row("a", "1", "2")));
        var table = new HashMap<>(table("gone", "T", row("a", "1", "2")));
        table.put(
                "identities",
                List.of(identity(
                        Map.of("table", "T", "row", "a"), Map.of("table", "OTHER", "row", "a", "subtracted", true))));
        var path = create(table);
        Api.analyst().get(path + "/audit").then().body("sumsChecked", equalTo(2));
        Api.analyst()
                .body(Map.of("reason", "misread", "rows", List.of(row("b", "1", "2"))))
                .post(other + "/corrections")
                .then()
                .statusCode(201);
        Api.analyst()
                .get(path + "/audit")
                .then()
                .body("sumsChecked", equalTo(0))
                .body("findings", empty())
                .body("danglingIdentities", contains("i"));
        // The finding does not hold back what is another table's.
        Api.analyst()
                .body(Map.of("reason", "It is another document's."))
                .post(other + "/withdrawal")
                .then()
                .statusCode(200);
        Api.analyst().get(path + "/audit").then().body("danglingIdentities", contains("i"));
        Api.analyst()
                .get("/v1/reporting-quality?programme=gone")
                .then()
                .statusCode(200)
                .body("audits.danglingIdentities", contains(List.of("i")));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Map<String, Object> identity(Map<String, Object>... terms) {
        return Map.of("name", "i", "terms", List.of(terms));
    }

    @Test
    void correctsTableByVersionOfWhatChanges() {
        var path = create(table("corrected", "T", row("a", "1", "2"), total("1", "3")));
        var first = Instant.now();

        Api.analyst()
                .body(Map.of(
                        "reason", "The row was typed wrong.", "rows", List.of(row("a", "1", "3"), total("1", "3"))))
                .post(path + "/corrections")
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("title", equalTo("A table"))
                .body("rows[0].cells", contains("1", "3"));
        Api.analyst().get(path + "/audit").then().body("findings", empty());
        Api.analyst()
                .get(TABLES + "?programme=corrected&code=T&asOf=" + first)
                .then()
                .statusCode(200)
                .body("items.version", contains(1))
                .body("items[0].rows[0].cells", contains("1", "2"))
                .body("items[0].allowedActions", empty());
        Api.analyst()
                .get(TABLES + "?programme=corrected&code=T&asOf=2011-01-01T00:00:00Z")
                .then()
                .body("items", empty());
        Api.analyst().get(TABLES + "?programme=corrected&code=U").then().body("items", empty());
        Api.analyst()
                .get(path + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(1, 2))
                .body("items.reason", contains(null, "The row was typed wrong."))
                .body("items[0].rows[0].cells", contains("1", "2"));
        Api.reviewer()
                .get(TABLES + "?programme=corrected&asOf=" + first)
                .then()
                .body("items.version", contains(1))
                .body("items[0].rows[0].cells", contains("1", "2"))
                .body("items[0].allowedActions", empty());
        Api.analyst().get(path + "?asOf=" + first).then().body("version", equalTo(1));
        Api.analyst().get(path + "?asOf=2011-01-01T00:00:00Z").then().statusCode(404);
        Api.analyst()
                .body(Map.of("reason", "x", "rows", List.of(row("a", "1"))))
                .post(path + "/corrections")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/rows/0/cells"));
        Api.analyst()
                .body(Map.of("reason", "x", "code", "U"))
                .post(path + "/corrections")
                .then()
                .statusCode(400)
                .body("violations.code", contains("UNKNOWN_FIELD"));
    }

    @Test
    void withdrawsTableForGood() {
        var path = create(table("withdrawn", "T", row("a", "1", "2"), total("1", "2")));

        Api.analyst()
                .body(Map.of("reason", "It is another document's."))
                .post(path + "/withdrawal")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(true))
                .body("allowedActions", empty());
        Api.analyst()
                .get(TABLES + "?programme=withdrawn&withdrawn=false")
                .then()
                .body("items", empty());
        Api.analyst().get(path + "/audit").then().statusCode(404);
        Api.analyst()
                .body(Map.of("reason", "x"))
                .post(path + "/corrections")
                .then()
                .statusCode(409);
    }

    @Test
    void isReadWithoutTokenOncePublished() {
        var path = create(table("public-tables", "T", row("Jongeren", "1", "2"), total("1", "2")));
        var inCatalogue = "/v1/catalogue/" + path.substring(path.lastIndexOf('/') + 1);

        Api.anonymous().get(inCatalogue).then().statusCode(404);
        Api.analyst().post(path + "/publication").then().statusCode(403);
        Api.reviewer()
                .post(path + "/publication")
                .then()
                .statusCode(200)
                .body("published", equalTo(true))
                .body("etag", equalTo("\"1p\""));
        Api.reviewer().post(path + "/publication").then().statusCode(409);
        Api.anonymous()
                .get(inCatalogue)
                .then()
                .statusCode(200)
                .body("kind", equalTo("PUBLISHED_TABLE"))
                .body("text", containsString("Jongeren | 1 | 2\n"));
        Api.analyst()
                .body(Map.of("reason", "x", "title", "Another title"))
                .post(path + "/corrections")
                .then()
                .statusCode(201)
                .body("published", equalTo(false));
        Api.anonymous().get(inCatalogue).then().body("title", equalTo("A table"));
    }

    @Test
    void isPublicInTheLanguageOfThePrint() {
        var english = new HashMap<String, Object>(table("language", "T", row("a", "1", "2"), total("1", "2")));
        english.put("language", "en");
        var path = create(english);
        Api.reviewer().post(path + "/publication").then().statusCode(200).body("language", equalTo("en"));
        Api.anonymous()
                .get("/v1/catalogue/" + path.substring(path.lastIndexOf('/') + 1))
                .then()
                .statusCode(200)
                .body("language", equalTo("en"));
        var other = create(table("language", "U", row("a", "1", "2"), total("1", "2")));
        Api.analyst().get(other).then().body("language", equalTo("nl"));
    }

    /** What is public was seen by a reviewer, and leaves the catalogue with one. */
    @Test
    void leavesCatalogueOnlyWithReviewer() {
        var path = create(table("public-withdrawal", "T", row("a", "1", "2"), total("1", "2")));
        var inCatalogue = "/v1/catalogue/" + path.substring(path.lastIndexOf('/') + 1);
        Api.reviewer().post(path + "/publication").then().statusCode(200);
        Api.analyst()
                .body(Map.of("reason", "x", "title", "Another title"))
                .post(path + "/corrections")
                .then()
                .statusCode(201);

        Api.reviewer().post(path + "/correction-approval").then().statusCode(409);
        Api.analyst()
                .body(Map.of("reason", "of another document"))
                .post(path + "/withdrawal")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(false))
                .body("correctionPending", equalTo(true))
                .body("allowedActions", empty());
        Api.anonymous().get(inCatalogue).then().statusCode(200);
        Api.analyst()
                .body(Map.of("reason", "x"))
                .post(path + "/withdrawal")
                .then()
                .statusCode(409);
        Api.analyst()
                .body(Map.of("reason", "x", "title", "y"))
                .post(path + "/corrections")
                .then()
                .statusCode(409);
        Api.analyst().post(path + "/correction-approval").then().statusCode(403);
        other().body(Map.of("reason", "It is of this one."))
                .post(path + "/correction-rejection")
                .then()
                .statusCode(200)
                .body("correctionPending", equalTo(false))
                .body("withdrawn", equalTo(false));
        Api.analyst()
                .get(path)
                .then()
                .body("rejectedCorrection.reason", equalTo("It is of this one."))
                .body("rejectedCorrection.rejectedBy", notNullValue());
        Api.analyst()
                .body(Map.of("reason", "of another document"))
                .post(path + "/withdrawal")
                .then()
                .statusCode(200);
        Api.reviewer().post(path + "/correction-approval").then().statusCode(403);
        other().get(path + "/pending-correction")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(true))
                .body("withdrawal.reason", equalTo("of another document"))
                .body("withdrawal.withdrawnBy", notNullValue())
                .body("allowedActions", hasItems("correction-approval", "correction-rejection"));
        other().get(TABLES + "?programme=public-withdrawal&correctionPending=true")
                .then()
                .body("items[0].correctionPending", equalTo(true))
                .body("items[0].allowedActions", hasItems("correction-approval", "correction-rejection"));
        other().post(path + "/correction-approval")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(true))
                .body("reason", equalTo("of another document"));
        Api.anonymous().get(inCatalogue).then().statusCode(410).body("detail", containsString("of another document"));
        Api.analyst().get(path + "/versions").then().body("items.withdrawn", contains(false, false, true));
        Api.analyst().get(path + "/pending-correction").then().statusCode(404);
        Api.analyst().get(TABLES + "?programme=public-withdrawal").then().body("items", empty());
        Api.analyst()
                .get(TABLES + "?programme=public-withdrawal&withdrawn=true")
                .then()
                .body("items", hasSize(1))
                .body("items[0].withdrawal.reason", equalTo("of another document"))
                .body("items[0].withdrawal.withdrawnBy", notNullValue())
                .body("items[0].withdrawal.withdrawnAt", notNullValue());
    }

    /** Another person than the one who proposes. */
    private static RequestSpecification other() {
        return Api.named("another-reviewer", Role.REVIEWER);
    }

    @Test
    void isWrittenByAnalystOnly() {
        Api.researcher().get(TABLES).then().statusCode(403);
        Api.reviewer()
                .body(table("roles", "T", row("a", "1", "2")))
                .post(TABLES)
                .then()
                .statusCode(403);
    }

    private static String create(Map<String, Object> table) {
        return Api.analyst()
                .body(table)
                .post(TABLES)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Map<String, Object> table(String programme, String code, Map<String, Object>... rows) {
        return Map.of(
                "programme",
                programme,
                "code",
                code,
                "title",
                "A table",
                "unit",
                "participants",
                "decimalSign",
                ",",
                "decimals",
                0,
                "columns",
                List.of(Map.of("label", "c0"), Map.of("label", "c1")),
                "rows",
                List.of(rows),
                "source",
                "a test");
    }

    private static List<Map<String, String>> columns(int count) {
        return IntStream.range(0, count).mapToObj(i -> Map.of("label", "c" + i)).toList();
    }

    private static Map<String, Object> row(String label, String... cells) {
        return Map.of("label", label, "cells", List.of(cells));
    }

    private static Map<String, Object> total(String... cells) {
        return Map.of("label", "Totaal", "role", "TOTAL", "cells", List.of(cells));
    }
}
