package nl.doorlichting.platform.audit;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.persistence.EntityManager;

/** For measurements: an audit trail that can be switched off, which the product's cannot. */
public final class SwitchableAuditTrail extends AuditTrail {
    private volatile boolean on = true;

    private SwitchableAuditTrail(EntityManager entities) {
        super(entities);
    }

    /** In the place of the service's own, until the test ends. */
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
