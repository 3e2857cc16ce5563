package nl.doorlichting.platform.lists;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a list reads of each row: the entity, or columns of it. Columns cost less, because nothing keeps them to find out
 * whether they change.
 *
 * @param type the entity
 * @param columns paths of its fields; empty for the entity itself
 * @param read makes a row of the list from the entity or from the columns, in their order
 */
public record RowSource<R>(Class<?> type, List<String> columns, Function<Object[], R> read) {
    boolean isOfColumns() {
        return !columns.isEmpty();
    }

    /** How many values of a row are before its keys. */
    int width() {
        return isOfColumns() ? columns.size() : 1;
    }

    String selected() {
        return isOfColumns() ? columns.stream().map(path -> "e." + path).collect(Collectors.joining(", ")) : "e";
    }

    /** The columns, each by a name for a statement around this one. */
    String named() {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "e." + columns.get(i) + " as column" + i)
                .collect(Collectors.joining(", "));
    }

    String names() {
        return IntStream.range(0, columns.size()).mapToObj(i -> "x.column" + i).collect(Collectors.joining(", "));
    }
}
