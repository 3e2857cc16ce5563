package nl.doorlichting.reporting.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * The columns of a CSV file: the fields of a reach observation. A dot separates an object from its field. An empty cell is
 * an absent field. Spaces separate several codes or ids in a cell.
 */
final class ImportColumns {
    /** How a cell becomes a JSON value. */
    enum Kind {
        TEXT,
        NUMBER,
        LIST
    }

    private record Column(Kind kind, boolean required) {}

    private static final Column OPTIONAL = new Column(Kind.TEXT, false);
    private static final Column REQUIRED = new Column(Kind.TEXT, true);
    private static final Column NUMBER = new Column(Kind.NUMBER, false);
    private static final Column LIST = new Column(Kind.LIST, false);

    /** In the order of the template. */
    private static final List<Map.Entry<String, Column>> ALL = List.of(
            Map.entry("programme", REQUIRED),
            Map.entry("reference", OPTIONAL),
            Map.entry("projectId", OPTIONAL),
            Map.entry("organisationId", OPTIONAL),
            Map.entry("roundId", OPTIONAL),
            Map.entry("reportId", OPTIONAL),
            Map.entry("track", OPTIONAL),
            Map.entry("actionLine", OPTIONAL),
            Map.entry("fundingInstrument", OPTIONAL),
            Map.entry("interventionTypes", LIST),
            Map.entry("phenomena", LIST),
            Map.entry("period.from", REQUIRED),
            Map.entry("period.until", REQUIRED),
            Map.entry("targetGroup", REQUIRED),
            Map.entry("intensity", OPTIONAL),
            Map.entry("method", OPTIONAL),
            Map.entry("reach.kind", REQUIRED),
            Map.entry("reach.value", NUMBER),
            Map.entry("reach.plusMinus", NUMBER),
            Map.entry("reach.minimum", NUMBER),
            Map.entry("reach.maximum", NUMBER),
            Map.entry("reach.text", OPTIONAL),
            Map.entry("reach.reason", OPTIONAL),
            Map.entry("place.scope", OPTIONAL),
            Map.entry("place.municipalities", LIST),
            Map.entry("place.subArea", OPTIONAL),
            Map.entry("place.country", OPTIONAL),
            Map.entry("overlaps", LIST),
            Map.entry("includedIn", OPTIONAL),
            Map.entry("source", REQUIRED),
            Map.entry("note", OPTIONAL));

    private static final Map<String, Column> BY_NAME =
            ALL.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<String, String> EXAMPLE_ROW = Map.ofEntries(
            Map.entry("programme", "APR-2007-2011"),
            Map.entry("reference", "example-1"),
            Map.entry("period.from", "2010-01-01"),
            Map.entry("period.until", "2011-01-01"),
            Map.entry("targetGroup", "YOUTH_AND_PUPILS"),
            Map.entry("reach.kind", "APPROXIMATE"),
            Map.entry("reach.value", "150"),
            Map.entry("place.scope", "MUNICIPAL"),
            Map.entry("place.municipalities", "GM0988 GM0363"),
            Map.entry("source", "name of the report and page"));

    private ImportColumns() {}

    static List<String> names() {
        return ALL.stream().map(Map.Entry::getKey).toList();
    }

    /** A CSV file to fill in: every column, and one row that would be recorded. */
    static String template() {
        return String.join(",", names())
                + "\r\n"
                + names().stream()
                        .map(name -> EXAMPLE_ROW.getOrDefault(name, ""))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    static Kind kind(String name) {
        return BY_NAME.get(name).kind();
    }

    static boolean isRequired(String name) {
        return BY_NAME.get(name).required();
    }

    /** The violations of a header. */
    static List<Violation> check(List<String> header) {
        var violations = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        for (var name : header) {
            if (!BY_NAME.containsKey(name)) {
                violations.add(unknown(name));
            } else if (!seen.add(name)) {
                violations.add(violation(ViolationCode.NOT_ALLOWED, name, "import.column-twice"));
            }
        }
        names().stream()
                .filter(name -> isRequired(name) && !seen.contains(name))
                .forEach(name -> violations.add(violation(ViolationCode.REQUIRED, name, "import.column-missing")));
        return violations;
    }

    // With the column that differs by case only, else with all of them.
    private static Violation unknown(String name) {
        var meant = names().stream().filter(name::equalsIgnoreCase).findFirst();
        var shown = shortly(name);
        return Violation.body(
                "",
                ViolationCode.UNKNOWN_FIELD,
                Map.of(
                        "line",
                        1,
                        "column",
                        shown,
                        "allowed",
                        meant.map(List::of).orElseGet(ImportColumns::names)),
                meant.map(column -> Text.of("import.column-in-case", shown, column))
                        .orElseGet(() -> Text.of("import.column-unknown", shown)));
    }

    private static Violation violation(String code, String name, String text) {
        return Violation.body("", code, Map.of("line", 1, "column", name), Text.of(text, name));
    }

    private static String shortly(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
