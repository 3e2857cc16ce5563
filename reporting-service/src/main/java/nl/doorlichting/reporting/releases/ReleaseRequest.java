package nl.doorlichting.reporting.releases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import nl.doorlichting.domain.releases.ChangeReason;
import nl.doorlichting.domain.releases.ReleaseStatus;

/**
 * A release to prepare.
 *
 * @param programme code of the programme, such as APR-2007-2011
 * @param certainty whether the figures are expected to be revised
 * @param asOf the instant of the figures; now when absent
 * @param reason reason of changes since the release before for which the records show none
 * @param note what a reader of the figures should know
 */
public record ReleaseRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotNull ReleaseStatus certainty,
        Instant asOf,
        ChangeReason reason,
        @Size(max = 2000) String note) {}
