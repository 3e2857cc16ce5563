package nl.doorlichting.funding.schemes;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Between which shares of a project's cost the state pays; bounds of one purpose may not overlap in time.
 *
 * @param minimumShare percent of the whole cost, such as 50
 * @param maximumShare percent of the whole cost, such as 80
 * @param validFrom first day that the bounds hold
 * @param validUntil first day that they hold no more; absent while they hold
 */
public record SchemeBoundRequest(
        @NotNull FundingPurpose purpose,
        @NotNull BigDecimal minimumShare,
        @NotNull BigDecimal maximumShare,
        @NotNull LocalDate validFrom,
        LocalDate validUntil) {

    static SchemeBoundRequest of(ShareBound bound) {
        return new SchemeBoundRequest(
                bound.purpose(), bound.minimumShare(), bound.maximumShare(), bound.validFrom(), bound.validUntil());
    }

    ShareBound toBound() {
        return new ShareBound(purpose, minimumShare, maximumShare, validFrom, validUntil);
    }
}
