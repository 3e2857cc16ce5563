package nl.doorlichting.training.trainingsessions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The cancellation of a session.
 *
 * @param reason why the session is cancelled, in words that registered people may read
 */
public record CancelTrainingSessionRequest(
        @NotBlank @Size(max = 500) String reason) {}
