package nl.doorlichting.gateway.forwarding;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import nl.doorlichting.platform.edge.PathTemplate;

/**
 * A documented path, such as {@code /v1/projects/{id}}. It matches the path of a request without normalising it, and never
 * one that a service could read as another path: no dot segments, no encoded slashes.
 */
record PathPattern(String template, PathTemplate path) {
    private static final Set<String> DOTS = Set.of(".", "..");

    static PathPattern of(String template) {
        return new PathPattern(template, new PathTemplate(template));
    }

    boolean matches(String rawPath) {
        return path.matches(rawPath) && Arrays.stream(rawPath.split("/")).allMatch(PathPattern::isPlain);
    }

    private static boolean isPlain(String segment) {
        try {
            var decoded = URLDecoder.decode(segment, StandardCharsets.UTF_8);
            return !DOTS.contains(decoded)
                    && decoded.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
