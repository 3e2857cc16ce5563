package nl.doorlichting.reporting.imports;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.reporting.reach.ReachIntake;
import nl.doorlichting.reporting.reach.ReachIntakeChecks;

/**
 * The steps of an import. Each is a transaction that ends the work of whoever lost the import to another, so that two
 * workers never both leave something behind.
 */
@ApplicationScoped
class ImportStepService {
    /** Seconds; a step on a million rows takes some tens of them. */
    private static final int LONG = 1800;

    private final ImportRepository imports;
    private final ImportStore store;
    private final ReachIntake intake;
    private final ImportConfig config;
    private final Clock clock;

    ImportStepService(
            ImportRepository imports, ImportStore store, ReachIntake intake, ImportConfig config, Clock clock) {
        this.imports = imports;
        this.store = store;
        this.intake = intake;
        this.config = config;
        this.clock = clock;
    }

    /** The next import to work on, from where the last worker left it. */
    @Transactional
    @TransactionConfiguration(timeout = LONG)
    Optional<ObservationImport> take(UUID worker) {
        var next = imports.lockNext(clock.instant());
        next.ifPresent(one -> take(one, worker));
        return next.filter(one -> one.isHeldBy(worker));
    }

    @Transactional
    Optional<byte[]> chunk(UUID id, int number) {
        return imports.chunk(id, number);
    }

    /** Checks and keeps some rows. */
    @Transactional
    long advance(UUID id, UUID worker, BatchMaker maker) {
        var one = held(id, worker);
        var batch = maker.make(intake.open(), config.batch());
        store.copy(batch.copy());
        var listed = store.addErrors(id, one.errors, batch.errors());
        one.advance(batch.read(), batch.bad(), listed, clock.instant().plus(config.lease()));
        return batch.read();
    }

    /** Records every row, when all are right and it is no dry run; whether it did. */
    @Transactional
    @TransactionConfiguration(timeout = LONG)
    boolean recordIfRight(UUID id, UUID worker) {
        var one = held(id, worker);
        if (one.dryRun || one.badRows > 0) {
            return false;
        }
        store.allowLongStatements();
        store.reports(id).forEach(intake::refuseUnlessOpen);
        if (!store.recordKeys(id)) {
            throw new RowsTaken();
        }
        store.record(id, clock.instant());
        one.finish(ImportStatus.COMPLETED, null, clock.instant());
        intake.changed();
        return true;
    }

    /** Lists the rows that are there already, or twice in the file, and ends the import. */
    @Transactional
    @TransactionConfiguration(timeout = LONG)
    void listClashesAndFinish(UUID id, UUID worker) {
        var one = held(id, worker);
        store.allowLongStatements();
        var errors = store.clashes(id, ImportStore.LISTED_ERRORS).stream()
                .map(ImportStepService::clash)
                .toList();
        var lines = errors.stream().map(RowError::line).distinct().count();
        one.advance(0, lines, store.addErrors(id, one.errors, errors), clock.instant());
        if (one.badRows > 0) {
            one.finish(ImportStatus.REJECTED, null, clock.instant());
        } else if (one.dryRun) {
            one.finish(ImportStatus.COMPLETED, null, clock.instant());
        } else {
            // What was in the way has gone: again.
            one.release();
        }
    }

    /** A file without rows is a mistake. */
    @Transactional
    void refuseEmpty(UUID id, UUID worker) {
        var one = held(id, worker);
        var error = new RowError(1, null, null, ViolationCode.REQUIRED, Map.of(), "The file has no rows.");
        one.advance(0, 1, store.addErrors(id, one.errors, List.of(error)), clock.instant());
        one.finish(ImportStatus.REJECTED, null, clock.instant());
    }

    @Transactional
    void finish(UUID id, UUID worker, ImportStatus how, String why) {
        held(id, worker).finish(how, why, clock.instant());
    }

    /** Somebody may go on with it at once. */
    @Transactional
    void release(UUID id, UUID worker) {
        imports.lock(id).filter(one -> one.isHeldBy(worker)).ifPresent(ObservationImport::release);
    }

    @Transactional
    @TransactionConfiguration(timeout = LONG)
    void clearFinished() {
        store.allowLongStatements();
        store.clearFinished();
    }

    private void take(ObservationImport one, UUID worker) {
        if (one.attempts >= config.attempts()) {
            one.finish(ImportStatus.FAILED, "It broke off " + one.attempts + " times.", clock.instant());
            return;
        }
        // Rows that passed are not logged: a crash of the database loses them.
        if (store.stagedRows(one.id) != one.rowsRead - one.badRows) {
            store.allowLongStatements();
            imports.clearRows(one.id);
            imports.clearErrors(one.id);
            one.startOver();
        }
        one.take(worker, clock.instant().plus(config.lease()).plus(Duration.ofSeconds(1)));
    }

    private ObservationImport held(UUID id, UUID worker) {
        return imports.lock(id).filter(one -> one.isHeldBy(worker)).orElseThrow(LeaseLost::new);
    }

    private static RowError clash(Object[] row) {
        var first = row[4] == null ? null : ((Number) row[4]).longValue();
        Map<String, Object> parameters =
                first == null ? Map.of("existing", "/v1/reach-observations/" + row[3]) : Map.of("line", first);
        var what = row[1] == null
                ? "The project has a figure for this group, period, place and intensity"
                : "The programme has a figure with this reference";
        return new RowError(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                "ALREADY_EXISTS",
                parameters,
                what + (first == null ? "." : ": that of line " + first + "."));
    }

    /** Makes the next batch of at most so many rows. */
    interface BatchMaker {
        Batch make(ReachIntakeChecks checks, int rows);
    }

    /** A row is about what is recorded already; unchecked, so that the transaction leaves nothing. */
    static final class RowsTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RowsTaken() {
            super("rows are there already", null, false, false);
        }
    }
}
