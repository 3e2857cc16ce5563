package nl.doorlichting.training.trainingtallies;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many sessions a tally speaks of; null where not stated. */
public record TrainingSessionCountsResponse(
        @Schema(nullable = true) Integer planned,
        @Schema(nullable = true) Integer held) {

    static TrainingSessionCountsResponse from(TrainingTally tally) {
        var stated = tally.sessionsPlanned != null || tally.sessionsHeld != null;
        return stated ? new TrainingSessionCountsResponse(tally.sessionsPlanned, tally.sessionsHeld) : null;
    }
}
