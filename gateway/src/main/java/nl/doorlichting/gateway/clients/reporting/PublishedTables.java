package nl.doorlichting.gateway.clients.reporting;

import java.util.List;
import java.util.Objects;

/** The beginning of the published tables of a programme as the reporting service lists them. */
public record PublishedTables(List<Table> items) {
    public PublishedTables {
        items = List.copyOf(items);
    }

    /** A table as it is printed. Documents of Dutch policy are Dutch; an earlier release does not state the language. */
    public record Table(
            String code,
            String title,
            String language,
            String unit,
            String decimalSign,
            List<Column> columns,
            List<Row> rows,
            String source) {
        public Table {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(title, "title");
            language = Objects.requireNonNullElse(language, "nl");
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** A column. */
    public record Column(String label) {}

    /** A row with its cells as they are printed; the group and what the row is to the others can be null. */
    public record Row(String label, String group, List<String> cells, String role) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** Whether it is the sum of all others. */
        public boolean isTotal() {
            return "TOTAL".equals(role);
        }
    }
}
