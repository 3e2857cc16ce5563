package nl.doorlichting.funding.awards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A decentralisation grant is taken back before anything of it is paid.
 *
 * @param decidedOn day of the decision, not in the future and not before the last decision about the award; today if
 *     absent
 * @param reasons grounds of the decision, in words
 */
@Schema(name = "AwardWithdrawalRequest")
public record WithdrawalRequest(
        LocalDate decidedOn, @NotBlank @Size(max = 4000) String reasons) {}
