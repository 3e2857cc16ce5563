package nl.doorlichting.training;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.doorlichting.kernel.testing.OpenApiContract;
import nl.doorlichting.kernel.testing.ServedOperations;
import nl.doorlichting.kernel.testing.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what (DESIGN section 8), asked with every role there is. */
@QuarkusTest
class AccessTest {
    private static final List<String> ROLES = List.of(
            "PROGRAMME_MANAGER",
            "GRANT_OFFICER",
            "CONTROLLER",
            "GRANTEE",
            "TRAINING_COORDINATOR",
            "TRAINER",
            "PROFESSIONAL",
            "RESEARCHER",
            "REVIEWER",
            "ANALYST",
            "STATISTICS_CLIENT",
            "AUDITOR");
    private static final String ID = "/01a20adb-c069-7930-a943-5ae8be5bcea2";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @ParameterizedTest(name = "{0} {1} is for {2}")
    @CsvSource({
        "GET, /v1/training-types, TRAINING_COORDINATOR",
        "GET, /v1/training-types{id}, TRAINING_COORDINATOR",
        "POST, /v1/training-types, TRAINING_COORDINATOR",
        "GET, /v1/training-tallies, TRAINING_COORDINATOR",
        "GET, /v1/training-tallies{id}, TRAINING_COORDINATOR",
        "POST, /v1/training-tallies, TRAINING_COORDINATOR",
        "POST, /v1/training-tallies{id}/corrections, TRAINING_COORDINATOR",
        "PATCH, /v1/training-types{id}, TRAINING_COORDINATOR",
        "GET, /v1/training-sessions, PROFESSIONAL TRAINER TRAINING_COORDINATOR",
        "GET, /v1/training-sessions{id}, PROFESSIONAL TRAINER TRAINING_COORDINATOR",
        "PATCH, /v1/training-sessions{id}, TRAINING_COORDINATOR",
        "POST, /v1/training-sessions/series, TRAINING_COORDINATOR",
        "POST, /v1/training-sessions{id}/confirmation, TRAINING_COORDINATOR",
        "POST, /v1/training-sessions{id}/cancellation, TRAINING_COORDINATOR",
        "POST, /v1/training-sessions{id}/head-count/correction, TRAINING_COORDINATOR",
        "POST, /v1/training-sessions{id}/roll-call, TRAINER TRAINING_COORDINATOR",
        "GET, /v1/training-sessions{id}/roll-call, TRAINER TRAINING_COORDINATOR",
        "POST, /v1/training-sessions{id}/roll-call/correction, TRAINING_COORDINATOR",
        "POST, /v1/training-sessions{id}/registrations, PROFESSIONAL TRAINING_COORDINATOR",
        "GET, /v1/training-sessions{id}/registrations, PROFESSIONAL TRAINER TRAINING_COORDINATOR",
        "GET, /v1/training-sessions{id}/registrations{id}, PROFESSIONAL TRAINER TRAINING_COORDINATOR",
        "PATCH, /v1/training-sessions{id}/registrations{id}, PROFESSIONAL TRAINING_COORDINATOR",
        "POST, /v1/training-sessions{id}/registrations{id}/cancellation, PROFESSIONAL TRAINING_COORDINATOR",
        "POST, /v1/training-sessions{id}/registrations{id}/erasure, PROFESSIONAL TRAINING_COORDINATOR",
        "GET, /v1/registrations, PROFESSIONAL",
        "POST, /v1/personal-data/export, PROFESSIONAL TRAINING_COORDINATOR",
        "POST, /v1/personal-data/erasure, PROFESSIONAL TRAINING_COORDINATOR",
        "POST, /v1/training-sessions, TRAINING_COORDINATOR",
        "POST, /v1/training-sessions{id}/head-count, TRAINING_COORDINATOR",
        "GET, /v1/training-sessions{id}/evaluations, TRAINING_COORDINATOR",
        "GET, /v1/training-sessions{id}/evaluation-statistics, TRAINING_COORDINATOR TRAINER",
        "POST, /v1/advice-questions{id}/answer, TRAINING_COORDINATOR",
        "GET, /v1/advice-question-tallies, TRAINING_COORDINATOR",
        "GET, /v1/advice-question-tallies{id}, TRAINING_COORDINATOR",
        "POST, /v1/advice-question-tallies, TRAINING_COORDINATOR",
        "POST, /v1/advice-question-tallies{id}/corrections, TRAINING_COORDINATOR",
        "GET, /v1/advice-question-statistics, ANALYST PROGRAMME_MANAGER REVIEWER TRAINING_COORDINATOR",
        "GET, /v1/networks, TRAINING_COORDINATOR",
        "GET, /v1/networks{id}, TRAINING_COORDINATOR",
        "POST, /v1/networks, TRAINING_COORDINATOR",
        "PATCH, /v1/networks{id}, TRAINING_COORDINATOR",
        "GET, /v1/network-meetings, TRAINING_COORDINATOR",
        "GET, /v1/network-meetings{id}, TRAINING_COORDINATOR",
        "POST, /v1/network-meetings, TRAINING_COORDINATOR",
        "POST, /v1/network-meetings{id}/corrections, TRAINING_COORDINATOR",
        "GET, /v1/learning-modules, TRAINING_COORDINATOR",
        "GET, /v1/learning-modules{id}, TRAINING_COORDINATOR",
        "POST, /v1/learning-modules, TRAINING_COORDINATOR",
        "PATCH, /v1/learning-modules{id}, TRAINING_COORDINATOR",
        "GET, /v1/learning-modules{id}/completions, TRAINING_COORDINATOR",
        "POST, /v1/learning-modules{id}/completions, TRAINING_COORDINATOR",
        "POST, /v1/learning-modules{id}/completions{id}/corrections, TRAINING_COORDINATOR",
        "GET, /v1/trainers, TRAINING_COORDINATOR TRAINER",
        "GET, /v1/trainers{id}, TRAINING_COORDINATOR TRAINER",
        "POST, /v1/trainers, TRAINING_COORDINATOR",
        "PATCH, /v1/trainers{id}, TRAINING_COORDINATOR",
        "GET, /v1/trainer-statistics, ANALYST PROGRAMME_MANAGER REVIEWER TRAINING_COORDINATOR",
        "GET, /v1/training-statistics, ANALYST PROGRAMME_MANAGER REVIEWER",
        "GET, /v1/training-statistics/reach, ANALYST PROGRAMME_MANAGER REVIEWER",
    })
    void onlyTheseRolesMay(String method, String template, String allowed) {
        var path = template.replace("{id}", ID);
        var mayPass = ROLES.stream()
                .filter(role -> status(method, path, TestIssuer.token(role)) != 403)
                .toList();
        assertEquals(sorted(Stream.of(allowed.split(" "))), sorted(mayPass.stream()));
    }

