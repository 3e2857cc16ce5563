package nl.doorlichting.kubernetes;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** Properties of the built applications, with which the manifests must agree. */
final class ApplicationProperties {
    private ApplicationProperties() {}

    /** The property of a module, or that of the kernel. */
    static String of(String module, String property) {
        String value = read(Path.of("../..", module, "src/main/resources/application.properties"))
                .getProperty(property, kernel().getProperty(property));
        if (value == null) {
            throw new AssertionError(module + " does not set " + property);
        }
        return value;
    }

    /** The longest time from SIGTERM to the end of the process. */
    static long secondsToStop() {
        return seconds("quarkus.shutdown.delay") + seconds("quarkus.shutdown.timeout");
    }

    private static long seconds(String property) {
        return Duration.parse("PT" + kernel().getProperty(property)).toSeconds();
    }

    private static Properties kernel() {
        return read(Path.of("../../shared-kernel/platform/src/main/resources/META-INF/microprofile-config.properties"));
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException failure) {
            throw new AssertionError(file + " cannot be read", failure);
        }
    }
}
