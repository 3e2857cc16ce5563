package nl.doorlichting.reporting;

import jakarta.persistence.EntityManager;
import nl.doorlichting.platform.dataset.DataSet;

/** The two sets of figures of this service, each with its own revision. */
public final class ReportingDataSets {
    private ReportingDataSets() {}

    /** What reach statistics answer from. */
    public static DataSet reach(EntityManager entities) {
        return new DataSet(entities, "reach");
    }

    /** What effect statistics answer from. */
    public static DataSet effects(EntityManager entities) {
        return new DataSet(entities, "effects");
    }
}
