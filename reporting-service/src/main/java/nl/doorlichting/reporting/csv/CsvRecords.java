package nl.doorlichting.reporting.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.doorlichting.platform.texts.Text;

/**
 * The rows of CSV (RFC 4180), one at a time. A row with a quote that is closed nowhere is refused: a reader of CSV takes all
 * that follows for text of that row.
 */
public final class CsvRecords implements Closeable {
    /** From a line on the text cannot be read. */
    public static final class MalformedCsv extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long line;
        private final transient Map<String, Object> parameters;
        private final transient Text detail;

        private MalformedCsv(long line, Map<String, Object> parameters, Text detail) {
            super(detail.toString(), null, false, false);
            this.line = line;
            this.parameters = parameters;
            this.detail = detail;
        }

        /** From 1. */
        public long line() {
            return line;
        }

        /** The limit of a cell that is too long, as max. */
        public Map<String, Object> parameters() {
            return parameters;
        }

        public Text detail() {
            return detail;
        }
    }

    // No text has this character. The reader takes what follows an open quote for its text, up to the end.
    private static final String END = "\u0001";

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final int longest;
    private long line;
    private boolean ended;

    /**
     * Of a text without control characters.
     *
     * @param longest number of characters of the longest cell that is read
     */
    public CsvRecords(Reader text, char separator, int longest) {
        this.longest = longest;
        reader = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .ignoreDifferentFieldCount(true)
                .acceptCharsAfterQuotes(false)
                .maxBufferSize(longest)
                .ofCsvRecord(new EndMarked(text));
        records = reader.iterator();
    }

    /** A comma, or the semicolon of Dutch spreadsheets where the first line has more of these. */
    public static char separator(String firstLine) {
        var commas = firstLine.chars().filter(c -> c == ',').count();
        var semicolons = firstLine.chars().filter(c -> c == ';').count();
        return semicolons > commas ? ';' : ',';
    }

    /** The next row; null after the last one, and after one that is malformed. */
    public CsvRecord next() throws MalformedCsv {
        if (ended) {
            return null;
        }
        ended = true;
        var row = read();
        if (row.getFieldCount() == 1 && row.getField(0).equals(END)) {
            return null;
        }
        if (row.getField(row.getFieldCount() - 1).endsWith(END)) {
            throw new MalformedCsv(row.getStartingLineNumber(), Map.of(), Text.of("csv.open-quote"));
        }
        ended = false;
        line = row.getStartingLineNumber();
        return row;
    }

    private CsvRecord read() {
        try {
            return records.next();
        } catch (CsvParseException notCsv) {
            throw isTooLong(notCsv)
                    ? new MalformedCsv(line + 1, Map.of("max", longest), Text.of("csv.cell-too-long", longest))
                    : new MalformedCsv(line + 1, Map.of(), Text.of("csv.malformed"));
        }
    }

    // The reader has one exception for everything that it cannot read.
    private static boolean isTooLong(CsvParseException notCsv) {
        return Stream.iterate((Throwable) notCsv, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause.getMessage().startsWith("The maximum buffer size "));
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
