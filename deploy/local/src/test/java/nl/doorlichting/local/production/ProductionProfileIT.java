package nl.doorlichting.local.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.FreePorts;
import nl.doorlichting.local.Ports;
import nl.doorlichting.local.datafolder.PrivateFile;
import nl.doorlichting.local.identity.LocalIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as it is built, without the profile that the launcher sets. */
class ProductionProfileIT {
    private final Path home = Path.of(System.getProperty("doorlichting.home"));

    @TempDir
    Path folder;

    @Test
    void refusesToStartWithLaunchersKeyAndLogsReason() throws Exception {
        LocalIssuer issuer = LocalIssuer.open(folder.resolve("key.pem"), "http://local", Clock.systemUTC());
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Application.GATEWAY.jar(home).toString());
        builder.environment().putAll(environment(issuer));
        Process gateway = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertTrue(gateway.waitFor(5, TimeUnit.MINUTES), () -> PrivateFile.read(log));
        } finally {
            gateway.destroyForcibly();
        }
        String output = PrivateFile.read(log);
        assertEquals(1, gateway.exitValue(), output);
        assertTrue(output.contains("QUARKUS_OIDC_PUBLIC_KEY"), output);
        assertTrue(output.contains("refused in the profile prod: remove it, and name the identity provider"), output);
        assertFalse(output.contains("\tat "), output);
        assertFalse(output.contains(issuer.publicKey()), output);
    }

    private static Map<String, String> environment(LocalIssuer issuer) {
        Ports ports = FreePorts.find();
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.of(Application.GATEWAY)));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(ports.management(Application.GATEWAY)));
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", issuer.publicKey());
        environment.put("DOORLICHTING_ISSUER", issuer.issuer());
        environment.put("DOORLICHTING_FUNDING_URL", ports.url(Application.FUNDING_SERVICE));
        environment.put("DOORLICHTING_TRAINING_URL", ports.url(Application.TRAINING_SERVICE));
        environment.put("DOORLICHTING_REPORTING_URL", ports.url(Application.REPORTING_SERVICE));
        return environment;
    }
}
