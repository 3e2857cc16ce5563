package nl.doorlichting.local;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.doorlichting.local.datafolder.PrivateFile;
import nl.doorlichting.local.postgres.OrphanedPostgres;

/** The real launcher as a process of its own, with its output. */
public final class LauncherRun implements AutoCloseable {
    // For the busiest machine. A launcher or service that ends is reported at once.
    private static final Duration UP = Duration.ofMinutes(5);
    private static final Duration DOWN = Duration.ofMinutes(1);

    private final Process process;
    private final Path data;
    private final Ports ports;
    private final Path out;
    private final Path err;

    private LauncherRun(Process process, Path data, Ports ports, Path out, Path err) {
        this.process = process;
        this.data = data;
        this.ports = ports;
        this.out = out;
        this.err = err;
    }

    public static LauncherRun start(Path home, Path data, Ports ports) throws IOException {
        return start(home, data, ports, Map.of());
    }

    public static LauncherRun start(Path home, Path data, Ports ports, Map<String, String> more, String... javaOptions)
            throws IOException {
        Path out = Files.createTempFile(Path.of("target"), "launcher", ".out");
        Path err = Files.createTempFile(Path.of("target"), "launcher", ".err");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Ddoorlichting.home=" + home,
                // PostgreSQL's programs are unpacked once for all tests.
                "-Dot.epg.working-dir=" + Path.of("target", "postgres-binaries").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName());
        builder.command().addAll(1, List.of(javaOptions));
        Map<String, String> environment = new HashMap<>();
        environment.put("DOORLICHTING_PORT", String.valueOf(ports.first()));
        environment.put("DOORLICHTING_DATA", data.toString());
        environment.putAll(more);
        builder.environment().keySet().removeIf(name -> name.startsWith("DOORLICHTING_"));
        builder.environment().putAll(environment);
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new LauncherRun(builder.start(), data, ports, out, err);
    }

    public LauncherRun awaitUp() {
        await().atMost(UP).pollInterval(Duration.ofMillis(50)).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("The launcher ended: " + errors());
            }
            return hasWrittenItsRunFile();
        });
        return this;
    }

    /** The file of a killed launcher has another process number. */
    private boolean hasWrittenItsRunFile() {
        return Files.exists(runFile()) && run().path("pid").asLong() == pid();
    }

    /** Waits for output with this text. */
    public LauncherRun awaitLine(String text) {
        await().atMost(UP).pollInterval(Duration.ofMillis(5)).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("The launcher ended: " + errors());
            }
            return output().contains(text);
        });
        return this;
    }

    /** Waits for the end and returns the exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(UP.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The launcher does not end: " + output());
        }
        return process.exitValue();
    }

    public LauncherRun terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(DOWN.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The launcher does not stop in time: " + output());
        }
        return this;
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public void awaitServicesGone(Duration limit) {
        await().atMost(limit)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> List.of(Application.values()).stream()
                        .allMatch(application -> FreePorts.free(ports.of(application))));
    }

    public Path runFile() {
        return data.resolve("run.json");
    }

    public JsonNode run() {
        return Json.read(PrivateFile.read(runFile()));
    }

    Ports ports() {
        return ports;
    }

    public ProcessHandle service(Application application) {
        String jar = application.jar(Path.of("/")).toString();
        return process.children()
                .filter(child -> child.info().commandLine().orElse("").contains(jar))
                .findFirst()
                .orElseThrow();
    }

    long pid() {
        return process.pid();
    }

    public String output() {
        return PrivateFile.read(out);
    }

    List<String> errors() {
        return PrivateFile.read(err).lines().toList();
    }

    /** Stops all that a test may have left running. */
    @Override
    public void close() {
        process.destroy();
        if (!Polling.until(DOWN, () -> !process.isAlive())) {
            process.destroyForcibly();
        }
        new OrphanedPostgres(data.resolve("postgres")).stop();
    }
}
