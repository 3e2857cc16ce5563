package nl.doorlichting.reporting.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.csv.CsvRecords;

/** The rows of a CSV file, each as the JSON document that would record it. */
final class CsvRows implements ImportRows {
    private static final int LONGEST_ROW = 65_536;

    private final CsvRecords records;
    private final List<CsvCell> cells;
    private CsvRecord current;

    CsvRows(Reader text, char separator) {
        records = new CsvRecords(text, separator, LONGEST_ROW);
        cells = records.next().getFields().stream().map(CsvCell::of).toList();
    }

    /** The column names of a header line; fails where it is no line of CSV. */
    static List<String> header(String line) {
        var header = new CsvRecords(new StringReader(line), CsvRecords.separator(line), LONGEST_ROW).next();
        return header == null ? List.of() : header.getFields();
    }

    @Override
    public boolean next() throws BrokenFile {
        try {
            current = records.next();
            return current != null;
        } catch (CsvRecords.MalformedCsv malformed) {
            throw new BrokenFile(malformed.line(), malformed.parameters(), malformed.detail());
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
        records.close();
    }
}
