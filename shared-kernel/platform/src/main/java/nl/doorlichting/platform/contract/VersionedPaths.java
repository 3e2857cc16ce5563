package nl.doorlichting.platform.contract;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;

/**
 * Moves the major version from the paths to the server's address, where the API Design Rules (core/uri-version) want
 * it. A path is relative to the server, so with both the version would be doubled.
 */
final class VersionedPaths {

    static final String VERSION = "/v1";

    private VersionedPaths() {}

    static void moveVersionToServer(OpenAPI document) {
        document.setServers(List.of(OASFactory.createServer().url("https://doorlichting.example" + VERSION)));
        Paths paths = OASFactory.createPaths();
        pathItems(document).forEach((path, item) -> paths.addPathItem(withoutVersion(path), item));
        document.setPaths(paths);
    }

    private static Map<String, PathItem> pathItems(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return Map.of();
        }
        return document.getPaths().getPathItems();
    }

    private static String withoutVersion(String path) {
        if (!path.startsWith(VERSION + "/")) {
            throw new IllegalStateException("documented path outside " + VERSION + "/: " + path
                    + " (hide it with @Operation(hidden = true) if it is no part of the API)");
        }
        return path.substring(VERSION.length());
    }
}