    @ParameterizedTest(name = "{0} without a good token")
    @CsvSource({
        "/v1/training-types",
        "/v1/training-sessions",
        "/v1/training-tallies",
        "/v1/training-statistics",
        "/v1/training-statistics/reach",
        "/v1/training-nothing"
    })
    void withoutAGoodTokenNothingIsShown(String path) {
        given().get(path).then().statusCode(401).body("type", equalTo("/v1/problems/not-authenticated"));
        for (var bad : Arrays.asList(
                TestIssuer.token().roles("ANALYST").expired().sign(),
                TestIssuer.token().roles("ANALYST").audience("another").sign(),
                TestIssuer.token().roles("ANALYST").issuer("http://elsewhere").sign(),
                TestIssuer.token().roles("ANALYST").signedByAnotherKey().sign())) {
            assertEquals(401, status("GET", path, bad));
        }
    }

    @Test
    void everythingServedIsDocumentedAndTheOtherWayRound() {
        assertEquals(OpenApiContract.ofApplication().operations(), ServedOperations.ofApplication());
    }

    private static int status(String method, String path, String token) {
        var request = given().auth()
                .oauth2(token)
                .contentType(method.equals("PATCH") ? "application/merge-patch+json" : ContentType.JSON.toString());
        return (method.equals("GET") ? request : request.body("{}"))
                .request(method, path)
                .statusCode();
    }

    private static List<String> sorted(Stream<String> roles) {
        return List.copyOf(new TreeSet<>(roles.toList()));
    }
}
