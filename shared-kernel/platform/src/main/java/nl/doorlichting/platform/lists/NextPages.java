package nl.doorlichting.platform.lists;

import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/** Reads the pages after the first. Stored on the request for an answer that holds the whole list. */
record NextPages(PageRequest first, Function<PageRequest, ? extends Page<?>> read) {
    private static final String KEY = NextPages.class.getName();

    void keep(RoutingContext request) {
        request.put(KEY, this);
    }

    static NextPages of(RoutingContext request) {
        return request.get(KEY);
    }

    /** The page after this one; null after the last. */
    Page<?> after(Page<?> page) {
        return page.nextCursor() == null ? null : read.apply(first.after(page));
    }
}
