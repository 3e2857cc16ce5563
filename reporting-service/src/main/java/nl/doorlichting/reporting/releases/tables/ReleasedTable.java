package nl.doorlichting.reporting.releases.tables;

import java.util.Optional;
import java.util.stream.Stream;

/** A table that a release can have: of figures by dimensions, or of what else its review page shows. */
public sealed interface ReleasedTable permits DimensionSet, ReviewTable {
    /** The one with this name in paths and files. */
    static Optional<ReleasedTable> named(String name) {
        return Stream.<ReleasedTable>concat(Stream.of(DimensionSet.values()), Stream.of(ReviewTable.values()))
                .filter(table -> table.jsonName().equals(name))
                .findFirst();
    }

    String jsonName();

    /** What its figures are of. */
    String report();

    /** What its rows are by, with commas. */
    String dimensions();

    /** Whether its rows are by place, so that reading it needs a token. */
    boolean isByPlace();
}
