package nl.doorlichting.reporting.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import nl.doorlichting.platform.audit.NoOpAuditedRequest;
import nl.doorlichting.platform.testing.databases.DatabaseSize;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import nl.doorlichting.reporting.ReportingServiceTest;
import nl.doorlichting.reporting.reach.ReachIntake;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * A million rows come in at no less than a quarter of the rate at which COPY puts the same rows into the same tables with
 * the same constraints, and no more memory is used for a million than for few.
 */
@ReportingServiceTest
class ImportBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 1_000_000);
    private static final double SHARE = 0.25;
    private static final long MEMORY = 64L << 20;
    private static final String HEADER =
            "programme,reference,projectId,period.from,period.until,targetGroup,reach.kind,"
                    + "reach.value,place.scope,place.municipalities,source\n";

    @Inject
    FileReceiver receiver;

    @Inject
    ImportWorker worker;

    @Inject
    ImportService imports;

    @Test
    void importKeepsUpWithCopy() throws Exception {
        NoOpAuditedRequest.install();
        load("warm-up", 20_000);
        var before = size();
        var heap = new PeakHeap();
        var began = System.nanoTime();
        load("import", ROWS);
        var imported = seconds(began);
        var used = heap.stop();
        System.out.printf("%n%,d imported observations take %s%n", ROWS, size().since(before, ROWS));
        var copied = copy();
        var share = copied / imported;
        System.out.printf(
                "%nimport of %,d rows: %.1f s (%,.0f rows/s); COPY of the same: %.1f s (%,.0f rows/s); share %.2f, at"
                        + " least %.2f; heap above the start at most %d MiB%n",
                ROWS, imported, ROWS / imported, copied, ROWS / copied, share, SHARE, used >> 20);
        // Of few rows, most of the time is what every import takes.
        assertTrue(ROWS < 1_000_000 || share >= SHARE, "the import runs at " + share + " of the rate of COPY");
        assertTrue(used < MEMORY, "the import holds " + (used >> 20) + " MiB");
    }

    private void load(String programme, int rows) throws Exception {
        var request =
                new ObservationImport.Upload("benchmark", "", UUID.randomUUID().toString(), ImportFormat.CSV, false);
        var id = receiver.receive(request, new Lines(HEADER, rows, i -> row(programme, i)))
                .response()
                .id();
        worker.work();
        assertEquals(ImportStatus.COMPLETED, imports.get(id).status());
        assertEquals(rows, imports.get(id).rowsRecorded());
    }

    private static String row(String programme, int i) {
        return programme + ",r" + i + "," + new UUID(programme.hashCode(), i)
                + ",2010-01-01,2011-01-01,YOUTH_AND_PUPILS,EXACT," + i % 500
                + ",MUNICIPAL,GM0363,a source of some length\n";
    }

    /** Both tables that an observation of a project is in, in one transaction. */
    private static double copy() throws Exception {
        try (var connection = owner()) {
            connection.setAutoCommit(false);
            var began = System.nanoTime();
            copy(
                    connection,
                    "copy reach_observation (" + ReachIntake.COLUMNS + ") from stdin",
                    ImportBenchmark::observation);
            copy(
                    connection,
                    "copy reach_observation_key (observation_id, project_id, target_group, period_from, period_until,"
                            + " place_scope, place_municipalities) from stdin",
                    i -> new UUID(0x8000L, i) + "\t" + new UUID(0x8000L, i)
                            + "\tYOUTH_AND_PUPILS\t2010-01-01\t2011-01-01\tMUNICIPAL\t{GM0363}\n");
            connection.commit();
            return seconds(began);
        }
    }

    private static DatabaseSize size() throws Exception {
        try (var connection = owner()) {
            return DatabaseSize.of(connection);
        }
    }

    private static Connection owner() throws Exception {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return new TestDatabase(url, "reporting_owner", "reporting_app").asOwner();
    }

    private static String observation(int i) {
        return new UUID(0x8000L, i) + "\t1\t2026-01-01 00:00:00Z\tresearcher\tf\tr" + i + "\tcopy\t"
                + new UUID(0x8000L, i)
                + "\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t2010-01-01\t2011-01-01\tYOUTH_AND_PUPILS\tEXACT\t" + i % 500
                + "\t\\N\t\\N\t\\N\t\\N\tMUNICIPAL\t{GM0363}\t\\N\t\\N\t\\N\t\\N\t{}\t\\N\ta source of some length"
                + "\t\\N\t{}\t{}\t{}\n";
    }

    private static void copy(Connection connection, String sql, IntFunction<String> line) throws Exception {
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new Lines("", ROWS, line), 1 << 16);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** A file that is generated while it is read. */
    private static final class Lines extends InputStream {
        private final IntFunction<String> line;
        private final int rows;
        private byte[] current;
        private int position;
        private int next;

        Lines(String header, int rows, IntFunction<String> line) {
            this.current = header.getBytes(StandardCharsets.UTF_8);
            this.rows = rows;
            this.line = line;
        }

        @Override
        public int read() {
            return advance() ? current[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (!advance()) {
                return -1;
            }
            var count = Math.min(length, current.length - position);
            System.arraycopy(current, position, target, offset, count);
            position += count;
            return count;
        }

        private boolean advance() {
            while (position == current.length) {
                if (next == rows) {
                    return false;
                }
                current = line.apply(next++).getBytes(StandardCharsets.UTF_8);
                position = 0;
            }
            return true;
        }
    }

    /** The most heap in use after a collection while the import runs. */
    private static final class PeakHeap {
        private final AtomicBoolean running = new AtomicBoolean(true);
        private final AtomicLong peak = new AtomicLong();
        private final long before = held();
        private final Thread watch = new Thread(this::watch, "peak-heap");

        PeakHeap() {
            watch.setDaemon(true);
            watch.start();
        }

        long stop() throws InterruptedException {
            running.set(false);
            watch.join();
            return peak.get() - before;
        }

        private void watch() {
            while (running.get()) {
                peak.accumulateAndGet(held(), Math::max);
                java.util.concurrent.locks.LockSupport.parkNanos(2_000_000_000L);
            }
        }

        private static long held() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }
}
