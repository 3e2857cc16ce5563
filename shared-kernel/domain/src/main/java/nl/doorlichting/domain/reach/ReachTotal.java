package nl.doorlichting.domain.reach;

import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.AggregatedQuantity;

/**
 * The total of a source, or of one of its periods when the rows are by period (else {@code period} is null);
 * {@code reach}, in participations, is null where its periods cannot be added.
 */
public record ReachTotal(ReachSource source, Period period, AggregatedQuantity reach) {}
