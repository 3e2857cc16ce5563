package nl.doorlichting.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.local.FreePorts;
import nl.doorlichting.local.Http;
import nl.doorlichting.local.Polling;
import nl.doorlichting.local.datafolder.DataFolder;
import nl.doorlichting.local.datafolder.PrivateFile;

/** A real Keycloak as a process of its own, on this machine only, with the realm of deploy/keycloak and no users. */
final class Keycloak implements AutoCloseable {
    static final String ADMIN = "admin";
    private static final Duration UP = Duration.ofMinutes(5);

    private final String password = UUID.randomUUID().toString();
    private final int port;
    private final Path log = Path.of("target", "keycloak.log");
    private final Process process;

    /** @param unpacked the folder with the distribution in it */
    Keycloak(Path unpacked, Path realm, int port) {
        this.port = port;
        try {
            Path home = distribution(unpacked);
            DataFolder.deleteTree(home.resolve("data"));
            Path imported = Files.createDirectories(home.resolve("data/import"));
            Files.copy(realm, imported.resolve(realm.getFileName()));
            this.process = start(home);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path distribution(Path unpacked) throws IOException {
        try (var entries = Files.list(unpacked)) {
            return entries.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private Process start(Path home) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
        builder.environment()
                .putAll(Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        password,
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        // The first compiler only, because it starts fastest.
                        "JAVA_OPTS_APPEND",
                        "-XX:TieredStopAtLevel=1",
                        "JAVA_HOME",
                        System.getProperty("java.home")));
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    Keycloak awaitUp() {
        Http http = new Http();
        boolean up = Polling.until(UP, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("Keycloak ended: " + PrivateFile.read(log));
            }
            return http.tryGet(issuer() + "/.well-known/openid-configuration")
                    .filter(answer -> answer.status() == 200)
                    .isPresent();
        });
        if (!up) {
            throw new AssertionError("Keycloak is not up: " + PrivateFile.read(log));
        }
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String issuer() {
        return issuer(port);
    }

    static String issuer(int port) {
        return "http://127.0.0.1:" + port + "/realms/doorlichting";
    }

    String password() {
        return password;
    }

    /** Kills it. */
    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        Polling.until(Duration.ofSeconds(10), () -> FreePorts.free(port));
    }
}
