package nl.doorlichting.domain.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * A number that is computed from counts, as certain as they are. An amount for each of at least 1,200 people is at most a
 * twelve-hundredth of it, and a mean of about 150 is about a number too. Counts are not negative, and neither is what is
 * computed from them. Nothing is rounded here.
 *
 * <p>Source: docs/design/figures.md#derived-figures.
 *
 * @param best what the best estimates come to
 * @param lowest it is at least this; null where nothing bounds it
 * @param highest it is at most this; null where nothing bounds it
 * @param approximate whether a count without a margin took part, so that the bounds hold for the rest only
 */
public record DerivedQuantity(BigDecimal best, BigDecimal lowest, BigDecimal highest, boolean approximate) {

    public DerivedQuantity {
        Objects.requireNonNull(best, "best");
    }

    /** A number that is known. */
    public static DerivedQuantity exactly(BigDecimal number) {
        return new DerivedQuantity(number, number, number, false);
    }

    /** A number of which it is not known how far it may be off. */
    public static DerivedQuantity about(BigDecimal number) {
        return new DerivedQuantity(number, null, null, true);
    }

    /** A sum of counts; null where nothing could be added. */
    public static DerivedQuantity of(AggregatedQuantity sum) {
        return sum.best() == null ? null : of(sum.best(), sum.lowest(), sum.highest(), sum.approximate());
    }

    /** A number with its bounds, each null where nothing bounds it. */
    public static DerivedQuantity of(long best, Long lowest, Long highest, boolean approximate) {
        return new DerivedQuantity(BigDecimal.valueOf(best), number(lowest), number(highest), approximate);
    }

    private static BigDecimal number(Long count) {
        return count == null ? null : BigDecimal.valueOf(count);
    }

    /** What is known of it. */
    public DerivedKind kind() {
        if (lowest == null && highest == null) {
            return DerivedKind.APPROXIMATE;
        }
        if (lowest == null) {
            return DerivedKind.AT_MOST;
        }
        if (highest == null) {
            return DerivedKind.AT_LEAST;
        }
        if (lowest.compareTo(highest) < 0) {
            return DerivedKind.RANGE;
        }
        return approximate ? DerivedKind.APPROXIMATE : DerivedKind.EXACT;
    }

    /** Both together. */
    public DerivedQuantity plus(DerivedQuantity other) {
        return new DerivedQuantity(
                best.add(other.best),
                lowest == null || other.lowest == null ? null : lowest.add(other.lowest),
                highest == null || other.highest == null ? null : highest.add(other.highest),
                approximate || other.approximate);
    }

    /**
     * So much of this for each of those.
     *
     * @throws ArithmeticException when those are none at best
     */
    public DerivedQuantity over(DerivedQuantity those) {
        return new DerivedQuantity(
                quotient(best, those.best),
                canDivide(lowest, those.highest) ? quotient(lowest, those.highest) : null,
                canDivide(highest, those.lowest) ? quotient(highest, those.lowest) : null,
                approximate || those.approximate);
    }

    /**
     * The part that this is of a whole that holds it, from 0 to 1.
     *
     * @throws ArithmeticException when the whole is none at best
     */
    public DerivedQuantity partOf(DerivedQuantity whole) {
        var part = over(whole);
        return new DerivedQuantity(
                part.best,
                part.lowest == null ? null : part.lowest.min(BigDecimal.ONE),
                part.highest == null ? null : part.highest.min(BigDecimal.ONE),
                part.approximate);
    }

    /**
     * The part that this is of itself and others together, which share nothing, from 0 to 1: it is least where this is least
     * and the others are most.
     *
     * @throws ArithmeticException when both are none at best
     */
    public DerivedQuantity partBeside(DerivedQuantity others) {
        return new DerivedQuantity(
                quotient(best, best.add(others.best)),
                part(lowest, others.highest),
                part(highest, others.lowest),
                approximate || others.approximate);
    }

    private static BigDecimal part(BigDecimal some, BigDecimal others) {
        return some == null || others == null || some.add(others).signum() == 0
                ? null
                : quotient(some, some.add(others));
    }

    private static boolean canDivide(BigDecimal dividend, BigDecimal divisor) {
        return dividend != null && divisor != null && divisor.signum() > 0;
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL64);
    }
}
