package nl.doorlichting.platform.queries;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Native queries of rows that are one value each. */
public final class ScalarQuery {
    private ScalarQuery() {}

    /**
     * The query, without the class of its values: Hibernate (7.2) makes a plan of a query with such a class for each execution,
     * keeps it, and searches all that it kept for the next.
     *
     * @param type class as which the driver reads the column: Long for bigint, Instant for timestamptz
     */
    @SuppressWarnings("unchecked")
    public static <T> TypedQuery<T> of(EntityManager entities, String sql, Class<T> type) {
        return (TypedQuery<T>) entities.createNativeQuery(sql, Object.class);
    }
}
