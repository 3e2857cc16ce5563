package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Lessons, embedding and products: recorded, changed, published, counted. */
@ReportingServiceTest
class LessonTest {
    private static final String WHY = "{\"reason\":\"a mistake\"}";
    private static final String LESSON =
            "{\"programme\":\"L\",\"kind\":\"DO\",\"title\":\"Werk samen\",\"source\":\"a test\"%s}";
    private static final String PRODUCT =
            "{\"programme\":\"L\",\"kind\":\"GUIDE\",\"name\":\"Handreiking\",\"source\":\"a test\"%s}";
    private static final String EMBEDDING =
            "{\"programme\":\"L\",\"subject\":\"%s\",\"statedOn\":\"%s\",\"status\":\"SECURED\",\"where\":\"a"
                    + " foundation\",\"responsible\":\"the foundation\",\"source\":\"a test\"}";

    @Test
    void returnsStoredLesson() {
        var path = Api.create(
                "/v1/lessons",
                LESSON.formatted(
                        ",\"tags\":[\"netwerk\",\"netwerk\"],\"helps\":[\"PROJECT_LEADERSHIP\"],\"phase\":\"SET_UP\""));
        Api.analyst()
                .get(path)
                .then()
                .statusCode(200)
                .body("tags", contains("netwerk"))
                .body("helps", contains("PROJECT_LEADERSHIP"))
                .body("phase", equalTo("SET_UP"))
                .body("language", equalTo("nl"))
                .body("status", equalTo("DRAFT"))
                .body("place.scope", equalTo("UNSPECIFIED"));
    }

    @Test
    void countsLessonInTwoLanguagesOnce() {
        var programme = "TRANSLATED";
        var lesson = LESSON.replace("\"L\"", "\"" + programme + "\"");
        var dutch = Api.create("/v1/lessons", lesson.formatted(",\"reference\":\"nl\""));
        var id = dutch.substring(dutch.lastIndexOf('/') + 1);
        var says = ",\"translationOf\":\"" + id + "\"";
        var english = Api.create("/v1/lessons", lesson.formatted(",\"language\":\"en\",\"text\":\"all\"" + says));
        var other = Api.create("/v1/lessons", lesson.formatted(""));

        Api.analyst()
                .get("/v1/lessons?programme=" + programme + "&translation=false")
                .then()
                .statusCode(200)
                .body("total.value", equalTo(2))
                .body("items.translations.language", equalTo(List.of(List.of("en"), List.of())))
                .body("items[0].translations[0].text", equalTo("all"));
        Api.analyst()
                .get("/v1/lessons?programme=" + programme + "&translation=true")
                .then()
                .body("items.translationOf", contains(id))
                .body("items.translations", equalTo(List.of(List.of())));

        // Of a lesson that is withdrawn the translation is what is left.
        Api.researcher().body(WHY).post(dutch + "/withdrawal").then().statusCode(200);
        Api.analyst()
                .get("/v1/lessons?programme=" + programme + "&translation=false")
                .then()
                .body("total.value", equalTo(2))
                .body("items.translationOf", contains(id, null));
        Api.researcher().body(WHY).post(english + "/withdrawal").then().statusCode(200);
        Api.analyst()
                .get("/v1/lessons?programme=" + programme + "&translation=false")
                .then()
                .body("items.id", contains(other.substring(other.lastIndexOf('/') + 1)));
    }

    @Test
    void refusesTranslationThatIsNone() {
        var dutch = Api.create("/v1/lessons", LESSON.formatted(""));
        var id = dutch.substring(dutch.lastIndexOf('/') + 1);
        var says = ",\"language\":\"en\",\"translationOf\":\"%s\"";
        var english = Api.create("/v1/lessons", LESSON.formatted(says.formatted(id)));

        Api.researcher()
                .body(LESSON.formatted(says.formatted("01938f5a-0000-7000-8000-0000000000ff")))
                .post("/v1/lessons")
                .then()
                .statusCode(409)
                .body("violations.pointer", contains("/translationOf"))
                .body("violations.code", contains("REFERENCE_UNKNOWN"));
        Api.researcher()
                .body(LESSON.replace("\"L\"", "\"M\"").formatted(says.formatted(id)))
                .post("/v1/lessons")
                .then()
                .statusCode(409)
                .body("violations.code", contains("REFERENCE_UNKNOWN"));
        Api.researcher()
                .body(LESSON.formatted(",\"translationOf\":\"" + id + "\""))
                .post("/v1/lessons")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/language"));
        Api.researcher()
                .body(LESSON.formatted(
                        ",\"translationOf\":\"" + english.substring(english.lastIndexOf('/') + 1) + "\""))
                .post("/v1/lessons")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/translationOf"))
                .body("violations.code", contains("NOT_ALLOWED"));
        Api.researcher()
                .body(LESSON.formatted(says.formatted(id)))
                .post("/v1/lessons")
                .then()
                .statusCode(409)
                .body("existing", equalTo(english));
        patch(dutch, "*", "{\"language\":\"en\",\"translationOf\":\"" + id + "\"}")
                .then()
                .statusCode(400);
        Api.analyst().get(dutch).then().body("translationOf", nullValue()).body("translations", hasSize(1));
    }

