package nl.doorlichting.platform.dataset;

import jakarta.persistence.EntityManager;

/**
 * The revision of one set of figures, in the table {@code data_set} of each service. It grows with every committed
 * change; the epoch changes when the data are replaced as a whole, as after a restore.
 */
public final class DataSet {
    private final EntityManager entities;
    private final String name;

    public DataSet(EntityManager entities, String name) {
        this.entities = entities;
        this.name = name;
    }

    /** To be called last in a transaction that changes a figure: writers queue here until it commits. */
    public void markChanged() {
        entities.createNativeQuery("update data_set set revision = revision + 1 where name = :name")
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
        return (String) entities.createNativeQuery(
                        "select epoch || '-' || revision from data_set where name = :name", String.class)
                .setParameter("name", name)
                .getSingleResult();
    }
}
