package nl.doorlichting.gateway.reports;

import java.time.Instant;
import java.util.UUID;

/**
 * The release that a report is of.
 *
 * @param name year and number, such as 2026-3
 * @param certainty whether the figures are PROVISIONAL or FINAL
 * @param asOf the instant of the figures
 * @param publishedAt moment of its publication
 */
public record ReportedRelease(
        UUID id, String programme, String name, String certainty, Instant asOf, Instant publishedAt) {}
