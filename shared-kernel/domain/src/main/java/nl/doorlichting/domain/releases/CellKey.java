package nl.doorlichting.domain.releases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;

/**
 * What a cell of a release is about: the dimension set that it belongs to, and a value for each. A total is a cell of a
 * smaller set. Sorted by {@link #text}, like a column of these texts with the collation "C".
 *
 * @param dimensions names, in the order of answers, as in period and targetGroup
 * @param values one for each; null for none in particular
 */
public record CellKey(List<String> dimensions, List<String> values) implements Comparable<CellKey> {
    private static final String RESERVED = "=;|";

    public CellKey {
        dimensions = List.copyOf(dimensions);
        values = Collections.unmodifiableList(new ArrayList<>(values));
        if (dimensions.size() != values.size()) {
            throw new IllegalArgumentException(dimensions + " and " + values);
        }
        for (String value : values) {
            check(value);
        }
    }

    /** The key of a row of an answer, after what its table is divided by otherwise, as in source=INVENTORY. */
    public static CellKey of(String dimension, String value, Key key) {
        List<String> dimensions = new ArrayList<>(List.of(dimension));
        List<String> values = new ArrayList<>(List.of(value));
        key.values().forEach((by, of) -> {
            dimensions.add(by.jsonName());
            values.add(of == null ? null : Dimension.text(of));
        });
        return new CellKey(dimensions, values);
    }

    // So that a text is on one line and belongs to one key. A loop, because a release has millions of values.
    private static void check(String value) {
        boolean refused = value != null && value.isEmpty();
        for (int index = 0; value != null && index < value.length(); index++) {
            refused |= value.charAt(index) < ' ' || RESERVED.indexOf(value.charAt(index)) >= 0;
        }
        if (refused) {
            throw new IllegalArgumentException("\"" + value + "\" is no value of a dimension");
        }
    }

    /** The value of a dimension; null for none in particular, and for a dimension of another set. */
    public String get(String dimension) {
        int index = dimensions.indexOf(dimension);
        return index < 0 ? null : values.get(index);
    }

    /** As in period=2010;targetGroup=OTHER; a dimension alone has no particular value. Unique in a release. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < dimensions.size(); index++) {
            text.append(index == 0 ? "" : ";").append(dimensions.get(index));
            if (values.get(index) != null) {
                text.append('=').append(values.get(index));
            }
        }
        return text.toString();
    }

    @Override
    public int compareTo(CellKey other) {
        return text().compareTo(other.text());
    }
}
