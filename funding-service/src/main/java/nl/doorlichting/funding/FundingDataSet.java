package nl.doorlichting.funding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import nl.doorlichting.platform.dataset.DataSet;

/** The one set of figures of this service: budget, projects and award tallies have one revision. */
@ApplicationScoped
public class FundingDataSet {
    private static final String NAME = "funding";

    private final EntityManager entities;

    FundingDataSet(EntityManager entities) {
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
}
