package nl.doorlichting.platform.lists;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param items rows of this page, in the order asked for; empty where nothing fits the filters
 * @param total how many items the whole list has, over all its pages: those that pass the filters and that the caller
 *     may see
 * @param links paths of this page and its neighbours
 * @param nextCursor {@code cursor} of the next page; null on the last page
 */
public record Page<T>(
        List<T> items,
        Total total,
        Links links,
        @Schema(nullable = true) String nextCursor) {
    /** The cursor of the next page is that of its path. */
    public Page(List<T> items, Total total, Links links) {
        this(items, total, links, links.nextCursor());
    }

    /**
     * Size of a list.
     *
     * @param value number of items of the whole list, over all its pages: those that pass the filters and that the
     *     caller may see; at most 10,000, where counting stops
     * @param exact true where value is the exact number; false where there are more than value, which is then 10,000
     */
    public record Total(long value, boolean exact) {
        /** Counting further would cost time that grows with the table. */
        public static final int EXACT_UP_TO = 10_000;

        /** The total for a count that was stopped just above the limit. */
        public static Total of(long counted) {
            return new Total(Math.min(counted, EXACT_UP_TO), counted <= EXACT_UP_TO);
        }
    }

    /**
     * Paths, ready to follow.
     *
     * @param self path of this page
     * @param next path of the next page; null on the last page
     * @param prev path of the page before; null on the first page
     */
    public record Links(
            String self,
            String first,
            @Schema(nullable = true) String next,
            @Schema(nullable = true) String prev) {
        /** The cursor in the path of the next page; null on the last page. */
        public String nextCursor() {
            return PageRequest.cursorOf(next);
        }
    }

    /** The same page with each row turned into its response. */
    public <R> Page<R> map(Function<T, R> toResponse) {
        return new Page<>(items.stream().map(toResponse).toList(), total, links);
    }
}
