package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static nl.doorlichting.training.RegistrationFixture.patch;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.post;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TrainingTypesTest {
    private static final String PATH = "/v1/training-types";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void listsTypesAsOfMoment() {
        var before = Instant.now();
        var body = "{'code':'ASOF','name':'Before','nameDutch':'Eerder','targetGroup':'OTHER'}";
        var path = post("/v1/training-types", body).statusCode(201).extract().header("Location");
        var then = Instant.now();
        NetworksTest.patch(path, "*", "{'name':'After','retentionDays':10}").statusCode(200);
        get("/v1/training-types?pageSize=200&asOf=" + before).body("items.code", not(hasItem("ASOF")));
        get("/v1/training-types?pageSize=200&asOf=" + then)
                .statusCode(200)
                .body("items.find { it.code == 'ASOF' }.name", equalTo("Before"))
                .body("items.find { it.code == 'ASOF' }.retentionDays", equalTo(90))
                .body("items.find { it.code == 'ASOF' }.allowedActions", empty());
        get(path + "?asOf=" + then).body("name", equalTo("Before"));
        get(path + "?asOf=" + before).statusCode(404);
        get(path).body("name", equalTo("After")).body("allowedActions", contains("update"));
        get("/v1/training-types?asOf=2199-01-01T00:00:00Z").statusCode(400);
    }

    @Test
    void typeReadsBackAsRecorded() {
        var location = post(
                        PATH, "{'code':'LESSON','name':'Guest lecture','nameDutch':'Gastles','targetGroup':'STUDENTS'}")
                .statusCode(201)
                .body("code", equalTo("LESSON"))
                .body("allowedActions", contains("update"))
                .extract()
                .header("Location");
        get(location)
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("name", equalTo("Guest lecture"))
                .body("nameDutch", equalTo("Gastles"))
                .body("targetGroup", equalTo("STUDENTS"));
    }

    @Test
    void refusesSecondCode() {
        type("TWICE", "OTHER");
        var existing = post(PATH, "{'code':'TWICE','name':'Other','nameDutch':'Ander','targetGroup':'STUDENTS'}")
                .statusCode(409)
                .body("type", equalTo("/v1/problems/already-exists"))
                .extract()
                .<String>path("existing");
        post(PATH, "{'code':'Twice','name':'Other','nameDutch':'Ander','targetGroup':'STUDENTS'}")
                .statusCode(409)
                .body("existing", equalTo(existing));
        get(existing).statusCode(200).body("code", equalTo("TWICE")).body("targetGroup", equalTo("OTHER"));
    }

    @ParameterizedTest(name = "{0} is {2} at {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':'A','nameDutch':'B','targetGroup':'OTHER'} | /code | REQUIRED",
                "{'code':'BAD','name':' ','nameDutch':'B','targetGroup':'OTHER'} | /name | REQUIRED",
                "{'code':'BAD','name':'A','nameDutch':'B'} | /targetGroup | REQUIRED",
                "{'code':'BAD','name':'A','nameDutch':'B','targetGroup':'ALL'} | /targetGroup | UNKNOWN_VALUE",
                "{'code':'B D','name':'A','nameDutch':'B','targetGroup':'OTHER'} | /code | WRONG_FORMAT",
                "{'code':5,'name':'A','nameDutch':'B','targetGroup':'OTHER'} | /code | WRONG_TYPE",
                "{'code':'BAD','name':'A','nameDutch':'B','targetGroup':'OTHER','x':1} | /x | UNKNOWN_FIELD",
                "{'code':'BAD','name':'A','nameDutch':'B','targetGroup':'OTHER'}{} | `` | TRAILING_CONTENT",
            })
    void refusesInvalidType(String body, String pointer, String code) {
        post(PATH, body)
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void typeStatesPhenomenonAndRetention() {
        var location = post(
                        PATH,
                        "{'code':'ABOUT','name':'A','nameDutch':'B','targetGroup':'OTHER',"
                                + "'phenomenon':'POLARISATION','retentionDays':30}")
                .statusCode(201)
                .extract()
                .header("Location");
        get(location).body("phenomenon", equalTo("POLARISATION")).body("retentionDays", equalTo(30));
        patch(location, "{'phenomenon':null,'retentionDays':null,'name':'Better'}")
                .statusCode(200)
                .body("phenomenon", nullValue())
                .body("retentionDays", equalTo(90))
                .body("name", equalTo("Better"))
                .body("nameDutch", equalTo("B"));
    }

    @Test
    void changeRequiresCurrentEtagAndKeepsCode() {
        var location = post(PATH, "{'code':'KEEPS','name':'A','nameDutch':'B','targetGroup':'OTHER'}")
                .extract()
                .header("Location");
        var stale = get(location).extract().header("ETag");
        patch(location, "{'code':'OTHER_CODE'}").statusCode(400).body("violations[0].pointer", equalTo("/code"));
        patch(location, "{'retentionDays':-1,'targetGroup':null}")
                .statusCode(400)
                .body("violations", hasSize(2));
        patch(location, "{'targetGroup':'STUDENTS'}").statusCode(200).header("ETag", not(equalTo(stale)));
        var late = coordinator().contentType("application/merge-patch+json").body("{\"name\":\"Late\"}");
        late.patch(location).then().statusCode(428);
        late.header("If-Match", stale).patch(location).then().statusCode(412);
        get(location).body("name", equalTo("A")).body("targetGroup", equalTo("STUDENTS"));
    }

    @Test
    void pagesWithoutGapOrRepetition() {
        for (var code : List.of("PAGE_C", "PAGE_A", "PAGE_B")) {
            type(code, "OTHER");
        }
        var seen = new ArrayList<String>();
        var page = PATH + "?pageSize=2&sort=code";
        while (page != null) {
            var answer = get(page).statusCode(200).extract();
            seen.addAll(answer.path("items.code"));
            page = answer.path("links.next");
        }
        assertEquals(seen.stream().sorted().distinct().toList(), seen);
        assertTrue(seen.containsAll(List.of("PAGE_A", "PAGE_B", "PAGE_C")), seen::toString);
    }

    @Test
    void answers404ForUnknownType() {
        get(PATH + "/01a20adb-c069-7930-a943-5ae8be5bcea2").statusCode(404);
        get(PATH + "/one").statusCode(400).body("violations[0].code", equalTo("WRONG_TYPE"));
        get(PATH + "?colour=red").statusCode(400).body("violations[0].code", equalTo("UNKNOWN_PARAMETER"));
    }

    @Test
    void codelistNeedsNoTokenAndKeepsOrderOfRecording() {
        type("LIST_Z", "STUDENTS");
        type("LIST_A", "OTHER");
        var values = "values.findAll { it.code.startsWith('LIST_') }";
        given().get("/v1/codelists/training-types")
                .then()
                .statusCode(200)
                .body("name", equalTo("training-types"))
                .body("values.code", hasItems("LIST_Z", "LIST_A"))
                .body(values + ".code", contains("LIST_Z", "LIST_A"))
                .body(values + "[0].labelDutch", equalTo("Een naam"))
                .body(values + "[0].labelEnglish", equalTo("A name"))
                .body(values + "[0].definitionDutch", equalTo("Training voor: studenten."))
                .body(values + "[0].validFrom", nullValue())
                .body("values.order", hasItem(1))
                .body("values.order", not(hasItem(0)));
    }
}
