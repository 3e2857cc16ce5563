package nl.doorlichting.platform.audit;

import io.quarkus.test.junit.QuarkusMock;

/** For tests of what is done below the door, where there is no request of which a trail could tell. */
public final class NoOpAuditedRequest extends AuditedRequest {
    private NoOpAuditedRequest() {
        super(null, null, null);
    }

    /** Until the test ends. */
    public static void install() {
        QuarkusMock.installMockForType(new NoOpAuditedRequest(), AuditedRequest.class);
    }

    @Override
    public void created(String operation, String path) {
        // There is nobody to tell of.
    }
}
