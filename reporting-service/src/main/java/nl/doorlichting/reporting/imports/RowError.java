package nl.doorlichting.reporting.imports;

import java.util.Map;

/** One broken rule of one row, before it is stored. */
record RowError(long line, String column, String value, String code, Map<String, Object> parameters, String detail) {
    private static final int LONGEST = 200;

    RowError {
        value = value == null || value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
