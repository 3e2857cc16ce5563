package nl.doorlichting.reporting.activity;

import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/**
 * A correctable record without a publication of its own, which a reviewer sees by itself.
 *
 * @param <Q> what it states
 */
@MappedSuperclass
public abstract class ReviewedEntity<Q extends Record> extends CorrectableRecord<Q> {
    // Not private: Hibernate's enhancement of a subclass reads an embedded field itself.
    @Embedded
    protected ReviewState review;

    /** For the persistence provider. */
    protected ReviewedEntity() {}

    protected ReviewedEntity(UUID id, Q stated, Instant createdAt, String createdBy) {
        super(id, stated, createdAt, createdBy);
    }

    @Override
    public void review(ReviewState by) {
        review = by;
    }

    @Override
    public ReviewState review() {
        return review;
    }
}
