package nl.doorlichting.platform.audit;

import io.quarkus.test.junit.QuarkusMock;

/** Replaces the audited request in tests that call services without an HTTP request. */
public final class NoOpAuditedRequest extends AuditedRequest {
    private NoOpAuditedRequest() {
        super(null, null, null);
    }

    /** Installs it until the test ends. */
    public static void install() {
        QuarkusMock.installMockForType(new NoOpAuditedRequest(), AuditedRequest.class);
    }

    @Override
    public void created(String operation, String path) {
        // Without a request there is no caller to record.
    }
}
