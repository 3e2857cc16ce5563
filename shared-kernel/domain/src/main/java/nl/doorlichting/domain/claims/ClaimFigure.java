package nl.doorlichting.domain.claims;

import java.math.BigDecimal;
import java.util.Objects;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.publishedtables.PrintedFigure;
import nl.doorlichting.domain.quantity.AggregatedQuantity;

/**
 * A figure of a report, as a claim needs it. Bounds are null where there is none.
 *
 * @param best best estimate; null where there is no number
 * @param lowest it is at least this
 * @param highest it is at most this
 * @param days the days that it is of
 * @param source who counted participations; null for other figures
 * @param rounded whether it has bounds only because its parts are rounded, so that its best estimate is what is recorded
 * @param approximate whether a part is only known as "about so many", so that the bounds are those of the rest
 * @param doubt why it has no number or no upper bound; null if it has both
 */
public record ClaimFigure(
        BigDecimal best,
        BigDecimal lowest,
        BigDecimal highest,
        FigureDays days,
        ReachSource source,
        boolean rounded,
        boolean approximate,
        UndecidedReason doubt) {

    public ClaimFigure {
        Objects.requireNonNull(days, "days");
        if (doubt == null) {
            Objects.requireNonNull(best, "best");
        }
    }

    /** No figure, with the reason. */
    public static ClaimFigure none(UndecidedReason why) {
        return new ClaimFigure(null, null, null, FigureDays.ALL, null, false, false, Objects.requireNonNull(why));
    }

    /** A figure without doubt; none for null. */
    public static ClaimFigure exact(Number value, FigureDays days) {
        return rounded(value == null ? null : new BigDecimal(value.toString()), BigDecimal.ZERO, days);
    }

    /** A figure that can be off by a margin either way, because its parts are rounded; none for null. */
    public static ClaimFigure rounded(BigDecimal value, BigDecimal margin, FigureDays days) {
        return value == null
                ? none(UndecidedReason.NO_FIGURE)
                : new ClaimFigure(value, value.subtract(margin), value.add(margin), days, null, true, false, null);
    }

    /** A figure of which only bounds are known. */
    public static ClaimFigure between(BigDecimal lowest, BigDecimal highest, FigureDays days) {
        var middle = lowest.add(highest).divide(BigDecimal.valueOf(2));
        return new ClaimFigure(middle, lowest, highest, days, null, false, false, null);
    }

    /**
     * A figure in print.
     *
     * @param times how many of the unit one in print is
     */
    public static ClaimFigure printed(PrintedFigure figure, BigDecimal times, FigureDays days) {
        if (figure.printed() == null) {
            return none(UndecidedReason.KINDS);
        }
        return new ClaimFigure(
                figure.printed().multiply(times),
                figure.lowest() == null ? null : figure.lowest().multiply(times),
                figure.highest() == null ? null : figure.highest().multiply(times),
                days,
                null,
                figure.rounded(),
                false,
                figure.highest() == null ? UndecidedReason.KINDS : null);
    }

    /** A sum of counts; none for null. */
    public static ClaimFigure of(AggregatedQuantity sum, FigureDays days, ReachSource source) {
        if (sum == null || sum.observations().total() == 0) {
            return none(UndecidedReason.NO_FIGURE);
        }
        return new ClaimFigure(
                number(sum.best()),
                number(sum.lowest()),
                number(sum.highest()),
                days,
                source,
                false,
                sum.approximate(),
                sum.highest() == null ? doubt(sum.observations()) : null);
    }

    private static UndecidedReason doubt(AggregatedQuantity.Observations of) {
        return of.notMeasured() > 0 ? UndecidedReason.NOT_MEASURED : UndecidedReason.KINDS;
    }

    private static BigDecimal number(Long value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    /** It is certainly at least this; null where there is no such bound. */
    public BigDecimal certainLowest() {
        return approximate ? null : lowest;
    }

    /** It is certainly at most this; null where there is no such bound. */
    public BigDecimal certainHighest() {
        return approximate ? null : highest;
    }

    boolean isThere() {
        return best != null;
    }
}
