package nl.doorlichting.platform.lists;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Reads one page of a list of entities: two statements, for a table of any length. The rows need not be counted if they are
 * known to be few and all of them are on the first page.
 */
public final class Lists {
    // So many rows are sorted in milliseconds. More rows than that are found soon by walking the index.
    private static final int FEW = 1_000;

    private final EntityManager entities;

    public Lists(EntityManager entities) {
        this.entities = entities;
    }

    /** The page of this entity's rows that pass the filter; 400 on an unknown sort key or a foreign cursor. */
    public <E> Page<E> page(Class<E> type, Filter filter, ListKeys keys, PageRequest request) {
        var order = SortOrder.parse(request.sort(), keys);
        var cursor = request.cursor() == null ? null : Cursor.decode(request.cursor(), order);
        var known = request.most() != null && request.most() <= FEW;
        var counted = known ? null : total(type, filter);
        var few = known || counted.value() <= FEW;
        var keyset = new Keyset(order, cursor, few && !filter.clause().isEmpty());
        var found = known && request.most() == 0 ? List.<Object[]>of() : rows(type, filter, keyset, request.size() + 1);
        var more = found.size() > request.size();
        var rows = found.subList(0, Math.min(found.size(), request.size()));
        if (keyset.backward()) {
            Collections.reverse(rows);
        }
        var links = links(rows, keyset, more, request);
        var total =
                counted != null ? counted : cursor == null && !more ? Page.Total.of(rows.size()) : total(type, filter);
        return new Page<>(rows.stream().map(row -> type.cast(row[0])).toList(), total, links);
    }

    private List<Object[]> rows(Class<?> type, Filter filter, Keyset keyset, int limit) {
        var bounded = filter.and(keyset.beyond());
        var query = entities.createQuery(
                "select e" + keyset.selectedKeys() + " from " + type.getSimpleName() + " e" + bounded.clause()
                        + keyset.orderBy(),
                Object[].class);
        bind(query, bounded);
        return query.setMaxResults(limit).getResultList();
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

    private static Page.Links links(List<Object[]> rows, Keyset keyset, boolean more, PageRequest request) {
        var backward = keyset.backward();
        var hasNext = backward || more;
        var hasPrevious = backward ? more : keyset.cursor() != null;
        return new Page.Links(
                request.selfLink(),
                request.link(null),
                rows.isEmpty() || !hasNext ? null : request.link(cursor(rows.get(rows.size() - 1), false, keyset)),
                rows.isEmpty() || !hasPrevious ? null : request.link(cursor(rows.get(0), true, keyset)));
    }

    private static String cursor(Object[] row, boolean backward, Keyset keyset) {
        return new Cursor(backward, Arrays.asList(row).subList(1, row.length)).encode(keyset.order());
    }
}
