package nl.doorlichting.reporting.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.doorlichting.platform.audit.NoOpAuditedRequest;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import nl.doorlichting.reporting.ReportingServiceTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another worker continues the import of a killed one, and no row is recorded twice. */
@ReportingServiceTest
class ImportResumeTest {
    private static final int ROWS = 23;

    @Inject
    FileReceiver receiver;

    @Inject
    ImportStepService steps;

    @Inject
    ImportService imports;

    @Inject
    RowValidator check;

    @Inject
    ImportWorker worker;

    private String programme;

    @BeforeEach
    void ownProgramme() {
        NoOpAuditedRequest.install();
        programme = "R" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void continuesImportOfKilledWorker() throws Exception {
        var id = uploaded();
        var dead = UUID.randomUUID();
        readSomeRows(id, dead, 10);
        worker.work();
        assertEquals(ImportStatus.RUNNING, imports.get(id).status(), "a worker has the lease");
        endLease(id);
        worker.work();
        assertEquals(ImportStatus.COMPLETED, imports.get(id).status());
        assertEquals(ROWS, imports.get(id).rowsRecorded());
        assertEquals(ROWS, stored());
    }

    @Test
    void workerWithoutLeaseStoresNothing() throws Exception {
        var id = uploaded();
        var slow = UUID.randomUUID();
        readSomeRows(id, slow, 10);
        endLease(id);
        worker.work();
        assertThrows(
                ImportStepService.LeaseLost.class,
                () -> steps.advance(id, slow, (checks, most) -> new RowValidator.Batch()));
        assertThrows(ImportStepService.LeaseLost.class, () -> steps.recordIfRight(id, slow));
        assertEquals(ROWS, stored());
    }

    @Test
    void readsRowsAgainAfterDatabaseLosesThem() throws Exception {
        var id = uploaded();
        readSomeRows(id, UUID.randomUUID(), 10);
        endLease(id);
        execute("delete from import_row where import_id = '" + id + "'");
        worker.work();
        assertEquals(ImportStatus.COMPLETED, imports.get(id).status());
        assertEquals(ROWS, stored());
    }

    @Test
    void importThatKeepsBreakingOffFails() throws Exception {
        var id = uploaded();
        for (int i = 0; i < 5; i++) {
            assertTrue(steps.take(UUID.randomUUID()).isPresent());
            endLease(id);
        }
        worker.work();
        assertEquals(ImportStatus.FAILED, imports.get(id).status());
        assertEquals(0, stored());
    }

    @Test
    void brokenUploadFreesItsKey() throws Exception {
        var request =
                new ObservationImport.Upload("researcher", "", UUID.randomUUID().toString(), ImportFormat.CSV, false);
        var breaking = new ByteArrayInputStream(csv()) {
            @Override
            public byte[] readAllBytes() {
                throw new AssertionError("a file is read in pieces");
            }

            @Override
            public int readNBytes(byte[] target, int offset, int length) {
                throw new IllegalStateException("the caller is gone");
            }
        };
        assertThrows(IllegalStateException.class, () -> receiver.receive(request, breaking));
        assertEquals(
                ImportStatus.QUEUED,
                receiver.receive(request, new ByteArrayInputStream(csv()))
                        .response()
                        .status());
        worker.work();
        assertEquals(ROWS, stored());
    }

    private UUID uploaded() throws Exception {
        var request =
                new ObservationImport.Upload("researcher", "", UUID.randomUUID().toString(), ImportFormat.CSV, false);
        return receiver.receive(request, new ByteArrayInputStream(csv()))
                .response()
                .id();
    }

    private void readSomeRows(UUID id, UUID who, int number) throws Exception {
        var one = steps.take(who).orElseThrow();
        assertEquals(id, one.id());
        try (var rows = new CsvRows(new StringReader(new String(csv(), StandardCharsets.UTF_8)), ',')) {
            steps.advance(id, who, (checks, most) -> check.next(rows, one, checks, number));
        }
    }

    private byte[] csv() {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> programme + ",r" + i + ",2011-01-01,2012-01-01,OTHER,EXACT," + i + ",s")
                .collect(Collectors.joining(
                        "\n",
                        "programme,reference,period.from,period.until,targetGroup,reach.kind,reach.value,source\n",
                        ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void endLease(UUID id) throws SQLException {
        execute("update observation_import set lease_until = now() - interval '1 second' where id = '" + id + "'");
    }

    private int stored() throws SQLException {
        try (var connection = database().asOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from reach_observation where programme = '" + programme + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = database().asOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static TestDatabase database() {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return new TestDatabase(url, "reporting_owner", "reporting_app");
    }
}
