package nl.doorlichting.domain.effects;

import java.time.LocalDate;
import java.util.Set;
import nl.doorlichting.domain.disclosure.Disclosure;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * A query about effects. Every field except {@code by} may be null, which selects all.
 *
 * @param from first day of the records wanted
 * @param until first day after them
 * @param by the dimensions of the rows; null for the action line
 * @param municipality a code, on the map of {@code boundaries} when that is given
 * @param province a code, as in PV31
 * @param boundaries the day of whose map the municipalities are shown
 * @throws IllegalArgumentException when from is not before until
 */
public record EffectQuery(
        String programme,
        LocalDate from,
        LocalDate until,
        Set<EffectDimension> by,
        ActionLine actionLine,
        Track track,
        FundingInstrument fundingInstrument,
        InterventionType interventionType,
        String municipality,
        String province,
        LocalDate boundaries) {

    /** The dimensions of a query without {@code by}. */
    public static final Set<EffectDimension> DEFAULT_DIMENSIONS = Set.of(EffectDimension.ACTION_LINE);

    public EffectQuery {
        by = by == null ? DEFAULT_DIMENSIONS : by;
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("until " + until + " is not after from " + from);
        }
    }

    /** Whether rows are by this dimension. */
    public boolean by(EffectDimension dimension) {
        return by.contains(dimension);
    }

    /** Whether the answer depends on the municipality register, and names its version. */
    public boolean dependsOnRegister() {
        return by(EffectDimension.MUNICIPALITY) || filtersByPlace();
    }

    /** Whether a filter selects records that state something about their activity or place. */
    public boolean looksAtActivity() {
        return actionLine != null
                || track != null
                || fundingInstrument != null
                || interventionType != null
                || filtersByPlace();
    }

    /** Whether evaluations may be shown in the total; in rows, which are by activity or place, they never are. */
    public boolean isOfEvaluationCells() {
        return !looksAtActivity() && Disclosure.isWholeYears(from, until);
    }

    boolean filtersByPlace() {
        return municipality != null || province != null;
    }
}
