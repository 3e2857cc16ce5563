package nl.doorlichting.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts and stops processes, with stubs in place of the services. */
@Tag("acceptance")
class LauncherIT {
    @TempDir
    Path folder;

    private StubHome home;
    private Path data;
    private final Ports ports = FreePorts.find();

    @BeforeEach
    void prepare() throws IOException {
        home = new StubHome(folder.resolve("home"));
        data = folder.resolve("data");
    }

    @Test
    void holdsDataFolderUntilStopped() throws Exception {
        try (LauncherRun launcher = start().awaitUp()) {
            JsonNode run = launcher.run();
            assertEquals(launcher.pid(), run.get("pid").asLong());
            assertEquals(
                    ports.url(Application.FUNDING_SERVICE),
                    run.at("/services/funding-service").asText());
            assertEquals(
                    ports.managementUrl(Application.GATEWAY),
                    run.at("/management/gateway").asText());
            assertEquals(14, run.get("tokens").size());
            assertEquals("rw-------", permissions(launcher.runFile()));
            assertEquals("rw-------", permissions(Path.of(run.get("signingKey").asText())));
            assertTrue(launcher.output().contains("Loaded programme: 1 new"), launcher.output());

            try (LauncherRun second = LauncherRun.start(home.root(), data, FreePorts.find())) {
                assertFailure(second, "already running on the data folder " + data, "process " + launcher.pid());
            }

            launcher.terminate();
            assertFalse(Files.exists(launcher.runFile()));
            assertEquals(List.of(), FreePorts.taken(ports));
            assertEquals(List.of(), launcher.errors());
        }
    }

    @Test
    void servicesEndAfterKillAndNextStartCleansUp() throws Exception {
        try (LauncherRun killed = start().awaitUp()) {
            killed.kill();
            killed.awaitServicesGone(Duration.ofSeconds(30));
            try (LauncherRun next = start().awaitUp()) {
                assertTrue(next.output().contains("Stopped the PostgreSQL"), next.output());
                next.terminate();
                assertEquals(List.of(), FreePorts.taken(ports));
            }
        }
    }

    @Test
    void stopsDuringStart() throws Exception {
        try (LauncherRun launcher = start()) {
            launcher.awaitLine("PostgreSQL is ready").terminate();
            assertEquals(List.of(), launcher.errors());
            assertEquals(List.of(), FreePorts.taken(ports));
        }
    }

    @Test
    void namesPortInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress("127.0.0.1", ports.management(Application.TRAINING_SERVICE)));
            try (LauncherRun launcher = start()) {
                assertFailure(
                        launcher,
                        "Port " + taken.getLocalPort() + " (training-service management) is in use",
                        "DOORLICHTING_PORT");
            }
        }
        assertEquals(List.of(), FreePorts.taken(ports));
    }

    @Test
    void namesLogOfServiceThatEndsWhileStarting() throws Exception {
        home.behave(Application.REPORTING_SERVICE, "die");
        try (LauncherRun launcher = start()) {
            assertFailure(launcher, "reporting-service ended while starting (exit code 3)", "reporting-service.log");
        }
        assertEquals(List.of(), FreePorts.taken(ports));
    }

    @Test
    void endsWhenRecordIsRefused() throws Exception {
        home.behave(Application.GATEWAY, "refuse");
        try (LauncherRun launcher = start()) {
            assertFailure(launcher, "Loading programme failed", "answered 400: Refused; /x REQUIRED");
        }
        assertEquals(List.of(), FreePorts.taken(ports));
    }

    @Test
    void namesApplicationThatIsNotBuilt() throws Exception {
        Files.delete(Application.TRAINING_SERVICE.jar(home.root()));
        try (LauncherRun launcher = start()) {
            assertFailure(launcher, "training-service is not built");
        }
    }

    /** The library supports this processor, and its binaries are not on the class path. */
    @ParameterizedTest
    @ValueSource(strings = {"riscv64", "ppc64le"})
    void namesMachineWithoutPostgresBinaries(String processor) throws Exception {
        try (LauncherRun launcher = LauncherRun.start(home.root(), data, ports, Map.of(), "-Dos.arch=" + processor)) {
            assertFailure(
                    launcher, "There are no PostgreSQL binaries for ", " on " + processor, "DOORLICHTING_POSTGRES");
        }
    }

    @Test
    void usesExistingServer() throws Exception {
        try (EmbeddedPostgres there = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target", "postgres-binaries").toAbsolutePath().toFile())
                .setDataDirectory(folder.resolve("there"))
                .start()) {
            Map<String, String> environment =
                    Map.of("DOORLICHTING_POSTGRES", "postgresql://postgres:s3cret@127.0.0.1:" + there.getPort());
            for (int start = 0; start < 2; start++) {
                try (LauncherRun launcher =
                        LauncherRun.start(home.root(), data, ports, environment).awaitUp()) {
                    assertTrue(
                            launcher.output().contains("PostgreSQL is ready at 127.0.0.1:" + there.getPort()),
                            launcher.output());
                    assertTrue(FreePorts.free(ports.database()));
                    assertFalse(launcher.output().contains("s3cret"));
                    launcher.terminate();
                    assertEquals(List.of(), launcher.errors());
                }
            }
            assertFalse(Files.exists(data.resolve("postgres")));
        }
    }

    @Test
    void namesDataFolderThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "so that no folder can be made in it");
        try (LauncherRun launcher = LauncherRun.start(home.root(), file.resolve("below"), ports)) {
            assertFailure(launcher, "cannot be written", "DOORLICHTING_DATA");
        }
    }

    @Test
    void keepsFilesOfOthersOnFreshStart() throws Exception {
        Path theirs = Files.createDirectories(data).resolve("thesis.odt");
        Files.writeString(theirs, "years of work");
        try (LauncherRun launcher = LauncherRun.start(home.root(), data, ports, fresh())) {
            assertFailure(launcher, "DOORLICHTING_FRESH", "thesis.odt");
        }
        assertTrue(Files.exists(theirs));
    }

    @Test
    void freshMakesNewDatabasesAndKey() throws Exception {
        String key;
        try (LauncherRun launcher = start().awaitUp()) {
            key = Files.readString(data.resolve("issuer-key.pem"));
            launcher.terminate();
        }
        try (LauncherRun launcher =
                LauncherRun.start(home.root(), data, ports, fresh()).awaitUp()) {
            assertNotEquals(key, Files.readString(data.resolve("issuer-key.pem")));
            launcher.terminate();
        }
    }

    private LauncherRun start() throws IOException {
        return LauncherRun.start(home.root(), data, ports);
    }

    private static Map<String, String> fresh() {
        return Map.of("DOORLICHTING_FRESH", "true");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void assertFailure(LauncherRun launcher, String... texts) throws InterruptedException {
        assertEquals(1, launcher.awaitEnd());
        assertEquals(1, launcher.errors().size(), () -> "one line: " + launcher.errors());
        for (String text : texts) {
            assertTrue(launcher.errors().get(0).contains(text), () -> launcher.errors() + " names " + text);
        }
    }
}
