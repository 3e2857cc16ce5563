package nl.doorlichting.platform.testing.fuzzing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.OrganisationRecords;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.contract.ServedOperations;
import nl.doorlichting.platform.testing.http.RawHttp;
import nl.doorlichting.platform.testing.http.RawHttp.RawAnswer;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DynamicTest;

/**
 * Sends nearly valid requests to every documented operation of the application under test: made from the document and
 * from existing records, by a permitted caller, and then changed in one or two parts (path, query, headers, body). No
 * answer is 5xx, and every error is problem details. The same seed makes the same choices.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> noRequestCausesServerError() {
 *     return RequestFuzz.ofApplication(new OrganisationWithAllRecords().holdings(), 1, 2, 3);
 * }
 * }</pre>
 */
public final class RequestFuzz {
    /** How many requests each operation gets for a seed; more of them find more, and take longer. */
    private static final int READS = Integer.getInteger("doorlichting.fuzz.reads", 5);

    private static final int WRITES = Integer.getInteger("doorlichting.fuzz.writes", 10);
    // So many times as many where there is a parser more.
    private static final int FORMS = 4;
    // For forwarded operations; the services test those themselves.
    private static final int PASSED_ON = 2;
    private static final Logger LOG = Logger.getLogger(RequestFuzz.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
    private static final int LONGEST_SHOWN = 3_000;

    private final OpenApiContract contract = OpenApiContract.ofApplication();
    private final Set<String> served = ServedOperations.ofApplication();
    private final ExistingValues known;
    private final String organisation;
    private final long seed;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int sent;
    private final Map<List<String>, String> tokens = new LinkedHashMap<>();

    private RequestFuzz(ExistingValues known, String organisation, long seed) {
        this.known = known;
        this.organisation = organisation;
        this.seed = seed;
    }

    /** @param holdings what is there, to be named in paths, queries and bodies */
    public static Stream<DynamicTest> ofApplication(OrganisationRecords holdings, long... seeds) {
        var known = ExistingValues.ofApplication(holdings);
        return LongStream.of(seeds)
                .mapToObj(seed -> new RequestFuzz(known, holdings.organisation(), seed))
                .flatMap(RequestFuzz::tests);
    }

    private Stream<DynamicTest> tests() {
        var operations = contract.operations().stream()
                .map(operation -> DynamicTest.dynamicTest("seed " + seed + ": " + operation, () -> fuzz(operation)));
        return Stream.concat(
                operations, Stream.of(DynamicTest.dynamicTest("seed " + seed + ": requests", this::report)));
    }

    private void fuzz(String operation) {
        var random = new Random(seed * 31 + operation.hashCode());
        for (int i = 0; i < requestsOf(operation); i++) {
            var request = new FuzzedRequest(operation, random).text();
            var answer = RawHttp.send(request);
            sent++;
            if (!isOfStandIn(operation, answer)) {
                statuses.merge(answer.status(), 1, Integer::sum);
                verify(request, answer);
            }
        }
    }

    private int requestsOf(String operation) {
        var few = operation.startsWith("GET ") ? READS : WRITES;
        var type = contract.requestMediaType(operation);
        var isForm = type != null && type.startsWith("multipart/");
        return (served.contains(operation) ? few : PASSED_ON) * (isForm ? FORMS : 1);
    }

    // What stands in for a service in a test of the gateway parses requests too, and has a page for what it cannot
    // read.
    private boolean isOfStandIn(String operation, RawAnswer answer) {
        return !served.contains(operation)
                && answer.headers().getOrDefault("content-type", "").startsWith("text/html");
    }

    private void verify(String request, RawAnswer answer) {
        var exchange = "seed " + seed + "\n" + shown(request) + "\n-> " + answer.status() + " " + shown(answer.body());
        assertTrue(answer.status() < 500, exchange);
        if (answer.status() >= 400) {
            assertEquals("application/problem+json", answer.headers().get("content-type"), exchange);
            var problem = read(answer.body());
            assertEquals(answer.status(), problem.path("status").asInt(), exchange);
            assertTrue(problem.path("type").asText().startsWith("/v1/problems/"), exchange);
            assertTrue(problem.path("traceId").asText().matches("[0-9a-f]{32}"), exchange);
        }
    }

    /** Prints the counts, and fails without successful requests, because then no operation was reached. */
    private void report() {
        LOG.infof("seed %d: %d requests, by status %s", seed, sent, statuses);
        assertEquals(contract.operations().stream().mapToInt(this::requestsOf).sum(), sent);
        assertTrue(statuses.getOrDefault(200, 0) > 0, statuses.toString());
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(json, notJson);
        }
    }

