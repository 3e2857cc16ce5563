package nl.doorlichting.reporting.reach;

import java.util.Collection;

/** One row in the text format of PostgreSQL's COPY. */
final class CopyRow {
    private final StringBuilder text;
    private boolean first = true;

    CopyRow(StringBuilder text) {
        this.text = text;
    }

    /** A value whose text has nothing to escape: a number, a day, a constant, an id; null is null. */
    CopyRow plain(Object value) {
        separate();
        text.append(value == null ? "\\N" : value);
        return this;
    }

    /** Any text. */
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

    /** Codes or ids. */
    CopyRow array(Collection<?> values) {
        separate();
        text.append('{');
        var separator = "";
        for (var value : values) {
            text.append(separator).append(value);
            separator = ",";
        }
        text.append('}');
        return this;
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
