package nl.doorlichting.local.image;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.FreePorts;
import nl.doorlichting.local.Http;
import nl.doorlichting.local.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** The content of the gateway's image, run by the JVM of the images. No image is built. */
@Tag("acceptance")
@EnabledOnOs(value = OS.LINUX, disabledReason = "an image holds Linux")
@EnabledIf("nl.doorlichting.local.image.Jdk25#isThere")
class ImageIT {
    private static final Path HOME = Path.of(System.getProperty("doorlichting.home"));

    private final Http http = new Http();

    // On a disk, because the JVM and scripts run from it.
    @TempDir(factory = TempDirFactory.Standard.class)
    Path folder;

    @Test
    void startsWithAndWithoutTrainedCache() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Image image = new Image(Application.GATEWAY, HOME, folder);
        // With ports of its own choice: 8080 may be taken on a machine whose network the builder shares.
        assertEquals(0, image.train(Map.of()), image::said);
        assertEquals(0, image.check(), image::said);
        startsAsAnyUserWithNothingToWrite(image, true);

        cutOff(image.cache());
        assertNotEquals(0, image.check());
        startsAsAnyUserWithNothingToWrite(image, false);
    }

    private void startsAsAnyUserWithNothingToWrite(Image image, boolean withCache) throws Exception {
        Map<String, String> environment = ports();
        // The memory of a pod. On a large machine the heap could exceed 32 GiB, and the cache would not fit it.
        environment.put("JAVA_TOOL_OPTIONS", "-XX:MaxRAM=768m");
        Process gateway = image.start(environment);
        try {
            String started = "http://127.0.0.1:" + environment.get("QUARKUS_MANAGEMENT_PORT") + "/q/health/started";
            await().atMost(Duration.ofMinutes(5)).until(() -> {
                assertTrue(gateway.isAlive(), image::said);
                return http.tryGet(started)
                        .filter(answer -> answer.status() == 200)
                        .isPresent();
            });
            assertEquals(withCache, mapped(gateway).contains(image.cache().toString()));
        } finally {
            gateway.destroy();
            assertTrue(gateway.waitFor(10, TimeUnit.SECONDS));
        }
    }

    private static String mapped(Process process) throws IOException {
        return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "maps"));
    }

    private static void cutOff(Path cache) throws IOException {
        assertTrue(cache.toFile().setWritable(true, true));
        try (FileChannel file = FileChannel.open(cache, StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }
    }

    private static Map<String, String> ports() {
        Ports ports = FreePorts.find();
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.of(Application.GATEWAY)));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(ports.management(Application.GATEWAY)));
        environment.put("QUARKUS_SHUTDOWN_DELAY", "0S");
        for (String elsewhere : List.of("ISSUER", "FUNDING_URL", "TRAINING_URL", "REPORTING_URL")) {
            environment.put("DOORLICHTING_" + elsewhere, "http://127.0.0.1:1");
        }
        return environment;
    }
}