    @Test
    void refusesSecondOfTwoTranslationsAtOnceAndNamesTheFirst() throws Exception {
        for (var round = 0; round < 5; round++) {
            var dutch = Api.create("/v1/lessons", LESSON.formatted(""));
            var says = ",\"language\":\"en\",\"translationOf\":\"" + dutch.substring(dutch.lastIndexOf('/') + 1) + "\"";
            var pool = Executors.newFixedThreadPool(8);
            Callable<ExtractableResponse<Response>> post = () -> Api.researcher()
                    .body(LESSON.formatted(says))
                    .post("/v1/lessons")
                    .then()
                    .extract();
            var answers = new ArrayList<ExtractableResponse<Response>>();
            for (var answer : pool.invokeAll(Collections.nCopies(8, post))) {
                answers.add(answer.get());
            }
            pool.shutdown();
            var kept = answers.stream()
                    .filter(answer -> answer.statusCode() == 201)
                    .toList();
            assertEquals(1, kept.size());
            answers.removeAll(kept);
            for (var refused : answers) {
                assertEquals(409, refused.statusCode());
                assertEquals(kept.get(0).header("Location"), refused.path("existing"));
            }
        }
    }

    @Test
    void changesDraftsOnly() {
        var path = Api.create("/v1/lessons", LESSON.formatted(",\"text\":\"weg\""));
        var etag = Api.researcher()
                .get(path)
                .then()
                .body("allowedActions", contains("update", "withdrawal"))
                .extract()
                .header("ETag");
        patch(path, etag, "{\"title\":\"Werk vroeg samen\",\"text\":null}")
                .then()
                .statusCode(200)
                .body("title", equalTo("Werk vroeg samen"))
                .body("text", nullValue());
        patch(path, etag, "{\"title\":\"x\"}").then().statusCode(412);
        patch(path, null, "{\"title\":\"x\"}").then().statusCode(428);
        patch(path, "*", "{\"kind\":\"MAYBE\",\"colour\":1}")
                .then()
                .statusCode(400)
                .body("violations", hasSize(2));
        Api.reviewer().post(path + "/publication").then().statusCode(200).body("status", equalTo("PUBLISHED"));
        patch(path, "*", "{\"title\":\"x\"}")
                .then()
                .statusCode(409)
                .body("allowed", contains("corrections", "withdrawal"));
        Api.reviewer().get(path).then().body("allowedActions", contains("withdrawal"));
        Api.researcher().body(WHY).post(path + "/withdrawal").then().statusCode(403);
        Api.reviewer()
                .body(WHY)
                .post(path + "/withdrawal")
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("publishedAt", nullValue())
                .body("withdrawal.reason", equalTo("a mistake"));
        Api.reviewer()
                .body(WHY)
                .post(path + "/withdrawal")
                .then()
                .statusCode(409)
                .body("allowed", contains("update", "publication"));
    }

    @Test
    void publicationEndsWithdrawal() {
        var path = Api.create(
                "/v1/lessons", LESSON.formatted(",\"programme\":\"LW\"").replaceFirst("\"programme\":\"L\",", ""));
        Api.researcher().body(WHY).post(path + "/withdrawal").then().statusCode(200);
        Api.analyst().get("/v1/lessons?programme=LW").then().body("items", empty());
        Api.analyst()
                .get("/v1/lessons?programme=LW&withdrawn=true")
                .then()
                .body("items.withdrawal.reason", contains("a mistake"));
        Api.reviewer().post(path + "/publication").then().statusCode(200).body("withdrawal", nullValue());
        Api.analyst().get("/v1/lessons?programme=LW").then().body("items.status", contains("PUBLISHED"));
    }

    @Test
    void granteeSeesOwnRecordsOnly() {
        for (var kind : new String[] {"/v1/lessons", "/v1/products"}) {
            var body = kind.endsWith("lessons") ? LESSON : PRODUCT;
            var own = Api.create(kind, body.formatted(",\"organisationId\":\"OWN-L\""));
            var other = Api.create(kind, body.formatted(",\"organisationId\":\"OTHER-L\""));
            Api.grantee("OWN-L").get(own).then().statusCode(200).body("allowedActions", empty());
            Api.grantee("OWN-L").get(other).then().statusCode(404);
            Api.grantee("OWN-L").get(kind).then().body("items.organisationId", contains("OWN-L"));
            Api.anonymous().get(kind).then().statusCode(401);
        }
    }

