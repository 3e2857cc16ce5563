package nl.doorlichting.platform.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import nl.doorlichting.platform.statements.ClosingStatements;

/** Adds lines to the audit trail of this service. A line cannot be changed or removed. */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class AuditTrail {
    private final EntityManager entities;
    private final ClosingStatements closing;

    AuditTrail(EntityManager entities, ClosingStatements closing) {
        this.entities = entities;
        this.closing = closing;
    }

    /**
     * Records in the transaction of the write itself, so that both are stored or neither. The line is sent with the commit. What
     * the write has changed so far is sent now, so that a failure of that is the operation's.
     */
    public void record(AuditEvent event) {
        event.addTo(closing);
        entities.flush();
    }

    /**
     * Records in its own transaction, for a request that stored nothing. The commit does not wait for a standby, so that a
     * refusal is answered although writes wait (ADR 63).
     */
    public void recordApart(AuditEvent event) {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("set local synchronous_commit = local").executeUpdate();
            record(event);
        });
    }
}
