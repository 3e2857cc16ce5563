package nl.doorlichting.local.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.doorlichting.local.Application;

/** The settings of PostgreSQL in the manifests, where the launcher's are for a small machine. */
final class DatabaseOptions {
    private static final Pattern SHARED_BUFFERS = Pattern.compile("shared_buffers: (\\d+)MB");

    private DatabaseOptions() {}

    /** Of one server that has the databases of all services: as much memory as their three have. */
    static Map<String, String> ofAllServices(Path home) {
        long databases = Application.services().size();
        return Map.of(
                "shared_buffers",
                databases * sharedMegabytes(home) + "MB",
                // The manifests leave these as PostgreSQL has them.
                "max_wal_size",
                "1GB",
                "autovacuum_max_workers",
                "3");
    }

    private static int sharedMegabytes(Path home) {
        try {
            Matcher setting = SHARED_BUFFERS.matcher(
                    Files.readString(home.resolve("deploy/kubernetes/base/rules/database.yaml")));
            if (!setting.find()) {
                throw new IllegalStateException("The manifest of the databases has no shared_buffers in MB");
            }
            return Integer.parseInt(setting.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
