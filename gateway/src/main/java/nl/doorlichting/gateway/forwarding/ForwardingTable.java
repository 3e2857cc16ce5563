package nl.doorlichting.gateway.forwarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.doorlichting.gateway.contract.Service;

/**
 * Which service a path belongs to: exactly the paths that the services document, so that what is served and what is
 * documented cannot differ. Anything else is the gateway's own, or not there.
 */
@Singleton
public class ForwardingTable {
    private record Entry(PathPattern pattern, Service service) {}

    private final List<Entry> entries = new ArrayList<>();

    ForwardingTable() {
        List.of(Service.values()).forEach(this::add);
    }

    /** The owner of this path, which is as it came: encoded and not normalised. */
    Optional<Service> ownerOf(String rawPath) {
        return entries.stream()
                .filter(entry -> entry.pattern().matches(rawPath))
                .map(Entry::service)
                .findFirst();
    }

    /** The last segments of the forwarded paths that stand right under this one and have no parameter. */
    public List<String> namesUnder(String path) {
        return entries.stream()
                .map(entry -> entry.pattern().template())
                .filter(template -> template.matches("\\Q" + path + "/\\E[^/{]+"))
                .map(template -> template.substring(path.length() + 1))
                .toList();
    }

    private void add(Service service) {
        try (var stored = service.document()) {
            var document = new ObjectMapper().readTree(stored);
            var base = basePath(document);
            document.path("paths")
                    .fieldNames()
                    .forEachRemaining(path -> entries.add(new Entry(PathPattern.of(base + path), service)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String basePath(JsonNode document) {
        return URI.create(document.at("/servers/0/url").asText()).getPath();
    }
}
