package nl.doorlichting.gateway.clients.reporting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A page of releases as the reporting service lists them, the latest first. */
public record PublishedReleases(List<Release> items) {
    public PublishedReleases {
        items = List.copyOf(items);
    }

    /** A release. A caller may see some that are not published. */
    public record Release(
            UUID id,
            String name,
            String certainty,
            String state,
            Instant asOf,
            String calculationVersion,
            String registerVersion,
            String codelistVersion,
            List<Table> tables,
            Instant publishedAt) {
        public boolean isPublished() {
            return state.equals("PUBLISHED");
        }
    }

    /** A table of a release. */
    public record Table(
            String name,
            boolean additive,
            boolean byPlace,
            long rows,
            List<Dimension> dimensions,
            List<Measure> measures) {}

    /** What rows are by; codelist is null where its values are in none. */
    public record Dimension(String name, String labelDutch, String labelEnglish, String codelist) {}

    /** What cells have as CSV and as JSON-stat. */
    public record Measure(
            String name, String labelDutch, String labelEnglish, String unitDutch, String unitEnglish, int decimals) {}
}
