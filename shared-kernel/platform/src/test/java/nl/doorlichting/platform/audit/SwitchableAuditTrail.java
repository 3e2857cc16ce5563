package nl.doorlichting.platform.audit;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.persistence.EntityManager;

/** An audit trail that measurements can switch off, unlike that of the product. */
public final class SwitchableAuditTrail extends AuditTrail {
    private volatile boolean on = true;

    private SwitchableAuditTrail(EntityManager entities) {
        super(entities);
    }

    /** Replaces the audit trail of the service until the test ends. */
    public static SwitchableAuditTrail install(EntityManager entities) {
        var trail = new SwitchableAuditTrail(entities);
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
