package nl.doorlichting.domain.figures;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a row is about: the value of each dimension that rows are by, in the order of an answer. Null is none in
 * particular. Keys of one table sort by dimension after dimension, codes as in their codelist, null last.
 */
public final class Key implements Comparable<Key> {
    /** The key of a total over everything. */
    public static final Key ALL = new Key(Map.of());

    // A table has tens of thousands of keys, which have their dimensions in common. Transient, because a schema has the
    // values only.
    private final transient List<Dimension> dimensions;
    private final Object[] values;
    private final transient int hash;

    /** @param values comparable values, each of its dimension's type, or a code that sorts in its own way */
    public Key(Map<Dimension, Object> values) {
        this(List.copyOf(values.keySet()), values.values().toArray());
    }

    /** @param values one of each dimension, which are not changed any more */
    Key(List<Dimension> dimensions, Object... values) {
        this.dimensions = dimensions;
        this.values = values;
        this.hash = Arrays.hashCode(values);
    }

    /** Comparable values, each of its dimension's type, or a code that sorts in its own way, in order. */
    public Map<Dimension, Object> values() {
        Map<Dimension, Object> all = new LinkedHashMap<>();
        for (int place = 0; place < values.length; place++) {
            all.put(dimensions.get(place), values[place]);
        }
        return Collections.unmodifiableMap(all);
    }

    /** Whether rows are by this. */
    public boolean has(Dimension dimension) {
        return dimensions.contains(dimension);
    }

    /** The value of a dimension; null for none in particular. */
    public Object get(Dimension dimension) {
        int place = dimensions.indexOf(dimension);
        return place < 0 ? null : values[place];
    }

    /** The same with exactly these dimensions, in this order; null for one that it does not have. */
    public Key of(Collection<Dimension> some) {
        List<Dimension> wanted = List.copyOf(some);
        return wanted.equals(dimensions)
                ? this
                : new Key(wanted, wanted.stream().map(this::get).toArray());
    }

    /** The same with this value: in place of the dimension's, or last. */
    public Key with(Dimension dimension, Object value) {
        Map<Dimension, Object> more = new LinkedHashMap<>(values());
        more.put(dimension, value);
        return new Key(more);
    }

    Key apartFromTime() {
        return of(dimensions.stream()
                .filter(dimension -> dimension.kind() != Dimension.Kind.TIME)
                .toList());
    }

    @Override
    public int compareTo(Key other) {
        for (int place = 0; place < Math.min(values.length, other.values.length); place++) {
            int order = compare(values[place], other.values[place]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(values.length, other.values.length);
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object mine, Object theirs) {
        if (mine == null || theirs == null) {
            return Boolean.compare(mine == null, theirs == null);
        }
        return ((Comparable<Object>) mine).compareTo(theirs);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key
                && hash == key.hash
                && dimensions.equals(key.dimensions)
                && Arrays.equals(values, key.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return values().toString();
    }
}
