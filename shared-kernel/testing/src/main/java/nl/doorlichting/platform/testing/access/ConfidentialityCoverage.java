package nl.doorlichting.platform.testing.access;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.DynamicTest;

/**
 * Sends invalid requests to every operation of the service under test, by a permitted caller and with a unique word in
 * path, query, headers and body. No line of the log contains that word or the token, and no error answer shows
 * internals.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> nothingThatCallersSendIsLogged() {
 *     return ConfidentialityCoverage.ofApplication();
 * }
 * }</pre>
 */
public final class ConfidentialityCoverage {
    private static final String CANARY = "canary7391";
    private static final List<String> BODIES = List.of(
            "{\"" + CANARY,
            "{\"" + CANARY + "\":\"" + CANARY + "\",\"name\":\"" + CANARY + "\",\"email\":\"" + CANARY
                    + "@example.org\",\"programme\":{\"" + CANARY + "\":1},\"reference\":\"" + CANARY + "\\u0000\"}");

    private final OpenApiContract contract;
    private final String operation;
    private final String method;
    private final String path;
    private final Optional<String> token;
    private final List<Response> answers = new ArrayList<>();

    private ConfidentialityCoverage(OpenApiContract contract, String operation) {
        this.contract = contract;
        this.operation = operation;
        this.method = operation.substring(0, operation.indexOf(' '));
        this.path = operation.substring(operation.indexOf(' ') + 1);
        this.token = contract.rolesOf(operation).map(ConfidentialityCoverage::token);
    }

    public static Stream<DynamicTest> ofApplication() {
        var contract = OpenApiContract.ofApplication();
        return contract.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(
                        operation, () -> new ConfidentialityCoverage(contract, operation).verify()));
    }

    private void verify() {
        var log = Confidentiality.captureLog(this::callWrongly);
        Confidentiality.assertNotLogged(log, CANARY, "Bearer ", "Authorization");
        token.ifPresent(secret -> Confidentiality.assertNotLogged(log, secret));
        var refused =
                answers.stream().filter(answer -> answer.statusCode() >= 400).toList();
        refused.forEach(
                answer -> Confidentiality.assertNoInternals(answer.asString().replace(CANARY, "")));
        assertTrue(
                refused.stream().allMatch(answer -> answer.statusCode() < 500),
                () -> "an internal error: " + statuses());
        assertTrue(!refused.isEmpty(), () -> "nothing was wrong: " + statuses());
        assertTrue(log.stream().anyMatch(line -> line.startsWith("nl.doorlichting.problem")), "nothing was logged");
    }

    private void callWrongly() {
        send(caller().contentType(ContentType.JSON).queryParam(CANARY, CANARY), CANARY);
        var queried = caller().contentType(ContentType.JSON);
        contract.queryParameters(operation).forEach(parameter -> queried.queryParam(parameter, CANARY));
        send(queried.queryParam(CANARY, "1"), UUID.randomUUID().toString());
        var type = contract.requestMediaType(operation);
        if (type == null) {
            return;
        }
        if (type.startsWith("multipart/")) {
            var file = CANARY.getBytes(StandardCharsets.UTF_8);
            send(
                    caller().multiPart("file", CANARY + ".pdf", file),
                    UUID.randomUUID().toString());
            return;
        }
        for (var body : BODIES) {
            send(caller().contentType(type).body(body), UUID.randomUUID().toString());
        }
    }

    private void send(RequestSpecification request, String id) {
        answers.add(request.header("Idempotency-Key", CANARY + UUID.randomUUID())
                .header("Cookie", "session=" + CANARY)
                .request(method, path.replaceAll("\\{[^}]*}", id)));
    }

    private RequestSpecification caller() {
        return token.map(signed -> given().auth().oauth2(signed)).orElseGet(() -> given());
    }

    private static String token(Set<String> roles) {
        return TestIssuer.token()
                .roles(roles.stream().limit(1).toArray(String[]::new))
                .organisation("NOBODYS")
                .sign();
    }

    private String statuses() {
        return answers.stream().map(Response::statusCode).toList().toString();
    }
}
