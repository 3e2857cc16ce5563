package nl.doorlichting.domain.effects;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.Comparator;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * The codes that a row about effects is about. A field is null if rows are not by it, or if the record does not state
 * it. Sorted like the codelists, with unstated values last.
 */
public record EffectKey(
        ActionLine actionLine,
        Track track,
        FundingInstrument fundingInstrument,
        InterventionType interventionType,
        String municipality)
        implements Comparable<EffectKey> {

    private static final Comparator<EffectKey> ORDER = comparing(EffectKey::actionLine, nullsLast(naturalOrder()))
            .thenComparing(EffectKey::track, nullsLast(naturalOrder()))
            .thenComparing(EffectKey::fundingInstrument, nullsLast(naturalOrder()))
            .thenComparing(EffectKey::interventionType, nullsLast(naturalOrder()))
            .thenComparing(EffectKey::municipality, nullsLast(naturalOrder()));

    @Override
    public int compareTo(EffectKey other) {
        return ORDER.compare(this, other);
    }
}
