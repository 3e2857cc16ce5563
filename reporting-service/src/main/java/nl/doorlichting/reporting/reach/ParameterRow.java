package nl.doorlichting.reporting.reach;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The values of one row as parameters of a statement, all as text. The database takes the type of each from its column, so that
 * a null needs no other plan than a value.
 */
final class ParameterRow extends RowValues {
    private final List<String> values = new ArrayList<>();

    @Override
    ParameterRow plain(Object value) {
        values.add(value == null ? null : value.toString());
        return this;
    }

    @Override
    ParameterRow text(String value) {
        values.add(value);
        return this;
    }

    @Override
    ParameterRow array(Collection<?> elements) {
        var text = new StringBuilder();
        appendArray(text, elements);
        values.add(text.toString());
        return this;
    }

    /** A question mark for each of these columns. */
    static String parameters(String columns) {
        return columns.replaceAll("[^,]+", "?");
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (var i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i), Types.OTHER);
        }
    }
}
