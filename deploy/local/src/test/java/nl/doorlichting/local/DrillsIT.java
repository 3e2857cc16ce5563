package nl.doorlichting.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the scripts of deploy/drills on a running system, as an operator does. */
@Tag("acceptance")
@EnabledIf("nl.doorlichting.local.Bash#isThere")
class DrillsIT {
    private static final Path DRILLS = Path.of(System.getProperty("doorlichting.home"), "deploy/drills");
    private static final String STAND = DRILLS.resolve("stand.sh").toString();

    @TempDir
    static Path folder;

    private static LauncherRun launcher;

    private record ScriptResult(int exit, String text) {}

    @BeforeAll
    static void start() throws Exception {
        launcher = LauncherRun.start(DRILLS.resolve("../..").normalize(), data(), FreePorts.find());
        launcher.awaitUp();
        assertExit(0, run(onTheLauncher(), "stand", "up"));
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            assertExit(0, run(onTheLauncher(), "stand", "down"));
        } finally {
            launcher.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop-under-load",
                "rotate-password",
                "start-before-database",
                "database-away",
                "restore-one",
                "restore-moment",
                "restore-all",
            })
    void passes(String drill) throws Exception {
        assertPassed(run(onTheLauncher(), drill));
    }

    /** With only the address of the gateway and the commands that a drill needs, as on a cluster. */
    @Test
    void passesOnSystemWithoutLauncher() throws Exception {
        String issuer = Files.readString(stand().resolve("issuer")).strip();
        String here = "DRILL_GATEWAY= DRILL_DATA=" + data() + " DRILL_STAND=" + stand() + " " + STAND;
        assertPassed(run(
                Map.of(
                        "DRILL_GATEWAY",
                                Files.readString(stand().resolve("address")).strip(),
                        "DRILL_TOKEN", "curl -sf " + issuer + "/token/$1",
                        "DRILL_SQL", here + " sql \"$1\" \"$2\"",
                        "DRILL_ROTATE", "curl -sf -o /dev/null " + issuer + "/rotate",
                        "DRILL_WITHDRAW", "curl -sf -o /dev/null " + issuer + "/withdraw"),
                "rotate-signing-key"));
    }

    @Test
    void reportsMissingSettings() throws Exception {
        ScriptResult manual = run(Map.of(), "database-away", "--help");
        assertExit(0, manual);
        assertTrue(manual.text().contains("DRILL_STOP, DRILL_START"), manual.text());
        assertExit(2, run(onTheLauncher(), "database-away", "now"));
        assertRefused("nothing runs on " + folder, run(Map.of("DRILL_DATA", folder.toString()), "database-away"));
        assertRefused(
                "DRILL_GATEWAY is set, and DRILL_TOKEN is not",
                run(Map.of("DRILL_GATEWAY", "http://127.0.0.1:1"), "rotate-password"));
    }

    private static Map<String, String> onTheLauncher() {
        return Map.of("DRILL_DATA", data().toString(), "DRILL_STAND", stand().toString());
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static Path stand() {
        return folder.resolve("stand");
    }

    private static void assertPassed(ScriptResult result) {
        assertExit(0, result);
        assertTrue(result.text().contains("PASSED: "), result.text());
    }

    private static void assertRefused(String reason, ScriptResult result) {
        assertExit(1, result);
        assertTrue(result.text().contains("FAILED: " + reason), result.text());
    }

    private static void assertExit(int expected, ScriptResult result) {
        assertEquals(expected, result.exit(), result.text());
    }

    private static ScriptResult run(Map<String, String> environment, String drill, String... arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(Path.of("target"), drill, ".out");
        ProcessBuilder script =
                new ProcessBuilder("bash", DRILLS.resolve(drill + ".sh").toString());
        script.command().addAll(List.of(arguments));
        script.environment().keySet().removeIf(name -> name.startsWith("DRILL_"));
        script.environment().put("DRILL_CLASSES", folder.resolve("classes").toString());
        script.environment().putAll(environment);
        Process process =
                script.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        process.destroy();
        String text = Files.readString(output);
        assertTrue(ended, text);
        return new ScriptResult(process.exitValue(), text);
    }
}
