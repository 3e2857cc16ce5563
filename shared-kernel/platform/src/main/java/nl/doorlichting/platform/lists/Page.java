package nl.doorlichting.platform.lists;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param items rows of this page, in the order asked for; empty where nothing fits the filters
 * @param total how many rows the whole list has: those that pass the filters, on all pages
 * @param links paths of this page, the first one and its neighbours
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
     * Size of a list, with its filters.
     *
     * @param value number of rows of the whole list that pass the filters, on all pages, at most 10,000
     * @param exact false where there are more than {@code value}, so that value is 10,000 and no count
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
     * @param self path of this page, with the parameters that it was asked for by
     * @param first path of the first page
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
