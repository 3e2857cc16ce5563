package nl.doorlichting.training.trainingsessions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The cancellation of a session.
 *
 * @param reason without personal data, because every caller that sees the session sees it
 */
public record CancelTrainingSessionRequest(
        @NotBlank @Size(max = 500) String reason) {}
