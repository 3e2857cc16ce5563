package nl.doorlichting.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import nl.doorlichting.platform.dataset.DataSet;

/** The one set of figures of this service, which all features change together. */
@ApplicationScoped
public class TrainingDataSet {
    private static final String NAME = "training";

    private final EntityManager entities;

    TrainingDataSet(EntityManager entities) {
        this.entities = entities;
    }

    /** To be called last in a transaction that writes. */
    public void markChanged() {
        new DataSet(entities, NAME).markChanged();
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
