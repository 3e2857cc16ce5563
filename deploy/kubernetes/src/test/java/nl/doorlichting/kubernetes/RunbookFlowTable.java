package nl.doorlichting.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The table of flows in the runbook: from, to, port, why. A cell can have several names, separated by commas. */
final class RunbookFlowTable {
    private static final Path RUNBOOK = Path.of("../../docs/runbook.md");
    private static final String HEAD = "| from | to | port | why |";

    private RunbookFlowTable() {}

    static Set<NetworkFlow> read() throws IOException {
        List<String> lines = Files.readAllLines(RUNBOOK);
        Set<NetworkFlow> flows = new TreeSet<>();
        rows(lines.subList(lines.indexOf(HEAD) + 2, lines.size())).forEach(row -> flows.addAll(flows(row)));
        return flows;
    }

    private static Stream<String> rows(List<String> lines) {
        return lines.stream().takeWhile(line -> line.startsWith("|"));
    }

    private static Set<NetworkFlow> flows(String row) {
        String[] cells = row.split("\\|");
        Set<NetworkFlow> flows = new TreeSet<>();
        for (String from : names(cells[1])) {
            for (String to : names(cells[2])) {
                for (String port : names(cells[3])) {
                    flows.add(new NetworkFlow(from, to, port));
                }
            }
        }
        return flows;
    }

    private static List<String> names(String cell) {
        return Stream.of(cell.split(",")).map(String::strip).toList();
    }
}
