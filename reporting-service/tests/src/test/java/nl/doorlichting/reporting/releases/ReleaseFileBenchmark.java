package nl.doorlichting.reporting.releases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import nl.doorlichting.domain.releases.Checksum;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.reporting.ReportingServiceTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** A release of a million cells is read at 50,000 a second or more, and takes no more memory than one of few. */
@ReportingServiceTest
class ReleaseFileBenchmark {
    private static final int CELLS = Integer.getInteger("rows", 1_000_000);
    private static final double PER_SECOND = 50_000;
    private static final long MEMORY = 64L << 20;
    private static final String RELEASE = """
        insert into release (id, programme, certainty, state, as_of, epoch, calculation_version, register_version,
            codelist_version, checks, rows, bytes, sha256, sorted_sha256, prepared_at, prepared_by, version)
        values ('%1$s', 'BENCHMARK', 'FINAL', 'PREPARED', now(), 'e', '1', '1', '1', '[]', 0, 0, repeat('0', 64),
            repeat('0', 64), now(), 'benchmark', 0);
        insert into release_cell (release_id, position, table_name, key, line)
        select '%1$s', i, 'reach-by-period-and-municipality', 'cell ' || i,
            '{"table":"reach-by-period-and-municipality","part":"ROW","source":"INVENTORY","period":{"code":"2010",'
            || '"from":"2010-01-01","until":"2011-01-01"},"municipality":"GM' || i
            || '","reach":{"best":25,"lowest":null,"highest":null,"disclosure":"ROUNDED_5"}}'
        from generate_series(0, %2$d - 1) i;
        update release set rows = made.rows, bytes = made.bytes, state = 'PUBLISHED', published_at = now(),
            published_by = 'another', published_on = current_date, year = 2026, number = 1
        from (select count(*) as rows, sum(octet_length(line) + 1) as bytes from release_cell where release_id = '%1$s')
            made
        where id = '%1$s';
        analyze release_cell;
        """;

    @TestHTTPResource
    URI service;

    @Test
    void fileKeepsUpWithCopy() throws Exception {
        var id = UUID.randomUUID();
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.execute(RELEASE.formatted(id, CELLS));
            pull(id);
            var heap = new HeapWatch();
            var began = System.nanoTime();
            var bytes = pull(id);
            var pulled = seconds(began);
            var used = heap.end();
            began = System.nanoTime();
            var copied = owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select line from release_cell where release_id = '" + id
                                    + "' order by position) to stdout",
                            OutputStream.nullOutputStream());
            var copy = seconds(began);
            assertEquals(CELLS, copied);
            System.out.printf(
                    "%nfile of %,d cells, %,d bytes: %.1f s (%,.0f cells/s); COPY TO of the same: %.1f s; share %.2f; heap"
                            + " above the start at most %d MiB%n",
                    CELLS, bytes, pulled, CELLS / pulled, copy, copy / pulled, used >> 20);
            assertTrue(CELLS / pulled >= PER_SECOND, CELLS / pulled + " cells a second");
            assertTrue(used < MEMORY, "holds " + (used >> 20) + " MiB");
        }
    }

    private long pull(UUID id) throws Exception {
        var request = HttpRequest.newBuilder(service.resolve("/v1/releases/" + id + "/file"))
                .header("Authorization", "Bearer " + TestIssuer.token(Role.STATISTICS_CLIENT))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        try (var body = answer.body();
                var read = new Checksum(OutputStream.nullOutputStream())) {
            body.transferTo(read);
            assertEquals(answer.headers().firstValueAsLong("Content-Length").orElseThrow(), read.bytes());
            return read.bytes();
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static Connection owner() throws Exception {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return new TestDatabase(url, "reporting_owner", "reporting_app").asOwner();
    }

    /** The heap that is held after a collection, every second. */
    private static final class HeapWatch extends Thread {
        private final long before = held();
        private volatile boolean running = true;
        private volatile long peak;

        HeapWatch() {
            setDaemon(true);
            start();
        }

        @Override
        public void run() {
            while (running) {
                peak = Math.max(peak, held());
                LockSupport.parkNanos(1_000_000_000L);
            }
        }

        long end() throws InterruptedException {
            running = false;
            join();
            return peak - before;
        }

        private static long held() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }
}
