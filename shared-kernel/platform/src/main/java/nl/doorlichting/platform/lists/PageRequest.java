package nl.doorlichting.platform.lists;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The requested page of a list.
 *
 * @param size rows per page
 * @param sort order asked for, or null
 * @param cursor position of an earlier page's link, or null for the first page
 * @param self path and query of the request, from which the links are made
 */
public record PageRequest(int size, String sort, String cursor, URI self) {
    /** Rows per page without a {@code pageSize} parameter. */
    public static final int DEFAULT_SIZE = 50;

    private static final String CURSOR = "cursor=";

    /** The position that a page's link leads to; null for no link. */
    public static String cursorOf(String link) {
        if (link == null) {
            return null;
        }
        var query = link.substring(link.indexOf('?') + 1);
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith(CURSOR))
                .map(part -> part.substring(CURSOR.length()))
                .findFirst()
                .orElse(null);
    }

    /** Path of the same list at another position; at its beginning for null. */
    public String link(String newCursor) {
        var query = self.getRawQuery() == null ? "" : self.getRawQuery();
        var kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(CURSOR))
                .collect(Collectors.joining("&"));
        var position = newCursor == null ? "" : CURSOR + newCursor;
        var joined = kept.isEmpty() || position.isEmpty() ? kept + position : kept + "&" + position;
        return self.getRawPath() + (joined.isEmpty() ? "" : "?" + joined);
    }

    /** Path of this page. */
    public String selfLink() {
        return self.getRawPath() + (self.getRawQuery() == null ? "" : "?" + self.getRawQuery());
    }
}
