package nl.doorlichting.platform.dataset;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;

/**
 * The writes in the database of a service that have begun and not ended. What they record can be of an instant that has
 * passed, and a read as of that instant does not find it before they have ended.
 */
public final class InFlightWrites {
    /** How long a caller waits at most. Also how much the clocks of two services may differ. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long MILLIS_BETWEEN = 20;
    // Not those in other databases of the same server, because the caller of this service may be one of them.
    // Work of the server itself has no user.
    private static final String RUNNING = "select cast(backend_xid as text) from pg_stat_activity"
            + " where datname = current_database() and usesysid is not null and backend_xid is not null";
    private static final String OWN = "select cast(cast(pg_current_xact_id_if_assigned() as xid) as text)";

    private final EntityManager entities;
    private final Clock clock;

    public InFlightWrites(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Waits until the clock of this service is past an instant and all writes that began before have ended, the transaction
     * at hand apart.
     *
     * @throws ProblemException 503 if that takes longer than {@link #PATIENCE}
     */
    public void awaitAllUntil(Instant instant) {
        var end = clock.instant().plus(PATIENCE);
        while (!clock.instant().isAfter(instant)) {
            pause(end);
        }
        var own = entities.createNativeQuery(OWN, Object.class).getSingleResult();
        var begun = running();
        begun.remove(own);
        while (!begun.isEmpty()) {
            pause(end);
            begun.retainAll(running());
        }
    }

    // Each time in a transaction of its own, because PostgreSQL shows the same activity throughout a transaction.
    @SuppressWarnings("unchecked")
    private Set<Object> running() {
        return QuarkusTransaction.requiringNew()
                .call(() -> new HashSet<>((List<Object>)
                        entities.createNativeQuery(RUNNING, Object.class).getResultList()));
    }

    private void pause(Instant end) {
        if (clock.instant().isAfter(end)) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, Text.of("dataset.writes-running"));
        }
        try {
            Thread.sleep(MILLIS_BETWEEN);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
