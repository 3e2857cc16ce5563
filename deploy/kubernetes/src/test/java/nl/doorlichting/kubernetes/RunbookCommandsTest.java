package nl.doorlichting.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator copies out of the runbook finds its variables, its functions and its tools. */
class RunbookCommandsTest {
    private static final Pattern BLOCK = Pattern.compile("(?m)^ *```\\n(.*?)^ *```$", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Z][A-Z_]+)");
    private static final Pattern FUNCTION = Pattern.compile("(?m)^ *(\\w+)\\(\\) \\{");

    private final String runbook = AlertFile.read(Path.of("../../docs/runbook.md"));
    private final String begin =
            runbook.replaceFirst("(?s).*\n## Before you begin\n", "").replaceFirst("(?s)\n## .*", "");
    // There the operator's functions have another form.
    private final String withoutHoster = runbook.replaceFirst("(?s)\n### PostgreSQL of a hoster\n.*?(?=\n##)", "");

    @Test
    void variablesAreSetBeforehand() {
        Set<String> used = groups(VARIABLE, blocks(runbook));
        assertTrue(used.containsAll(Set.of("NS", "OVERLAY", "TOKEN", "GATEWAY", "ISSUER")), used::toString);
        Set<String> set = groups(Pattern.compile("(?m)^([A-Z]+)="), begin);
        set.addAll(groups(Pattern.compile("(?m)^read [^\n]* ([A-Z]+)\\b"), begin));
        used.removeAll(set);
        assertEquals(Set.of(), used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pods", "logs", "show", "cluster", "primary", "sql", "disks"})
    void functionsAreDefinedOnceAndUsed(String function) {
        assertTrue(groups(FUNCTION, begin).contains(function));
        assertEquals(
                1,
                FUNCTION.matcher(withoutHoster)
                        .results()
                        .filter(found -> found.group(1).equals(function))
                        .count());
        assertTrue(Pattern.compile("(?m)(^|[|(;] ?|do )" + function + " [a-z$/]")
                .matcher(blocks(runbook))
                .find());
    }

    /** The base of the images is a JRE. */
    @Test
    void imagesHaveNoToolsOfDevelopmentKit() {
        assertFalse(Pattern.compile("-- (jcmd|jstack|jmap|jstat)\\b")
                .matcher(runbook)
                .find());
    }

    /** The primary of a database moves from one instance to another. */
    @Test
    void noInstanceIsTakenForPrimary() {
        assertFalse(blocks(runbook).contains(")-1\""));
    }

    @Test
    void commandsAreForEveryOverlay() {
        assertFalse(Pattern.compile("-k \\S*overlays/").matcher(runbook).find());
        assertFalse(Pattern.compile("-n NS ")
                .matcher(runbook.replaceFirst("(?s)\n## Drills\n.*?\n## ", "\n## "))
                .find());
    }

    private static Set<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String blocks(String text) {
        return BLOCK.matcher(text).results().map(RunbookCommandsTest::inner).collect(Collectors.joining("\n"));
    }

    private static String inner(MatchResult block) {
        return block.group(1);
    }
}
