package nl.doorlichting.reporting.imports;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.regex.Pattern;
import nl.doorlichting.reporting.imports.ImportColumns.Kind;

/**
 * How the cells of a column are written into the row's JSON document.
 *
 * @param object the object that the field is in; null for a field of the document itself
 */
record CsvCell(String name, String object, String field, Kind kind) {
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
    /** A number of JSON. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

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
        if (NUMBER.matcher(value).matches()) {
            json.append(value);
            return;
        }
        appendText(json, value);
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
