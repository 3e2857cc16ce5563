package nl.doorlichting.platform.audit;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.persistence.EntityManager;
import nl.doorlichting.platform.statements.ClosingStatements;

/** An audit trail that measurements can switch off, unlike that of the product. */
public final class SwitchableAuditTrail extends AuditTrail {
    private volatile boolean on = true;

    private SwitchableAuditTrail(EntityManager entities) {
        super(entities, Arc.container().instance(ClosingStatements.class).get());
    }

    static SwitchableAuditTrail of(EntityManager entities) {
        return new SwitchableAuditTrail(entities);
    }

    /** Replaces the audit trail of the service until the test ends. */
    public static SwitchableAuditTrail install(EntityManager entities) {
        var trail = of(entities);
        QuarkusMock.installMockForType(trail, AuditTrail.class);
        return trail;
    }

    public void turn(boolean toOn) {
        on = toOn;
    }

    @Override
    public void record(AuditEvent event) {
        if (on) {
            super.record(event);
        }
    }
}
