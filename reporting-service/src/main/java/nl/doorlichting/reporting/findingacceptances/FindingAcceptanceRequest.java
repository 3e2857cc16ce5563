package nl.doorlichting.reporting.findingacceptances;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a finding of reports/data-quality is known and stays.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them
 * @param findingId id of the finding; it is not checked against reports/data-quality
 * @param reason why the data stays as it is, in words
 */
public record FindingAcceptanceRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotNull UUID findingId,
        @NotBlank @Size(max = 2000) String reason) {
    /**
     * Why an acceptance no longer holds.
     *
     * @param reason why it is withdrawn, in words
     */
    @Schema(name = "FindingAcceptanceWithdrawalRequest")
    public record Withdrawal(@NotBlank @Size(max = 2000) String reason) {}
}
