package nl.doorlichting.platform.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Adds to the audit trail of this service; nothing can be changed there or taken away. */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class AuditTrail {
    private final EntityManager entities;

    AuditTrail(EntityManager entities) {
        this.entities = entities;
    }

    /** In the transaction of what it tells of: either both are stored or neither. */
    public void record(AuditEvent event) {
        entities.persist(event);
        entities.flush();
    }

    /** In a transaction of its own, for what stored nothing. */
    public void recordApart(AuditEvent event) {
        QuarkusTransaction.requiringNew().run(() -> record(event));
    }
}
