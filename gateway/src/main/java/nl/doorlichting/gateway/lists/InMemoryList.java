package nl.doorlichting.gateway.lists;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.platform.lists.Cursor;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.lists.SortOrder;
import nl.doorlichting.platform.problems.ProblemException;

/**
 * A list in memory that never changes, with pages like those of the services. Its unique field is the default order, and
 * the last field of every order.
 */
public final class InMemoryList<T> {
    private final List<T> rows;
    private final ListKeys keys;
    private final Map<String, Function<T, String>> sortable = new HashMap<>();

    /** A list of these rows, with these keys; idOf gives the unique one. */
    public InMemoryList(List<T> rows, ListKeys keys, Function<T, String> idOf) {
        this.rows = rows;
        this.keys = keys;
        sortable.put(keys.id().name(), idOf);
    }

    /** The keys of a list that is sorted by these fields of text, the first of which is unique. */
    public static ListKeys keys(String... fields) {
        var keys =
                Stream.of(fields).map(field -> SortKey.of(field, String.class)).toList();
        return new ListKeys(keys.get(0), fields[0], keys);
    }

    /** Adds how to sort by another of its keys. */
    public InMemoryList<T> sortableBy(String name, Function<T, String> field) {
        sortable.put(name, field);
        return this;
    }

    /** The requested page; 400 for an unknown sort key or a cursor of another list. */
    public Page<T> page(PageRequest request) {
        var order = SortOrder.parse(request.sort(), keys);
        var ordered = rows.stream().sorted(comparator(order)).toList();
        var start =
                request.cursor() == null ? 0 : start(Cursor.decode(request.cursor(), order), order, ordered, request);
        var end = Math.min(start + request.size(), ordered.size());
        return new Page<>(
                ordered.subList(start, end),
                Page.Total.of(ordered.size()),
                new Page.Links(
                        request.selfLink(),
                        request.link(null),
                        end == ordered.size() ? null : request.link(cursor(ordered.get(end - 1), false, order)),
                        start == 0 ? null : request.link(cursor(ordered.get(start), true, order))));
    }

    private String cursor(T row, boolean backward, SortOrder order) {
        return new Cursor(backward, values(row, order)).encode(order);
    }

    private int start(Cursor position, SortOrder order, List<T> ordered, PageRequest request) {
        for (int i = 0; i < ordered.size(); i++) {
            if (values(ordered.get(i), order).equals(position.values())) {
                return position.backward() ? Math.max(0, i - request.size()) : i + 1;
            }
        }
        throw ProblemException.violation(Cursor.foreign());
    }

    private List<Object> values(T row, SortOrder order) {
        return order.steps().stream()
                .<Object>map(step -> field(step).apply(row))
                .toList();
    }

    private Comparator<T> comparator(SortOrder order) {
        Comparator<T> all = (one, other) -> 0;
        for (var step : order.steps()) {
            var field = Comparator.comparing(field(step));
            all = all.thenComparing(step.descending() ? field.reversed() : field);
        }
        return all;
    }

    private Function<T, String> field(SortOrder.Step step) {
        return sortable.get(step.key().name());
    }
}
