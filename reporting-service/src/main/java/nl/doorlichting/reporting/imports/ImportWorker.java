package nl.doorlichting.reporting.imports;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import nl.doorlichting.platform.jobs.BackgroundJob;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.SqlFailures;
import nl.doorlichting.platform.schema.SkipUnlessWritable;
import org.jboss.logging.Logger;

/**
 * Works on imports, one at a time, until none is left. Every instance has a worker. The database stores which worker has
 * which import; another worker takes over the import of a killed one when its lease ends.
 */
@ApplicationScoped
public class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    private final ImportStepService steps;
    private final ImportService imports;
    private final RowValidator validator;

    ImportWorker(ImportStepService steps, ImportService imports, RowValidator validator) {
        this.steps = steps;
        this.imports = imports;
        this.validator = validator;
    }

    @BackgroundJob
    @Scheduled(
            identity = "work-on-imports",
            every = "${doorlichting.imports.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUnlessWritable.class)
    public void work() {
        imports.forgetAbandoned();
        var worker = UUID.randomUUID();
        for (var next = steps.take(worker); next.isPresent(); next = steps.take(worker)) {
            workOn(next.get(), worker);
        }
    }

    private void workOn(ObservationImport one, UUID worker) {
        try {
            finish(one, worker, read(one, worker));
            steps.clearFinished();
        } catch (ImportStepService.LeaseLost taken) {
            LOG.warnf("Import %s was taken over by another worker", one.id());
        } catch (RuntimeException broken) {
            var isConnectionLost = SqlFailures.isConnectionLost(broken);
            if (!isConnectionLost) {
                LOG.errorf(broken, "Import %s broke off; a worker starts it again", one.id());
            }
            steps.release(one.id(), worker);
            if (isConnectionLost) {
                throw broken;
            }
        }
    }

    /** Reads the rows that are not yet checked; returns how many the file has in all. */
    private long read(ObservationImport one, UUID worker) {
        var total = one.rowsRead();
        var file = new StoredFile(number -> steps.chunk(one.id(), number));
        try (var rows = FileHeader.rows(one.format(), file)) {
            skip(rows, total);
            long read;
            do {
                read = steps.advance(one.id(), worker, (checks, most) -> validator.next(rows, one, checks, most));
                total += read;
            } while (read > 0);
            return total;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void finish(ObservationImport one, UUID worker, long rows) {
        if (rows == 0) {
            steps.refuseEmpty(one.id(), worker);
            return;
        }
        try {
            if (steps.recordIfRight(one.id(), worker)) {
                return;
            }
        } catch (ProblemException refused) {
            steps.finish(one.id(), worker, ImportStatus.FAILED, refused.detail());
            return;
        } catch (RuntimeException taken) {
            refuseUnlessTaken(taken);
        }
        steps.listClashesAndFinish(one.id(), worker);
    }

    // A key or a natural id is taken. Which rows have it is queried only now, because most files have none.
    private static void refuseUnlessTaken(RuntimeException failure) {
        if (!(failure instanceof ImportStepService.KeysTaken) && !SqlFailures.isTaken(failure)) {
            throw failure;
        }
    }

    private static void skip(ImportRows rows, long number) {
        try {
            for (long i = 0; i < number && rows.next(); i++) {
                // An earlier worker checked it.
            }
        } catch (ImportRows.BrokenFile broken) {
            // The earlier worker listed the break as its last row.
        }
    }

    /** An uploaded file, read piece by piece from the database. */
    private static final class StoredFile extends InputStream {
        private final IntFunction<Optional<byte[]>> pieces;
        private byte[] piece = new byte[0];
        private int number;
        private int position;

        StoredFile(IntFunction<Optional<byte[]>> pieces) {
            this.pieces = pieces;
        }

        @Override
        public int read() {
            return advance() ? piece[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!advance()) {
                return -1;
            }
            var count = Math.min(length, piece.length - position);
            System.arraycopy(piece, position, target, offset, count);
            position += count;
            return count;
        }

        private boolean advance() {
            while (position == piece.length) {
                var next = pieces.apply(number++);
                if (next.isEmpty()) {
                    number--;
                    return false;
                }
                piece = next.get();
                position = 0;
            }
            return true;
        }
    }
}
