package nl.doorlichting.reporting;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.contract.ContractFilter;
import nl.doorlichting.platform.testing.tokens.TestIssuer;

/** A client of the service; it checks every answer against the contract. */
final class Api {
    private static final ContractFilter CONTRACT = ContractFilter.ofApplication();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient PLAIN =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Api() {}

    static RequestSpecification researcher() {
        return as(TestIssuer.token(Role.RESEARCHER));
    }

    static RequestSpecification analyst() {
        return as(TestIssuer.token(Role.ANALYST));
    }

    static RequestSpecification reviewer() {
        return as(TestIssuer.token(Role.REVIEWER));
    }

    static RequestSpecification grantee(String organisation) {
        return as(TestIssuer.token()
                .roles(Role.GRANTEE)
                .organisation(organisation)
                .sign());
    }

    /** A client with this subject and these roles. */
    static RequestSpecification named(String subject, String... roles) {
        return as(TestIssuer.token().subject(subject).roles(roles).sign());
    }

    static RequestSpecification as(String token) {
        return anonymous().auth().oauth2(token);
    }

    static RequestSpecification anonymous() {
        return given().filter(CONTRACT).contentType(ContentType.JSON);
    }

    /** A correction to these fields; the programme and the reference stay. */
    static Map<String, Object> correction(String reason, Map<String, ?> fields) {
        var correction = new LinkedHashMap<String, Object>(fields);
        correction.keySet().removeAll(List.of("programme", "reference"));
        if (reason != null) {
            correction.put("reason", reason);
        }
        return correction;
    }

    static Map<String, Object> correction(String reason, String json) {
        try {
            return correction(reason, JSON.readValue(json, new TypeReference<Map<String, Object>>() {}));
        } catch (IOException malformed) {
            throw new AssertionError(json, malformed);
        }
    }

    /** The answer to an analyst, not checked against the contract, for tests with hundreds of questions. */
    static Map<String, Object> unchecked(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + TestIssuer.token(Role.ANALYST))
                .build();
        try {
            var response = PLAIN.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, response.statusCode(), () -> path + ": " + response.body());
            return JSON.readValue(response.body(), new TypeReference<>() {});
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(path, failure);
        }
    }

    /** A list of objects in such an answer. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<?, ?> answer, String name) {
        return (List<Map<String, Object>>) answer.get(name);
    }

    /** Records the observation and returns its path. */
    static String record(Observation observation) {
        return researcher()
                .body(observation.ofAnotherSource().json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    /** Creates a record and returns its path. */
    static String create(String path, String body) {
        return researcher()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    /** Creates a round of 2010 in the programme and returns its id. */
    static String round(String programme, String code) {
        var body = Map.of(
                "programme",
                programme,
                "code",
                code,
                "name",
                "Round " + code,
                "period",
                Map.of("from", "2010-01-01", "until", "2011-01-01"),
                "source",
                "a test");
        return researcher()
                .body(body)
                .post("/v1/inventory-rounds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Creates the report and returns its path. */
    static String begin(Report report) {
        return researcher()
                .body(report.body())
                .post("/v1/inventory-reports")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    /** Takes steps with the report, each as a caller that may. */
    static void take(String report, String... steps) {
        for (var step : steps) {
            var by = step.equals("submission") ? researcher() : named("another reviewer", Role.REVIEWER);
            by.post(report + "/" + step).then().statusCode(200);
        }
    }

    /** Corrects what is approved or public: another reviewer approves the correction. */
    static ValidatableResponse correct(String path, Map<String, ?> correction) {
        researcher().body(correction).post(path + "/corrections").then().statusCode(201);
        return named("another reviewer", Role.REVIEWER)
                .post(path + "/correction-approval")
                .then()
                .statusCode(200);
    }

    static ValidatableResponse statistics(String query) {
        return analyst().get("/v1/reach-statistics?" + query).then().statusCode(200);
    }
}
