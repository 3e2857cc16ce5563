package nl.doorlichting.funding.reclaims;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a claim is cancelled.
 *
 * @param reason why the claim is cancelled, in words
 */
public record ReclaimCancellationRequest(
        @NotBlank @Size(max = 4000) String reason) {}
