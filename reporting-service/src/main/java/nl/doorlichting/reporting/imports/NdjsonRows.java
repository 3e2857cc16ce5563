package nl.doorlichting.reporting.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import nl.doorlichting.platform.texts.Text;

/** The rows of a file with one JSON document on each line. */
final class NdjsonRows implements ImportRows {
    private static final int LONGEST_ROW = 65_536;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Reader text;
    private final char[] buffer = new char[8192];
    private final StringBuilder row = new StringBuilder();
    private int position;
    private int length;
    private long line;
    private boolean broken;

    NdjsonRows(Reader text) {
        this.text = text;
    }

    @Override
    public boolean next() throws BrokenFile {
        try {
            while (!broken && readLine()) {
                line++;
                if (!row.toString().isBlank()) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String json() {
        return row.toString();
    }

    @Override
    public Text whyNone() {
        throw new IllegalStateException("there is a document");
    }

    @Override
    public String value(String column) {
        try {
            var found = MAPPER.readTree(row.toString()).at("/" + column.replace('.', '/'));
            return found.isMissingNode() ? null : found.isTextual() ? found.textValue() : found.toString();
        } catch (JsonProcessingException notJson) {
            return row.toString();
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private boolean readLine() throws IOException, BrokenFile {
        row.setLength(0);
        var any = false;
        while (position < length || fill()) {
            any = true;
            var character = buffer[position++];
            if (character == '\n') {
                return true;
            }
            if (row.length() == LONGEST_ROW) {
                broken = true;
                throw new BrokenFile(line + 1, Text.of("import.row-too-long", LONGEST_ROW));
            }
            row.append(character);
        }
        return any;
    }

    private boolean fill() throws IOException {
        length = text.read(buffer);
        position = 0;
        return length > 0;
    }
}
