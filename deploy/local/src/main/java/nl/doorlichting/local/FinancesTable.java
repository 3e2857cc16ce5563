package nl.doorlichting.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** reports/finances as three tables: the lines per year, where money was moved to, and the projects. */
final class FinancesTable {
    static final String PATH = "/v1/reports/finances?programme=" + DataSet.PROGRAMME;
    private static final List<String> FIGURES = List.of("budgeted", "reallocated", "spendable", "disbursed", "left");

    private FinancesTable() {}

    static List<String> lines(JsonNode report) {
        List<String> lines = new ArrayList<>(budget(report).lines());
        lines.add("");
        lines.addAll(reallocations(report).lines());
        lines.add("");
        lines.addAll(projects(report).lines());
        return lines;
    }

    private static TextTable budget(JsonNode report) {
        TextTable table =
                new TextTable(1, "Million euro", "Year", "Budgeted", "Reallocated", "Spendable", "Disbursed", "Left");
        for (JsonNode line : report.path("rows")) {
            String name = TableCell.text(line.path("name"));
            line.path("years").forEach(year -> table.row(figures(name, TableCell.text(year.path("year")), year)));
            table.row(figures(name, "total", line.path("total")));
        }
        return table;
    }

    private static List<String> figures(String name, String year, JsonNode figures) {
        return Stream.concat(
                        Stream.of(name, year), FIGURES.stream().map(figure -> TableCell.millions(figures.path(figure))))
                .toList();
    }

    private static TextTable reallocations(JsonNode report) {
        TextTable table = new TextTable(2, "Reallocated to", "Reason", "Year", "Million euro");
        for (JsonNode row : report.path("reallocations")) {
            String destination = TableCell.text(row.path("destination"));
            String reason = TableCell.text(row.path("reason"));
            row.path("years")
                    .forEach(year ->
                            table.row(List.of(destination, reason, TableCell.text(year.path("year")), amount(year))));
            table.row(List.of(destination, reason, "total", TableCell.millions(row.path("total"))));
        }
        return table;
    }

    /** The one field of a year that is an amount: its name differs. */
    private static String amount(JsonNode year) {
        return year.properties().stream()
                .filter(field -> field.getValue().has("amount"))
                .findFirst()
                .map(field -> TableCell.millions(field.getValue()))
                .orElse(TableCell.millions(year.path("amount")));
    }

    private static TextTable projects(JsonNode report) {
        TextTable table = new TextTable(1, "Projects by instrument", "Count", "Described");
        report.path("projects")
                .forEach(row -> table.row(List.of(
                        TableCell.text(row.path("fundingInstrument")),
                        row.path("count").isObject()
                                ? TableCell.count(row.path("count").path("best"))
                                : TableCell.count(row.path("count")),
                        TableCell.count(row.path("described")))));
        return table;
    }
}
