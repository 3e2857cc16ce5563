package nl.doorlichting.platform.testing.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The documentation of one status of one operation: headers, media types and their schemas. */
final class DocumentedAnswer {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    // The same on the answers of every API, so that a document need not name them. build does not pass the gateway.
    private static final Set<String> GENERAL = Set.of(
            "build",
            "connection",
            "content-encoding",
            "content-length",
            "content-security-policy",
            "content-type",
            "date",
            "keep-alive",
            "referrer-policy",
            "strict-transport-security",
            "transfer-encoding",
            "x-content-type-options",
            "x-frame-options");

    private final JsonNode openApi;
    private final JsonNode response;
    private final ClosedSchemas schemas;
    /** Digests of bodies that are as documented. Tests ask for the same again and again. */
    private final Set<ByteBuffer> checked = ConcurrentHashMap.newKeySet();

    DocumentedAnswer(JsonNode openApi, ClosedSchemas schemas, JsonNode response) {
        this.openApi = openApi;
        this.schemas = schemas;
        this.response = response;
    }

    List<String> violations(Answer answer) {
        List<String> violations = new ArrayList<>(missingHeaders(answer));
        violations.addAll(undeclaredHeaders(answer));
        if (answer.method().equals("HEAD")) {
            return violations;
        }
        JsonNode content = response.path("content");
        boolean hasBody = answer.body() != null && answer.body().length > 0;
        if (content.isEmpty()) {
            if (hasBody) {
                violations.add("has a body where none is documented");
            }
        } else if (!hasBody) {
            violations.add("has no body, documented is one of " + names(content));
        } else if (!content.has(answer.mediaType())) {
            violations.add("media type '" + answer.mediaType() + "' is not among the documented " + names(content));
        } else {
            violations.addAll(violationsOfBody(answer, content.get(answer.mediaType())));
        }
        return violations;
    }

    private List<String> missingHeaders(Answer answer) {
        List<String> missing = new ArrayList<>();
        response.path("headers").properties().forEach(header -> {
            boolean required = OpenApiContract.resolve(openApi, header.getValue())
                    .path("required")
                    .asBoolean();
            if (required && !answer.hasHeader(header.getKey())) {
                missing.add("required header " + header.getKey() + " is missing");
            }
        });
        return missing;
    }

    private List<String> undeclaredHeaders(Answer answer) {
        Set<String> declared = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        response.path("headers").fieldNames().forEachRemaining(declared::add);
        return answer.headers().keySet().stream()
                .filter(name -> !declared.contains(name) && !GENERAL.contains(name.toLowerCase(Locale.ROOT)))
                .map(name -> "header " + name + " is not documented")
                .toList();
    }

    private List<String> violationsOfBody(Answer answer, JsonNode mediaType) {
        if (!isJson(answer.mediaType()) || !mediaType.has("schema")) {
            return List.of();
        }
        var digest = ByteBuffer.wrap(sha256(answer.mediaType(), answer.body()));
        if (checked.contains(digest)) {
            return List.of();
        }
        try {
            var violations = schemas.violations(mediaType.get("schema"), STRICT.readTree(answer.body()));
            if (violations.isEmpty()) {
                checked.add(digest);
            }
            return violations;
        } catch (JsonProcessingException e) {
            return List.of("body is not one JSON value: " + e.getOriginalMessage());
        } catch (IOException e) {
            return List.of("body cannot be read: " + e.getMessage());
        }
    }

    private static byte[] sha256(String mediaType, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(mediaType.getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    // Not application/x-ndjson, which has a JSON value on each line.
    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }
}
