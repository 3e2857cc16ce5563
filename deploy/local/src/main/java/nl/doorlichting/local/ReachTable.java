package nl.doorlichting.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** reports/reach as a table: its rows, then its totals. */
final class ReachTable {
    static final String PATH = "/v1/reports/reach?programme=" + DataSet.PROGRAMME;

    private ReachTable() {}

    static List<String> lines(JsonNode report) {
        Table table = new Table(3, "Source", "Period", "Target group", "Best", "Lowest", "Highest");
        report.path("rows").forEach(row -> table.row(cells(row, Cell.text(row.path("targetGroup")))));
        report.path("totals").forEach(row -> table.row(cells(row, "Total")));
        return table.lines();
    }

    private static List<String> cells(JsonNode row, String group) {
        JsonNode reach = row.path("reach");
        return List.of(
                Cell.text(row.path("source")),
                Cell.text(row.path("period").path("code")),
                group,
                Cell.count(reach.path("best")),
                Cell.count(reach.path("lowest")),
                Cell.count(reach.path("highest")));
    }
}
