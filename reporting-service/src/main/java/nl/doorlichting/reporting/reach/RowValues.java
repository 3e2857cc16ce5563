package nl.doorlichting.reporting.reach;

import java.util.Collection;
import nl.doorlichting.domain.quantity.Quantity;

/** Receives the values of one row, in the order of its columns. */
abstract class RowValues {
    /** A value whose text has nothing to escape: a number, a day, a constant, an id; null is null. */
    abstract RowValues plain(Object value);

    /** Any text. */
    abstract RowValues text(String value);

    /** Codes or ids. */
    abstract RowValues array(Collection<?> values);

    RowValues quantity(Quantity quantity) {
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

    private RowValues parts(Long value, Long margin, Long minimum, Long maximum, String words) {
        return plain(value).plain(margin).plain(minimum).plain(maximum).text(words);
    }

    /** As PostgreSQL writes an array of values that have nothing to escape. */
    static void appendArray(StringBuilder text, Collection<?> values) {
        text.append('{');
        var separator = "";
        for (var value : values) {
            text.append(separator).append(value);
            separator = ",";
        }
        text.append('}');
    }
}
