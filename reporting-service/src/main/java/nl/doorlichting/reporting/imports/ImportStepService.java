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
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.reach.ReachIntake;
import nl.doorlichting.reporting.reach.ReachIntakeChecks;

/**
 * The steps of an import. Each is a transaction that fails when another worker has taken the import over, so that two
 * workers never both store results.
 */
@ApplicationScoped
class ImportStepService {
    /** A step on a million rows takes some tens of seconds. */
    private static final int LONG_SECONDS = 1800;

    private final ImportRepository imports;
    private final ImportQueries queries;
    private final ReachIntake intake;
    private final ImportConfig config;
    private final Clock clock;

    ImportStepService(
            ImportRepository imports, ImportQueries queries, ReachIntake intake, ImportConfig config, Clock clock) {
        this.imports = imports;
        this.queries = queries;
        this.intake = intake;
        this.config = config;
        this.clock = clock;
    }

    /** The next import to work on, from where the last worker left it. */
    @Transactional
    @TransactionConfiguration(timeout = LONG_SECONDS)
    Optional<ObservationImport> take(UUID worker) {
        var next = imports.lockNext(clock.instant());
        next.ifPresent(one -> take(one, worker));
        return next.filter(one -> one.isHeldBy(worker));
    }

    @Transactional
    Optional<byte[]> chunk(UUID id, int number) {
        return imports.chunk(id, number);
    }

    /** Checks some rows and stages those that pass; returns how many it read. */
    @Transactional
    long advance(UUID id, UUID worker, BatchMaker maker) {
        var one = held(id, worker);
        var batch = maker.make(intake.open(), config.batch());
        queries.copy(batch.copy());
        var listed = queries.addErrors(id, one.errors(), batch.errors());
        one.advance(batch.read(), batch.bad(), listed, clock.instant().plus(config.lease()));
        return batch.read();
    }

    /** Records every row when all are right and it is no dry run; returns whether it did. */
    @Transactional
    @TransactionConfiguration(timeout = LONG_SECONDS)
    boolean recordIfRight(UUID id, UUID worker) {
        var one = held(id, worker);
        if (!one.isRecordable()) {
            return false;
        }
        queries.allowLongStatements();
        queries.reports(id).forEach(intake::refuseUnlessOpen);
        if (!queries.recordKeys(id) || statesTheSame(id)) {
            throw new KeysTaken();
        }
        queries.record(id, clock.instant());
        one.finish(ImportStatus.COMPLETED, null, clock.instant());
        intake.changed();
        return true;
    }

    private boolean statesTheSame(UUID id) {
        var programmes = queries.programmesWithoutProject(id);
        programmes.forEach(intake::waitForOthersWithoutProject);
        return !programmes.isEmpty() && queries.statesTheSame(id);
    }

    /** Lists the rows that are recorded already, or twice in the file, and ends the import. */
    @Transactional
    @TransactionConfiguration(timeout = LONG_SECONDS)
    void listClashesAndFinish(UUID id, UUID worker) {
        var one = held(id, worker);
        queries.allowLongStatements();
        var errors = queries.clashes(id, ImportQueries.LISTED_ERRORS).stream()
                .map(ImportStepService::clash)
                .toList();
        var lines = errors.stream().map(RowValidator.RowError::line).distinct().count();
        one.advance(0, lines, queries.addErrors(id, one.errors(), errors), clock.instant());
        one.finishAfterClashes(clock.instant());
    }

    /** A file without rows is a mistake. */
    @Transactional
    void refuseEmpty(UUID id, UUID worker) {
        var one = held(id, worker);
        var error =
                new RowValidator.RowError(1, null, null, ViolationCode.REQUIRED, Map.of(), Text.of("import.no-rows"));
        one.advance(0, 1, queries.addErrors(id, one.errors(), List.of(error)), clock.instant());
        one.finish(ImportStatus.REJECTED, null, clock.instant());
    }

    @Transactional
    void finish(UUID id, UUID worker, ImportStatus how, Text why) {
        held(id, worker).finish(how, why, clock.instant());
    }

    /** Lets another worker continue the import at once. */
    @Transactional
    void release(UUID id, UUID worker) {
        imports.lock(id).filter(one -> one.isHeldBy(worker)).ifPresent(ObservationImport::release);
    }

    @Transactional
    @TransactionConfiguration(timeout = LONG_SECONDS)
    void clearFinished() {
        queries.allowLongStatements();
        queries.clearFinished();
    }

    private void take(ObservationImport one, UUID worker) {
        if (one.attempts() >= config.attempts()) {
            one.finish(ImportStatus.FAILED, Text.of("import.broke-off", one.attempts()), clock.instant());
            return;
        }
        // The table of staged rows is unlogged: a crash of the database empties it.
        if (!one.hasStaged(queries.stagedRows(one.id()))) {
            queries.allowLongStatements();
            imports.clearRows(one.id());
            imports.clearErrors(one.id());
            one.startOver();
        }
        one.take(worker, clock.instant().plus(config.lease()).plus(Duration.ofSeconds(1)));
    }

    private ObservationImport held(UUID id, UUID worker) {
        return imports.lock(id).filter(one -> one.isHeldBy(worker)).orElseThrow(LeaseLost::new);
    }

    private static RowValidator.RowError clash(Object[] row) {
        var first = row[4] == null ? null : ((Number) row[4]).longValue();
        Map<String, Object> parameters =
                first == null ? Map.of("existing", "/v1/reach-observations/" + row[3]) : Map.of("line", first);
        return new RowValidator.RowError(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                "ALREADY_EXISTS",
                parameters,
                taken((String) row[1], first));
    }

    private static Text taken(String field, Long line) {
        if (field == null) {
            return line == null ? Text.of("reach.figure-taken") : Text.of("import.figure-taken-in-file", line);
        }
        if (field.equals("source")) {
            return line == null ? Text.of("reach.figure-stated") : Text.of("import.figure-stated-in-file", line);
        }
        return line == null ? Text.of("reach.reference-taken") : Text.of("import.reference-taken-in-file", line);
    }

    /** Makes the next batch of at most {@code rows} rows. */
    interface BatchMaker {
        RowValidator.Batch make(ReachIntakeChecks checks, int rows);
    }

    /** Another worker has the import now; the last work of this one is rolled back. */
    static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLost() {
            super("another worker has the import", null, false, false);
        }
    }

    /** A row has a key that is recorded already; unchecked, so that the transaction rolls back. */
    static final class KeysTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KeysTaken() {
            super("keys are taken", null, false, false);
        }
    }
}
