package nl.doorlichting.reporting.reach;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a correction or a withdrawal is not approved.
 *
 * @param remark why the figure stays as it is, in words
 */
public record ReachCorrectionRejectionRequest(
        @NotBlank @Size(max = 2000) String remark) {}
