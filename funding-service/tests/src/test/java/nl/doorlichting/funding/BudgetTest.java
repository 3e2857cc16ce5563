package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.book;
import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.post;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.Refusals.invalid;
import static nl.doorlichting.funding.Refusals.unknown;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FundingServiceTest
class BudgetTest {
    private String programme;
    private String root;
    private String child;

    @BeforeEach
    void budgetWithCeiling() {
        programme = programme();
        root = line(programme, "root", null, true);
        child = line(programme, "child", root, false);
    }

    @Test
    void rejectsYearsAndPeriodsOutsideProgramme() {
        Grants.organisations();
        var own = Api.programme();
        var root = Api.line(own, "root", null, true);
        Api.post(Entry.budgeted(own, root, 2006, "1.00"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/year"))
                .body("violations.code", contains("OUT_OF_RANGE"))
                .body("violations[0].parameters.minimum", equalTo(2007))
                .body("violations[0].parameters.maximum", equalTo(2198));
        Grants.postAward(Grants.json(own, "1", "SUBSIDY", "1.00", ",\"year\":2006")
                        .replace("\"from\":\"2010-01-01\"", "\"from\":\"2006-12-31\""))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/period", "/year"))
                .body("violations[0].parameters.minimum", equalTo("2007-01-01"))
                .body("violations[0].parameters.maximum", equalTo("2199-01-01"));
    }

    @Test
    void entryIsReadBackAsItWasBooked() {
        var id = book(Entry.budgeted(programme, root, 2010, "100.00")
                .with("reference", "\"b/1\"")
                .with("roundedTo", "{\"amount\":\"10000\",\"currency\":\"EUR\"}"));
        manager()
                .get("/v1/budget-entries/" + id)
                .then()
                .statusCode(200)
                .body("amount.amount", equalTo("100.00"))
                .body("roundedTo.amount", equalTo("10000.00"))
                .body("reference", equalTo("b/1"))
                .body("corrects", nullValue());
        manager()
                .get("/v1/budget-entries?kind=BUDGETED&year=2005,2010&lineId=" + root + "&programme=" + programme)
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
        manager()
                .get("/v1/budget-entries?year=2011&programme=" + programme)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void rejectsSecondEntryWithSameReference() {
        var id = book(Entry.budgeted(programme, root, 2010, "1.00").with("reference", "\"b/1\""));
        post(Entry.budgeted(programme, child, 2011, "2.00").with("reference", "\"b/1\""))
                .then()
                .statusCode(409)
                .body("existing", equalTo("/v1/budget-entries/" + id));
        manager().get("/v1/budget-entries?programme=" + programme).then().body("items", hasSize(1));
    }

    @Test
    void rejectsSumAboveLargestAmount() {
        var line = line(programme(), "other", null, false);
        var big = "900000000000.00";
        book(Entry.budgeted(programme, root, 2010, big));
        invalid(post(Entry.budgeted(programme, root, 2011, big)), "1000000000000 EUR");
        post(Entry.budgeted(programme, line, 2011, big)).then().statusCode(409);
        manager()
                .get("/v1/budget-statistics?programme=" + programme)
                .then()
                .statusCode(200)
                .body("rows[0].total.budgeted.amount", equalTo(big));
    }

    @Test
    void rejectsLineOfOtherProgramme() {
        var foreign = line(programme(), "foreign", null, false);
        unknown(post(Entry.budgeted(programme, foreign, 2010, "1.00")));
        unknown(post(Entry.budgeted("NONE", root, 2010, "1.00")));
        unknown(postLine(programme, "c", foreign));
        unknown(postLine("NONE", "c", root));
    }

    @Test
    void rejectsSecondRootAndEleventhLevel() {
        invalid(
                manager()
                        .body("{\"programme\":\"%s\",\"code\":\"second\",\"name\":\"n\"}".formatted(programme))
                        .post("/v1/budget-lines"),
                "root");
        var deepest = child;
        for (int level = 3; level <= 10; level++) {
            deepest = line(programme, "level-" + level, deepest, false);
        }
        invalid(postLine(programme, "level-11", deepest), "10 levels");
    }

    @Test
    void rejectsSecondLineWithSameCode() {
        postLine(programme, "child", root)
                .then()
                .statusCode(409)
                .body("existing", equalTo("/v1/budget-lines/" + child));
    }

    @Test
    void rejectsSecondProgrammeWithSameCode() {
        var id = manager()
                .get("/v1/programmes?code=" + programme)
                .then()
                .extract()
                .<String>path("items[0].id");
        manager()
                .body("{\"code\":\"%s\",\"name\":\"n\",\"period\":{\"from\":\"2007-01-01\",\"until\":\"2008-01-01\"}}"
                        .formatted(programme))
                .post("/v1/programmes")
                .then()
                .statusCode(409)
                .body("existing", equalTo("/v1/programmes/" + id));
        manager().get("/v1/programmes/" + id).then().statusCode(200).body("code", equalTo(programme));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BUDGETED|1.00|,'destination':'x'|/destination|NOT_ALLOWED",
                "DISBURSEMENT|1.00|,'reallocationReason':'TRANSFER'|/reallocationReason|NOT_ALLOWED",
                "REALLOCATION|1.00|,'destination':'x'|/reallocationReason|REQUIRED",
                "REALLOCATION|1.00|,'destination':'','reallocationReason':'TRANSFER'|/destination|REQUIRED",
                "DISBURSEMENT|-1.00||/corrects|REQUIRED",
                "COMMITMENT|-1.00||/corrects|REQUIRED",
                "BUDGETED|0.00||/amount/amount|NOT_ALLOWED",
                "BUDGETED|1000000000000||/amount/amount|OUT_OF_RANGE",
                "BUDGETED|1.001||/amount/amount|TOO_MANY_DECIMALS",
                "BUDGETED|1.00|,'roundedTo':{'amount':'0.00','currency':'EUR'}|/roundedTo/amount|OUT_OF_RANGE",
                "BUDGETED|1.00|,'belowThreshold':{'amount':'-1.00','currency':'EUR'}|/belowThreshold/amount|OUT_OF_RANGE",
                "BUDGETED|1.00|,'belowThreshold':{'amount':'1.00','currency':'USD'}|/belowThreshold/currency|UNKNOWN_VALUE",
                "BUDGETED|1.00|,'corrects':'x'|/corrects|WRONG_TYPE",
                "BUDGETED|1.00|,'colour':'red'|/colour|UNKNOWN_FIELD"
            })
    void rejectsInvalidFields(String kind, String amount, String more, String pointer, String code) {
        var rest = more == null ? "" : more.replace('\'', '"');
        manager()
                .body("""
                        {"programme":"%s","lineId":"%s","year":2010,"kind":"%s","source":"s",\
                        "amount":{"amount":"%s","currency":"EUR"}%s}""".formatted(programme, root, kind, amount, rest))
                .post("/v1/budget-entries")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    @Test
    void returnsAllViolationsTogether() {
        manager()
                .body("{\"kind\":\"REALLOCATION\",\"year\":2500,\"amount\":{\"amount\":\"0\",\"currency\":\"EUR\"}}")
                .post("/v1/budget-entries")
                .then()
                .statusCode(400)
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/programme",
                                "/lineId",
                                "/year",
                                "/source",
                                "/amount/amount",
                                "/destination",
                                "/reallocationReason"));
    }

    @Test
    void acceptsZeroOnlyBelowThreshold() {
        var below = Entry.disbursed(programme, child, 2010, "0.00")
                .with("belowThreshold", "{\"amount\":\"10000.00\",\"currency\":\"EUR\"}");
        post(below).then().statusCode(201).body("belowThreshold.amount", equalTo("10000.00"));
    }

    /** Of a field that states one bound, the other one is that of its type. */
    @Test
    void takesEveryPositionThatTypeHolds() {
        var line = "{\"programme\":\"%s\",\"code\":\"far\",\"name\":\"n\",\"parentId\":\"%s\",\"position\":%s}";
        manager()
                .body(line.formatted(programme, root, "2147483648"))
                .post("/v1/budget-lines")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/position"))
                .body("violations.code", contains("OUT_OF_RANGE"))
                .body("violations.parameters", contains(Map.of("minimum", 0, "maximum", Integer.MAX_VALUE)));
        manager()
                .body(line.formatted(programme, root, "2147483647"))
                .post("/v1/budget-lines")
                .then()
                .statusCode(201)
                .body("position", equalTo(Integer.MAX_VALUE));
    }

    private static Response postLine(String programme, String code, String parent) {
        return manager()
                .body("{\"programme\":\"%s\",\"code\":\"%s\",\"name\":\"n\",\"parentId\":\"%s\"}"
                        .formatted(programme, code, parent))
                .post("/v1/budget-lines");
    }
}
