package nl.doorlichting.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every alert names an action, and fires exactly when it should. */
class AlertsTest {
    private static final Path RUNBOOK_FILE = Path.of("../../docs/runbook.md");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
    private static final Pattern END = Pattern.compile("\n```\n[^`]+\n```\nSee ([^\n]+)\\.\\s*$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
    private static final String RUNBOOK = "https://docs.example.org/doorlichting/runbook.md#";

    static List<AlertFile> files() {
        return AlertFile.all().toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void alertsHaveActions(AlertFile file) {
        file.alerts().forEach(alert -> {
            String name = alert.path("alert").asText();
            assertTrue(
                    Set.of("page", "ticket")
                            .contains(alert.at("/labels/severity").asText()),
                    name);
            assertTrue(alert.at("/annotations/summary").asText().length() > 10, name);
            assertTrue(alert.at("/annotations/description").asText().length() > 10, name);
            assertEquals(
                    RUNBOOK + name.toLowerCase(Locale.ROOT),
                    alert.at("/annotations/runbook_url").asText());
        });
    }

    @Test
    void runbookHasHeadingForEachAlertOnly() {
        String alerts = AlertFile.read(RUNBOOK_FILE).replaceFirst("(?s).*\n## Alerts\n", "");
        Set<String> headings = Pattern.compile("^### (\\w+)$", Pattern.MULTILINE)
                .matcher(alerts.replaceFirst("(?s)\n## .*", ""))
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(alertNames(), headings);
    }

    @Test
    void headingsEndInCommandsAndLinks() {
        String runbook = AlertFile.read(RUNBOOK_FILE);
        Set<String> anchors = HEADING.matcher(runbook)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
        Stream.of(runbook.replaceFirst("(?s).*\n## Alerts\n", "").split("\n### "))
                .skip(1)
                .forEach(alert -> {
                    Matcher end = END.matcher(alert);
                    assertTrue(end.find(), () -> "commands and links at the end of " + alert);
                    List<String> links = LINK.matcher(end.group(1))
                            .results()
                            .map(link -> link.group(1))
                            .toList();
                    assertFalse(links.isEmpty(), alert);
                    links.forEach(link -> assertTrue(
                            link.startsWith("#")
                                    ? anchors.contains(link.substring(1))
                                    : Files.exists(RUNBOOK_FILE.resolveSibling(link)),
                            () -> link + " leads nowhere"));
                });
    }

    @ParameterizedTest
    @MethodSource("files")
    void alertsHaveTestsThatFireAndTestsThatDoNot(AlertFile file) {
        // A test lists all alerts of its file that fire. One that lists none covers each of them.
        JsonNode tests = Yaml.read(AlertFile.read(file.tests())).get(0).path("tests");
        assertTrue(expectations(tests).stream().anyMatch(expected -> expected.equals("[]")), "none without alerts");
        String fired = String.join("\n", expectations(tests));
        file.alerts().forEach(alert -> {
            String one = "alertname=\\\"%s\\\"".formatted(alert.path("alert").asText());
            String severity =
                    "severity=\\\"%s\\\"".formatted(alert.at("/labels/severity").asText());
            assertTrue(fired.lines().anyMatch(line -> line.contains(one) && line.contains(severity)), one + severity);
        });
    }

    private static List<String> expectations(JsonNode tests) {
        return Manifest.elements(tests)
                .flatMap(test -> Manifest.elements(test.path("promql_expr_test")))
                .filter(test -> test.path("expr").asText().startsWith("ALERTS"))
                .map(test -> test.path("exp_samples").toString())
                .toList();
    }

    @Tag("acceptance")
    @ParameterizedTest
    @MethodSource("files")
    @EnabledIf("nl.doorlichting.kubernetes.Promtool#isThere")
    void promtoolAcceptsRules(AlertFile file) {
        Promtool.run("check", "rules", file.plain().toString());
        assertTrue(Promtool.run("test", "rules", file.tests().toString()).contains("SUCCESS"));
    }

    private static Set<String> alertNames() {
        return AlertFile.all()
                .flatMap(AlertFile::alerts)
                .map(alert -> alert.path("alert").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
