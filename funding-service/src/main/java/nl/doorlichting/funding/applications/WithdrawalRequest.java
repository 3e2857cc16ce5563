package nl.doorlichting.funding.applications;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A withdrawal by the applicant.
 *
 * @param reason why the applicant withdraws, in words; none is recorded if absent
 */
@Schema(name = "ApplicationWithdrawalRequest")
public record WithdrawalRequest(@Size(min = 1, max = 2000) String reason) {}
