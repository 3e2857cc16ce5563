package nl.doorlichting.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** reports/training as a table: its rows, then its totals. */
final class TrainingTable {
    static final String PATH = "/v1/reports/training?by=trainingType&programme=" + DataSet.PROGRAMME;

    private TrainingTable() {}

    static List<String> lines(JsonNode report) {
        TextTable table = new TextTable(1, "Training type", "Planned", "Held", "Participants", "Rating");
        report.path("rows").forEach(row -> table.row(cells(row, type(row))));
        JsonNode totals = report.path("totals");
        if (totals.isObject()) {
            table.row(cells(totals, "Total"));
        }
        totals.forEach(row -> {
            if (row.has("sessions")) {
                table.row(cells(row, "Total"));
            }
        });
        return table.lines();
    }

    private static String type(JsonNode row) {
        return row.path("trainingType").isTextual() ? row.path("trainingType").asText() : "(over all types)";
    }

    private static List<String> cells(JsonNode row, String type) {
        return List.of(
                type,
                TableCell.count(row.path("sessions").path("planned")),
                TableCell.count(row.path("sessions").path("held")),
                TableCell.count(row.path("participants").path("best")),
                TableCell.rating(row.path("rating")));
    }
}
