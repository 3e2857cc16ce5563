package nl.doorlichting.platform.records;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Whether this request reads records as they were recorded at a moment, with which nothing can be done. */
@RequestScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class RecordedPast {
    private static final String READ =
            "select set_config('doorlichting.as_of', cast(cast(:moment as timestamptz) as text), true)"
                    + " || set_config('search_path', 'as_of, public', true)";

    private final EntityManager entities;
    private boolean read;

    RecordedPast(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Until this transaction ends, queries read the views of the schema as_of, which have the names of the tables; for null
     * the tables. Called before anything else is read, and never before a write.
     */
    public void read(Instant asOf) {
        if (asOf == null) {
            return;
        }
        entities.createNativeQuery(READ, Object.class)
                .setParameter("moment", asOf)
                .getSingleResult();
        read = true;
    }

    /** Whether a moment was stated. */
    public boolean isRead() {
        return read;
    }
}
