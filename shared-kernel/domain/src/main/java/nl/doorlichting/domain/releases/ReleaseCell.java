package nl.doorlichting.domain.releases;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.doorlichting.domain.disclosure.CountDisclosure;
import nl.doorlichting.domain.disclosure.DisclosedCount;

/**
 * A finished cell: what a release shows, for ever.
 *
 * @param measures in the order of its {@link ReleaseTable}: whole numbers (Long) or decimals; null where there is none
 * @param disclosure how its measures are protected; null for measures as they are
 */
public record ReleaseCell(CellKey key, List<Number> measures, CountDisclosure disclosure) {
    public ReleaseCell {
        measures = Collections.unmodifiableList(new ArrayList<>(measures));
        for (Number measure : measures) {
            if (measure != null && !(measure instanceof Long) && !(measure instanceof BigDecimal)) {
                throw new IllegalArgumentException(measure.getClass() + " is no measure");
            }
        }
    }

    /** A cell of counts. */
    public static ReleaseCell of(CellKey key, DisclosedCount count) {
        List<Number> measures = new ArrayList<>();
        measures.add(count.best());
        measures.add(count.lowest());
        measures.add(count.highest());
        return new ReleaseCell(key, measures, count.disclosure());
    }

    /** A measure as text, always the same for the same number; null where there is none. */
    public static String text(Number measure) {
        if (measure instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return measure == null ? null : measure.toString();
    }

    /**
     * One line in UTF-8, as in {@code period=2010;targetGroup=OTHER|15||ROUNDED_5}: equal for equal cells only. What a
     * release's checksum is over.
     */
    public byte[] canonicalBytes() {
        StringBuilder line = new StringBuilder(key.text());
        for (Number measure : measures) {
            line.append('|').append(measure == null ? "" : text(measure));
        }
        line.append('|').append(disclosure == null ? "" : disclosure.name()).append('\n');
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }
}
