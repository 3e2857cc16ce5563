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
    public void changed() {
        new DataSet(entities, NAME).changed();
    }

    /** To be read before the figures of an answer. */
    public String revision() {
        return new DataSet(entities, NAME).revision();
    }
}
