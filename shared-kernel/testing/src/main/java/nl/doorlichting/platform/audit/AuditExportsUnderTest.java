package nl.doorlichting.platform.audit;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An instance that exports the audit trail of the service under test to a directory, at a moment of the test. */
public final class AuditExportsUnderTest {
    private final AuditExportService exports;

    private AuditExportsUnderTest(AuditExportService exports) {
        this.exports = exports;
    }

    public static AuditExportsUnderTest of(
            EntityManager entities, String service, Path directory, Clock clock, int monthsOnline) {
        return of(entities, service, new DirectoryStore(directory), clock, monthsOnline);
    }

    /** An instance that ends when it asks the store for this step, from 1 on; before or after the step. */
    public static AuditExportsUnderTest endingAt(
            int step, boolean after, EntityManager entities, String service, Path directory, Clock clock) {
        return of(entities, service, new EndingStore(new DirectoryStore(directory), step, after), clock, 13);
    }

    /** The service counts refusals with these settings until the test ends. */
    public static void countRefusals(EntityManager entities, Clock clock, Duration window, int lines) {
        QuarkusMock.installMockForType(
                new RepeatedRefusals(SwitchableAuditTrail.of(entities), clock, window, lines), RepeatedRefusals.class);
    }

    private static AuditExportsUnderTest of(
            EntityManager entities, String service, AuditStore store, Clock clock, int monthsOnline) {
        return new AuditExportsUnderTest(new AuditExportService(
                new AuditExportQueries(entities), clock, service, monthsOnline, Optional.of(store)));
    }

    public void export() throws IOException {
        exports.export();
    }

    public void verify() throws IOException {
        exports.verifyAll();
    }

    public void drop() {
        exports.drop();
    }

    public Duration overdue() {
        return exports.overdue();
    }

    private static final class EndingStore implements AuditStore {
        private final AtomicInteger steps = new AtomicInteger();
        private final AuditStore store;
        private final int last;
        private final boolean after;

        private EndingStore(AuditStore store, int last, boolean after) {
            this.store = store;
            this.last = last;
            this.after = after;
        }

        @Override
        public boolean put(String name, Content content) throws IOException {
            endBefore();
            var stored = store.put(name, content);
            endAfter();
            return stored;
        }

        @Override
        public Optional<InputStream> fetch(String name) throws IOException {
            endBefore();
            var found = store.fetch(name);
            endAfter();
            return found;
        }

        private void endBefore() throws IOException {
            if (steps.incrementAndGet() == last && !after) {
                throw new IOException("this instance ends");
            }
        }

        private void endAfter() throws IOException {
            if (steps.get() == last && after) {
                throw new IOException("this instance ends");
            }
        }
    }
}
