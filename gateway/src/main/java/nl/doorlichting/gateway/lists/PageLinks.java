package nl.doorlichting.gateway.lists;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Paths of a list's pages: the request's own, with another cursor. */
record PageLinks(URI request) {
    String self() {
        return path(request.getRawQuery() == null ? "" : request.getRawQuery());
    }

    /** The page at this cursor; without one the first. */
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
