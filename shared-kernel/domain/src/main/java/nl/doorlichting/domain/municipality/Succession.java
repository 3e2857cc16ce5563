package nl.doorlichting.domain.municipality;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One code that took over territory of one that ended.
 *
 * @param successor the code that took over
 * @param share of the area, 0-1, null where unknown
 * @param endsOn the first day that the old code was no more
 */
public record Succession(String successor, BigDecimal share, SuccessionBasis basis, LocalDate endsOn) {

    // docs/design/figures.md#boundaries: below this share the figure cannot be assigned to one successor.
    private static final BigDecimal WHOLE = new BigDecimal("0.85");

    /** Whether a figure of the old code is taken as the new one's. */
    boolean takesAll() {
        return basis == SuccessionBasis.REGISTER || share != null && share.compareTo(WHOLE) >= 0;
    }
}
