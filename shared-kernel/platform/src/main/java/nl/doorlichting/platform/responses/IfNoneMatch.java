package nl.doorlichting.platform.responses;

import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;

/** Whether a client has the current representation already (RFC 9110, 13.1.2), so that 304 is enough. */
public final class IfNoneMatch {
    /** The header with the ETags of what the client has. */
    public static final String HEADER = "If-None-Match";

    private static final String WEAK = "W/";

    private IfNoneMatch() {}

    /** Whether the request names this ETag: a list of tags or *, on any number of lines, compared weakly. */
    public static boolean names(HttpServerRequest request, String etag) {
        return request.headers().getAll(HEADER).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || opaque(tag).equals(opaque(etag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
