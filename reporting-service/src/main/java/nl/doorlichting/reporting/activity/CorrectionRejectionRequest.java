package nl.doorlichting.reporting.activity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a correction or a withdrawal is not approved.
 *
 * @param reason why the record stays as it is, in words
 */
public record CorrectionRejectionRequest(
        @NotBlank @Size(max = 3000) String reason) {}
