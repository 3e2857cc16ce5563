package nl.doorlichting.domain.claims;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import nl.doorlichting.domain.period.Period;

/**
 * A statement of a text about one or two figures (docs/design/figures.md#claims).
 *
 * @param stated the figure in the text, in the unit
 * @param tolerance how far the result may be from it, in the unit; zero for a figure that is meant exactly
 * @param period the days that the text is about; null where it names none
 */
public record Claim(
        ClaimComparison comparison,
        ClaimRelation relation,
        BigDecimal stated,
        BigDecimal tolerance,
        ClaimUnit unit,
        Period period) {
    private static final int DECIMALS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * What the figures say of it.
     *
     * @param second null for a claim about one figure
     */
    public ClaimEvaluation evaluate(ClaimFigure first, ClaimFigure second) {
        var missing = figures(first, second).filter(figure -> !figure.isThere()).findFirst();
        if (missing.isPresent()) {
            return ClaimEvaluation.undecided(missing.get().doubt());
        }
        if (comparison.isQuotient()
                && (second.lowest() == null || second.lowest().signum() <= 0)) {
            return ClaimEvaluation.undecided(UndecidedReason.NO_BASE);
        }
        var result = result(first, second);
        if (!periodsCompare(first, second)) {
            return result.undecided(this, UndecidedReason.PERIODS);
        }
        if (mayCountTheSame(first, second)) {
            return result.undecided(this, UndecidedReason.KINDS);
        }
        var counted = unit == ClaimUnit.PEOPLE ? result.ofPeople(comparison != ClaimComparison.DIFFERENCE) : result;
        return counted.decide(this);
    }

    private static Stream<ClaimFigure> figures(ClaimFigure first, ClaimFigure second) {
        return Stream.of(first, second).filter(figure -> figure != null);
    }

    // Inventories and trainings may have reached the same people, so they are never added
    // (docs/design/figures.md#reach).
    private boolean mayCountTheSame(ClaimFigure first, ClaimFigure second) {
        return comparison == ClaimComparison.SUM && first.source() != second.source();
    }

    private boolean periodsCompare(ClaimFigure first, ClaimFigure second) {
        if (period != null && !figures(first, second).allMatch(this::isOfItsPeriod)) {
            return false;
        }
        if (unit == ClaimUnit.POINTS || second == null) {
            return true;
        }
        var days = first.days();
        var others = second.days();
        if (days.period() == null || others.period() == null) {
            return days.areThoseOf(others) || comparison == ClaimComparison.SHARE && others.isAll();
        }
        return switch (comparison) {
            case SUM -> !days.period().partlyOverlaps(others.period());
            case SHARE -> others.period().contains(days.period());
            default -> days.period().length().equals(others.period().length());
        };
    }

    private boolean isOfItsPeriod(ClaimFigure figure) {
        var days = figure.days();
        if (days.period() == null) {
            return days.timeless();
        }
        return comparison == ClaimComparison.VALUE ? days.period().equals(period) : period.contains(days.period());
    }

    private Result result(ClaimFigure first, ClaimFigure second) {
        var doubt = figures(first, second)
                .map(ClaimFigure::doubt)
                .filter(why -> why != null)
                .findFirst()
                .orElse(UndecidedReason.KINDS);
        var rounded = figures(first, second).allMatch(ClaimFigure::rounded);
        var approximate = figures(first, second).anyMatch(ClaimFigure::approximate);
        return switch (comparison) {
            case VALUE -> new Result(first.best(), first.lowest(), first.highest(), rounded, approximate, doubt);
            case SUM ->
                new Result(
                        first.best().add(second.best()),
                        sum(first.lowest(), second.lowest()),
                        sum(first.highest(), second.highest()),
                        rounded,
                        approximate,
                        doubt);
            case DIFFERENCE ->
                new Result(
                        first.best().subtract(second.best()),
                        sum(first.lowest(), negated(second.highest())),
                        sum(first.highest(), negated(second.lowest())),
                        rounded,
                        approximate,
                        doubt);
            case RATIO -> quotient(first, second, BigDecimal.ONE, rounded, approximate, doubt);
            case SHARE -> quotient(first, second, HUNDRED, rounded, approximate, doubt);
        };
    }

    private static BigDecimal sum(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? null : one.add(other);
    }

    private static BigDecimal negated(BigDecimal number) {
        return number == null ? null : number.negate();
    }

    // All of the second are above zero. A negative number comes nearer to zero when it is divided by more.
    private static Result quotient(
            ClaimFigure first,
            ClaimFigure second,
            BigDecimal factor,
            boolean rounded,
            boolean approximate,
            UndecidedReason doubt) {
        var lowest = first.lowest() == null
                ? null
                : quotient(first.lowest(), first.lowest().signum() < 0 ? second.lowest() : second.highest(), factor);
        var highest = first.highest() == null
                ? null
                : quotient(first.highest(), first.highest().signum() < 0 ? second.highest() : second.lowest(), factor);
        return new Result(quotient(first.best(), second.best(), factor), lowest, highest, rounded, approximate, doubt);
    }

    /** By null, which has no bound, it is as near to zero as one likes. */
    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor, BigDecimal factor) {
        return divisor == null
                ? BigDecimal.ZERO
                : dividend.multiply(factor).divide(divisor, DECIMALS, RoundingMode.HALF_UP);
    }

    /** What the figures come to. Bounds are null where there is none. */
    private record Result(
            BigDecimal best,
            BigDecimal lowest,
            BigDecimal highest,
            boolean rounded,
            boolean approximate,
            UndecidedReason doubt) {
        /** The same number as people, of whom some may have taken part more than once. */
        Result ofPeople(boolean hasUpperBound) {
            return new Result(best, null, hasUpperBound ? highest : null, false, approximate, UndecidedReason.UNITS);
        }

        ClaimEvaluation decide(Claim claim) {
            var least = claim.relation == ClaimRelation.AT_MOST ? null : claim.stated.subtract(claim.tolerance);
            var most = claim.relation == ClaimRelation.AT_LEAST ? null : claim.stated.add(claim.tolerance);
            // Rounding excuses a difference, and takes nothing away from an amount that is as stated.
            var surely = rounded ? new Result(best, best, best, true, approximate, doubt) : this;
            if (surely.isCertainlyAtLeast(least) && surely.isCertainlyAtMost(most)) {
                return evaluation(claim, ClaimOutcome.HOLDS, null);
            }
            var isBelow = least != null && highest != null && highest.compareTo(least) < 0;
            var isAbove = most != null && lowest != null && lowest.compareTo(most) > 0;
            if (!isBelow && !isAbove) {
                return undecided(claim, doubt);
            }
            // "About 150" may be 152. At face value it can bear a claim out, but it refutes none.
            return approximate ? undecided(claim, UndecidedReason.KINDS) : evaluation(claim, ClaimOutcome.FAILS, null);
        }

        private boolean isCertainlyAtLeast(BigDecimal least) {
            return least == null || lowest != null && lowest.compareTo(least) >= 0;
        }

        private boolean isCertainlyAtMost(BigDecimal most) {
            return most == null || highest != null && highest.compareTo(most) <= 0;
        }

        ClaimEvaluation undecided(Claim claim, UndecidedReason why) {
            return evaluation(claim, ClaimOutcome.UNDECIDED, why);
        }

        private ClaimEvaluation evaluation(Claim claim, ClaimOutcome outcome, UndecidedReason why) {
            return new ClaimEvaluation(
                    outcome,
                    why,
                    best,
                    approximate ? null : lowest,
                    approximate ? null : highest,
                    best.subtract(claim.stated));
        }
    }
}
