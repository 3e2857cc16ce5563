package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LearningModulesTest {
    private static final String PATH = "/v1/learning-modules";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void sumsCompletionsWithTheirCertainty() {
        var path = module("L1", "'reference':'m'").statusCode(201).extract().header("Location");
        get(path).body("completions.best", nullValue()).body("allowedActions", contains("completions", "update"));
        completions(path, "2010-01-01", "2011-01-01", "'completions':{'kind':'EXACT','value':40}")
                .statusCode(201);
        completions(
                        path,
                        "2010-01-01",
                        "2011-01-01",
                        "'completions':{'kind':'AT_LEAST','value':10},'organisationId':'GM0988'")
                .statusCode(201);
        get(path)
                .body("completions.best", equalTo(50))
                .body("completions.highest", nullValue())
                .body("completions.observations.exact", equalTo(1));
        get(PATH + "?programme=L1").body("items.completions.best", contains(50));
        get(path + "/completions").body("items.organisationId", containsInAnyOrder(null, "GM0988"));
    }

    @Test
    void refusesSecondCountOfSameGroupAndPeriod() {
        var path = module("L2", "'reference':'m'").extract().header("Location");
        var fields = "'completions':{'kind':'EXACT','value':40},'targetGroup':'STUDENTS'";
        completions(path, "2010-01-01", "2011-01-01", fields).statusCode(201);
        completions(path, "2010-01-01", "2011-01-01", fields)
                .statusCode(409)
                .body("existing", equalTo(path + "/completions"));
        get(path + "/completions").body("items", hasSize(1));
        module("L2", "'reference':'m'").statusCode(409).body("existing", equalTo(path));
    }

    @Test
    void correctsCountWithReason() {
        var path = module("L2B", "'reference':'m'").extract().header("Location");
        var fields = "'completions':{'kind':'EXACT','value':%d}";
        completions(path, "2009-01-01", "2010-01-01", fields.formatted(7)).statusCode(201);
        String id = completions(path, "2010-01-01", "2011-01-01", fields.formatted(400))
                .body("allowedActions", contains("corrections", "withdrawal"))
                .extract()
                .path("id");
        var corrections = path + "/completions/" + id + "/corrections";
        var right = "{'reason':'a nought too many','source':'test','period':{'from':'2010-01-01','until':'2011-01-01'},"
                + fields.formatted(40) + "}";
        post(corrections, right).statusCode(201).body("reason", equalTo("a nought too many"));
        get(path).body("completions.best", equalTo(47));
        post(corrections, right.replace("2010-01-01", "2009-01-01").replace("2011", "2010"))
                .statusCode(409);
        post(corrections, right.replace("'reason':'a nought too many',", "")).statusCode(400);
        post(PATH + "/" + id + "/completions/" + id + "/corrections", right).statusCode(404);
        get(path + "/completions").body("items", hasSize(2));
        post(corrections, "{'reason':'of students','targetGroup':'STUDENTS'}")
                .statusCode(201)
                .body("completions.value", equalTo(40));
        var withdrawal = path + "/completions/" + id + "/withdrawal";
        post(withdrawal, "{'reason':'of another module'}")
                .statusCode(200)
                .body("withdrawal.reason", equalTo("of another module"));
        get(path).body("completions.best", equalTo(7));
        get(path + "/completions?withdrawn=true").body("items.id", contains(id));
        post(withdrawal, "{'reason':'again'}").statusCode(409);
        completions(path, "2010-01-01", "2011-01-01", fields.formatted(40) + ",'targetGroup':'STUDENTS'")
                .statusCode(201);
    }

    @Test
    void changesModuleButNotItsReference() {
        var path = module("L3", "'reference':'m'").extract().header("Location");
        NetworksTest.patch(path, "\"0\"", "{'title':'Another title','targetGroup':'STUDENTS'}")
                .statusCode(200)
                .body("title", equalTo("Another title"))
                .body("etag", equalTo("\"1\""));
        NetworksTest.patch(path, "\"1\"", "{'programme':'L4'}").statusCode(400);
        NetworksTest.patch(path, "\"1\"", "{'title':''}")
                .statusCode(400)
                .body("violations.pointer", contains("/title"));
    }

    @Test
    void answers404ForCompletionsOfUnknownModule() {
        completions(
                        PATH + "/01a20adb-c069-7930-a943-5ae8be5bcea2",
                        "2010-01-01",
                        "2011-01-01",
                        "'completions':{'kind':'EXACT','value':40}")
                .statusCode(404);
    }

    private static ValidatableResponse module(String programme, String fields) {
        return post(PATH, "{'programme':'%s','title':'A module','source':'test',%s}".formatted(programme, fields));
    }

    private static ValidatableResponse completions(String path, String from, String until, String fields) {
        return post(
                path + "/completions",
                "{'period':{'from':'%s','until':'%s'},'source':'test',%s}".formatted(from, until, fields));
    }
}
