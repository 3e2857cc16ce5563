package nl.doorlichting.funding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import nl.doorlichting.platform.dataset.DataSet;
import nl.doorlichting.platform.dataset.InFlightWrites;
import nl.doorlichting.platform.problems.ProblemException;

/** The one set of figures of this service: budget, projects and award tallies have one revision. */
@ApplicationScoped
public class FundingDataSet {
    private static final String NAME = "funding";

    private final EntityManager entities;
    private final Clock clock;

    FundingDataSet(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** To be called last in a transaction that writes. */
    public void markChanged() {
        new DataSet(entities, NAME).markChanged();
    }

    /**
     * Waits until no more can become visible of what was recorded until an instant, if that is a recent one: what began
     * before has ended otherwise.
     *
     * @throws ProblemException 503 while earlier writes still run
     */
    public void awaitAllUntil(Instant asOf) {
        if (asOf.isAfter(clock.instant().minus(InFlightWrites.PATIENCE))) {
            new InFlightWrites(entities, clock).awaitAllUntil(asOf);
        }
    }

    /** Makes the transaction read-only, at one moment, before its first read; returns the revision of the figures. */
    public String beginConsistentRead() {
        return new DataSet(entities, NAME).beginConsistentRead();
    }
}
