package nl.doorlichting.reporting.publication;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a table, a claim or an acceptance no longer holds.
 *
 * @param reason why it is withdrawn, in words
 */
public record StatementWithdrawalRequest(
        @NotBlank @Size(max = 1000) String reason) {}
