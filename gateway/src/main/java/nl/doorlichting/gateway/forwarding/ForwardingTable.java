package nl.doorlichting.gateway.forwarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.idempotency.IdempotencyKeys;
import nl.doorlichting.platform.lists.CsvExport;

/**
 * The service of each path. It has exactly the paths that the services document, so that served and documented paths
 * cannot differ. Any other path is the gateway's own, or is not found.
 */
@Singleton
public class ForwardingTable {
    private static final String RELEASES = "/releases";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /**
     * A documented path.
     *
     * @param methods those that it has
     * @param open those of them for which no token is needed
     * @param keyed those of them that take an Idempotency-Key
     * @param roles of each method any one of these is enough; empty where no role is required
     * @param ofProgramme whether its GET sums up or lists what there is of one programme, and is not 404 where there is
     *     nothing
     */
    record Entry(
            PathPattern pattern,
            Service service,
            Set<String> methods,
            Set<String> open,
            Set<String> keyed,
            Map<String, Set<String>> roles,
            boolean ofProgramme) {
        boolean needsToken(HttpMethod method) {
            return !open.contains(name(method));
        }

        boolean takesKey(HttpMethod method) {
            return keyed.contains(name(method));
        }

        /** Whether the service lets a caller with these roles through to the operation; true for a method that it does not have. */
        boolean allows(HttpMethod method, Set<String> rolesOfCaller) {
            var needed = roles.getOrDefault(name(method), Set.of());
            return needed.isEmpty() || needed.stream().anyMatch(rolesOfCaller::contains);
        }

        private static String name(HttpMethod method) {
            return method == HttpMethod.HEAD ? "get" : method.name().toLowerCase(Locale.ROOT);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    // By the first two segments, which are no parameters: every request looks for its entry.
    private final Map<String, List<Entry>> byCollection;

    ForwardingTable() {
        List.of(Service.values()).forEach(this::add);
        byCollection = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> collection(entry.pattern().template())));
    }

    private static String collection(String path) {
        var second = path.indexOf('/', 1);
        var third = second < 0 ? -1 : path.indexOf('/', second + 1);
        return third < 0 ? path : path.substring(0, third);
    }

    /** The entry of this path of a request: encoded and not normalised. */
    Optional<Entry> find(String rawPath) {
        return byCollection.getOrDefault(collection(rawPath), List.of()).stream()
                .filter(entry -> entry.pattern().matches(rawPath))
                .findFirst();
    }

    /** The methods of this path, as the Allow header lists them; empty if it is not forwarded. */
    public String allow(String rawPath) {
        var matching = entries.stream()
                .filter(entry -> entry.pattern().matches(rawPath))
                .toList();
        // The path of an export is that of no record, though the template of a record matches it.
        var exports = matching.stream()
                .filter(entry -> entry.pattern().template().endsWith(CsvExport.PATH))
                .toList();
        return (exports.isEmpty() ? matching : exports)
                .stream()
                        .flatMap(entry -> entry.methods().stream())
                        .flatMap(method -> method.equals("get")
                                ? Stream.of("GET", "HEAD")
                                : Stream.of(method.toUpperCase(Locale.ROOT)))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    /** The last segments, without parameters, of the forwarded paths directly below this one. */
    public List<String> namesUnder(String path) {
        return entries.stream()
                .map(entry -> entry.pattern().template())
                .filter(template -> template.startsWith(path + "/"))
                .map(template -> template.substring(path.length() + 1))
                .filter(name -> !name.isEmpty() && name.indexOf('/') < 0 && name.indexOf('{') < 0)
                .toList();
    }

    private void add(Service service) {
        try (var stored = service.document()) {
            var document = new ObjectMapper().readTree(stored);
            var base = basePath(document);
            document.path("paths")
                    .properties()
                    .forEach(path -> entries.add(new Entry(
                            PathPattern.of(base + path.getKey()),
                            service,
                            methods(path.getValue(), operation -> true),
                            methods(path.getValue(), ForwardingTable::isPublic),
                            methods(
                                    path.getValue(),
                                    operation -> parameters(operation, document).contains(IdempotencyKeys.HEADER)),
                            roles(path.getValue()),
                            isOfProgramme(path.getKey(), document))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // Lists of records have a filter by programme, which may find none; those of releases are of one programme.
    private static boolean isOfProgramme(String path, JsonNode document) {
        var list = path.endsWith(CsvExport.PATH) ? path.substring(0, path.length() - CsvExport.PATH.length()) : path;
        var isList = parameters(get(list, document), document).contains("pageSize") && !list.equals(RELEASES);
        var get = get(path, document);
        return !isList
                && parameters(get, document).contains("programme")
                && !get.path("responses").has("404");
    }

    private static JsonNode get(String path, JsonNode document) {
        return document.path("paths").path(path).path("get");
    }

    private static Set<String> parameters(JsonNode operation, JsonNode document) {
        return operation
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.has("$ref")
                        ? document.at(parameter.path("$ref").asText().substring(1))
                        : parameter)
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toSet());
    }

    /** No requirement, or one of no scheme among them: what a token adds is up to the service. */
    private static boolean isPublic(JsonNode operation) {
        var security = operation.path("security");
        return security.isEmpty() || security.valueStream().anyMatch(JsonNode::isEmpty);
    }

    private static Map<String, Set<String>> roles(JsonNode path) {
        return path.properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, method -> roleNames(method.getValue())));
    }

    private static Set<String> roleNames(JsonNode operation) {
        return operation
                .path("security")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> methods(JsonNode path, Predicate<JsonNode> operations) {
        return path.properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .filter(method -> operations.test(method.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String basePath(JsonNode document) {
        return URI.create(document.at("/servers/0/url").asText()).getPath();
    }
}
