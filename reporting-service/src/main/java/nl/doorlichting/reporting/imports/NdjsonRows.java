package nl.doorlichting.reporting.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Map;
import nl.doorlichting.platform.texts.Text;

/** The rows of a file with one JSON document on each line. */
final class NdjsonRows implements ImportRows {
    private static final int LONGEST_ROW = 65_536;
    private static final JsonFactory JSON = new JsonFactory();

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
        var text = row.toString();
        var sought = JsonPointer.valueOf("/" + column.replace('.', '/'));
        String found = null;
        try (var parser = JSON.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.FIELD_NAME
                        && parser.getParsingContext().pathAsPointer().equals(sought)) {
                    found = asSent(parser, text);
                }
            }
            return found;
        } catch (IOException notJson) {
            return text;
        }
    }

    // Read as a number, 1e400 would be infinite.
    private static String asSent(JsonParser parser, String text) throws IOException {
        if (parser.currentToken().isScalarValue()) {
            return parser.getText();
        }
        var begin = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return text.substring(begin, (int) parser.currentLocation().getCharOffset());
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
                throw new BrokenFile(line + 1, Map.of("max", LONGEST_ROW), Text.of("import.row-too-long", LONGEST_ROW));
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
