package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.changing;
import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.Refusals.unknown;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FundingServiceTest
class SchemesTest {
    private static final String REVIEW = """
            ,"bounds":[{"purpose":"PROJECT","minimumShare":50,"maximumShare":80,"validFrom":"2007-01-01"},\
            {"purpose":"EXPLORATORY_STUDY","minimumShare":0,"maximumShare":100,"validFrom":"2007-01-01"}]""";

    @Inject
    DataSource database;

    private String programme;

    @BeforeEach
    void ownProgramme() {
        programme = programme();
    }

    @Test
    void schemeIsReadBackAsItWasRecorded() {
        var line = line(programme, "root", null, true);
        var id = scheme("S-full-" + programme, REVIEW + """
                ,"openFrom":"2008-01-01","openUntil":"2008-12-01","allocationOrder":"RANKING",\
                "ceiling":{"amount":"1000000.00","currency":"EUR"},"budgetLineId":"%s",\
                "conditions":[{"text":"Evaluate","enforceable":false,"dueDaysAfterAward":365},\
                {"text":"Report","enforceable":true,"dueDate":"2011-04-01"}]""".formatted(line));
        officer()
                .get("/v1/schemes/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("bounds.purpose", contains("PROJECT", "EXPLORATORY_STUDY"))
                .body("bounds.minimumShare", contains(50.0f, 0.0f))
                .body("bounds.maximumShare", contains(80.0f, 100.0f))
                .body("bounds[0].validUntil", nullValue())
                .body("applicantKinds", contains("MUNICIPALITY"))
                .body("ceiling.amount", equalTo("1000000.00"))
                .body("conditions.enforceable", contains(false, true))
                .body("conditions.dueDaysAfterAward", contains(365, null))
                .body("budgetLineId", equalTo(line))
                .body("allowedActions", empty());
    }

    @Test
    void replacesBoundsAsWhole() {
        var code = "S-changed-" + programme;
        var id = scheme(code, REVIEW);
        changing(manager(), "\"0\"")
                .body("""
                        {"bounds":[\
                        {"purpose":"PROJECT","minimumShare":60,"maximumShare":70,"validFrom":"2010-01-01"},\
                        {"purpose":"PROJECT","minimumShare":50,"maximumShare":80.5,"validFrom":"2007-01-01","validUntil":"2010-01-01"}],\
                        "nameDutch":null}""")
                .patch("/v1/schemes/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("bounds.maximumShare", contains(70.0f, 80.5f))
                .body("allowedActions", contains("update"));
        manager()
                .get("/v1/schemes?code=" + code)
                .then()
                .body("items.id", contains(id))
                .body("items[0].bounds.minimumShare", contains(60.0f, 50.0f));
    }

    @ParameterizedTest
    @CsvSource({"code", "programme"})
    void rejectsChangeOfProgrammeOrCode(String field) {
        var id = scheme("S-fixed-" + programme, "");
        changing(manager(), "\"0\"")
                .body("{\"" + field + "\":\"" + programme() + "\"}")
                .patch("/v1/schemes/" + id)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/" + field));
    }

    @Test
    void rejectsChangeOfStaleVersion() {
        var id = scheme("S-stale-" + programme, "");
        changing(manager(), "\"7\"")
                .body("{}")
                .patch("/v1/schemes/" + id)
                .then()
                .statusCode(412);
        manager()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch("/v1/schemes/" + id)
                .then()
                .statusCode(428);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'bounds':[{'purpose':'PROJECT','minimumShare':80,'maximumShare':50,'validFrom':'2007-01-01'}]"
                        + "|/bounds/0/maximumShare|OUT_OF_RANGE",
                "'bounds':[{'purpose':'PROJECT','minimumShare':0,'maximumShare':100.01,'validFrom':'2007-01-01'}]"
                        + "|/bounds/0/maximumShare|OUT_OF_RANGE",
                "'bounds':[{'purpose':'PROJECT','minimumShare':-1,'maximumShare':50,'validFrom':'2007-01-01'}]"
                        + "|/bounds/0/minimumShare|OUT_OF_RANGE",
                "'bounds':[{'purpose':'PROJECT','minimumShare':0.005,'maximumShare':50,'validFrom':'2007-01-01'}]"
                        + "|/bounds/0/minimumShare|TOO_MANY_DECIMALS",
                "'bounds':[{'purpose':'PROJECT','minimumShare':1,'maximumShare':2,'validFrom':'2007-01-01',"
                        + "'validUntil':'2007-01-01'}]|/bounds/0/validUntil|OUT_OF_RANGE",
                "'bounds':[{'purpose':'PROJECT','minimumShare':1,'maximumShare':2,'validFrom':'2007-01-01',"
                        + "'validUntil':'2009-01-02'},"
                        + "{'purpose':'PROJECT','minimumShare':1,'maximumShare':2,'validFrom':'2009-01-01'}]"
                        + "|/bounds/1|NOT_ALLOWED",
                "'ceiling':{'amount':'1.00','currency':'EUR'}|/allocationOrder|REQUIRED",
                "'allocationOrder':'RANKING','ceiling':{'amount':'0.00','currency':'EUR'}|/ceiling/amount|OUT_OF_RANGE",
                "'openFrom':'2008-01-01','openUntil':'2008-01-01'|/openUntil|OUT_OF_RANGE",
                "'conditions':[{'text':'t','enforceable':true,'dueDate':'2008-01-01','dueDaysAfterAward':1}]"
                        + "|/conditions/0/dueDaysAfterAward|NOT_ALLOWED",
                "'conditions':[{'text':'t'}]|/conditions/0/enforceable|REQUIRED",
                "'fundingInstrument':'PRIZE'|/fundingInstrument|NOT_ALLOWED",
                "'applicantKinds':[]|/applicantKinds|REQUIRED",
            })
    void rejectsInvalidSchemes(String more, String pointer, String code) {
        var fields = more.replace('\'', '"');
        var body = json("S-bad", "," + fields);
        body = fields.contains("fundingInstrument")
                ? body.replaceFirst("\"fundingInstrument\":\"SUBSIDY\",", "")
                : body;
        body = fields.contains("applicantKinds")
                ? body.replaceFirst("\"applicantKinds\":\\[\"MUNICIPALITY\"],", "")
                : body;
        manager()
                .body(body)
                .post("/v1/schemes")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    @Test
    void rejectsChangeThatEarlierDecisionsContradict() {
        Grants.organisations();
        var code = "S-used-" + programme;
        var id = scheme(
                code,
                REVIEW.replace("MUNICIPALITY", "NON_PROFIT") + ",\"allocationOrder\":\"RANKING\",\"ceiling\":"
                        + Grants.euro("100.00") + Grants.charged(Grants.root(programme)));
        change(id, "{\"applicantKinds\":[\"NON_PROFIT\"],\"fundingInstrument\":\"DECENTRALISATION_GRANT\"}")
                .then()
                .statusCode(200);
        change(id, "{\"fundingInstrument\":\"SUBSIDY\"}").then().statusCode(200);
        Grants.award(
                programme, "1", "SUBSIDY", "60.00", Grants.under(code) + ",\"totalCost\":" + Grants.euro("100.00"));
        change(id, """
                        {"fundingInstrument":"DECENTRALISATION_GRANT","ceiling":{"amount":"59.99","currency":"EUR"},\
                        "bounds":[],"weights":[{"criterion":"NEED","weight":2}]}""")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/bounds", "/ceiling/amount", "/fundingInstrument", "/weights"))
                .body("violations[1].parameters.minimum", equalTo("60.00"))
                .body("violations[2].parameters.allowed", contains("SUBSIDY"));
        change(id, "{\"ceiling\":" + Grants.euro("60.00") + "}").then().statusCode(200);
        var ended = LocalDate.now().plusYears(1);
        change(id, """
                        {"bounds":[{"purpose":"PROJECT","minimumShare":50,"maximumShare":80,"validFrom":"2007-01-01",\
                        "validUntil":"%s"},{"purpose":"PROJECT","minimumShare":60,"maximumShare":70,"validFrom":"%s"},\
                        {"purpose":"EXPLORATORY_STUDY","minimumShare":0,"maximumShare":100,"validFrom":"2007-01-01"}]}""".formatted(ended, ended)).then().statusCode(200);
    }

    private static Response change(String id, String json) {
        var etag = manager().get("/v1/schemes/" + id).header("ETag");
        return changing(manager(), etag).body(json).patch("/v1/schemes/" + id);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.8", "0.01, 0.99"})
    void rejectsSharesThatAreNoPercentages(String minimum, String maximum) {
        post("S-share", """
                ,"bounds":[{"purpose":"PROJECT","minimumShare":%s,"maximumShare":%s,"validFrom":"2007-01-01"}]""".formatted(minimum, maximum))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/bounds/0/maximumShare", "/bounds/0/minimumShare"))
                .body("violations.code", contains("OUT_OF_RANGE", "OUT_OF_RANGE"))
                .body("violations[0].parameters.minimum", equalTo(1))
                .body("violations[0].parameters.unit", equalTo("PERCENT_OF_WHOLE_COST"))
                .body("violations[0].detail", containsString("in percent"));
    }

    /** The first release took shares as parts of one. A scheme that is used keeps them, as its awards were held to them. */
    @Test
    void schemeKeepsSharesOfFirstRelease() throws SQLException {
        var id = scheme("S-old-" + programme, REVIEW);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update scheme_bound set minimum_share = 0.5, maximum_share = 0.8"
                    + " where position = 0 and scheme_id = '" + id + "'");
        }
        change(id, "{\"name\":\"Another\"}").then().statusCode(200).body("bounds.minimumShare", contains(0.5f, 0f));
        change(id, """
                {"bounds":[{"purpose":"PROJECT","minimumShare":0.5,"maximumShare":0.8,"validFrom":"2007-01-01",\
                "validUntil":"2199-01-01"},\
                {"purpose":"EXPLORATORY_STUDY","minimumShare":0.5,"maximumShare":100,"validFrom":"2007-01-01"}]}""").then().statusCode(400).body("violations.pointer", contains("/bounds/1/minimumShare"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'allocationOrder':'DISTRIBUTION'|/allocationOrder",
                "'allocationOrder':'ORDER_OF_RECEIPT','weights':[{'criterion':'NEED','weight':2}]|/weights",
                "'allocationOrder':'RANKING','weights':[{'criterion':'NEED','weight':2},{'criterion':'NEED','weight':1}]"
                        + "|/weights/1/criterion",
            },
            quoteCharacter = '"')
    void rejectsOrderOfAllocationThatIsNotEnforced(String more, String pointer) {
        post("S-order", "," + more.replace('\'', '"'))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains("NOT_ALLOWED"));
    }

    @Test
    void tableHasRowForEachBoundWithPlainShares() {
        scheme("S-table-" + programme, REVIEW);
        var lines = manager()
                .get("/v1/schemes/csv?programme=" + programme)
                .asString()
                .replace("\"", "")
                .lines()
                .toList();
        assertEquals(3, lines.size());
        var header = List.of(lines.get(0).split(",", -1));
        var maximum = header.indexOf("bounds.maximumShare");
        assertEquals("80", lines.get(1).split(",", -1)[maximum]);
        assertEquals("100", lines.get(2).split(",", -1)[maximum]);
    }

    @Test
    void acceptsConsecutiveBounds() {
        scheme("S-next-" + programme, """
                ,"bounds":[\
                {"purpose":"PROJECT","minimumShare":1,"maximumShare":2,"validFrom":"2007-01-01","validUntil":"2009-01-01"},\
                {"purpose":"PROJECT","minimumShare":2,"maximumShare":3,"validFrom":"2009-01-01"}]""");
    }

    @Test
    void rejectsSecondSchemeWithSameCode() {
        var id = scheme("S-twice-" + programme, "");
        post("S-twice-" + programme, "").then().statusCode(409).body("existing", equalTo("/v1/schemes/" + id));
    }

    @Test
    void rejectsUnknownReferences() {
        unknown(manager().body(json("S-x", "").replace(programme, "NONE")).post("/v1/schemes"));
        var foreign = line(programme(), "root", null, false);
        unknown(post("S-y-" + programme, ",\"budgetLineId\":\"" + foreign + "\""));
    }

    private String scheme(String code, String more) {
        return post(code, more).then().statusCode(201).extract().path("id");
    }

    private Response post(String code, String more) {
        return manager().body(json(code, more)).post("/v1/schemes");
    }

    private String json(String code, String more) {
        return """
                {"programme":"%s","code":"%s","name":"n","nameDutch":"d","fundingInstrument":"SUBSIDY",\
                "applicantKinds":["MUNICIPALITY"],"source":"test"%s}""".formatted(programme, code, more);
    }
}
