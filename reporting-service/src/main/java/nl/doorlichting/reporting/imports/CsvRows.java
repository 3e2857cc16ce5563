package nl.doorlichting.reporting.imports;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Iterator;
import java.util.List;
import nl.doorlichting.platform.texts.Text;

/** The rows of a CSV file, each as the JSON document that would record it. */
final class CsvRows implements ImportRows {
    private static final int LONGEST_ROW = 65_536;
    // No file has this character. The reader takes what follows an open quote for its text, up to the end of the file.
    private static final String END = "\u0001";

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<CsvCell> cells;
    private CsvRecord current;
    private boolean broken;

    CsvRows(Reader text, char separator) {
        reader = reader(text, separator);
        records = reader.iterator();
        cells = records.next().getFields().stream().map(CsvCell::of).toList();
    }

    private static CsvReader<CsvRecord> reader(Reader text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .ignoreDifferentFieldCount(true)
                .acceptCharsAfterQuotes(false)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(new EndMarked(text));
    }

    /** The column names of a header line; fails where it is no line of CSV. */
    static List<String> header(String line, char separator) {
        var header = reader(new StringReader(line), separator).iterator().next();
        if (hasOpenQuote(header)) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        return isEnd(header) ? List.of() : header.getFields();
    }

    @Override
    public boolean next() throws BrokenFile {
        try {
            current = !broken && records.hasNext() ? records.next() : null;
        } catch (CsvParseException notCsv) {
            broken = true;
            throw new BrokenFile(line() + 1, Text.of("import.malformed-csv"));
        }
        if (current == null || isEnd(current)) {
            current = null;
            return false;
        }
        if (hasOpenQuote(current)) {
            broken = true;
            throw new BrokenFile(line(), Text.of("import.open-quote"));
        }
        return true;
    }

    private static boolean isEnd(CsvRecord row) {
        return row.getFieldCount() == 1 && row.getField(0).equals(END);
    }

    private static boolean hasOpenQuote(CsvRecord row) {
        return !isEnd(row) && row.getField(row.getFieldCount() - 1).endsWith(END);
    }

    @Override
    public long line() {
        return current == null ? 1 : current.getStartingLineNumber();
    }

    @Override
    public String json() {
        if (current.getFieldCount() != cells.size()) {
            return null;
        }
        return CsvCell.document(cells, current.getFields());
    }

    @Override
    public Text whyNone() {
        return Text.of("import.number-of-cells", current.getFieldCount(), cells.size());
    }

    @Override
    public String value(String column) {
        for (int i = 0; i < cells.size() && i < current.getFieldCount(); i++) {
            if (cells.get(i).name().equals(column)) {
                return current.getField(i).isEmpty() ? null : current.getField(i);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** The text, and after it a row of its own that says that the text has ended. */
    private static final class EndMarked extends FilterReader {
        private final StringReader end = new StringReader("\n" + END);

        EndMarked(Reader text) {
            super(text);
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            var count = super.read(target, offset, length);
            return count < 0 ? end.read(target, offset, length) : count;
        }
    }
}
