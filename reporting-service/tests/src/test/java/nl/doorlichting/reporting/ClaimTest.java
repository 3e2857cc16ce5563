package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class ClaimTest {
    private static final String CLAIMS = "/v1/claims";
    private static final Map<String, Object> SPENT = Map.of("report", "FINANCES", "measure", "DISBURSED");
    private static final Map<String, Object> BUDGETED = Map.of("report", "FINANCES", "measure", "BUDGETED");

    @Test
    void keepsWhatTextClaims() {
        var path = create(claim("kept", "C"));

        Api.reviewer()
                .get(path)
                .then()
                .statusCode(200)
                .body("first.measure", equalTo("DISBURSED"))
                .body("first.row", empty())
                .body("second", nullValue())
                .body("tolerance", equalTo(0))
                .body("version", equalTo(1))
                .body("withdrawn", equalTo(false));
        Api.analyst().get(CLAIMS + "?programme=kept").then().statusCode(200).body("items.code", contains("C"));
        Api.analyst().get(CLAIMS + "/csv?programme=kept").then().statusCode(200);
        Api.analyst().body(claim("kept", "c")).post(CLAIMS).then().statusCode(409);
        var negative = claim("kept", "N");
        negative.put("tolerance", -1);
        Api.analyst()
                .body(negative)
                .post(CLAIMS)
                .then()
                .statusCode(400)
                .body("violations[0].parameters.minimum", equalTo(0));
        var then = Instant.now();
        Api.analyst()
                .body(Map.of("reason", "no such text"))
                .post(path + "/withdrawal")
                .then()
                .statusCode(200);
        Api.analyst().get(CLAIMS + "?programme=kept").then().body("items", empty());
        Api.analyst().get(CLAIMS + "?programme=kept&asOf=" + then).then().body("items.code", contains("C"));
    }

    @Test
    void correctsClaimByVersionOfWhatChanges() {
        var claim = claim("corrected", "C");
        claim.put("period", Map.of("from", "2010-01-01", "until", "2011-01-01"));
        var path = create(claim);
        var first = Instant.now();

        Api.analyst()
                .body(Map.of("reason", "The text says 13.", "stated", 13))
                .post(path + "/corrections")
                .then()
                .statusCode(201)
                .body("stated", equalTo(13))
                .body("statement", equalTo("So much was spent."))
                .body("period.code", equalTo("2010"))
                .body("version", equalTo(2));
        Api.analyst()
                .get(path + "/versions")
                .then()
                .statusCode(200)
                .body("items.stated", contains(12, 13))
                .body("items.reason", contains(null, "The text says 13."));
        Api.reviewer().post(path + "/publication").then().statusCode(200);
        var then = "asOf=" + first;
        Api.reviewer()
                .get(CLAIMS + "?programme=corrected&" + then)
                .then()
                .body("items.stated", contains(12))
                .body("items.published", contains(false))
                .body("items[0].allowedActions", empty());
        Api.analyst()
                .get(CLAIMS + "?programme=corrected&asOf=2011-01-01T00:00:00Z")
                .then()
                .body("items", empty());
        Api.analyst().get(path + "?" + then).then().body("stated", equalTo(12)).body("published", equalTo(false));
        Api.analyst().get(path + "?asOf=2011-01-01T00:00:00Z").then().statusCode(404);
        Api.analyst().get(path).then().body("stated", equalTo(13)).body("published", equalTo(true));
        Api.analyst()
                .body(Map.of("stated", 14))
                .post(path + "/corrections")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/reason"));
        Api.analyst()
                .body(Map.of("reason", "x", "unit", "PROJECTS"))
                .post(path + "/corrections")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/unit"));
    }

    @Test
    void withdrawsClaimForGood() {
        var path = create(claim("withdrawn", "C"));

        Api.analyst()
                .body(Map.of("reason", "The text does not say it."))
                .post(path + "/withdrawal")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(true))
                .body("reason", equalTo("The text does not say it."))
                .body("allowedActions", empty());
        Api.analyst()
                .get(CLAIMS + "?programme=withdrawn&withdrawn=false")
                .then()
                .body("items", empty());
        Api.analyst().get(CLAIMS + "?programme=withdrawn").then().body("items", empty());
        Api.analyst()
                .get(CLAIMS + "?programme=withdrawn&withdrawn=true")
                .then()
                .body("items", hasSize(1))
                .body("items[0].withdrawal.reason", equalTo("The text does not say it."))
                .body("items[0].withdrawal.withdrawnBy", notNullValue())
                .body("items[0].withdrawal.withdrawnAt", notNullValue());
        Api.analyst()
                .body(Map.of("reason", "x", "stated", 1))
                .post(path + "/corrections")
                .then()
                .statusCode(409);
        Api.analyst()
                .body(Map.of("reason", "again"))
                .post(path + "/withdrawal")
                .then()
                .statusCode(409);
    }

    @Test
    void isPublicOncePublished() {
        var path = create(claim("public-claims", "C"));
        var inCatalogue = "/v1/catalogue/" + path.substring(path.lastIndexOf('/') + 1);

        Api.anonymous().get(inCatalogue).then().statusCode(404);
        Api.reviewer().post(path + "/publication").then().statusCode(200).body("published", equalTo(true));
        Api.anonymous()
                .get(inCatalogue)
                .then()
                .statusCode(200)
                .body("kind", equalTo("CLAIM"))
                .body("title", equalTo("So much was spent."))
                .body("claim.stated", equalTo(12))
                .body("claim.unit", equalTo("EUR"))
                .body("claim.tolerance", equalTo(0))
                .body("claim.relation", equalTo("EQUAL"))
                .body("withdrawnVerdicts", empty());
        Api.analyst()
                .body(Map.of("reason", "x"))
                .post(path + "/withdrawal")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(false))
                .body("correctionPending", equalTo(true));
        Api.anonymous().get(inCatalogue).then().statusCode(200);
        Api.reviewer()
                .get(CLAIMS + "?correctionPending=true")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(path.substring(path.lastIndexOf('/') + 1)));
        Api.reviewer()
                .get(path + "/pending-correction")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(true))
                .body("withdrawal.reason", equalTo("x"))
                .body("withdrawal.withdrawnBy", notNullValue())
                .body("withdrawal.withdrawnAt", notNullValue())
                .body("correctionPending", equalTo(true));
        Api.analyst().get(path).then().body("withdrawal", nullValue());
        Api.reviewer()
                .body(Map.of("reason", "The text has it."))
                .post(path + "/correction-rejection")
                .then()
                .statusCode(200)
                .body("correctionPending", equalTo(false))
                .body("rejectedCorrection.reason", equalTo("The text has it."))
                .body("rejectedCorrection.ofWithdrawal", equalTo(true))
                .body("rejectedCorrection.proposedReason", equalTo("x"));
        Api.analyst().get(path).then().body("rejectedCorrection.reason", equalTo("The text has it."));
        Api.reviewer()
                .get(CLAIMS + "?correctionPending=true")
                .then()
                .body("items.id", not(hasItem(path.substring(path.lastIndexOf('/') + 1))));
        Api.reviewer().get(path + "/pending-correction").then().statusCode(404);
        Api.analyst()
                .body(Map.of("reason", "x"))
                .post(path + "/withdrawal")
                .then()
                .statusCode(200);
        Api.reviewer().post(path + "/correction-approval").then().statusCode(403);
        Api.named("another-reviewer", Role.REVIEWER)
                .post(path + "/correction-approval")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(true));
        Api.anonymous().get(inCatalogue).then().statusCode(410).body("detail", containsString("x"));
    }

    @Test
    void isPublicInTheLanguageOfItsStatement() {
        var english = claim("language", "EN");
        english.put("language", "en");
        var path = create(english);
        Api.reviewer().post(path + "/publication").then().statusCode(200).body("language", equalTo("en"));
        inCatalogue(path).body("language", equalTo("en"));
        Api.analyst()
                .body(Map.of("reason", "It is Dutch.", "statement", "Zo veel is uitgegeven.", "language", "nl"))
                .post(path + "/corrections")
                .then()
                .statusCode(201)
                .body("language", equalTo("nl"));
        Api.reviewer().post(path + "/publication").then().statusCode(200);
        inCatalogue(path).body("language", equalTo("nl"));

        Api.analyst().get(create(claim("language", "NL"))).then().body("language", equalTo("nl"));
        english.put("language", "fr");
        refuse(english).body("violations.pointer", contains("/language"));
    }

    private static ValidatableResponse inCatalogue(String path) {
        return Api.anonymous()
                .get("/v1/catalogue/" + path.substring(path.lastIndexOf('/') + 1))
                .then()
                .statusCode(200);
    }

    @Test
    void refusesMixedUnits() {
        var mixed = claim("mixed", "C");
        mixed.put("comparison", "SUM");
        mixed.put("second", Map.of("report", "TRAINING", "measure", "SESSIONS_HELD"));
        refuse(mixed).body("violations.pointer", contains("/second/measure"));

        var ratio = claim("mixed", "C");
        ratio.put("comparison", "RATIO");
        ratio.put("second", BUDGETED);
        refuse(ratio)
                .body("violations.pointer", contains("/unit"))
                .body("violations[0].parameters.allowed", contains("TIMES"));
        ratio.put("unit", "TIMES");
        create(ratio);
    }

    @Test
    void refusesFigureComparedWithItself() {
        var itself = claim("itself", "C");
        itself.put("comparison", "DIFFERENCE");
        itself.put("second", Map.of("report", "FINANCES", "measure", "DISBURSED", "row", List.of()));

        refuse(itself).body("violations.pointer", contains("/second")).body("violations.code", contains("NOT_ALLOWED"));
    }

    @Test
    void refusesWhatReportDoesNotHaveWithAllViolationsTogether() {
        var unknown = claim("unknown", "C");
        unknown.put("comparison", "SUM");
        unknown.put(
                "first",
                Map.of("report", "FINANCES", "measure", "DISBURSED", "row", fields("lines", "x", "destination", "y")));
        unknown.put("second", Map.of("report", "FINANCES", "measure", "REACHED"));
        refuse(unknown)
                .body("violations.pointer", contains("/first/row/0/field", "/first/row/1/field", "/second/measure"))
                .body("violations.code", contains("UNKNOWN_VALUE", "UNKNOWN_VALUE", "UNKNOWN_VALUE"));

        var reach = claim("unknown", "C");
        reach.put("unit", "PEOPLE");
        reach.put("first", Map.of("report", "REACH", "measure", "REACHED", "filters", fields("asOf", "x")));
        refuse(reach)
                .body("violations.pointer", contains("/first/filters/0/field", "/first/row"))
                .body("violations.code", contains("UNKNOWN_VALUE", "REQUIRED"));

        reach.put(
                "first",
                Map.of(
                        "report",
                        "REACH",
                        "measure",
                        "REACHED",
                        "filters",
                        fields("from", "soon", "municipality", "GM9999"),
                        "row",
                        fields("source", "NEITHER", "targetGroup", "EVERYBODY")));
        refuse(reach)
                .body(
                        "violations.pointer",
                        contains(
                                "/first/filters/0/value",
                                "/first/filters/1/value",
                                "/first/row/0/value",
                                "/first/row/1/value"))
                .body(
                        "violations.code",
                        contains("WRONG_TYPE", "MUNICIPALITY_NOT_VALID", "UNKNOWN_VALUE", "UNKNOWN_VALUE"));
        Api.analyst().get(CLAIMS + "?programme=unknown").then().body("items", empty());
    }

    @Test
    void refusesSecondFigureOnlyWhereThereIsNone() {
        var one = claim("second", "C");
        one.put("comparison", "SUM");
        refuse(one).body("violations.pointer", contains("/second"));
        one.put("comparison", "VALUE");
        one.put("second", BUDGETED);
        refuse(one).body("violations.pointer", contains("/second"));
    }

    @Test
    void takesFigureOfPublishedTable() {
        table("printed");
        var claim = claim("printed", "C");
        claim.put("first", printed(fields("table", "T", "times", "1000000", "period", "2008"), "row", "b"));
        Api.analyst()
                .get(create(claim))
                .then()
                .body("first.report", equalTo("PUBLISHED_TABLES"))
                .body("first.filters.value", contains("T", "1000000", "2008"))
                .body("first.row.value", contains("b"));
        claim.put("code", "TOTAL");
        claim.put("first", printed(fields("table", "T"), "column", "2009"));
        create(claim);
    }

    @Test
    void refusesFigureThatIsNotInPrint() {
        table("not-printed");
        var claim = claim("not-printed", "C");
        claim.put("first", printed(fields("times", "1"), "row", "b"));
        refuse(claim)
                .body("violations.pointer", contains("/first/filters"))
                .body("violations.code", contains("REQUIRED"));
        claim.put("first", printed(fields("table", "U", "times", "-3"), "row", "b"));
        refuse(claim)
                .body("violations.pointer", contains("/first/filters/0/value", "/first/filters/1/value"))
                .body("violations.code", contains("UNKNOWN_VALUE", "OUT_OF_RANGE"));
        claim.put("first", printed(fields("table", "T"), "row", "c", "column", "2010"));
        refuse(claim).body("violations.pointer", contains("/first/row/0/value", "/first/row/1/value"));
        claim.put("first", printed(fields("table", "T"), "row", "a"));
        refuse(claim)
                .body("violations.pointer", contains("/first/row/0/value"))
                .body("violations.code", contains("NOT_ALLOWED"));
        claim.put("first", printed(fields("table", "T"), "row", "a", "group", "2"));
        claim.put("comparison", "SUM");
        claim.put("second", BUDGETED);
        create(claim);
    }

    private static Map<String, Object> printed(List<Map<String, String>> filters, String... row) {
        return Map.of(
                "report", "PUBLISHED_TABLES", "filters", filters, "row", fields(row), "measure", "PRINTED_AMOUNT");
    }

    private static void table(String programme) {
        Api.analyst()
                .body(Map.of(
                        "programme",
                        programme,
                        "code",
                        "T",
                        "title",
                        "A table",
                        "unit",
                        "EUR million",
                        "decimalSign",
                        ",",
                        "decimals",
                        0,
                        "columns",
                        List.of(Map.of("label", "2008"), Map.of("label", "2009")),
                        "rows",
                        List.of(
                                Map.of("label", "a", "group", "1", "cells", List.of("1", "2")),
                                Map.of("label", "a", "group", "2", "cells", List.of("3", "4")),
                                Map.of("label", "b", "cells", List.of("5", "6"))),
                        "source",
                        "a test"))
                .post("/v1/published-tables")
                .then()
                .statusCode(201);
    }

    @Test
    void isWrittenByAnalystOnly() {
        Api.researcher().get(CLAIMS).then().statusCode(403);
        Api.reviewer().body(claim("roles", "C")).post(CLAIMS).then().statusCode(403);
    }

    private static ValidatableResponse refuse(Map<String, Object> claim) {
        return Api.analyst().body(claim).post(CLAIMS).then().statusCode(400);
    }

    private static String create(Map<String, Object> claim) {
        return Api.analyst()
                .body(claim)
                .post(CLAIMS)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static List<Map<String, String>> fields(String... namesAndValues) {
        return IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(i -> Map.of("field", namesAndValues[2 * i], "value", namesAndValues[2 * i + 1]))
                .toList();
    }

    private static Map<String, Object> claim(String programme, String code) {
        var claim = new HashMap<String, Object>();
        claim.put("programme", programme);
        claim.put("code", code);
        claim.put("statement", "So much was spent.");
        claim.put("comparison", "VALUE");
        claim.put("relation", "EQUAL");
        claim.put("stated", 12);
        claim.put("unit", "EUR");
        claim.put("first", SPENT);
        claim.put("source", "review:1");
        return claim;
    }
}
