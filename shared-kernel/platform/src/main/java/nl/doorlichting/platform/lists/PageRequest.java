package nl.doorlichting.platform.lists;

import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The requested page of a list.
 *
 * @param size rows per page
 * @param sort order asked for, or null
 * @param cursor position of an earlier page's link, or null for the first page
 * @param self path and query of the request, from which the links are made
 * @param most how many rows the list has at most; null where this is not known
 * @param total of an earlier page of the same answer, which is not counted again; null for the first page
 */
public record PageRequest(int size, String sort, String cursor, String self, Long most, Page.Total total) {
    /** Rows per page without a {@code pageSize} parameter. */
    public static final int DEFAULT_SIZE = 50;

    private static final int LARGEST_SIZE = 200;
    private static final String CURSOR = "cursor=";

    public PageRequest(int size, String sort, String cursor, String self) {
        this(size, sort, cursor, self, null);
    }

    public PageRequest(int size, String sort, String cursor, String self, Long most) {
        this(size, sort, cursor, self, most, null);
    }

    /** The requested page. Its links have no host, so the host of the request does not matter. */
    public static PageRequest of(Integer size, String sort, String cursor, HttpServerRequest request) {
        var query = request.query() == null ? "" : "?" + request.query();
        return new PageRequest(size == null ? DEFAULT_SIZE : size, sort, cursor, request.path() + query);
    }

    /** The largest page after this one, for an answer that has both. */
    PageRequest after(Page<?> page) {
        return new PageRequest(LARGEST_SIZE, sort, page.nextCursor(), self, most, page.total());
    }

    /** The position that a page's link leads to; null for no link. */
    static String cursorOf(String link) {
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
        var mark = self.indexOf('?');
        var path = mark < 0 ? self : self.substring(0, mark);
        var query = mark < 0 ? "" : self.substring(mark + 1);
        var kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(CURSOR))
                .collect(Collectors.joining("&"));
        var position = newCursor == null ? "" : CURSOR + newCursor;
        var joined = kept.isEmpty() || position.isEmpty() ? kept + position : kept + "&" + position;
        return path + (joined.isEmpty() ? "" : "?" + joined);
    }

    /** Path of this page. */
    public String selfLink() {
        return self;
    }
}
