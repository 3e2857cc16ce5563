package nl.doorlichting.local.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.FreePorts;
import nl.doorlichting.local.LauncherRun;
import nl.doorlichting.local.Ports;
import nl.doorlichting.local.dataset.DataSet;
import nl.doorlichting.platform.testing.time.RunningTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One data folder through kill, restart and the loss of a service, with the real services. The last start adds the invented
 * programme.
 */
@Tag("acceptance")
class ProcessLifecycleIT {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final String PROGRAMME = "?programme=" + DataSet.PROGRAMME;

    @TempDir
    Path folder;

    private final Path home = Path.of(System.getProperty("doorlichting.home"));
    private final Ports ports = FreePorts.find();

    @Test
    void recordsSurviveKillAndRestart() throws Exception {
        InterruptedPayments payments;
        try (LauncherRun killed = start()) {
            killed.awaitLine("Loaded budgeted amounts").kill();
            killed.awaitServicesGone(Duration.ofSeconds(30));
            try (LauncherRun completing = start().awaitUp()) {
                assertLoaded(completing, "budgeted amounts: 0 new, " + count("budgeted amounts") + " already there");
                assertLoaded(completing, "training tallies: " + count("training tallies") + " new, 0 already there");
                payments = new InterruptedPayments(new GatewayClient(completing.run()));
                payments.makeUntilKilled(completing);
                completing.terminate();
                assertEquals(List.of(), FreePorts.taken(ports));
            }
        }
        try (LauncherRun again = start(Map.of("DOORLICHTING_SAMPLE", "two")).awaitUp()) {
            assertEquals(DataSet.groups().size(), groupsWithNothingNew(again));
            GatewayClient gateway = new GatewayClient(again.run());
            InventedProgramme invented = new InventedProgramme(gateway);
            invented.assertShownBesideTheFirst();
            invented.assertShownAlone();
            payments.repeat(again);
            withoutTrainingService(gateway, again);
            again.terminate();
            assertEquals(List.of(), FreePorts.taken(ports));
        }
    }

    private void withoutTrainingService(GatewayClient gateway, LauncherRun launcher) throws Exception {
        ProcessHandle training = launcher.service(Application.TRAINING_SERVICE);
        training.destroyForcibly();
        training.onExit().get();

        JsonNode missing = quickly(gateway, 503, "/v1/reports/reach" + PROGRAMME);
        assertEquals("training-service", missing.at("/missing/0").asText());

        JsonNode reach = quickly(gateway, 200, "/v1/reports/reach" + PROGRAMME + "&complete=partial");
        assertFalse(reach.get("complete").asBoolean());
        JsonNode source = JsonRows.one(reach.get("sources"), "/service", "training-service");
        assertEquals("UNAVAILABLE", source.path("status").asText());
        assertFalse(JsonRows.all(reach.get("rows"), "/source", "INVENTORY").isEmpty());
        assertTrue(JsonRows.all(reach.get("rows"), "/source", "TRAINING").isEmpty());

        quickly(gateway, 503, "/v1/reports/training" + PROGRAMME);
    }

    private static JsonNode quickly(GatewayClient gateway, int status, String path) throws Exception {
        return RunningTime.checked(() -> {
            try (RunningTime time = RunningTime.start()) {
                JsonNode answer = gateway.get(status, path, "ANALYST");
                Duration taken = time.taken();
                assertTrue(taken.compareTo(TWO_SECONDS) < 0, () -> "took " + taken);
                return answer;
            }
        });
    }

    private static void assertLoaded(LauncherRun launcher, String line) {
        assertTrue(launcher.output().contains("Loaded " + line), line);
    }

    private static int count(String what) {
        return DataSet.groups().stream()
                .filter(group -> group.what().equals(what))
                .mapToInt(group -> group.records().size())
                .sum();
    }

    private static long groupsWithNothingNew(LauncherRun launcher) {
        return launcher.output()
                .lines()
                .filter(line -> line.contains(": 0 new, "))
                .count();
    }

    private LauncherRun start() throws Exception {
        return start(Map.of());
    }

    private LauncherRun start(Map<String, String> environment) throws Exception {
        return LauncherRun.start(home, folder.resolve("data"), ports, environment);
    }
}
