package nl.doorlichting.platform.lists;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list that clients pull by the time of recording, with the moment from which the next pull goes on (ADR 106). Its
 * fields are described as those of {@link Page}, and by what their names mean everywhere.
 */
public record PageSince<T>(
        List<T> items,
        Page.Total total,
        Page.Links links,
        @Schema(nullable = true) String nextCursor,
        @Schema(nullable = true) Instant recordedUntil) {
    /** The page of rows that were recorded before this moment, which all pages of one pull have; null for any page. */
    public static <T> PageSince<T> of(Page<T> page, Instant recordedUntil) {
        var links = recordedUntil == null ? page.links() : keeping(page.links(), recordedUntil);
        return new PageSince<>(page.items(), page.total(), links, links.nextCursor(), recordedUntil);
    }

    Page<T> page() {
        return new Page<>(items, total, links);
    }

    private static Page.Links keeping(Page.Links links, Instant recordedUntil) {
        return new Page.Links(
                links.self(),
                links.first(),
                keeping(links.next(), recordedUntil),
                keeping(links.prev(), recordedUntil));
    }

    private static String keeping(String link, Instant recordedUntil) {
        var cursor = PageRequest.cursorOf(link);
        return cursor == null ? link : link.replace(cursor, Cursor.keeping(cursor, recordedUntil));
    }
}
