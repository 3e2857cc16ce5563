package nl.doorlichting.gateway.reports;

import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.domain.releases.ReleaseStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The release that a report is of.
 *
 * @param name year and number, such as 2026-3
 * @param certainty whether the figures are PROVISIONAL or FINAL
 * @param asOf the instant of the figures
 * @param publishedAt moment of its publication
 */
public record ReportedRelease(
        UUID id,
        String programme,
        String name,
        @Schema(implementation = ReleaseStatus.class) String certainty,
        Instant asOf,
        Instant publishedAt) {}
