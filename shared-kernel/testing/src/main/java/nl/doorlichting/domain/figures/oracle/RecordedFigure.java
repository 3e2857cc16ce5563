package nl.doorlichting.domain.figures.oracle;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.Quantity;

/**
 * One version of a figure of reach, as a user recorded it.
 *
 * @param withdrawn whether this version ends the figure
 * @param reportId the inventory report that it is of; null for a direct record
 * @param stated the values of each dimension but period and place, by the names of answers; absent for not stated
 * @param includedIn id of a tally, UNKNOWN, NONE, or null for not stated
 * @param overlaps ids of figures that may count the same people
 */
public record RecordedFigure(
        UUID id,
        int version,
        Instant recordedAt,
        boolean withdrawn,
        boolean tally,
        String programme,
        UUID reportId,
        Period period,
        Place place,
        Map<String, Set<String>> stated,
        Quantity reach,
        String includedIn,
        Set<UUID> overlaps) {

    /** The values of a dimension; empty when none is stated. */
    public Set<String> of(String dimension) {
        return stated.getOrDefault(dimension, Set.of());
    }
}
