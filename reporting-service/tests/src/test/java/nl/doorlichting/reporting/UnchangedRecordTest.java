package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A version is always a change: one that changes nothing is answered with the record as it is. */
@ReportingServiceTest
class UnchangedRecordTest {
    private static final String CODES =
            "'interventionTypes':['AWARENESS','AWARENESS'],'phenomena':['POLARISATION','POLARISATION']";
    private static final String PLACE = "'place':{'scope':'UNSPECIFIED'}";
    private static final String NO_PLACE = "'place':null";
    private static final String DUTCH = "'language':'nl'";
    private static final String NO_LANGUAGE = "'language':null";

    private final String programme = "S-" + UUID.randomUUID();
    private final String named = ",'programme':'" + programme + "','source':'a test'}";

    @Test
    void changeOfNothingMakesNoVersion() {
        var records = new OrganisationWithAllRecords();
        assertAll(Stream.of("embeddings", "indicators", "inventory-reports", "lessons", "products")
                .map(kind -> staysAsItIs("/v1/" + kind + "/" + records.ids.get(kind))));
    }

    private static Executable staysAsItIs(String path) {
        return () -> staysWith(path, "{}");
    }

    /** What holds where nothing is stated is no change, stated or not; a code counts once. */
    @Test
    void changeToWhatHoldsAlreadyMakesNoVersion() {
        var lesson = create("lessons", "{'kind':'DO','title':'t','tags':['a','a']," + CODES + named);
        staysWith(lesson, PLACE, NO_PLACE, DUTCH, NO_LANGUAGE, CODES, "'tags':['a','a']");
        var product = create("products", "{'kind':'GUIDE','name':'n'," + CODES + named);
        staysWith(product, PLACE, NO_PLACE, DUTCH, NO_LANGUAGE, CODES, "'useNotMeasuredBecause':null");
        staysWith(product, "'useNotMeasuredBecause':'use was not counted'");
        var statement =
                create("embeddings", "{'subject':'s','statedOn':'2012-01-01','status':'SECURED'," + CODES + named);
        staysWith(statement, PLACE, NO_PLACE, DUTCH, NO_LANGUAGE, CODES);
        refusedAsNoCorrection(statement, CODES + "," + NO_PLACE);
        var indicator = create(
                "indicators",
                "{'name':'n','unit':'u','direction':'UP','baseline':{'kind':'NONE_TAKEN'}," + CODES + named);
        staysWith(indicator, PLACE, NO_PLACE, CODES);
        refusedAsNoCorrection(indicator, CODES + "," + NO_PLACE);
        refusedAsNoCorrection(indicator, PLACE);
    }

    @Test
    void reportThatSaysWhatHoldsAlreadyStays() {
        var project = "{'projectId':'" + UUID.randomUUID() + "',%s}";
        var report = create("inventory-reports", "{'title':'t','projects':[" + project.formatted(CODES) + "]" + named);
        Api.researcher().get(report).then().body("projects[0].phenomena", contains("POLARISATION"));
        staysWith(report, DUTCH, NO_LANGUAGE);
        Stream.of(CODES, CODES + "," + PLACE, CODES + "," + NO_PLACE)
                .forEach(same -> staysWith(report, "'projects':[" + project.formatted(same) + "]"));
        patch(report, "{" + DUTCH.replace("nl", "en") + "}")
                .statusCode(200)
                .body("etag", equalTo("\"1\""))
                .body("language", equalTo("en"));
    }

    @Test
    void correctionToWhatHoldsAlreadyChangesNothing() {
        var verdict = create(
                "effect-judgements",
                "{'verdict':'NOT_ASSESSED','concerns':'INTERVENTION_GOAL','assessedBy':'a'," + CODES + named);
        var tally = create(
                "reach-tallies",
                "{'period':{'from':'2010-01-01','until':'2011-01-01'},'targetGroup':'STUDENTS',"
                        + "'reach':{'kind':'EXACT','value':5}," + CODES + named);
        var observation = create(
                "reach-observations",
                "{'period':{'from':'2008-01-01','until':'2009-01-01'},'targetGroup':'STUDENTS',"
                        + "'reach':{'kind':'EXACT','value':6}," + CODES + named);
        Stream.of(verdict, tally, observation).forEach(path -> {
            Stream.of(PLACE, NO_PLACE, CODES).forEach(same -> refusedAsNoCorrection(path, same));
            corrected(path, "'place':{'scope':'NATIONAL'}");
        });
    }

