package nl.doorlichting.funding.applications;

import jakarta.validation.constraints.Size;

/**
 * A withdrawal by the applicant.
 *
 * @param reason why the applicant withdraws, in words; none is recorded if absent
 */
public record ApplicationWithdrawalRequest(
        @Size(min = 1, max = 2000) String reason) {}
