package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
                .body("violations.pointer", contains(""))
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
        csv.put("code", "U");
        csv.put("csv", ",2008,2009\na,1\nTotaal,1,2\nTotaal,1,2\n");
        Api.analyst()
                .body(csv)
                .post(TABLES + "/from-csv")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/csv", "/csv"))
                .body("violations.code", contains("NOT_ALLOWED", "OUT_OF_RANGE"));
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
                .statusCode(201)
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
        Api.analyst()
                .body(Map.of("reason", "x"))
                .post(path + "/withdrawal")
                .then()
                .statusCode(201);
        Api.anonymous().get(inCatalogue).then().statusCode(410).body("detail", containsString("x"));
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
