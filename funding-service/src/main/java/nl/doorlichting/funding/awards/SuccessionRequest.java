package nl.doorlichting.funding.awards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A decentralisation grant goes to the successor of a municipality that was merged.
 *
 * @param organisationId number of the organisation that took the recipient's place, as in GM1640
 * @param decidedOn day of the decision, not in the future and not before the last decision about the award; today if
 *     absent
 * @param reasons grounds of the decision, in words
 */
@Schema(name = "AwardSuccessionRequest")
public record SuccessionRequest(
        @NotNull @Size(min = 1, max = 40) String organisationId,
        LocalDate decidedOn,
        @NotBlank @Size(max = 4000) String reasons) {}
