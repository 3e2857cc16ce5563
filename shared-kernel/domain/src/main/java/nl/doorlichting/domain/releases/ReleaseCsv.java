package nl.doorlichting.domain.releases;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import nl.doorlichting.domain.releases.ReleaseTable.Column;

/**
 * Writes cells as CSV (RFC 4180, UTF-8), one by one. The first columns are {@code dimensions}, which names the set that a
 * cell belongs to, and {@code disclosure}; the columns of the table follow. An empty field is null: which of the two
 * kinds of null, {@code dimensions} tells.
 *
 * <p>{@link #finish} writes what is buffered. Without it the file is not complete.
 */
public final class ReleaseCsv {
    private static final String LINE_BREAK = "\r\n";
    private static final int BUFFER = 1 << 16;

    private static final String QUOTED = ",\"\r\n";

    private final ReleaseTable table;
    private final Set<String> dimensions;
    private final int measures;
    private final Writer out;
    private long rows;

    /** Writes the header. */
    public ReleaseCsv(ReleaseTable table, OutputStream out) throws IOException {
        this.table = table;
        this.dimensions = Set.copyOf(table.dimensions());
        this.measures = table.measures().size();
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        this.out.write("dimensions,disclosure");
        for (Column column : table.columns()) {
            this.out.write(',');
            field(column.name());
        }
        this.out.write(LINE_BREAK);
    }

    /**
     * Writes one row.
     *
     * @throws IllegalArgumentException for a cell of another table
     */
    public void write(ReleaseCell cell) throws IOException {
        if (cell.measures().size() != measures
                || !dimensions.containsAll(cell.key().dimensions())) {
            throw new IllegalArgumentException(cell.key() + " is no cell of " + table.name());
        }
        field(String.join(",", cell.key().dimensions()));
        out.write(',');
        field(cell.disclosure() == null ? null : cell.disclosure().name());
        int measure = 0;
        for (Column column : table.columns()) {
            out.write(',');
            field(
                    column.isMeasure()
                            ? ReleaseCell.text(cell.measures().get(measure++))
                            : cell.key().get(column.name()));
        }
        out.write(LINE_BREAK);
        rows++;
    }

    /** Rows so far, the header apart. */
    public long rows() {
        return rows;
    }

    /** Hands over everything that was written. */
    public void finish() throws IOException {
        out.flush();
    }

    private void field(String text) throws IOException {
        if (text == null) {
            return;
        }
        if (!isQuoted(text)) {
            out.write(text);
            return;
        }
        out.write('"');
        out.write(text.replace("\"", "\"\""));
        out.write('"');
    }

    private static boolean isQuoted(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (QUOTED.indexOf(text.charAt(index)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
