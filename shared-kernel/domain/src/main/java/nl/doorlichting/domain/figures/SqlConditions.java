package nl.doorlichting.domain.figures;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The conditions of a statement for statistics, over the alias {@code e}. An absent value adds no condition. */
public final class SqlConditions {
    private final Set<String> conditions = new LinkedHashSet<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** The field equals the value; no condition when the value is null. */
    public SqlConditions equal(String path, Object value) {
        return value == null ? this : where("e." + path + " = :" + name(path), name(path), value);
    }

    /** A condition with one named parameter. */
    public SqlConditions where(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
        return this;
    }

    /** A parameter of another part of the statement. */
    public SqlConditions parameter(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** A condition without parameters. */
    public SqlConditions where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** The where clause, empty without conditions. */
    public String clause() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** Values of the named parameters. */
    public Map<String, Object> parameters() {
        return parameters;
    }

    private static String name(String path) {
        return path.replace('.', '_');
    }
}
