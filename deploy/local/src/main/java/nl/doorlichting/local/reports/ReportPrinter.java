package nl.doorlichting.local.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.local.Http;
import nl.doorlichting.local.ProgressOutput;
import nl.doorlichting.local.StartFailure;
import nl.doorlichting.local.dataset.DataSet;

/** Prints three reports of the gateway as tables: their rows, then their totals. */
public final class ReportPrinter {
    public static final String REACH = "/v1/reports/reach?programme=" + DataSet.PROGRAMME;
    private static final String FINANCES = "/v1/reports/finances?programme=" + DataSet.PROGRAMME;
    private static final String TRAINING = "/v1/reports/training?by=trainingType&programme=" + DataSet.PROGRAMME;
    private static final List<String> FIGURES = List.of("budgeted", "reallocated", "spendable", "disbursed", "left");

    private final Http http;
    private final String gateway;
    private final String token;
    private final ProgressOutput steps;

    public ReportPrinter(Http http, String gateway, String token, ProgressOutput steps) {
        this.http = http;
        this.gateway = gateway;
        this.token = token;
        this.steps = steps;
    }

    public void print() {
        print("Reach: whom did it reach? (participations)", REACH, ReportPrinter::reach);
        print("Finances: what was spent?", FINANCES, ReportPrinter::finances);
        print("Training: who was trained?", TRAINING, ReportPrinter::training);
    }

    private void print(String title, String path, Function<JsonNode, List<String>> lines) {
        Http.Response answer = Http.whenAvailable(() -> http.get(gateway + path, token));
        if (answer.status() != 200) {
            throw new StartFailure("GET " + path + " answered " + answer.status() + ": " + answer.problem());
        }
        steps.line("");
        steps.line(title);
        lines.apply(answer.body()).forEach(steps::line);
        answer.body().path("notes").forEach(note -> steps.line("  " + note(note)));
    }

    private static String note(JsonNode note) {
        return "Note " + TableCell.text(note.path("code")) + ": " + TableCell.text(note.path("detail"));
    }

    /** reports/reach as a table: its rows, then its totals. */
    private static List<String> reach(JsonNode report) {
        TextTable table = new TextTable(3, "Source", "Period", "Target group", "Best", "Lowest", "Highest");
        report.path("rows").forEach(row -> table.row(reachCells(row, TableCell.text(row.path("targetGroup")))));
        report.path("totals").forEach(row -> table.row(reachCells(row, "Total")));
        return table.lines();
    }

    private static List<String> reachCells(JsonNode row, String group) {
        JsonNode reach = row.path("reach");
        return List.of(
                TableCell.text(row.path("source")),
                TableCell.text(row.path("period").path("code")),
                group,
                TableCell.count(reach.path("best")),
                TableCell.count(reach.path("lowest")),
                TableCell.count(reach.path("highest")));
    }

    /** reports/finances as three tables: the lines per year, where money was moved to, and the projects. */
    private static List<String> finances(JsonNode report) {
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

    /** reports/training as a table: its rows, then its totals. */
    private static List<String> training(JsonNode report) {
        TextTable table = new TextTable(1, "Training type", "Planned", "Held", "Participants", "Rating");
        report.path("rows").forEach(row -> table.row(trainingCells(row, type(row))));
        JsonNode totals = report.path("totals");
        if (totals.isObject()) {
            table.row(trainingCells(totals, "Total"));
        }
        totals.forEach(row -> {
            if (row.has("sessions")) {
                table.row(trainingCells(row, "Total"));
            }
        });
        return table.lines();
    }

    private static String type(JsonNode row) {
        return row.path("trainingType").isTextual() ? row.path("trainingType").asText() : "(over all types)";
    }

    private static List<String> trainingCells(JsonNode row, String type) {
        return List.of(
                type,
                TableCell.count(row.path("sessions").path("planned")),
                TableCell.count(row.path("sessions").path("held")),
                TableCell.count(row.path("participants").path("best")),
                TableCell.rating(row.path("rating")));
    }
}
