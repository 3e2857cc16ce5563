package nl.doorlichting.funding.reclaims;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a claim is cancelled.
 *
 * @param reason why the claim is cancelled, in words
 */
@Schema(name = "ReclaimCancellationRequest")
public record CancellationRequest(
        @NotBlank @Size(max = 4000) String reason) {}
