package nl.doorlichting.funding.awards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An award is taken back as a whole (intrekking, Awb 4:48-4:50); what was paid can then be reclaimed.
 *
 * @param ground which ground of the law
 * @param decidedOn day of the decision; today when absent, and not in the future
 * @param reasons why
 */
@Schema(name = "AwardRevocationRequest")
public record RevocationRequest(
        @NotNull RevocationGround ground,
        LocalDate decidedOn,
        @NotBlank @Size(max = 4000) String reasons) {}
