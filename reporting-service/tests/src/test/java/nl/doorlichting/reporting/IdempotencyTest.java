package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ReportingServiceTest
class IdempotencyTest {
    private String programme;

    @BeforeEach
    void ownProgramme() {
        programme = "K" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void repeatedRequestReturnsFirstAnswer() {
        var first = post("key-1", 100);
        var second = post("key-1", 100);
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Location", equalTo(first.header("Location")))
                .header("ETag", equalTo(first.header("ETag")));
        assertEquals(first.asString(), second.asString());
        assertStored(1);
    }

    @Test
    void ignoresSpacesAndOrderOfFields() {
        var body = Observation.of(programme).json();
        send("key-2", body).then().statusCode(201);
        send("key-2", body.replace(",\"", " ,\n \"")).then().statusCode(201);
        assertStored(1);
    }

    @Test
    void rejectsKeyWithAnotherBody() {
        post("key-3", 100).then().statusCode(201);
        post("key-3", 101).then().statusCode(422).body("type", equalTo("/v1/problems/key-reused"));
        assertStored(1);
    }

    @Test
    void refusedRequestDoesNotUseItsKey() {
        send("key-4", Observation.of(programme).without("reach").json()).then().statusCode(400);
        send(
                        "key-4",
                        Observation.of(programme)
                                .with("roundId", "\"" + UUID.randomUUID() + "\"")
                                .json())
                .then()
                .statusCode(409);
        post("key-4", 7).then().statusCode(201);
        assertStored(1);
    }

    @Test
    void keysOfCallersAreSeparate() {
        post("key-5", 1).then().statusCode(201);
        Api.as(TestIssuer.token().subject("another").roles(Role.RESEARCHER).sign())
                .header("Idempotency-Key", scoped("key-5"))
                .body(Observation.of(programme).reach(1).ofAnotherSource().json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
        assertStored(2);
    }

    @Test
    void concurrentRequestsMakeOneRecord() throws Exception {
        var workers = Executors.newFixedThreadPool(20);
        try {
            var tries = IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(i -> () -> post("key-6", 5).statusCode())
                    .toList();
            for (var answer : workers.invokeAll(tries)) {
                assertTrue(List.of(201, 409).contains(answer.get()), answer.get()::toString);
            }
        } finally {
            workers.shutdownNow();
        }
        post("key-6", 5).then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertStored(1);
    }

    @Test
    void keyExpiresAfterOneDay() throws Exception {
        post("key-7", 5).then().statusCode(201);
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        var database = new TestDatabase(url, "reporting_owner", "reporting_app");
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute("update idempotency_key set created_at = now() - interval '25 hours' where key = '"
                    + scoped("key-7") + "'");
        }
        post("key-7", 6).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        assertStored(2);
    }

    @Test
    void newAnswersDeleteOldOnes() throws Exception {
        post("key-8", 0).then().statusCode(201);
        RowPolicies.asOwner("update idempotency_key set created_at = now() - interval '25 hours' where key = '"
                + scoped("key-8") + "'");
        var left = 1;
        for (var reach = 1; reach <= 200 && left > 0; reach++) {
            post("key-8-" + reach, reach).then().statusCode(201);
            left = RowPolicies.asOwner("select key from idempotency_key where key = '" + scoped("key-8") + "'")
                    .size();
        }
        assertEquals(0, left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "é"})
    void rejectsMalformedKey(String key) {
        send(key, Observation.of(programme).json())
                .then()
                .statusCode(400)
                .body("violations[0].in", equalTo("header"))
                .body("violations[0].name", equalTo("Idempotency-Key"));
        assertStored(0);
    }

    private Response post(String key, long reach) {
        return send(key, Observation.of(programme).reach(reach).json());
    }

    private Response send(String key, String body) {
        return Api.researcher()
                .header("Idempotency-Key", key.startsWith("key-") ? scoped(key) : key)
                .body(body)
                .post("/v1/reach-observations");
    }

    private String scoped(String key) {
        return programme + key;
    }

    private void assertStored(int number) {
        Api.analyst()
                .get("/v1/reach-observations?programme=" + programme)
                .then()
                .body("items", hasSize(number));
    }
}
