package nl.doorlichting.funding.schemes;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Between which shares of a project's cost the state pays, and on which days that holds. Source:
 * docs/design/rules.md#co-financing.
 *
 * @param minimumShare lowest share of the state, in percent of the whole cost, with at most two decimals, as in 50: 0
 *     to 100
 * @param maximumShare highest share of the state, in percent of the whole cost, with at most two decimals, as in 80: 0
 *     to 100
 * @param validFrom first day on which the bounds hold
 * @param validUntil first day on which the bounds hold no more; null while no end is set
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

    /** That an amount is another share of the whole cost than this. */
    public Violation violation(String pointer) {
        return Violation.body(
                pointer + "/amount",
                ViolationCode.OUT_OF_RANGE,
                parameters(),
                Text.of("scheme.share-of-whole-cost", minimumShare, maximumShare));
    }

    public Map<String, Object> parameters() {
        return Map.of("minimum", minimumShare, "maximum", maximumShare, "unit", "PERCENT_OF_WHOLE_COST");
    }

    /** Whether the other one is this one, or this one ended no earlier than today. */
    boolean isKeptBy(ShareBound other, LocalDate today) {
        if (purpose != other.purpose
                || minimumShare.compareTo(other.minimumShare) != 0
                || maximumShare.compareTo(other.maximumShare) != 0
                || !validFrom.equals(other.validFrom)) {
            return false;
        }
        return Objects.equals(validUntil, other.validUntil)
                || (!endedBy(today) && (other.validUntil == null || !other.validUntil.isBefore(today)));
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
