package nl.doorlichting.domain.releases;

import java.util.List;

/**
 * The columns of one kind of figures, for all its dimension sets. Columns are only ever appended, so that a program that
 * reads by position still reads what it did.
 *
 * @param columns dimensions and measures, in the order in which they came to be
 */
public record ReleaseTable(String name, List<Column> columns) {

    /** A column of values, or of numbers. */
    public record Column(String name, boolean isMeasure) {
        public static Column dimension(String name) {
            return new Column(name, false);
        }

        public static Column measure(String name) {
            return new Column(name, true);
        }
    }

    /**
     * Participations by all that a release lists. Municipalities are as recorded, or, in a set with {@code boundaries}, on
     * the map of that day; {@code from} is the municipality as recorded of what is in none on that map.
     */
    public static final ReleaseTable REACH = new ReleaseTable(
            "reach",
            List.of(
                    Column.dimension("source"),
                    Column.dimension("period"),
                    Column.dimension("year"),
                    Column.dimension("targetGroup"),
                    Column.dimension("track"),
                    Column.dimension("actionLine"),
                    Column.dimension("fundingInstrument"),
                    Column.dimension("boundaries"),
                    Column.dimension("municipality"),
                    Column.dimension("province"),
                    Column.dimension("projectId"),
                    Column.dimension("organisationId"),
                    Column.dimension("from"),
                    Column.measure("best"),
                    Column.measure("lowest"),
                    Column.measure("highest")));

    public ReleaseTable {
        columns = List.copyOf(columns);
        if (columns.stream().map(Column::name).distinct().count() < columns.size()) {
            throw new IllegalArgumentException(name + " has a column twice");
        }
    }

    /** Names of the measures: the order of those of a cell. */
    public List<String> measures() {
        return named(true);
    }

    public List<String> dimensions() {
        return named(false);
    }

    private List<String> named(boolean measure) {
        return columns.stream()
                .filter(column -> column.isMeasure() == measure)
                .map(Column::name)
                .toList();
    }
}
