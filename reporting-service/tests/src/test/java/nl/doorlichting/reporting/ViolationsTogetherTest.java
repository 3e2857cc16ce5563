package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.platform.bodies.MergePatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is wrong with the form of a request comes together with codes that there are none of, and with names of records that
 * there are none of.
 */
@ReportingServiceTest
class ViolationsTogetherTest {
    private static final String NOWHERE = "'place':{'scope':'MUNICIPAL','municipalities':['GM9999']}";
    private static final String PLACE = "place/municipalities/0";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "lessons | 'kind':'TIP','source':7,'translationOf':? | kind source title translationOf",
                "products | 'kind':'TIP','source':7 | kind name source",
                "embeddings | 'status':'SAFE','source':7,'statedOn':'2199-01-01' | source statedOn status subject",
                "effect-judgements | 'verdict':'GOOD','concerns':7,'assessedOn':'2199-01-01','reportId':?"
                        + " | assessedBy assessedOn concerns reportId source verdict",
                "indicators | 'name':7,'direction':'SIDEWAYS','reportId':?,'baseline':{'measuredOn':'2199-01-01'}"
                        + " | baseline/kind baseline/measuredOn direction name reportId source unit",
                "reach-observations | 'targetGroup':'ALL','reach':7,'reportId':?,'roundId':?,'overlaps':[?,null],'includedIn':?"
                        + " | includedIn overlaps/0 overlaps/1 period reach reportId roundId source targetGroup",
                "reach-tallies | 'targetGroup':'ALL','reach':7,'roundId':? | period reach roundId source targetGroup"
            })
    void ofNewRecord(String kind, String fields, String pointers) {
        var body = "'programme':'P'," + NOWHERE + "," + fields;
        refused(post(kind, body), (pointers + " " + PLACE).split(" "));
    }

    @Test
    void ofReportAndItsProjects() {
        refused(
                post(
                        "inventory-reports",
                        "'programme':'P','title':7,'roundId':?,'projects':[{'projectId':'x','track':'LOKAAL'," + NOWHERE
                                + "},null]"),
                "projects/0/" + PLACE,
                "projects/0/projectId",
                "projects/0/track",
                "projects/1",
                "roundId",
                "title");
        refused(
                post("inventory-report-tallies", "'programme':'P','reports':'two','roundId':?"),
                "projects",
                "reports",
                "roundId",
                "source");
    }

    @Test
    void ofCountOfUse() {
        var product = Api.create("/v1/products", json("{'programme':'P','kind':'GUIDE','name':'n','source':'s'}"));
        refused(
                Api.researcher()
                        .body(json("{'period':{'from':'2199-01-01','until':'2199-02-01'},'use':'often'}"))
                        .post(product + "/uses")
                        .then(),
                "period/from",
                "source",
                "use");
    }

    @Test
    void ofClaimAboutTableThatIsNotThere() {
        var first =
                "{'report':'PUBLISHED_TABLES','measure':'PRINTED_AMOUNT','filters':[{'field':'table','value':'NONE'}]}";
        for (var second : new String[] {"", ",'second':{'report':'PUBLISHED_TABLES','row':[null,{'field':7}]}"}) {
            var answer = Api.analyst()
                    .body(body(
                            "'programme':'P','code':'C','statement':7,'comparison':'SAME','relation':'EQUAL','stated':1,"
                                    + "'unit':'EUR','first':" + first + second))
                    .post("/v1/claims")
                    .then()
                    .statusCode(400);
            answer.body(
                    "violations.pointer", hasItems("/comparison", "/first/filters/0/value", "/source", "/statement"));
        }
    }

    @Test
    void ofChangesAndCorrections() {
        var programme = "VT-" + UUID.randomUUID();
        var lesson = Api.create(
                "/v1/lessons",
                json("{'programme':'" + programme + "','kind':'DO','title':'n','text':'t','source':'s'}"));
        refused(
                Api.researcher()
                        .contentType(MergePatch.MEDIA_TYPE)
                        .header("If-Match", Api.researcher().get(lesson).header("ETag"))
                        .body(body("'kind':'TIP','title':null,'translationOf':?," + NOWHERE))
                        .patch(lesson)
                        .then(),
                "kind",
                PLACE,
                "title",
                "translationOf");
        var figure = Api.record(Observation.of(programme));
        refused(
                Api.researcher()
                        .body(body("'reason':'','reach':7,'targetGroup':'ALL','overlaps':[?]," + NOWHERE))
                        .post(figure + "/corrections")
                        .then(),
                "overlaps/0",
                PLACE,
                "reach",
                "reason",
                "targetGroup");
    }

    @Test
    void saysInWordsWhatFormIsAllowed() {
        post("lessons", "'programme':'P','kind':'DO','title':'n','text':'t','source':'s','language':'Nederlands'")
                .statusCode(400)
                .body("detail", equalTo("The field must be nl or en."))
                .body("violations[0].pointer", equalTo("/language"))
                .body("violations[0].parameters.regexp", equalTo("^(nl|en)$"));
        post("lessons", "'programme':'P','kind':'DO','title':'n','text':'t','source':'s','language':''")
                .statusCode(400)
                .body("violations.code", contains("WRONG_FORMAT"))
                .body("detail", equalTo("The field must be nl or en."));
        Api.researcher()
                .header("Accept-Language", "nl")
                .body(Observation.of("P")
                        .with("includedIn", "'some'".replace('\'', '"'))
                        .json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(400)
                .body(
                        "detail",
                        equalTo("Dit veld moet UNKNOWN, NONE of het id van een telling zijn, in kleine letters."));
    }

    @Test
    void namesFieldThatDiffersByCaseOnly() {
        var created = post("lessons", "'programme':'P','kind':'DO','Title':'n','text':'t','SOURCE':'s','colour':'red'");
        refused(created, "Title", "SOURCE", "colour", "title", "source");
        created.body("violations.find { it.pointer == '/Title' }.code", equalTo("UNKNOWN_FIELD"))
                .body("violations.find { it.pointer == '/Title' }.parameters.allowed", contains("title"))
                .body("violations.find { it.pointer == '/Title' }.detail", containsString("title"))
                .body("violations.find { it.pointer == '/SOURCE' }.parameters.allowed", contains("source"))
                .body(
                        "violations.find { it.pointer == '/colour' }.parameters.allowed",
                        hasItems("kind", "tags", "title"));
        post("lessons", "'programme':'P','kind':'DO','title':'n','text':'t','source':'s','place':{'Scope':'NATIONAL'}")
                .body("violations.find { it.pointer == '/place/Scope' }.detail", containsString("scope"));
        var lesson =
                Api.create("/v1/lessons", json("{'programme':'P','kind':'DO','title':'n','text':'t','source':'s'}"));
        Api.researcher()
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", Api.researcher().get(lesson).header("ETag"))
                .body(json("{'Title':'m'}"))
                .patch(lesson)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/Title"))
                .body("violations[0].parameters.allowed", contains("title"));
    }

    /** A blank one states nothing: it is left out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "effect-judgements",
                "embeddings",
                "indicators",
                "inventory-report-tallies",
                "inventory-reports",
                "inventory-rounds",
                "reach-observations",
                "reach-tallies"
            })
    void ofEmptyNote(String kind) {
        post(kind, "'note':' '")
                .statusCode(400)
                .body("violations.findAll { it.pointer == '/note' }.code", contains("REQUIRED"));
    }

    private static ValidatableResponse post(String kind, String fields) {
        return Api.researcher().body(body(fields)).post("/v1/" + kind).then();
    }

    private static String body(String fields) {
        return json("{" + fields.replace("?", "'" + UUID.randomUUID() + "'") + "}");
    }

    private static void refused(ValidatableResponse answer, String... pointers) {
        answer.statusCode(400)
                .body(
                        "violations.pointer.sort()",
                        contains(Stream.of(pointers)
                                .map(pointer -> "/" + pointer)
                                .sorted()
                                .toArray(String[]::new)));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
