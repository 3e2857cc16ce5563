package nl.doorlichting.domain.effects;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * What a group of records, or all records of a project together, state of their activity. An empty set is not stated.
 *
 * @param municipalities codes as recorded
 */
public record StatedActivity(
        Set<ActionLine> actionLines,
        Set<Track> tracks,
        Set<FundingInstrument> fundingInstruments,
        Set<InterventionType> interventionTypes,
        Set<String> municipalities) {

    /** Whether it stands in more rows than one of this query, places aside. */
    boolean isInSeveralRows(EffectQuery query) {
        return keys(query, null).count() > 1;
    }

    /** The rows in which it stands: each of what it states of a dimension, or the row of what is not stated. */
    Stream<EffectKey> keys(EffectQuery query, String municipality) {
        return each(query, EffectDimension.ACTION_LINE, actionLines)
                .flatMap(line -> each(query, EffectDimension.TRACK, tracks)
                        .flatMap(track -> each(query, EffectDimension.FUNDING_INSTRUMENT, fundingInstruments)
                                .flatMap(instrument -> each(query, EffectDimension.INTERVENTION_TYPE, interventionTypes)
                                        .map(type -> new EffectKey(line, track, instrument, type, municipality)))));
    }

    // Lists, because what is not stated is null.
    private static <T> Stream<T> each(EffectQuery query, EffectDimension dimension, Set<T> stated) {
        Collection<T> values =
                query.by(dimension) && !stated.isEmpty() ? List.copyOf(stated) : Collections.singletonList(null);
        return new LinkedHashSet<>(values).stream();
    }
}
