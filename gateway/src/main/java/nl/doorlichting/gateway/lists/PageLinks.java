package nl.doorlichting.gateway.lists;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Links to pages of a list: the path of the request, with another cursor. */
record PageLinks(URI request) {
    String self() {
        return path(request.getRawQuery() == null ? "" : request.getRawQuery());
    }

    /** The page at this cursor, or the first page for null. */
    String at(String cursor) {
        var kept = Arrays.stream(
                        request.getRawQuery() == null
                                ? new String[0]
                                : request.getRawQuery().split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("cursor="));
        var position = cursor == null ? Stream.<String>empty() : Stream.of("cursor=" + cursor);
        return path(Stream.concat(kept, position).collect(Collectors.joining("&")));
    }

    private String path(String query) {
        return request.getRawPath() + (query.isEmpty() ? "" : "?" + query);
    }
}
