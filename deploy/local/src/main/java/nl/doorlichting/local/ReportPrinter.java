package nl.doorlichting.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/** Prints the three reports that an analyst gets from the gateway. */
final class ReportPrinter {
    private final Http http;
    private final String gateway;
    private final String token;
    private final ProgressOutput steps;

    ReportPrinter(Http http, String gateway, String token, ProgressOutput steps) {
        this.http = http;
        this.gateway = gateway;
        this.token = token;
        this.steps = steps;
    }

    void print() {
        print("Reach: whom did it reach? (participations)", ReachTable.PATH, ReachTable::lines);
        print("Finances: what was spent?", FinancesTable.PATH, FinancesTable::lines);
        print("Training: who was trained?", TrainingTable.PATH, TrainingTable::lines);
    }

    private void print(String title, String path, Function<JsonNode, List<String>> lines) {
        TextResponse answer = http.get(gateway + path, token);
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
}
