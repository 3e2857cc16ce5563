package nl.doorlichting.gateway.lists;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * A list in memory that never changes, with pages like those of the services. Its unique field is the default order, and
 * the last field of every order.
 */
public final class InMemoryList<T> {
    private final List<T> rows;
    private final String id;
    private final Map<String, Function<T, String>> sortable = new LinkedHashMap<>();
    private final List<String> fields;

    /** A list of these rows, with these keys; idOf gives the unique one. */
    public InMemoryList(List<T> rows, ListKeys keys, Function<T, String> idOf) {
        this.rows = rows;
        this.id = keys.id().name();
        this.fields = keys.sortable().stream().map(SortKey::name).toList();
        sortable.put(id, idOf);
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
        var sort = request.sort() == null ? id : request.sort();
        var ordered = rows.stream().sorted(order(sort)).toList();
        var start =
                request.cursor() == null ? 0 : position(ListCursor.decode(request.cursor(), sort), ordered, request);
        var end = Math.min(start + request.size(), ordered.size());
        return new Page<>(
                ordered.subList(start, end),
                Page.Total.of(ordered.size()),
                new Page.Links(
                        request.selfLink(),
                        request.link(null),
                        end == ordered.size() ? null : request.link(position(ordered.get(end - 1), false, sort)),
                        start == 0 ? null : request.link(position(ordered.get(start), true, sort))));
    }

    private String position(T row, boolean backward, String sort) {
        return new ListCursor(backward, sort, sortable.get(id).apply(row)).encode();
    }

    private int position(ListCursor position, List<T> ordered, PageRequest request) {
        for (int i = 0; i < ordered.size(); i++) {
            if (sortable.get(id).apply(ordered.get(i)).equals(position.id())) {
                return position.backward() ? Math.max(0, i - request.size()) : i + 1;
            }
        }
        throw ListCursor.foreign();
    }

    private Comparator<T> order(String sort) {
        Comparator<T> order = (one, other) -> 0;
        for (var part : sort.split(",", -1)) {
            var descending = part.startsWith("-");
            var field = Comparator.comparing(field(descending ? part.substring(1) : part));
            order = order.thenComparing(descending ? field.reversed() : field);
        }
        return order.thenComparing(sortable.get(id));
    }

    private Function<T, String> field(String name) {
        if (!fields.contains(name)) {
            throw ProblemException.violation(Violation.query(
                    "sort",
                    ViolationCode.UNKNOWN_VALUE,
                    Map.of("allowed", fields),
                    Text.of("list.sort-unknown", fields)));
        }
        return sortable.get(name);
    }
}
