package nl.doorlichting.domain.reach;

import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.quantity.AggregatedQuantity;

/**
 * A row of an answer on another day's map that stands in no municipality of that map.
 *
 * @param key the row's other dimensions, without municipality
 * @param from the municipality code as recorded
 * @param reach in participations, null where its periods cannot be added
 */
public record UnallocatedReach(ReachSource source, ReachKey key, String from, AggregatedQuantity reach) {}