    /** One request, as it is sent: each character is a byte. */
    private final class FuzzedRequest {
        private final Random random;
        private final BoundaryValues odd;
        private final SampleBody samples;
        private final String operation;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private String path;
        private String query = "";
        private String body = "";

        FuzzedRequest(String operation, Random random) {
            this.random = random;
            this.odd = new BoundaryValues(random);
            this.samples = new SampleBody(contract.document(), known.byField(), random);
            this.operation = operation;
        }

        String text() {
            path = filledPath();
            authorize();
            headers.put("If-Match", "*");
            if (chance(90)) {
                headers.put("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
            }
            if (chance(60)) {
                addQuery();
            }
            if (contract.requestMediaType(operation) != null) {
                addBody();
            }
            if (chance(25)) {
                var name = odd.headerName();
                headers.put(name, odd.headerValue(name));
            }
            if (chance(4)) {
                headers.remove("Content-Type");
            }
            return assembled();
        }

        private String filledPath() {
            var template = operation.substring(operation.indexOf(' ') + 1);
            return PARAMETER
                    .matcher(template)
                    .replaceAll(parameter -> Matcher.quoteReplacement(
                            chance(8) ? odd.pathSegment() : identifier(template.substring(0, parameter.start()))));
        }

        private String identifier(String beginning) {
            return encoded(odd.oneOf(known.inPathAfter(beginning)));
        }

        private void authorize() {
            contract.rolesOf(operation).ifPresent(roles -> {
                var subject = "fuzz-" + random.nextInt(3);
                var of = roles.contains("GRANTEE") && chance(50) ? organisation : "";
                var granted = new ArrayList<>(of.isEmpty() ? roles : List.of("GRANTEE"));
                granted.add(subject);
                granted.add(of);
                headers.put("Authorization", "Bearer " + tokens.computeIfAbsent(granted, RequestFuzz::sign));
            });
        }

        private void addQuery() {
            var schemas = contract.querySchemas(operation);
            var parts = new ArrayList<String>();
            var names = new ArrayList<>(schemas.keySet());
            for (int i = names.isEmpty() ? 0 : 1 + random.nextInt(3); i > 0 && !names.isEmpty(); i--) {
                var name = names.remove(random.nextInt(names.size()));
                var value = chance(40) ? odd.parameter() : samples.text(name, schemas.get(name));
                parts.add(encoded(name) + "=" + encoded(value));
            }
            if (chance(5)) {
                parts.add(encoded(odd.parameter()) + "=" + encoded(odd.parameter()));
            }
            query = parts.isEmpty() ? "" : "?" + String.join("&", parts);
        }

        private void addBody() {
            var type = contract.requestMediaType(operation);
            if (type.startsWith("multipart/")) {
                var form = new FuzzedForm(random, samples.of(contract.requestSchema(operation)));
                headers.put("Content-Type", form.contentType());
                body = form.body();
                return;
            }
            headers.put("Content-Type", type);
            if (chance(10)) {
                body = odd.document();
                return;
            }
            var document = samples.of(contract.requestSchema(operation));
            for (int i = random.nextInt(3); i > 0; i--) {
                mutate(document);
            }
            body = bytesOf(write(document));
            if (chance(5)) {
                body = body.substring(0, random.nextInt(body.length()));
            }
        }

        private void mutate(JsonNode document) {
            var places = new ArrayList<Consumer<JsonNode>>();
            collect(document, places);
            if (!places.isEmpty()) {
                odd.oneOf(places).accept(odd.value());
            }
        }

        private void collect(JsonNode node, List<Consumer<JsonNode>> places) {
            if (node instanceof ObjectNode object) {
                object.properties().forEach(field -> {
                    places.add(value -> object.set(field.getKey(), value));
                    collect(field.getValue(), places);
                });
            }
            if (node instanceof ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    var index = i;
                    places.add(value -> array.set(index, value));
                    collect(array.get(i), places);
                }
            }
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }

        private String assembled() {
            var method = operation.substring(0, operation.indexOf(' '));
            var text = new StringBuilder(method + " " + path + query + " HTTP/1.1\r\nHost: localhost\r\n");
            headers.forEach((name, value) ->
                    text.append(name).append(": ").append(value).append("\r\n"));
            if (!method.equals("GET")) {
                text.append("Content-Length: ").append(body.length()).append("\r\n");
            }
            return text.append("Connection: close\r\n\r\n").append(body).toString();
        }
    }

    private static String sign(List<String> granted) {
        var roles = granted.subList(0, granted.size() - 2).toArray(String[]::new);
        var token = TestIssuer.token().subject(granted.get(granted.size() - 2)).roles(roles);
        var organisation = granted.get(granted.size() - 1);
        return (organisation.isEmpty() ? token : token.organisation(organisation)).sign();
    }

    private static String write(JsonNode document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String bytesOf(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
