package nl.doorlichting.domain.municipality;

import java.util.ArrayList;
import java.util.List;

/** As much of RFC 4180 as the register's files use: a comma between fields, double quotes around one with a comma. */
final class Csv {

    private Csv() {}

    /**
     * The rows under the expected header, each with as many fields as it has.
     *
     * @throws IllegalArgumentException naming file and line when the text is otherwise
     */
    static List<Row> parse(String file, String text, String header) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(header)) {
            throw new IllegalArgumentException(file + " does not begin with " + header);
        }
        int width = fields(header).size();
        List<Row> rows = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            rows.add(new Row(file, line + 1, width, fields(lines.get(line))));
        }
        return rows;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char character : line.toCharArray()) {
            if (character == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
                continue;
            }
            quoted ^= character == '"';
            field.append(character == '"' ? "" : character);
        }
        fields.add(field.toString());
        return fields;
    }

    /** One line's fields, and where it stands. */
    record Row(String file, int line, List<String> fields) {

        Row(String file, int line, int width, List<String> fields) {
            this(file, line, fields);
            if (fields.size() != width) {
                throw wrong(fields.size() + " fields instead of " + width);
            }
        }

        /** The field, null when empty. */
        String get(int index) {
            String field = fields.get(index);
            return field.isEmpty() ? null : field;
        }

        IllegalArgumentException wrong(String reason) {
            return new IllegalArgumentException(file + " line " + line + ": " + reason);
        }
    }
}
