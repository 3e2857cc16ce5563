package nl.doorlichting.domain.figures;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a row is about: the value of each dimension that rows are by, in the order of an answer. Null is none in
 * particular. Keys of one table sort by dimension after dimension, codes as in their codelist, null last.
 *
 * @param values comparable values, each of its dimension's type, or a code that sorts in its own way
 */
public record Key(Map<Dimension, Object> values) implements Comparable<Key> {
    /** The key of a total over everything. */
    public static final Key ALL = new Key(Map.of());

    public Key {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Whether rows are by this. */
    public boolean has(Dimension dimension) {
        return values.containsKey(dimension);
    }

    /** The value of a dimension; null for none in particular. */
    public Object get(Dimension dimension) {
        return values.get(dimension);
    }

    /** The same with exactly these dimensions, in this order; null for one that it does not have. */
    public Key of(Collection<Dimension> dimensions) {
        if (List.copyOf(values.keySet()).equals(List.copyOf(dimensions))) {
            return this;
        }
        Map<Dimension, Object> some = new LinkedHashMap<>();
        dimensions.forEach(dimension -> some.put(dimension, values.get(dimension)));
        return new Key(some);
    }

    /** The same with this value: in place of the dimension's, or last. */
    public Key with(Dimension dimension, Object value) {
        Map<Dimension, Object> more = new LinkedHashMap<>(values);
        more.put(dimension, value);
        return new Key(more);
    }

    Key apartFromTime() {
        return of(values.keySet().stream()
                .filter(dimension -> dimension.kind() != Dimension.Kind.TIME)
                .toList());
    }

    @Override
    public int compareTo(Key other) {
        Iterator<Object> theirs = other.values.values().iterator();
        for (Object mine : values.values()) {
            int order = theirs.hasNext() ? compare(mine, theirs.next()) : 1;
            if (order != 0) {
                return order;
            }
        }
        return theirs.hasNext() ? -1 : 0;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object mine, Object theirs) {
        if (mine == null || theirs == null) {
            return Boolean.compare(mine == null, theirs == null);
        }
        return ((Comparable<Object>) mine).compareTo(theirs);
    }
}
