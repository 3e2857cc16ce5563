package nl.doorlichting.platform.lists;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Reads one page of a list: two statements, for a table of any length. The rows need not be counted if they are known to be few
 * and all of them are on the first page. Of rows that are read as columns, the first page and its total are one statement
 * where the filter is narrow and few pass it.
 */
public final class Lists {
    // So many rows are sorted in milliseconds. More rows than that are found soon by walking the index.
    private static final int FEW = 1_000;
    // So many are read whole to be counted and ordered by one statement. Of more, that was in vain: 0.4 ms.
    private static final int FEW_AT_ONCE = 300;

    private final EntityManager entities;

    public Lists(EntityManager entities) {
        this.entities = entities;
    }

    /** The page of this entity's rows that pass the filter; 400 on an unknown sort key or a foreign cursor. */
    public <E> Page<E> page(Class<E> type, Filter filter, ListKeys keys, PageRequest request) {
        return page(new RowSource<>(type, List.of(), row -> type.cast(row[0])), filter, keys, request);
    }

    /** The same of rows that are read as columns. */
    public <R> Page<R> page(RowSource<R> source, Filter filter, ListKeys keys, PageRequest request) {
        var order = SortOrder.parse(request.sort(), keys);
        var cursor = request.cursor() == null ? null : Cursor.decode(request.cursor(), order);
        if (cursor == null && request.most() == null && source.isOfColumns() && filter.isNarrow()) {
            var first = firstOfFew(source, filter, new Keyset(order, null, true), request);
            if (first.isPresent()) {
                return first.get();
            }
        }
        return page(source, filter, order, cursor, request);
    }

    private <R> Page<R> page(RowSource<R> source, Filter filter, SortOrder order, Cursor cursor, PageRequest request) {
        var known = request.most() != null && request.most() <= FEW;
        var counted = known || request.total() != null ? request.total() : total(source.type(), filter);
        var few = known || counted.value() <= FEW;
        var keyset = new Keyset(order, cursor, few && !filter.clause().isEmpty());
        var found =
                known && request.most() == 0 ? List.<Object[]>of() : rows(source, filter, keyset, request.size() + 1);
        return page(
                source,
                found,
                keyset,
                request,
                rows -> counted != null
                        ? counted
                        : cursor == null && rows == found.size() ? Page.Total.of(rows) : total(source.type(), filter));
    }

    /** @param total of the list, by the number of rows on this page */
    private static <R> Page<R> page(
            RowSource<R> source,
            List<Object[]> found,
            Keyset keyset,
            PageRequest request,
            IntFunction<Page.Total> total) {
        var more = found.size() > request.size();
        var rows = found.subList(0, Math.min(found.size(), request.size()));
        if (keyset.backward()) {
            Collections.reverse(rows);
        }
        var links = links(source, rows, keyset, more, request);
        return new Page<>(rows.stream().map(source.read()).toList(), total.apply(rows.size()), links);
    }

    private List<Object[]> rows(RowSource<?> source, Filter filter, Keyset keyset, int limit) {
        var bounded = filter.and(keyset.beyond());
        var query = entities.createQuery(
                "select " + source.selected() + keyset.selectedKeys() + " from "
                        + source.type().getSimpleName() + " e" + bounded.clause() + keyset.orderBy(),
                Object[].class);
        bind(query, bounded);
        return query.setMaxResults(limit).getResultList();
    }

    /**
     * Finds the few rows that there are, and counts and orders these; empty where there are more. Rows are numbered, and not
     * limited: with a limit PostgreSQL plans for many rows, of which it finds the first ones soon, and looks through the whole
     * table if there are few.
     */
    private <R> Optional<Page<R>> firstOfFew(RowSource<R> source, Filter filter, Keyset keyset, PageRequest request) {
        var query = entities.createQuery(
                "select " + source.names() + keyset.names() + ", count(*) over () from (select "
                        + source.named() + keyset.named() + ", row_number() over () as found from "
                        + source.type().getSimpleName() + " e" + filter.clause() + ") x where x.found <= "
                        + (FEW_AT_ONCE + 1) + keyset.orderByName(),
                Object[].class);
        bind(query, filter);
        var found = query.setMaxResults(request.size() + 1).getResultList();
        var counted = found.isEmpty() ? 0 : (Long) found.get(0)[found.get(0).length - 1];
        return counted > FEW_AT_ONCE
                ? Optional.empty()
                : Optional.of(page(source, found, keyset, request, rows -> Page.Total.of(counted)));
    }

    private Page.Total total(Class<?> type, Filter filter) {
        var query = entities.createQuery(
                "select count(*) from (select 1 as one from " + type.getSimpleName() + " e" + filter.clause()
                        + " order by 1 limit " + (Page.Total.EXACT_UP_TO + 1) + ")",
                Long.class);
        bind(query, filter);
        return Page.Total.of(query.getSingleResult());
    }

    private static void bind(Query query, Filter filter) {
        filter.parameters().forEach(query::setParameter);
    }

    private static Page.Links links(
            RowSource<?> source, List<Object[]> rows, Keyset keyset, boolean more, PageRequest request) {
        var backward = keyset.backward();
        var hasNext = backward || more;
        var hasPrevious = backward ? more : keyset.cursor() != null;
        return new Page.Links(
                request.selfLink(),
                request.link(null),
                rows.isEmpty() || !hasNext
                        ? null
                        : request.link(cursor(source, rows.get(rows.size() - 1), false, keyset)),
                rows.isEmpty() || !hasPrevious ? null : request.link(cursor(source, rows.get(0), true, keyset)));
    }

    private static String cursor(RowSource<?> source, Object[] row, boolean backward, Keyset keyset) {
        var first = source.width();
        var values =
                Arrays.asList(row).subList(first, first + keyset.order().steps().size());
        return new Cursor(backward, values).encode(keyset.order());
    }
}
