package nl.doorlichting.local.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The database of a measurement of the whole system has the memory of those of production. */
class DatabaseOptionsTest {
    private static final Path HOME = Path.of("../..");

    @Test
    void hasMemoryOfThreeDatabases() throws Exception {
        String manifest = Files.readString(HOME.resolve("deploy/kubernetes/base/rules/database.yaml"));
        assertTrue(manifest.contains("shared_buffers: 256MB"), manifest);
        assertEquals("768MB", DatabaseOptions.ofAllServices(HOME).get("shared_buffers"));
    }

    @Test
    void leavesDistanceOfCheckpointsToPostgres() throws Exception {
        String manifest = Files.readString(HOME.resolve("deploy/kubernetes/base/rules/database.yaml"));
        assertTrue(!manifest.contains("max_wal_size") && !manifest.contains("autovacuum_max_workers"), manifest);
        assertEquals("1GB", DatabaseOptions.ofAllServices(HOME).get("max_wal_size"));
    }
}
