package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lessons and products that are public change by corrections that another reviewer approves. */
@ReportingServiceTest
class PublicRecordCorrectionTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({"lessons, kind, DO, title, text", "products, kind, GUIDE, name, description"})
    void correctionOfPublicRecordWaitsForReviewer(String path, String kind, String code, String title, String text) {
        var record = create(path, kind, code, title, text);
        correct(record, "{'reason':'r','" + title + "':'Other'}")
                .statusCode(409)
                .body("allowed", hasItem("update"));
        Api.reviewer()
                .post(record + "/correction-approval")
                .then()
                .statusCode(409)
                .body("allowed", contains("update", "publication"));
        publish(record);
        correct(record, "{'" + title + "':'Other'}").statusCode(400).body("violations.pointer", contains("/reason"));
        correct(record, "{'reason':'r','" + title + "':null,'colour':1}").statusCode(400);
        Api.named("proposer", Role.RESEARCHER, Role.REVIEWER)
                .body(json("{'reason':'a typing error','" + title + "':'Other'}"))
                .post(record + "/corrections")
                .then()
                .statusCode(201)
                .body(title, equalTo("First"))
                .body("correctionPending", equalTo(true))
                .body("allowedActions", contains("withdrawal", "correction-rejection"));
        Api.researcher()
                .get(record + "/pending-correction")
                .then()
                .statusCode(200)
                .body(title, equalTo("Other"))
                .body(text, equalTo("kept"))
                .body("correction.correctedBy", equalTo("proposer"))
                .body("allowedActions", not(hasItem("correction-approval")));
        shown(record, "First");
        var waiting = "/v1/" + path + "?correctionPending=true";
        Api.reviewer().get(waiting).then().statusCode(200).body("items.id", hasItem(id(record)));
        Api.analyst().get(waiting).then().statusCode(200).body("items", empty());
        Api.analyst()
                .get(record)
                .then()
                .body("correctionPending", equalTo(false))
                .body("recordedBy", notNullValue());
        Api.analyst().get(record + "/pending-correction").then().statusCode(403);
        correct(record, "{'reason':'r','" + title + "':'Third'}").statusCode(409);
        Api.named("proposer", Role.REVIEWER)
                .post(record + "/correction-approval")
                .then()
                .statusCode(403)
                .body("type", equalTo("/v1/problems/four-eyes"));
        Api.named("another reviewer", Role.REVIEWER)
                .post(record + "/correction-approval")
                .then()
                .statusCode(200)
                .body(title, equalTo("Other"))
                .body(text, equalTo("kept"))
                .body("status", equalTo("PUBLISHED"))
                .body("correction.correctedBy", equalTo("proposer"))
                .body("correction.reason", equalTo("a typing error"))
                .body("correctionPending", equalTo(false));
        shown(record, "Other");
        Api.researcher().get(record + "/pending-correction").then().statusCode(404);
        correct(record, "{'reason':'not stated','" + text + "':null}").statusCode(201);
        Api.reviewer()
                .body(json("{'reason':'it was right'}"))
                .post(record + "/correction-rejection")
                .then()
                .statusCode(200)
                .body(text, equalTo("kept"));
        Api.reviewer().post(record + "/correction-approval").then().statusCode(409);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"lessons, kind, DO, title, text", "products, kind, GUIDE, name, description"})
    void withdrawalEndsCorrectionThatWaits(String path, String kind, String code, String title, String text) {
        var record = create(path, kind, code, title, text);
        publish(record);
        correct(record, "{'reason':'r','" + title + "':'Other'}").statusCode(201);
        Api.reviewer()
                .body(json("{'reason':'of another programme'}"))
                .post(record + "/withdrawal")
                .then()
                .statusCode(200)
                .body(title, equalTo("First"))
                .body("correctionPending", equalTo(false));
        Api.reviewer().post(record + "/correction-approval").then().statusCode(409);
        Api.anonymous().get("/v1/catalogue/" + id(record)).then().statusCode(410);
        Api.researcher()
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", "*")
                .body(json("{'" + title + "':'Changed'}"))
                .patch(record)
                .then()
                .statusCode(200)
                .body("correction", nullValue());
        publish(record);
        shown(record, "Changed");
        Api.analyst().get(record).then().body("publishedAt", notNullValue());
    }

    private static String create(String path, String kind, String code, String title, String text) {
        return Api.create(
                "/v1/" + path,
                json("{'programme':'PC-" + UUID.randomUUID() + "','" + kind + "':'" + code + "','" + title
                        + "':'First','" + text + "':'kept','source':'a test'}"));
    }

    private static void publish(String record) {
        Api.reviewer().post(record + "/publication").then().statusCode(200);
    }

    private static void shown(String record, String title) {
        Api.anonymous()
                .get("/v1/catalogue/" + id(record))
                .then()
                .statusCode(200)
                .body("title", equalTo(title));
    }

    private static ValidatableResponse correct(String record, String body) {
        return Api.researcher().body(json(body)).post(record + "/corrections").then();
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
