package nl.doorlichting.funding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import nl.doorlichting.platform.dataset.DataSet;

/** The one set of figures of this service: budget, projects and award tallies have one revision. */
@ApplicationScoped
public class FundingFigures {
    private static final String NAME = "funding";

    private final EntityManager entities;

    public FundingFigures(EntityManager entities) {
        this.entities = entities;
    }

    /** To be called last in a transaction that writes. */
    public void changed() {
        new DataSet(entities, NAME).changed();
    }

    /** To be read before the figures. */
    public String revision() {
        return new DataSet(entities, NAME).revision();
    }
}
