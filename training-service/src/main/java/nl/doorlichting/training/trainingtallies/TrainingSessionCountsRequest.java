package nl.doorlichting.training.trainingtallies;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How many sessions a tally speaks of; at least one of the two is stated.
 *
 * @param planned sessions that were going to be
 * @param held sessions that were
 */
public record TrainingSessionCountsRequest(
        @Min(0) @Max(MAXIMUM) Integer planned,
        @Min(0) @Max(MAXIMUM) Integer held) {

    private static final long MAXIMUM = 1_000_000;

    boolean statesNothing() {
        return planned == null && held == null;
    }
}
