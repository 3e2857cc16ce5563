package nl.doorlichting.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import nl.doorlichting.platform.dataset.DataSet;
import nl.doorlichting.platform.dataset.InFlightWrites;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** The one set of figures of this service, which all features change together. */
@ApplicationScoped
public class TrainingDataSet {
    private static final String NAME = "training";

    private final EntityManager entities;
    private final Clock clock;

    TrainingDataSet(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** To be called last in a transaction that writes. */
    public void markChanged() {
        new DataSet(entities, NAME).markChanged();
    }

    /**
     * Waits until no more can become visible of what was recorded until an instant.
     *
     * @throws ProblemException 400 for an instant in the future, 503 while earlier writes still run
     */
    public void awaitAllUntil(Instant asOf) {
        var now = clock.instant();
        if (asOf.isAfter(now.plus(InFlightWrites.PATIENCE))) {
            throw ProblemException.violation(Violation.query(
                    "asOf", ViolationCode.OUT_OF_RANGE, Map.of("maximum", now), Text.of("figures.as-of-in-future")));
        }
        new InFlightWrites(entities, clock).awaitAllUntil(asOf);
    }

    /** Makes the transaction read-only, at one moment, before its first read; returns the revision of the figures. */
    public String beginConsistentRead() {
        return new DataSet(entities, NAME).beginConsistentRead();
    }

    /** The same for a read of a few sessions, by an index. */
    public String beginConsistentReadOfFew() {
        return new DataSet(entities, NAME).beginConsistentReadOfFew();
    }
}
