package nl.doorlichting.gateway.clients.reporting;

import java.math.BigDecimal;
import java.util.List;
import nl.doorlichting.domain.publishedtables.CellNotation;
import nl.doorlichting.domain.publishedtables.LineRole;
import nl.doorlichting.domain.publishedtables.PublishedTable;

/** Published tables as the reporting service lists them, with how their cells are read as numbers. */
public record PublishedTablesWithNotation(List<Table> items) {
    public PublishedTablesWithNotation {
        items = List.copyOf(items);
    }

    /** A table in print; roundedTo and threshold can be null. */
    public record Table(
            String code,
            String decimalSign,
            int decimals,
            BigDecimal roundedTo,
            BigDecimal threshold,
            boolean emptyBelowThreshold,
            List<Line> columns,
            List<Row> rows) {
        public PublishedTable toTable() {
            return new PublishedTable(
                    code,
                    new CellNotation(decimalSign.charAt(0), decimals, roundedTo, threshold, emptyBelowThreshold),
                    columns.stream().map(Line::toLine).toList(),
                    rows.stream().map(Row::toRow).toList(),
                    List.of());
        }
    }

    /** A column; the group can be null. */
    public record Line(String label, LineRole role, String group, boolean subtracted) {
        PublishedTable.Line toLine() {
            return new PublishedTable.Line(label, role, group, subtracted);
        }
    }

    /** A row; the group can be null. */
    public record Row(String label, LineRole role, String group, boolean subtracted, List<String> cells) {
        PublishedTable.Row toRow() {
            return new PublishedTable.Row(new PublishedTable.Line(label, role, group, subtracted), cells);
        }
    }
}
