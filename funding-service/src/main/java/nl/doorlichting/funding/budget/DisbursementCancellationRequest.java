package nl.doorlichting.funding.budget;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a payment will not be made.
 *
 * @param reason why it will not be paid, in words
 */
public record DisbursementCancellationRequest(
        @NotBlank @Size(max = 2000) String reason) {}
