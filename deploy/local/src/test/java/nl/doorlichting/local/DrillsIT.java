package nl.doorlichting.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of deploy/drills on a system that runs, each as an operator runs it. */
class DrillsIT {
    private static final Path HOME = Path.of(System.getProperty("doorlichting.home"));

    @TempDir
    static Path folder;

    private static LauncherRun launcher;

    @BeforeAll
    static void start() throws IOException {
        launcher = LauncherRun.start(HOME, folder.resolve("data"), FreePorts.find())
                .awaitUp();
    }

    @AfterAll
    static void stop() {
        launcher.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop-under-load",
                "rotate-password",
                "rotate-signing-key",
                "start-before-database",
                "database-away",
                "restore-one",
                "restore-all",
            })
    void passes(String drill) throws Exception {
        Path output = Files.createTempFile(Path.of("target"), drill, ".out");
        ProcessBuilder script = new ProcessBuilder(
                "bash", HOME.resolve("deploy/drills").resolve(drill + ".sh").toString());
        script.environment().put("DRILL_DATA", folder.resolve("data").toString());
        script.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = script.start();
        boolean ended = process.waitFor(4, TimeUnit.MINUTES);
        process.destroy();
        String said = Files.readString(output);
        assertTrue(ended, said);
        assertEquals(0, process.exitValue(), said);
        assertTrue(said.contains("PASSED: "), said);
    }
}
