package nl.doorlichting.platform.testing.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.testing.access.InvalidTokens;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.contract.ServedOperations;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.DynamicTest;

/**
 * Sends every method that a path does not declare, on every path of the application under test, and expects a 405 with
 * the declared ones. Where no operation of the path is public, a client without a token gets a 401. OPTIONS lists the
 * declared ones without a token.
 */
public final class UndeclaredMethods {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private UndeclaredMethods() {}

    public static Stream<DynamicTest> ofApplication() {
        var contract = OpenApiContract.ofApplication();
        var served = ServedOperations.ofApplication();
        var token = TestIssuer.token(InvalidTokens.roles());
        return contract.operations().stream()
                .filter(served::contains)
                .map(UndeclaredMethods::path)
                .distinct()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    var operations = operations(path, served);
                    verify(path, methods(operations), token);
                    var isPublic = operations.stream()
                            .anyMatch(operation -> contract.rolesOf(operation).isEmpty());
                    verifyWithoutToken(path, methods(operations), isPublic);
                }));
    }

    private static String path(String operation) {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    /** Also of other paths that this one is an example of: an id may be any word but that of an export. */
    private static List<String> operations(String path, Set<String> served) {
        if (path.endsWith(CsvExport.PATH)) {
            return served.stream()
                    .filter(operation -> path(operation).equals(path))
                    .toList();
        }
        var example = example(path);
        return served.stream()
                .filter(operation -> example.matches(path(operation).replaceAll("\\{[^}]*}", "[^/]+")))
                .toList();
    }

    private static Set<String> methods(List<String> operations) {
        return operations.stream()
                .map(operation -> operation.substring(0, operation.indexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String example(String path) {
        return path.replaceAll("\\{[^}]*}", new UUID(0, 0).toString());
    }

    private static void verifyWithoutToken(String path, Set<String> declared, boolean isPublic) throws Exception {
        for (var method : METHODS) {
            if (!declared.contains(method)) {
                assertEquals(isPublic ? 405 : 401, send(method, path, null).statusCode(), method);
            }
        }
        var options = send("OPTIONS", path, null);
        assertEquals(204, options.statusCode());
        assertEquals(List.of(allow(declared)), options.headers().allValues("Allow"));
        assertEquals(
                declared.contains("PATCH") ? List.of("application/merge-patch+json") : List.of(),
                options.headers().allValues("Accept-Patch"));
    }

    private static String allow(Set<String> declared) {
        var allowed = new TreeSet<>(declared);
        if (declared.contains("GET")) {
            allowed.add("HEAD");
        }
        return String.join(", ", allowed) + ", OPTIONS";
    }

    private static void verify(String path, Set<String> declared, String token) throws Exception {
        for (var method : METHODS) {
            if (!declared.contains(method)) {
                var answer = send(method, path, token);
                assertEquals(405, answer.statusCode(), method);
                assertEquals(List.of(allow(declared)), answer.headers().allValues("Allow"), method);
                assertEquals(
                        List.of("application/problem+json"), answer.headers().allValues("Content-Type"), method);
            }
        }
    }

    private static HttpResponse<String> send(String method, String path, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + example(path)))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
