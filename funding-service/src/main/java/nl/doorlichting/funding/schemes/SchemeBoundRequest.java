package nl.doorlichting.funding.schemes;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * Between which shares of a project's cost the state pays; bounds of one purpose may not overlap in time.
 *
 * @param minimumShare lowest share of the state, in percent of the whole cost, with at most two decimals, as in 50: 0,
 *     or 1 to 100; a number between 0 and 1 is 400, because percent is meant
 * @param maximumShare highest share of the state, in percent of the whole cost, with at most two decimals, as in 80: 1
 *     to 100, and not below minimumShare; a number below 1 is 400, because percent is meant
 * @param validFrom first day on which the bounds hold: for what is submitted or decided on it or later. A decision is
 *     checked by the bounds of its own day, not by those of the submission
 * @param validUntil first day on which they hold no more, for what is submitted or decided on it or later, after
 *     validFrom; no end if absent
 */
public record SchemeBoundRequest(
        @NotNull FundingPurpose purpose,
        @NotNull BigDecimal minimumShare,
        @NotNull BigDecimal maximumShare,
        @NotNull LocalDate validFrom,
        LocalDate validUntil) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    static SchemeBoundRequest of(ShareBound bound) {
        return new SchemeBoundRequest(
                bound.purpose(), bound.minimumShare(), bound.maximumShare(), bound.validFrom(), bound.validUntil());
    }

    /** Whether it states all that the form demands. */
    boolean statesAll() {
        return purpose != null && minimumShare != null && maximumShare != null && validFrom != null;
    }

    ShareBound toBound() {
        return new ShareBound(purpose, minimumShare, maximumShare, validFrom, validUntil);
    }

    /** Notes shares outside 0 to 100 or the wrong way round, and an end before the beginning. */
    void check(String pointer, List<Violation> violations) {
        if (minimumShare != null && (minimumShare.signum() < 0 || minimumShare.compareTo(WHOLE) > 0)) {
            violations.add(outside(pointer + "/minimumShare", BigDecimal.ZERO));
        }
        if (maximumShare != null && (maximumShare.signum() <= 0 || maximumShare.compareTo(WHOLE) > 0)) {
            violations.add(outside(pointer + "/maximumShare", BigDecimal.ZERO));
        } else if (maximumShare != null && minimumShare != null && maximumShare.compareTo(minimumShare) < 0) {
            violations.add(outside(pointer + "/maximumShare", minimumShare));
        }
        SchemeRequest.checkOrder(pointer + "/validUntil", validFrom, validUntil, violations);
    }

    /** Notes shares that are written as a part of one, as 0.5 for half, and are not those of these bounds. */
    void checkPercent(String pointer, List<ShareBound> stored, List<Violation> violations) {
        if (stored.stream().anyMatch(this::hasSharesOf)) {
            return;
        }
        checkPercent(pointer + "/minimumShare", minimumShare, violations);
        checkPercent(pointer + "/maximumShare", maximumShare, violations);
    }

    private boolean hasSharesOf(ShareBound bound) {
        return purpose == bound.purpose()
                && minimumShare != null
                && maximumShare != null
                && minimumShare.compareTo(bound.minimumShare()) == 0
                && maximumShare.compareTo(bound.maximumShare()) == 0;
    }

    private static void checkPercent(String pointer, BigDecimal share, List<Violation> violations) {
        if (share != null && share.signum() > 0 && share.compareTo(BigDecimal.ONE) < 0) {
            violations.add(Violation.body(
                    pointer,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", BigDecimal.ONE, "maximum", WHOLE, "unit", "PERCENT_OF_WHOLE_COST"),
                    Text.of("scheme.percent-meant", share)));
        }
    }

    private static Violation outside(String pointer, BigDecimal minimum) {
        return Violation.body(
                pointer,
                ViolationCode.OUT_OF_RANGE,
                Map.of("minimum", minimum, "maximum", WHOLE, "unit", "PERCENT_OF_WHOLE_COST"),
                Text.of("scheme.share-bounds", minimum));
    }

    /** Whether both bound one purpose on some day; false where one of them does not state its purpose or first day. */
    boolean overlaps(SchemeBoundRequest other) {
        return other != null
                && purpose != null
                && purpose == other.purpose
                && validFrom != null
                && other.validFrom != null
                && validFrom.isBefore(other.end())
                && other.validFrom.isBefore(end());
    }

    private LocalDate end() {
        return validUntil == null ? Period.LATEST : validUntil;
    }
}
