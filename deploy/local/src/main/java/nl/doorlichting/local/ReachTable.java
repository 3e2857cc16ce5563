package nl.doorlichting.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** reports/reach as a table: its rows, then its totals. */
final class ReachTable {
    static final String PATH = "/v1/reports/reach?programme=" + DataSet.PROGRAMME;

    private ReachTable() {}

    static List<String> lines(JsonNode report) {
        TextTable table = new TextTable(3, "Source", "Period", "Target group", "Best", "Lowest", "Highest");
        report.path("rows").forEach(row -> table.row(cells(row, TableCell.text(row.path("targetGroup")))));
        report.path("totals").forEach(row -> table.row(cells(row, "Total")));
        return table.lines();
    }

    private static List<String> cells(JsonNode row, String group) {
        JsonNode reach = row.path("reach");
        return List.of(
                TableCell.text(row.path("source")),
                TableCell.text(row.path("period").path("code")),
                group,
                TableCell.count(reach.path("best")),
                TableCell.count(reach.path("lowest")),
                TableCell.count(reach.path("highest")));
    }
}
