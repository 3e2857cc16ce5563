package nl.doorlichting.platform.lists;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The conditions of a list, over the entity alias {@code e}. An absent value adds no condition. */
public final class Filter {
    // A set, because a list that is read page by page adds the same conditions for each page.
    private final Set<String> conditions = new LinkedHashSet<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private boolean narrow;

    /** The field equals the value, or one of several; no condition when the value is null or there are none. */
    public Filter equal(String path, Object value) {
        if (value instanceof Collection<?> values) {
            return values.isEmpty() ? this : where("e." + path + " in :" + name(path), name(path), values);
        }
        return value == null ? this : where("e." + path + " = :" + name(path), name(path), value);
    }

    /** A condition with one named parameter. */
    public Filter where(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
        return this;
    }

    /** A condition without parameters. */
    public Filter where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Says that one of the conditions usually leaves few rows, which the database finds by an index. */
    public Filter narrow() {
        narrow = true;
        return this;
    }

    public boolean isNarrow() {
        return narrow;
    }

    /** The where clause, empty without conditions. */
    public String clause() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Filter and(Filter other) {
        var both = new Filter();
        both.narrow = narrow || other.narrow;
        both.conditions.addAll(conditions);
        both.conditions.addAll(other.conditions);
        both.parameters.putAll(parameters);
        both.parameters.putAll(other.parameters);
        return both;
    }

    /** Values of the named parameters. */
    public Map<String, Object> parameters() {
        return parameters;
    }

    private static String name(String path) {
        return path.replace('.', '_');
    }
}
