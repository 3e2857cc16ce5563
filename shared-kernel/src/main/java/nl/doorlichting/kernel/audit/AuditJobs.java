package nl.doorlichting.kernel.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import nl.doorlichting.kernel.schema.SchemaVersion;

/** Seals the audit trail every few seconds, in every instance: the database lets one at a time (ADR 19, ADR 30). */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class AuditJobs {
    private final AnonymousRefusals anonymous;
    private final AuditService audit;
    private final SchemaVersion schema;

    AuditJobs(AnonymousRefusals anonymous, AuditService audit, SchemaVersion schema) {
        this.anonymous = anonymous;
        this.audit = audit;
        this.schema = schema;
    }

    @Scheduled(
            identity = "seal-audit-trail",
            every = "{doorlichting.audit.seal-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sealRegularly() throws SQLException {
        if (schema.isThere()) {
            seal();
        }
    }

    /** All that is there to be sealed. */
    public void seal() {
        anonymous.flush();
        while (audit.seal()) {
            // A full batch: there may be more.
        }
    }
}
