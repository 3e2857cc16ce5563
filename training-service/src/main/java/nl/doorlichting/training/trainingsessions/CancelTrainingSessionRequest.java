package nl.doorlichting.training.trainingsessions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * That a session does not go ahead.
 *
 * @param reason why, without personal data: everybody who sees the session sees it
 */
public record CancelTrainingSessionRequest(
        @NotBlank @Size(max = 500) String reason) {}
