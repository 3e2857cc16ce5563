package nl.doorlichting.reporting.imports;

import java.util.Map;
import java.util.stream.Collectors;

/** A CSV file that can be filled in: every column, and one row that would be recorded. */
final class ImportTemplate {
    private static final Map<String, String> EXAMPLE = Map.ofEntries(
            Map.entry("programme", "APR-2007-2011"),
            Map.entry("reference", "example-1"),
            Map.entry("period.from", "2010-01-01"),
            Map.entry("period.until", "2011-01-01"),
            Map.entry("targetGroup", "YOUTH_AND_PUPILS"),
            Map.entry("reach.kind", "APPROXIMATE"),
            Map.entry("reach.value", "150"),
            Map.entry("place.scope", "MUNICIPAL"),
            Map.entry("place.municipalities", "GM0988 GM0363"),
            Map.entry("source", "name of the report and page"));

    static final String CSV = String.join(",", ImportColumns.names())
            + "\r\n"
            + ImportColumns.names().stream()
                    .map(name -> EXAMPLE.getOrDefault(name, ""))
                    .collect(Collectors.joining(","))
            + "\r\n";

    private ImportTemplate() {}
}
