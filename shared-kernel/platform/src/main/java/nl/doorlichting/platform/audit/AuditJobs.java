package nl.doorlichting.platform.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.platform.schema.SkipUnlessWritable;

/**
 * Seals the audit trail every few seconds, in every instance. The database lets one instance at a time do so (ADR 19,
 * ADR 30).
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class AuditJobs {
    private final AnonymousRejections anonymous;
    private final AuditService audit;

    AuditJobs(AnonymousRejections anonymous, AuditService audit) {
        this.anonymous = anonymous;
        this.audit = audit;
    }

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
        while (audit.seal()) {
            // After a full batch there may be more.
        }
    }
}
