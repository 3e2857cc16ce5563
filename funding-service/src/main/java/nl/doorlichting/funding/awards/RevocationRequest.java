package nl.doorlichting.funding.awards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An award is taken back as a whole (intrekking, Awb 4:48-4:50); what was paid can then be reclaimed.
 *
 * @param ground ground of the law on which the award is taken back
 * @param decidedOn day of the decision, not in the future and not before the last decision about the award; today if
 *     absent
 * @param reasons grounds of the decision, in words
 */
@Schema(name = "AwardRevocationRequest")
public record RevocationRequest(
        @NotNull Ground ground,
        LocalDate decidedOn,
        @NotBlank @Size(max = 4000) String reasons) {

    /** Why an award was revoked. Source: Awb 4:48-4:50. */
    @Schema(name = "RevocationGround")
    public enum Ground {
        NOT_CARRIED_OUT,
        CONDITIONS_NOT_MET,
        INCORRECT_INFORMATION,
        INCORRECT_DECISION,
        CHANGED_CIRCUMSTANCES
    }
}
