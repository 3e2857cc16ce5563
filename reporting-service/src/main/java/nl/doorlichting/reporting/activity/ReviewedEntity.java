package nl.doorlichting.reporting.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;

/**
 * A reviewed record without a publication of its own, with when and by whom it was recorded, and what became of it.
 *
 * @param <Q> what it states
 */
@MappedSuperclass
public abstract class ReviewedEntity<Q extends Record> implements CorrectableRecord<Q> {
    @Id
    private UUID id;

    // Not private: Hibernate's enhancement of a subclass reads an embedded field itself.
    @Embedded
    protected RecordCorrection correction;

    @Embedded
    protected RecordWithdrawal withdrawal;

    @Embedded
    protected ReviewState review;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected ReviewedEntity() {}

    protected ReviewedEntity(UUID id, Q stated, Instant createdAt, String createdBy) {
        this.id = id;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        state(stated);
    }

    /** Takes over all that is stated. */
    protected abstract void state(Q stated);

    @Override
    public void correct(Q corrected, RecordCorrection why) {
        state(corrected);
        correction = why;
    }

    @Override
    public RecordCorrection correction() {
        return correction;
    }

    @Override
    public void withdraw(RecordWithdrawal why) {
        withdrawal = why;
    }

    @Override
    public RecordWithdrawal withdrawal() {
        return withdrawal;
    }

    @Override
    public void review(ReviewState by) {
        review = by;
    }

    @Override
    public ReviewState review() {
        return review;
    }

    @Override
    public UUID id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public String createdBy() {
        return createdBy;
    }

    public String etag() {
        return "\"" + version + "\"";
    }
}
