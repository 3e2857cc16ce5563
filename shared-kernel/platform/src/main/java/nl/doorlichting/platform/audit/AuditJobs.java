package nl.doorlichting.platform.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import nl.doorlichting.platform.jobs.BackgroundJob;
import nl.doorlichting.platform.schema.SkipUnlessWritable;

/**
 * Seals the audit trail every few seconds, and exports and drops its months, in every instance. The database lets one
 * instance at a time seal (ADR 19, ADR 30); of two that export, the store keeps the first file (ADR 65).
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class AuditJobs {
    private final AnonymousRejections anonymous;
    private final RepeatedRefusals repeated;
    private final AuditService audit;
    private final AuditExportService exports;

    AuditJobs(
            AnonymousRejections anonymous, RepeatedRefusals repeated, AuditService audit, AuditExportService exports) {
        this.anonymous = anonymous;
        this.repeated = repeated;
        this.audit = audit;
        this.exports = exports;
    }

    @BackgroundJob
    @Scheduled(
            identity = "seal-audit-trail",
            every = "{doorlichting.audit.seal-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUnlessWritable.class)
    void sealRegularly() {
        seal();
    }

    /** Seals all events that have no seal yet. */
    public void seal() {
        anonymous.flush();
        repeated.flush();
        while (audit.seal()) {
            // After a full batch there may be more.
        }
    }

    @BackgroundJob
    @Scheduled(
            identity = "keep-audit-months",
            every = "{doorlichting.audit.export.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUnlessWritable.class)
    void keepMonths() throws IOException {
        exports.createPartitions();
        exports.export();
        exports.verifyOldest(1);
        exports.drop();
    }
}
