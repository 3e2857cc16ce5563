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
 * A record that changes in place, with when and by whom it was recorded, and what became of it. Of something public it counts,
 * and changes, once a reviewer approves.
 *
 * @param <Q> what it states
 */
@MappedSuperclass
public abstract class CorrectableRecord<Q extends Record> {
    @Id
    private UUID id;

    // Not private: Hibernate's enhancement of a subclass reads an embedded field itself.
    @Embedded
    protected RecordCorrection correction;

    @Embedded
    protected RecordWithdrawal withdrawal;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected CorrectableRecord() {}

    protected CorrectableRecord(UUID id, Q stated, Instant createdAt, String createdBy) {
        this.id = id;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        state(stated);
    }

    /** Takes over all that is stated. */
    protected abstract void state(Q stated);

    /** What could have been sent to record it as it is now. */
    public abstract Q content();

    /** Changes all that is stated, for a reason. */
    public void correct(Q corrected, RecordCorrection why) {
        state(corrected);
        correction = why;
    }

    /** The last correction; null without one. */
    public RecordCorrection correction() {
        return correction;
    }

    public void withdraw(RecordWithdrawal why) {
        withdrawal = why;
    }

    /** Null while it stands. */
    public RecordWithdrawal withdrawal() {
        return withdrawal;
    }

    /** Nothing where the record has a publication of its own, by which a reviewer saw it. */
    public void review(ReviewState by) {}

    /** Null where no reviewer had to see it. */
    public ReviewState review() {
        return null;
    }

    /** Whether it counts nowhere yet. */
    public boolean awaitsReview() {
        return withdrawal == null && ReviewState.isAwaited(review());
    }

    /** Who approved it, or its last correction or withdrawal; null where no reviewer did. */
    public String approvedBy() {
        return review() == null ? null : review().approvedBy();
    }

    public UUID id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Subject of the token that recorded it. */
    public String createdBy() {
        return createdBy;
    }

    public String etag() {
        return "\"" + version + "\"";
    }
}
