package nl.doorlichting.reporting.imports;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.schema.SkipUntilSchemaReady;
import nl.doorlichting.reporting.imports.ImportStepService.RowsTaken;
import org.jboss.logging.Logger;

/**
 * Works on imports, one at a time, for as long as there are any. Every instance has one; the database says who works on
 * what, and a killed worker's import is taken over when its lease ends.
 */
@ApplicationScoped
public class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    private final ImportStepService steps;
    private final UploadService uploads;
    private final RowCheck check;

    ImportWorker(ImportStepService steps, UploadService uploads, RowCheck check) {
        this.steps = steps;
        this.uploads = uploads;
        this.check = check;
    }

    /** Until there is nothing to do. */
    @Scheduled(
            every = "${doorlichting.imports.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUntilSchemaReady.class)
    public void work() {
        uploads.forgetAbandoned();
        var worker = UUID.randomUUID();
        for (var next = steps.take(worker); next.isPresent(); next = steps.take(worker)) {
            workOn(next.get(), worker);
        }
    }

    private void workOn(ObservationImport one, UUID worker) {
        try {
            readOn(one, worker);
            finish(one, worker);
            steps.clearFinished();
        } catch (LeaseLost taken) {
            LOG.warnf("Import %s was taken over by another worker", one.id);
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "Import %s broke off; it will be taken up again", one.id);
            steps.release(one.id, worker);
        }
    }

    private void readOn(ObservationImport one, UUID worker) {
        try (var rows = open(one)) {
            skip(rows, one.rowsRead);
            var more = true;
            while (more) {
                var read = steps.advance(one.id, worker, (checks, most) -> check.next(rows, one, checks, most));
                one.rowsRead += read;
                more = read > 0;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void finish(ObservationImport one, UUID worker) {
        if (one.rowsRead == 0) {
            steps.refuseEmpty(one.id, worker);
            return;
        }
        try {
            if (steps.recordIfRight(one.id, worker)) {
                return;
            }
        } catch (ProblemException refused) {
            steps.finish(one.id, worker, ImportStatus.FAILED, refused.getMessage());
            return;
        } catch (RuntimeException taken) {
            refuseUnlessTaken(taken);
        }
        steps.listClashesAndFinish(one.id, worker);
    }

    // Either a key or a natural id is taken; which rows have it is asked when it has happened, not before.
    private static void refuseUnlessTaken(RuntimeException failure) {
        if (!(failure instanceof RowsTaken) && !UniqueViolation.isOne(failure)) {
            throw failure;
        }
    }

    private ImportRows open(ObservationImport one) throws IOException {
        var file = new StoredFile(number -> steps.chunk(one.id, number));
        var text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
        text.mark(FileBeginning.LONGEST_HEADER * 2);
        var beginning = new char[FileBeginning.LONGEST_HEADER];
        var length = Math.max(0, readFully(text, beginning));
        text.reset();
        if (length > 0 && beginning[0] == FileBeginning.BYTE_ORDER_MARK) {
            text.skip(1);
        }
        var header = FileBeginning.firstLine(new String(beginning, 0, length));
        return one.format == ImportFormat.CSV
                ? new CsvRows(text, FileBeginning.separator(header))
                : new NdjsonRows(text);
    }

    private static int readFully(Reader text, char[] target) throws IOException {
        var total = 0;
        for (var n = text.read(target); n > 0; n = text.read(target, total, target.length - total)) {
            total += n;
        }
        return total;
    }

    private static void skip(ImportRows rows, long number) {
        try {
            for (long i = 0; i < number && rows.next(); i++) {
                // Checked before.
            }
        } catch (ImportRows.BrokenFile broken) {
            // The last thing that was checked.
        }
    }
}
