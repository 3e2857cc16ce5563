package nl.doorlichting.funding.budget;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a payment will not be made.
 *
 * @param reason why it will not be paid, in words
 */
@Schema(name = "DisbursementCancellationRequest")
public record CancellationRequest(
        @NotBlank @Size(max = 2000) String reason) {}
