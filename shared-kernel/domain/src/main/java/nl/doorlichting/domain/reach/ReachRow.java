package nl.doorlichting.domain.reach;

import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.quantity.AggregatedQuantity;

/** One row of an answer; {@code reach}, in participations, is null where its periods cannot be added. */
public record ReachRow(ReachSource source, ReachKey key, AggregatedQuantity reach) {}
