package nl.doorlichting.reporting.imports;

import java.util.Map;
import nl.doorlichting.platform.json.ScalarFormats;

/** One broken rule of one row, before it is stored. */
record RowError(long line, String column, String value, String code, Map<String, Object> parameters, String detail) {
    private static final int LONGEST = 200;

    RowError {
        column = storable(column);
        value = storable(value);
    }

    // A document may name any character; the database holds neither NUL nor the half that is left of one cut in two.
    private static String storable(String text) {
        return text == null ? null : ScalarFormats.asText(text.substring(0, Math.min(text.length(), LONGEST)));
    }
}
