package nl.doorlichting.funding.schemes;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import nl.doorlichting.domain.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Between which shares of a project's cost the state pays, and on which days that holds. Source:
 * docs/design/rules.md#co-financing.
 *
 * @param minimumShare lowest share of the state, in percent of the whole cost, 0 to 100 with at most two decimals, as
 *     in 50
 * @param maximumShare highest share of the state, in percent of the whole cost, 0 to 100 with at most two decimals, as
 *     in 80
 * @param validFrom first day on which the bounds hold
 * @param validUntil first day on which the bounds hold no more; null while they hold
 */
@Embeddable
public record ShareBound(
        @Enumerated(EnumType.STRING) FundingPurpose purpose,
        BigDecimal minimumShare,
        BigDecimal maximumShare,
        LocalDate validFrom,
        @Schema(nullable = true) LocalDate validUntil) {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    public ShareBound {
        minimumShare = minimumShare.setScale(DECIMALS);
        maximumShare = maximumShare.setScale(DECIMALS);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || day.isBefore(validUntil));
    }

    /** Whether the bounds held before this day only. */
    boolean endedBy(LocalDate day) {
        return validUntil != null && !validUntil.isAfter(day);
    }

    /** Whether the part is such a share of the whole; compared without dividing, so that no rounding lets it slip. */
    public boolean admits(Money part, Money whole) {
        var hundredfold = part.amount().multiply(PERCENT);
        return hundredfold.compareTo(minimumShare.multiply(whole.amount())) >= 0
                && hundredfold.compareTo(maximumShare.multiply(whole.amount())) <= 0;
    }
}