    @Test
    void useIsNotMeasuredBeforeFirstCount() {
        var path = Api.create("/v1/products", PRODUCT.formatted(",\"testedWithTargetGroup\":true"));
        Api.analyst()
                .get(path)
                .then()
                .body("testedWithTargetGroup", equalTo(true))
                .body("use.before.kind", equalTo("NOT_MEASURED"))
                .body("use.countedFrom", nullValue())
                .body("use.counted.best", nullValue());
        count(path, "2133-01-01", "2134-01-01", 40)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/period/from"));
        var uncounted = Instant.now();
        count(path, "2026-01-01", "2026-07-01", 40).then().statusCode(201);
        count(path, "2026-07-01", "2027-01-01", 2).then().statusCode(201);
        count(path, "2026-06-30", "2026-07-02", 9).then().statusCode(409).body("existing", equalTo(path + "/uses"));
        Api.analyst()
                .get(path)
                .then()
                .body("use.before.kind", equalTo("NOT_MEASURED"))
                .body("use.countedFrom", equalTo("2026-01-01"))
                .body("use.counted.best", equalTo(42));
        Api.analyst().get(path + "?asOf=" + uncounted).then().statusCode(200).body("use.counted.best", nullValue());
        Api.analyst()
                .get(path + "/uses")
                .then()
                .statusCode(200)
                .body("items.period.from", contains("2026-01-01", "2026-07-01"));
    }

    @Test
    void warnsOfEmbeddingOlderThanOneYear() {
        Api.create("/v1/embeddings", EMBEDDING.formatted("old", "2009-05-01"));
        var last = Api.create("/v1/embeddings", EMBEDDING.formatted("old", "2011-05-01"));
        Api.analyst()
                .get("/v1/embeddings?programme=L")
                .then()
                .statusCode(200)
                .body("items.findAll { it.subject == 'old' }.latest", contains(false, true))
                .body(
                        "items.findAll { it.subject == 'old' && it.latest }.warnings.flatten().code",
                        contains("EMBEDDING_STALE"))
                .body("items.findAll { it.subject == 'old' && !it.latest }.warnings.flatten()", empty());
        Api.researcher()
                .body(EMBEDDING.formatted("old", "2011-05-01"))
                .post("/v1/embeddings")
                .then()
                .statusCode(409)
                .body("existing", equalTo(last));
        patch(last, "\"0\"", "{\"until\":\"2012-01-01\"}")
                .then()
                .statusCode(200)
                .body("warnings.code", contains("EMBEDDING_STALE", "EMBEDDING_ENDED"));
    }

    /** A statement that says nothing of the language of its subject is Dutch, also what was kept of one that was corrected. */
    @Test
    void embeddingStatesLanguageOfItsSubject() {
        var path = Api.create("/v1/embeddings", EMBEDDING.formatted("a foundation", "2011-05-01"));
        Api.analyst().get(path).then().body("language", equalTo("nl"));
        var recorded = Instant.now();
        patch(path, "\"0\"", "{\"language\":\"en\"}").then().statusCode(200).body("language", equalTo("en"));
        Api.analyst().get(path).then().body("language", equalTo("en"));
        Api.analyst().get(path + "?asOf=" + recorded).then().statusCode(200).body("language", equalTo("nl"));
        patch(path, "\"1\"", "{\"language\":\"fr\"}")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/language"));
    }

    /** What is stated already, or holds where nothing is stated, is no change. */
    @Test
    void changeOfNothingMakesNoVersion() {
        var statement = Api.create("/v1/embeddings", EMBEDDING.formatted("a thing that stays", "2011-05-01"));
        var same = "{\"statedOn\":\"2011-05-01\",\"place\":null,\"language\":null,\"phenomena\":[]}";
        patch(statement, "\"0\"", same)
                .then()
                .statusCode(200)
                .body("etag", equalTo("\"0\""))
                .body("statedOn", equalTo("2011-05-01"))
                .body("language", equalTo("nl"));
        Api.analyst().get(statement).then().body("etag", equalTo("\"0\""));
        patch(statement, "\"7\"", same).then().statusCode(412);
        patch(statement, null, same).then().statusCode(428);
        Api.researcher()
                .body("{\"reason\":\"none\",\"place\":null,\"language\":null}")
                .post(statement + "/corrections")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains(""))
                .body("violations.code", contains("REQUIRED"));
        patch(statement, "\"0\"", "{\"language\":\"en\"}")
                .then()
                .statusCode(200)
                .body("etag", equalTo("\"1\""));
        var lesson = Api.create("/v1/lessons", LESSON.formatted(",\"text\":\"the same\""));
        patch(lesson, "\"0\"", "{\"text\":\"the same\"}").then().statusCode(200).body("etag", equalTo("\"0\""));
    }

    private static io.restassured.response.Response count(String product, String from, String until, int times) {
        return Api.researcher()
                .body("{\"period\":{\"from\":\"" + from + "\",\"until\":\"" + until
                        + "\"},\"use\":{\"kind\":\"EXACT\",\"value\":" + times + "},\"source\":\"a test\"}")
                .post(product + "/uses");
    }

    private static io.restassured.response.Response patch(String path, String etag, String body) {
        var request =
                Api.researcher().contentType("application/merge-patch+json").body(body);
        return (etag == null ? request : request.header("If-Match", etag)).patch(path);
    }
}
