package nl.doorlichting.domain.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rule of rows: a fact stands in a row for each combination of the values that it states, or in the row of none in
 * particular where it states none.
 */
final class Crossing {
    private Crossing() {}

    /**
     * The keys of the rows.
     *
     * @param place values of the dimensions of place
     */
    static List<Key> keys(Fact<?> fact, List<Dimension> by, Map<Dimension, Object> place) {
        if (by.isEmpty()) {
            return List.of(Key.ALL);
        }
        Object[] only = new Object[by.size()];
        for (int at = 0; at < only.length; at++) {
            Collection<Object> values = values(fact, by.get(at), place);
            if (values.size() > 1) {
                return crossed(fact, by, place);
            }
            only[at] = values.iterator().next();
        }
        return List.of(new Key(by, only));
    }

    private static List<Key> crossed(Fact<?> fact, List<Dimension> by, Map<Dimension, Object> place) {
        List<Key> keys = List.of(Key.ALL);
        for (Dimension dimension : by) {
            Collection<Object> values = values(fact, dimension, place);
            List<Key> crossed = new ArrayList<>();
            keys.forEach(key -> values.forEach(value -> crossed.add(key.with(dimension, value))));
            keys = crossed;
        }
        return keys;
    }

    // A list, because none in particular is null.
    private static Collection<Object> values(Fact<?> fact, Dimension dimension, Map<Dimension, Object> place) {
        if (dimension.kind() == Dimension.Kind.PLACE) {
            return Collections.singletonList(place.get(dimension));
        }
        Set<Object> stated = fact.of(dimension);
        return stated.isEmpty() ? Collections.singletonList(null) : stated;
    }
}
