package nl.doorlichting.reporting.reach;

import java.util.Collection;
import nl.doorlichting.domain.quantity.Quantity;

/** One row in the text format of PostgreSQL's COPY. */
final class CopyRow {
    private final StringBuilder text = new StringBuilder(512);
    private boolean first = true;

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

    CopyRow quantity(Quantity quantity) {
        plain(quantity.kind());
        if (quantity instanceof Quantity.Exact exact) {
            return parts(exact.value(), null, null, null, null);
        }
        if (quantity instanceof Quantity.Approximate about) {
            return parts(about.value(), about.plusMinus(), null, null, null);
        }
        if (quantity instanceof Quantity.Range range) {
            return parts(null, null, range.minimum(), range.maximum(), null);
        }
        if (quantity instanceof Quantity.AtLeast atLeast) {
            return parts(atLeast.value(), null, null, null, null);
        }
        if (quantity instanceof Quantity.Vague vague) {
            return parts(null, null, null, null, vague.text());
        }
        return parts(null, null, null, null, ((Quantity.NotMeasured) quantity).reason());
    }

    private CopyRow parts(Long value, Long margin, Long minimum, Long maximum, String words) {
        return plain(value).plain(margin).plain(minimum).plain(maximum).text(words);
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
