package nl.doorlichting.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import nl.doorlichting.platform.dataset.DataSet;
import nl.doorlichting.platform.dataset.PartRevision;

/** The two sets of figures of this service, each with its own revision. */
@ApplicationScoped
public class ReportingDataSets {
    private static final String REACH = "reach";

    /**
     * Of one project. What marks reach alone is a version of an observation, and a project is in one by its versions. An
     * approval marks effects too.
     */
    @Produces
    @Singleton
    PartRevision reachOfProject() {
        return new PartRevision(REACH, "select reach_versions_of(?)");
    }

    /** What reach statistics answer from. */
    public static DataSet reach(EntityManager entities) {
        return new DataSet(entities, REACH);
    }

    /** What effect statistics answer from. */
    public static DataSet effects(EntityManager entities) {
        return new DataSet(entities, "effects");
    }
}
