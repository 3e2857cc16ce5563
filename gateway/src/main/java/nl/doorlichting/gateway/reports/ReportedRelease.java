package nl.doorlichting.gateway.reports;

import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.domain.releases.ReleaseStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The release that a report is of.
 *
 * @param id id of the release (id of /v1/releases)
 * @param programme programme whose figures these are, by its code, as in APR-2007-2011
 * @param name name of the release: the year and its number in the year, such as 2026-3
 * @param certainty whether the figures are PROVISIONAL or FINAL
 * @param asOf moment whose figures these are. What was recorded later is not in them
 * @param publishedAt moment of its publication
 */
public record ReportedRelease(
        UUID id,
        String programme,
        String name,
        @Schema(implementation = ReleaseStatus.class) String certainty,
        Instant asOf,
        Instant publishedAt) {}