    @Test
    void correctionOfPublishedTableOrClaimToWhatHoldsAlreadyChangesNothing() {
        var column = "'columns':[{'label':'c'%s}]";
        var table = byAnalyst(
                "published-tables",
                "{'code':'T','title':'t','unit':'u','decimalSign':',','decimals':0," + column.formatted("")
                        + ",'rows':[{'label':'a','cells':['1']}]" + named);
        Stream.of(DUTCH, NO_LANGUAGE, column.formatted(",'role':'ITEM','subtracted':false"))
                .forEach(same -> refusedAsNoCorrection(table, same));
        refusedAsNoCorrection(table, "'emptyBelowThreshold':false");
        var row = "'rows':[{'label':'a','cells':['1'],'source':'%s'}]";
        refusedAsNoCorrection(table, row.formatted("a test"));
        corrected(table, row.formatted("another"));
        corrected(table, "'language':'en'");
        var claim = byAnalyst(
                "claims",
                "{'code':'C','statement':'s','comparison':'VALUE','relation':'EQUAL','stated':1,'unit':'EUR',"
                        + "'first':{'report':'FINANCES','measure':'DISBURSED'}" + named);
        Stream.of(DUTCH, NO_LANGUAGE, "'tolerance':0").forEach(same -> refusedAsNoCorrection(claim, same));
        corrected(claim, "'language':'en'");
    }

    @Test
    void equalValueOfDayMakesNoVersion() {
        var indicator = create(
                "indicators", "{'name':'n','unit':'u','direction':'UP','baseline':{'kind':'NONE_TAKEN'}" + named);
        var value = "{'measuredOn':'2011-01-01','value':%s,'source':'s'%s}";
        measure(indicator, value.formatted("5", "")).statusCode(201).body("actuals[0].version", equalTo(1));
        measure(indicator, value.formatted("5.0", "")).statusCode(409);
        measure(indicator, value.formatted("5.0", ",'reason':'sent again'"))
                .statusCode(201)
                .body("actuals.version", contains(1))
                .body("actuals[0].reason", equalTo(null));
        measure(indicator, value.formatted("6", "")).statusCode(409);
        measure(indicator, value.formatted("6", ",'reason':'counted anew'"))
                .statusCode(201)
                .body("actuals.version", contains(2));
    }

    private static ValidatableResponse measure(String indicator, String body) {
        return Api.researcher()
                .body(body.replace('\'', '"'))
                .post(indicator + "/actuals")
                .then();
    }

    private static String create(String kind, String body) {
        return Api.create("/v1/" + kind, body.replace('\'', '"'));
    }

    private static String byAnalyst(String kind, String body) {
        return Api.analyst()
                .body(body.replace('\'', '"'))
                .post("/v1/" + kind)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static void staysWith(String path, String... same) {
        for (var fields : same) {
            String etag = Api.researcher().get(path).path("etag");
            patch(path, fields.startsWith("{") ? fields : "{" + fields + "}").statusCode(200);
            assertEquals(etag, Api.researcher().get(path).path("etag"), path + " " + fields);
        }
    }

    private static ValidatableResponse patch(String path, String body) {
        return Api.researcher()
                .contentType("application/merge-patch+json")
                .header("If-Match", Api.researcher().get(path).<String>path("etag"))
                .body(body.replace('\'', '"'))
                .patch(path)
                .then();
    }

    private static void refusedAsNoCorrection(String path, String fields) {
        correct(path, fields)
                .statusCode(400)
                .body("violations.pointer", contains(""))
                .body("violations.code", contains("REQUIRED"));
    }

    private static void corrected(String path, String fields) {
        correct(path, fields).statusCode(201);
    }

    private static ValidatableResponse correct(String path, String fields) {
        var caller = path.contains("claims") || path.contains("tables") ? Api.analyst() : Api.researcher();
        return caller.body(("{'reason':'r'," + fields + "}").replace('\'', '"'))
                .post(path + "/corrections")
                .then();
    }
}
