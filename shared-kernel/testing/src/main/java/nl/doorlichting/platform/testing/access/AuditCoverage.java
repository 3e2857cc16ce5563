package nl.doorlichting.platform.testing.access;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Subclass;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.contract.ServedOperations;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every writing operation of the service under test leaves a line in the audit trail, also when it is refused; those
 * that need no token leave none, and are the ones that are named.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> everyWriteIsAudited() {
 *     return AuditCoverage.ofApplication(Set.of());
 * }
 * }</pre>
 */
public final class AuditCoverage {
    private AuditCoverage() {}

    /**
     * A test for each writing operation.
     *
     * @param withoutToken the operations that need no token, as {@code POST /v1/things}
     */
    public static Stream<DynamicTest> ofApplication(Set<String> withoutToken) {
        var contract = OpenApiContract.ofApplication();
        var writes = contract.operations().stream()
                .filter(operation -> !operation.startsWith("GET "))
                .toList();
        var list = contract.operations().stream()
                .filter(operation -> operation.endsWith("-audit-events"))
                .map(operation -> operation.substring("GET ".length()))
                .findFirst()
                .orElseThrow();
        var open = DynamicTest.dynamicTest("needs no token", () -> {
            var found = new TreeSet<>(writes);
            found.removeIf(operation -> contract.rolesOf(operation).isPresent());
            assertEquals(new TreeSet<>(withoutToken), found);
        });
        var audited = writes.stream()
                .filter(operation -> !withoutToken.contains(operation))
                .map(operation -> DynamicTest.dynamicTest(operation, () -> verify(operation, contract, list)));
        return Stream.concat(
                Stream.of(open, DynamicTest.dynamicTest("interceptors", AuditCoverage::interceptors)), audited);
    }

    /** An interceptor records the operations, so each resource must be a bean that interceptors reach. */
    private static void interceptors() {
        var resources = ServedOperations.classes();
        assertFalse(resources.isEmpty());
        resources.forEach(type ->
                assertInstanceOf(Subclass.class, Arc.container().select(type).get()));
    }

    private static void verify(String operation, OpenApiContract contract, String list) {
        var method = operation.substring(0, operation.indexOf(' '));
        var path = operation
                .substring(operation.indexOf(' ') + 1)
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        var subject = "sweep-" + UUID.randomUUID();
        var roles = contract.rolesOf(operation).orElseThrow();
        var type = contract.requestMediaType(operation);
        var caller = bearing(subject, roles.stream().limit(1).toArray(String[]::new));
        var status = body(caller, type).request(method, path).statusCode();
        bearing("auditor", Role.AUDITOR)
                .queryParam("actor", subject)
                .get(list)
                .then()
                .statusCode(200)
                .body("items.status", equalTo(List.of(status)))
                .body("items[0].operation", notNullValue());
    }

    private static RequestSpecification body(RequestSpecification request, String type) {
        if (type != null && type.startsWith("multipart/")) {
            return request.multiPart("file", "empty.pdf", new byte[0]);
        }
        return request.contentType(type == null ? "application/json" : type).body("{}");
    }

    private static RequestSpecification bearing(String subject, String... roles) {
        var token = TestIssuer.token().subject(subject).roles(roles).organisation("NOBODYS");
        return given().auth().oauth2(token.sign());
    }
}
