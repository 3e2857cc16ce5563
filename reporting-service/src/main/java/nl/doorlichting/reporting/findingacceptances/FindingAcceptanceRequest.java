package nl.doorlichting.reporting.findingacceptances;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * That a finding of reports/data-quality is known and stays.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); 400 for one that
 *     reports/data-quality does not know
 * @param findingId id of a finding that reports/data-quality has now (400 else)
 * @param reason why the data stays as it is, in words
 */
public record FindingAcceptanceRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotNull UUID findingId,
        @NotBlank @Size(max = 2000) String reason) {}
