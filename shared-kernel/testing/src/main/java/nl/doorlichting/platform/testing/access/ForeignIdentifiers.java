package nl.doorlichting.platform.testing.access;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.documents.DocumentFormat;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.contract.ServedOperations;
import nl.doorlichting.platform.testing.files.TestDocuments;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.DynamicTest;

/**
 * Tries to read and change the records of one organisation as a grantee of another, through every documented operation
 * of the application under test: 403 where a grantee has no access at all, 404 for identifiers of the other
 * organisation, and no data of the other organisation in any answer. New operations are included; the test reports
 * where a value or a body is missing.
 */
public final class ForeignIdentifiers {
    /** The subject of the grantee that sends the requests. */
    static final String STRANGER = "stranger";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
    private static final Map<String, String> SELF_GRANTED =
            Map.of("roles", "[\"GRANT_OFFICER\"]", "allowedActions", "[\"update\"]");

    private final OpenApiContract contract = OpenApiContract.ofApplication();
    private final OrganisationRecords foreign;
    private final String token;

    /** @param stranger number of the organisation whose grantee sends the requests */
    public ForeignIdentifiers(OrganisationRecords foreign, String stranger) {
        this.foreign = foreign;
        this.token = grantee(STRANGER, stranger);
    }

    public Stream<DynamicTest> inEveryOperation() {
        var served = ServedOperations.ofApplication();
        return contract.operations().stream()
                .filter(served::contains)
                .map(operation -> DynamicTest.dynamicTest(operation, () -> verify(operation)));
    }

    private void verify(String operation) {
        var method = operation.substring(0, operation.indexOf(' '));
        var path = operation.substring(operation.indexOf(' ') + 1);
        if (!contract.rolesOf(operation)
                .map(roles -> roles.isEmpty() || roles.contains(Role.GRANTEE))
                .orElse(true)) {
            var anything = PARAMETER.matcher(path).replaceAll(UUID.randomUUID().toString());
            assertEquals(403, request(operation, "{}").request(method, anything).statusCode());
            return;
        }
        var named = new ArrayList<String>();
        var filled = PARAMETER.matcher(path).replaceAll(match -> fill(path, match, named));
        if (method.equals("GET")) {
            read(operation, filled, !named.isEmpty());
        } else {
            write(operation, method, filled, !named.isEmpty());
        }
    }

    private String fill(String path, MatchResult parameter, List<String> named) {
        var before = List.of(PARAMETER
                .matcher(path.substring("/v1/".length(), parameter.start() - 1))
                .replaceAll("")
                .split("/+"));
        var last = before.get(before.size() - 1);
        var qualified = before.size() > 1 ? before.get(before.size() - 2) + "/" + last : last;
        var id = foreign.ids().getOrDefault(qualified, foreign.ids().get(last));
        if (id != null) {
            named.add(id);
            return id;
        }
        return assertPresent(foreign.shared().get(last), "an identifier for " + qualified);
    }

    private void read(String operation, String path, boolean isForeign) {
        var types = Stream.of("application/json", "text/csv").filter(type -> contract.answersIn(operation, type));
        for (var type : types.toList()) {
            read(path, type, isForeign, Map.of());
            for (var parameter : contract.queryParameters(operation)) {
                if (foreign.filters().containsKey(parameter)) {
                    read(
                            path,
                            type,
                            isForeign,
                            Map.of(parameter, foreign.filters().get(parameter)));
                }
            }
        }
        if (isForeign) {
            read(path, "*/*", true, Map.of());
        }
    }

    private void read(String path, String type, boolean isForeign, Map<String, String> query) {
        var response =
                given().auth().oauth2(token).accept(type).queryParams(query).get(path);
        var asked = path + " " + query + " " + type;
        if (isForeign) {
            assertEquals(404, response.statusCode(), asked);
        }
        assertShowsNoSecret(response, asked);
        var about = query.values().stream().anyMatch(foreign.secrets()::contains);
        if (about && type.equals("application/json") && response.path("total") != null) {
            assertEquals(0, response.<Integer>path("total.value"), asked);
        }
    }

    private void write(String operation, String method, String path, boolean isForeign) {
        var asked = method + " " + path;
        var type = contract.requestMediaType(operation);
        var body = type == null ? null : assertPresent(foreign.bodies().get(operation), "a body for " + operation);
        var response = request(operation, body).request(method, path);
        if (isForeign) {
            assertEquals(404, response.statusCode(), asked);
        }
        assertShowsNoSecret(response, asked);
        if (type == null || !type.endsWith("json")) {
            return;
        }
        SELF_GRANTED.forEach((field, value) -> {
            var status = request(operation, with(body, field, value))
                    .request(method, path)
                    .statusCode();
            assertTrue(status == 400 || isForeign && status == 404, operation + " with " + field + ": " + status);
        });
        rejectsOtherOwner(operation, method, path, body);
    }

    /** A write that names the other organisation is rejected, or creates no record that this organisation sees. */
    private void rejectsOtherOwner(String operation, String method, String path, String body) {
        var owned = with(body, "organisationId", "\"" + foreign.organisation() + "\"");
        var response = request(operation, owned).request(method, path);
        assertShowsNoSecret(response, method + " " + path + owned);
        if (response.statusCode() < 400) {
            var seen = given().auth()
                    .oauth2(grantee("owner", foreign.organisation()))
                    .get(response.header("Location"));
            assertEquals(404, seen.statusCode(), operation);
        }
    }

    private static String grantee(String subject, String organisation) {
        return TestIssuer.token()
                .subject(subject)
                .roles(Role.GRANTEE)
                .organisation(organisation)
                .sign();
    }

    private RequestSpecification request(String operation, String body) {
        var type = contract.requestMediaType(operation);
        var request = given().auth()
                .oauth2(token)
                .header("If-Match", "\"0\"")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (type == null) {
            return request.noContentType();
        }
        return type.startsWith("multipart/")
                ? form(request, body)
                : request.contentType(type).body(body);
    }

    private static RequestSpecification form(RequestSpecification request, String fields) {
        var form = request.multiPart("file", "a.pdf", TestDocuments.of(DocumentFormat.PDF), "application/pdf");
        for (var field : fields.equals("{}") ? new String[0] : fields.split("&")) {
            form.multiPart(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return form;
    }

    /** Values that the request itself contains are allowed. */
    private void assertShowsNoSecret(Response response, String asked) {
        var answer = response.asString();
        assertTrue(response.statusCode() < 500, asked + answer);
        for (var secret : foreign.secrets()) {
            assertFalse(answer.contains(secret) && !asked.contains(secret), asked + " shows " + secret + ": " + answer);
        }
    }

    private static String with(String body, String field, String value) {
        return ((ObjectNode) read(body)).set(field, read(value)).toString();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static String assertPresent(String value, String what) {
        assertNotNull(value, "the records of the test have no " + what);
        return value;
    }
}
