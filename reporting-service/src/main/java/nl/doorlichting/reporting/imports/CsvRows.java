package nl.doorlichting.reporting.imports;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import nl.doorlichting.platform.texts.Text;

/** The rows of a CSV file, each as the JSON document that would record it. */
final class CsvRows implements ImportRows {
    private static final int LONGEST_ROW = 65_536;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<CsvCell> cells;
    private CsvRecord current;
    private boolean broken;

    CsvRows(Reader text, char separator) {
        reader = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .ignoreDifferentFieldCount(true)
                .acceptCharsAfterQuotes(false)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(text);
        records = reader.iterator();
        cells = records.hasNext()
                ? records.next().getFields().stream().map(CsvCell::of).toList()
                : List.of();
    }

    /** The column names of a header line. */
    static List<String> header(String line, char separator) {
        var records = CsvReader.builder()
                .fieldSeparator(separator)
                .acceptCharsAfterQuotes(false)
                .ofCsvRecord(line)
                .iterator();
        return records.hasNext() ? records.next().getFields() : List.of();
    }

    @Override
    public boolean next() throws BrokenFile {
        try {
            current = !broken && records.hasNext() ? records.next() : null;
            return current != null;
        } catch (CsvParseException notCsv) {
            broken = true;
            throw new BrokenFile(line() + 1, Text.of("import.malformed-csv"));
        }
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
}
