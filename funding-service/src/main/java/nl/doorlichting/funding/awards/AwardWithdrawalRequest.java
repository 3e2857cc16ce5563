package nl.doorlichting.funding.awards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A decentralisation grant is taken back before anything of it is paid.
 *
 * @param decidedOn day of the decision, not in the future and not before the last decision about the award; today if
 *     absent
 * @param reasons grounds of the decision, in words
 */
public record AwardWithdrawalRequest(
        LocalDate decidedOn, @NotBlank @Size(max = 4000) String reasons) {}
