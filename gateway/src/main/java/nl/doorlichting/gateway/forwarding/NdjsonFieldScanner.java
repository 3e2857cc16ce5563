package nl.doorlichting.gateway.forwarding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;

/**
 * Finds texts of some fields of documents, and of the objects in them as in {@code period.from}, one on each line, while their
 * bytes pass. A line that is no JSON object is left to the reader of the file.
 */
final class NdjsonFieldScanner implements ReferenceScanner {
    private static final JsonFactory JSON = new JsonFactory();
    // The longest row that is read, of characters of at most four bytes.
    private static final int LONGEST_ROW = 4 * 65_536;

    private final Set<String> wanted;
    private final Found found;
    private final ByteArrayOutputStream row = new ByteArrayOutputStream();
    private long line = 1;
    private boolean broken;

    NdjsonFieldScanner(Set<String> wanted, Found found) {
        this.wanted = wanted;
        this.found = found;
    }

    @Override
    public void read(byte[] part) {
        if (broken) {
            return;
        }
        var begin = 0;
        for (int i = 0; i < part.length; i++) {
            if (part[i] == '\n') {
                row.write(part, begin, i - begin);
                end();
                line++;
                begin = i + 1;
            }
        }
        row.write(part, begin, part.length - begin);
        broken = row.size() > LONGEST_ROW;
    }

    @Override
    public void end() {
        if (!broken && row.size() > 0) {
            readRow();
        }
        row.reset();
    }

    private void readRow() {
        try (var parser = JSON.createParser(row.toByteArray())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            readFields(parser, "");
        } catch (IOException malformed) {
            // The service lists the line.
            return;
        }
    }

    private void readFields(JsonParser parser, String within) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = within + parser.currentName();
            var token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING && wanted.contains(field)) {
                value(field, parser.getText());
            }
            if (token == JsonToken.START_OBJECT && wanted.stream().anyMatch(one -> one.startsWith(field + "."))) {
                readFields(parser, field + ".");
            } else {
                parser.skipChildren();
            }
        }
    }

    private void value(String field, String value) {
        if (!value.isEmpty() && value.length() <= LONGEST) {
            found.value(field, value, line);
        }
    }
}
