package nl.doorlichting.gateway.clients.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

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
            List<Headline> headlines,
            Instant publishedAt) {
        public Release {
            tables = List.copyOf(tables);
            // The last release does not send these.
            headlines = headlines == null ? List.of() : List.copyOf(headlines);
            Stream.of(id, certainty, state, asOf, calculationVersion, registerVersion, codelistVersion)
                    .forEach(Objects::requireNonNull);
        }

        public boolean isPublished() {
            return state.equals("PUBLISHED");
        }
    }

    /** What an editor says above a chapter of the review page, or beside a picture of it; picture and texts can be null. */
    public record Headline(
            String chapter,
            String picture,
            String headlineDutch,
            String headlineEnglish,
            String textDutch,
            String textEnglish) {}

    /** A table of a release. */
    public record Table(
            String name,
            boolean additive,
            boolean byPlace,
            long rows,
            List<Dimension> dimensions,
            List<Measure> measures) {
        public Table {
            dimensions = List.copyOf(dimensions);
            measures = List.copyOf(measures);
            Objects.requireNonNull(name, "name");
        }
    }

    /** What rows are by; codelist is null where its values are in none. */
    public record Dimension(String name, String labelDutch, String labelEnglish, String codelist) {}

    /** What cells have as CSV and as JSON-stat. */
    public record Measure(
            String name, String labelDutch, String labelEnglish, String unitDutch, String unitEnglish, int decimals) {}
}
