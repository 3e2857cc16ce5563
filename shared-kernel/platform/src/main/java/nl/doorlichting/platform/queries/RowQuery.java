package nl.doorlichting.platform.queries;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Native queries of rows with several columns. */
public final class RowQuery {
    private RowQuery() {}

    /** The query; each row has its columns in their order, as the driver reads them. */
    @SuppressWarnings("unchecked")
    public static TypedQuery<Object[]> of(EntityManager entities, String sql) {
        return (TypedQuery<Object[]>) entities.createNativeQuery(sql, Object[].class);
    }
}
