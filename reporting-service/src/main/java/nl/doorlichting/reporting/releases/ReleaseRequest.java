package nl.doorlichting.reporting.releases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import nl.doorlichting.domain.releases.ChangeReason;
import nl.doorlichting.domain.releases.ReleaseStatus;

/**
 * A release to prepare.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); 400 where
 *     there is none with this code
 * @param certainty whether the figures are expected to be revised: a code of the codelist release-statuses
 * @param asOf moment whose figures the release has: what was recorded later is not in them; not in the future and not
 *     before that of the last release (409); now if absent
 * @param reason reason, a code of the codelist change-reasons, for those changes since the release before for which the
 *     records show none; if absent such changes have none, and the check REASON_REQUIRED keeps the release from
 *     publication
 * @param note what a reader of the figures should know, in words; no note if absent
 * @param headlines what editors say above chapters of the review page and beside its pictures, at most one for each
 *     chapter and one for each picture; none if absent, and then the page has neutral titles
 */
public record ReleaseRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotNull ReleaseStatus certainty,
        Instant asOf,
        ChangeReason reason,
        @Size(min = 1, max = 2000) String note,
        @Valid @Size(max = 30) List<@NotNull ReleaseHeadline> headlines) {}
