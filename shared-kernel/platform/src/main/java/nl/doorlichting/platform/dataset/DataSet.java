package nl.doorlichting.platform.dataset;

import jakarta.persistence.EntityManager;

/**
 * The revision of one set of figures, in the table {@code data_set} of each service and in the changes that are not folded
 * into it yet (ADR 62). It grows with every committed change; the epoch changes when the data are replaced as a whole, as
 * after a restore.
 */
public final class DataSet {
    static final String REVISION_OF_EACH = "select d.name, d.epoch || '-' || (d.revision"
            + " + (select count(*) from data_set_change c where c.data_set = d.name)) from data_set d";

    private final EntityManager entities;
    private final String name;

    public DataSet(EntityManager entities, String name) {
        this.entities = entities;
        this.name = name;
    }

    /** To be called in a transaction that changes a figure. Its writers do not wait for one another. */
    public void markChanged() {
        entities.createNativeQuery("insert into data_set_change (data_set) values (:name)")
                .setParameter("name", name)
                .executeUpdate();
    }

    /**
     * Makes the transaction at hand read-only, with all its reads of the data of one moment, and returns the revision of
     * that moment. It must be the first statement of the transaction.
     */
    public String beginConsistentRead() {
        entities.createNativeQuery("set transaction isolation level repeatable read, read only")
                .executeUpdate();
        Object[] row = (Object[]) entities.createNativeQuery(REVISION_OF_EACH + " where d.name = :name", Object[].class)
                .setParameter("name", name)
                .getSingleResult();
        return (String) row[1];
    }
}
