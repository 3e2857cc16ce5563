package nl.doorlichting.reporting.imports;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import nl.doorlichting.reporting.imports.ImportColumns.Kind;

/**
 * How the cells of a column are written into the row's JSON document.
 *
 * @param object the object that the field is in; null for a field of the document itself
 */
record CsvCell(String name, String object, String field, Kind kind) {
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
    private static final List<String> OBJECTS = List.of("period", "reach", "place");

    static CsvCell of(String name) {
        var dot = name.indexOf('.');
        var kind = ImportColumns.kind(name);
        return dot < 0
                ? new CsvCell(name, null, name, kind)
                : new CsvCell(name, name.substring(0, dot), name.substring(dot + 1), kind);
    }

    /** The document of all cells; empty cells are left out. */
    static String document(List<CsvCell> cells, List<String> values) {
        var json = new StringBuilder(512).append('{');
        appendFields(json, null, cells, values);
        for (var object : OBJECTS) {
            var before = json.length();
            separate(json);
            json.append('"').append(object).append("\":{");
            var empty = json.length();
            appendFields(json, object, cells, values);
            if (json.length() == empty) {
                json.setLength(before);
            } else {
                json.append('}');
            }
        }
        return json.append('}').toString();
    }

    private static void appendFields(StringBuilder json, String object, List<CsvCell> cells, List<String> values) {
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (!values.get(i).isEmpty() && (object == null ? cell.object == null : object.equals(cell.object))) {
                separate(json);
                json.append('"').append(cell.field).append("\":");
                cell.appendValue(json, values.get(i));
            }
        }
    }

    private static void separate(StringBuilder json) {
        if (json.charAt(json.length() - 1) != '{') {
            json.append(',');
        }
    }

    private void appendValue(StringBuilder json, String value) {
        switch (kind) {
            case NUMBER -> appendNumber(json, value);
            case LIST -> appendList(json, value);
            case TEXT -> appendText(json, value);
        }
    }

    // Anything but a number stays text, so that the rule of a request refuses it.
    private static void appendNumber(StringBuilder json, String value) {
        if (isNumber(value)) {
            json.append(value);
            return;
        }
        appendText(json, value);
    }

    private static boolean isNumber(String value) {
        var start = value.charAt(0) == '-' ? 1 : 0;
        var whole = value.length() - start;
        if (whole < 1 || whole > 30 || (whole > 1 && value.charAt(start) == '0' && value.charAt(start + 1) != '.')) {
            return false;
        }
        var points = 0;
        for (int i = start; i < value.length(); i++) {
            var character = value.charAt(i);
            var inner = i > start && i < value.length() - 1;
            points += character == '.' ? 1 : 0;
            if ((character < '0' || character > '9') && !(character == '.' && inner && points == 1)) {
                return false;
            }
        }
        return true;
    }

    private static void appendList(StringBuilder json, String value) {
        json.append('[');
        var first = true;
        for (var part : value.strip().split(" +")) {
            json.append(first ? "" : ",");
            appendText(json, part);
            first = false;
        }
        json.append(']');
    }

    private static void appendText(StringBuilder json, String value) {
        json.append('"');
        ENCODER.quoteAsString(value, json);
        json.append('"');
    }
}
