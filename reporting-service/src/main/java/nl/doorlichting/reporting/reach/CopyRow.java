package nl.doorlichting.reporting.reach;

import java.util.Collection;

/** One row in the text format of PostgreSQL's COPY. */
final class CopyRow extends RowValues {
    private final StringBuilder text = new StringBuilder(512);
    private boolean first = true;

    @Override
    CopyRow plain(Object value) {
        separate();
        text.append(value == null ? "\\N" : value);
        return this;
    }

    @Override
    CopyRow text(String value) {
        if (value == null) {
            return plain(null);
        }
        separate();
        for (int i = 0; i < value.length(); i++) {
            append(value.charAt(i));
        }
        return this;
    }

    @Override
    CopyRow array(Collection<?> values) {
        separate();
        appendArray(text, values);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void append(char character) {
        switch (character) {
            case '\\' -> text.append("\\\\");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            default -> text.append(character);
        }
    }

    private void separate() {
        if (!first) {
            text.append('\t');
        }
        first = false;
    }
}
