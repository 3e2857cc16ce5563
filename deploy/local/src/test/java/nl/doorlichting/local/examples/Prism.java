package nl.doorlichting.local.examples;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nl.doorlichting.local.InstalledProgram;
import nl.doorlichting.local.OperatingSystem;

/**
 * A mock server that answers from an OpenAPI document. Without its program on the path the build prints a line and skips
 * the test, unless {@code DOORLICHTING_PRISM} is {@code required}, as in CI.
 */
final class Prism implements AutoCloseable {
    private static final String PROGRAM = OperatingSystem.isWindows() ? "prism.cmd" : "prism";
    private static final Duration UP = Duration.ofMinutes(2);

    private final Process process;
    private final String server;

    private Prism(Process process, String server) {
        this.process = process;
        this.server = server;
    }

    static boolean isTried() {
        return InstalledProgram.isTried(
                PROGRAM,
                "DOORLICHTING_PRISM",
                "THE EXAMPLES ARE NOT TESTED WITH PRISM: prism is not on the path,"
                        + " npm install --global @stoplight/prism-cli gets it");
    }

    static Prism start(Path document, Path log) throws IOException {
        int port = freePort();
        // Its own headers for browsers are no part of the contract.
        Process process = new ProcessBuilder(
                        PROGRAM, "mock", "--cors=false", "--port", String.valueOf(port), document.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Prism prism = new Prism(process, "http://127.0.0.1:" + port);
        await().atMost(UP).pollInterval(Duration.ofMillis(50)).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("Prism ended: " + Files.readString(log));
            }
            return Files.readString(log).contains("Prism is listening");
        });
        return prism;
    }

    String server() {
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
