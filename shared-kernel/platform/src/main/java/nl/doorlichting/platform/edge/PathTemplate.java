package nl.doorlichting.platform.edge;

import java.util.Arrays;
import java.util.List;

/** A path with parameters, such as {@code /v1/projects/{id}}. A parameter is a whole segment and never empty. */
public final class PathTemplate {
    private final List<String> segments;

    /** Repeated slashes count once, and a slash at the end is ignored. */
    public PathTemplate(String template) {
        segments = Arrays.stream(template.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** Whether the path, which is not decoded, matches this template. */
    public boolean matches(String path) {
        var at = 0;
        for (var segment : segments) {
            var next = path.indexOf('/', at + 1);
            var end = next < 0 ? path.length() : next;
            if (!path.startsWith("/", at) || !fits(segment, path, at + 1, end)) {
                return false;
            }
            at = end;
        }
        return at == path.length() || segments.isEmpty() && path.equals("/");
    }

    private static boolean fits(String segment, String path, int from, int end) {
        return segment.startsWith("{") ? end > from : end - from == segment.length() && path.startsWith(segment, from);
    }
}
