package nl.doorlichting.platform.lists;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The part of a query that starts at a position instead of skipping rows, so that its cost does not grow with the page
 * number.
 *
 * @param few whether the list is known to be short: then its rows are found first and sorted after
 */
record Keyset(SortOrder order, Cursor cursor, boolean few) {

    boolean backward() {
        return cursor != null && cursor.backward();
    }

    /**
     * The order by clause. For few rows it uses an expression without an index. Otherwise a database that underestimates
     * the filter would walk the index of this order through the whole table.
     */
    String orderBy() {
        return order.steps().stream()
                .map(step -> ordered("e." + step.key().path()) + (step.descending() != backward() ? " desc" : ""))
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    private String ordered(String path) {
        return few ? "coalesce(" + path + ", " + path + ")" : path;
    }

    String selectedKeys() {
        return order.steps().stream().map(step -> ", e." + step.key().path()).collect(Collectors.joining());
    }

    /** The same keys of rows that are found first, each by a name. */
    String named() {
        return IntStream.range(0, order.steps().size())
                .mapToObj(i -> ", " + path(i) + " as key" + i)
                .collect(Collectors.joining());
    }

    String names() {
        return IntStream.range(0, order.steps().size())
                .mapToObj(i -> ", x.key" + i)
                .collect(Collectors.joining());
    }

    String orderByName() {
        return IntStream.range(0, order.steps().size())
                .mapToObj(i -> "x.key" + i + (order.steps().get(i).descending() ? " desc" : ""))
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    /**
     * Rows beyond the position: greater in the first key, or equal in it and greater in the second, and so on. Keys of one
     * direction are compared as a row, because an index can start at one, however many rows share the first key with the position.
     */
    Filter beyond() {
        var filter = new Filter();
        if (cursor == null) {
            return filter;
        }
        var size = order.steps().size();
        var alike = (int) order.steps().stream()
                .takeWhile(step -> step.descending() == order.steps().get(0).descending())
                .count();
        if (alike == size) {
            filter.where(row(alike, this::path) + operator(0) + " " + row(alike, this::read));
        } else {
            // The first condition follows from the second, but only with it an index can start at the position.
            filter.where(row(alike, this::path) + operator(0) + "= " + row(alike, this::read));
            filter.where(IntStream.range(0, size).mapToObj(this::branch).collect(Collectors.joining(" or ", "(", ")")));
        }
        for (int i = 0; i < size; i++) {
            filter.parameters().put(parameter(i), cursor.values().get(i));
        }
        return filter;
    }

    private static String row(int size, IntFunction<String> key) {
        return IntStream.range(0, size).mapToObj(key).collect(Collectors.joining(", ", "(", ")"));
    }

    // The database does not know the value while it plans. Or it would take rows that share their first key, as all of
    // an
    // import do, for none.
    private String read(int step) {
        return "(select cast(:" + parameter(step) + " as "
                + order.steps().get(step).key().type().getName() + "))";
    }

    private String branch(int last) {
        var equal = IntStream.range(0, last).mapToObj(i -> path(i) + " = :" + parameter(i) + " and ");
        return equal.collect(Collectors.joining("", "(", "")) + path(last) + operator(last) + " :" + parameter(last)
                + ")";
    }

    private String operator(int step) {
        return order.steps().get(step).descending() != backward() ? " <" : " >";
    }

    private String path(int step) {
        return "e." + order.steps().get(step).key().path();
    }

    private static String parameter(int step) {
        return "keyset" + step;
    }
}
