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
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them
 * @param certainty whether the figures are expected to be revised
 * @param asOf moment whose figures these are, not in the future; now if absent
 * @param reason reason of changes since the release before for which the records show none; none is stated if absent
 * @param note what a reader of the figures should know, in words; nothing if absent
 */
public record ReleaseRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotNull ReleaseStatus certainty,
        Instant asOf,
        ChangeReason reason,
        @Size(max = 2000) String note) {}
