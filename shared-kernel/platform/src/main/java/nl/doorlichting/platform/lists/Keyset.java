package nl.doorlichting.platform.lists;

import java.util.ArrayList;
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
     * Rows beyond the position: greater in the first key, or equal in it and greater in the second, and so on. The
     * condition on the first key alone is redundant, but only with it an index can start at the position.
     */
    Filter beyond() {
        var filter = new Filter();
        if (cursor == null) {
            return filter;
        }
        var branches = new ArrayList<String>();
        for (int last = 0; last < order.steps().size(); last++) {
            branches.add(branch(last));
        }
        filter.where(path(0) + operator(0) + "= :" + parameter(0));
        filter.where("(" + String.join(" or ", branches) + ")");
        for (int i = 0; i < order.steps().size(); i++) {
            filter.parameters().put(parameter(i), cursor.values().get(i));
        }
        return filter;
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
