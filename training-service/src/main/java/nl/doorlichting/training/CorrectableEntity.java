package nl.doorlichting.training;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.records.RecordWithdrawal;

/** A figure that a source states. A correction has a reason, and former versions are kept. */
@MappedSuperclass
public abstract class CorrectableEntity extends VersionedEntity {
    // Not private: Hibernate's enhancement of a subclass reads them itself.
    protected String reason;

    @Column(name = "corrected_by")
    protected String correctedBy;

    @Embedded
    protected RecordWithdrawal withdrawal;

    /** For the persistence provider. */
    protected CorrectableEntity() {}

    protected CorrectableEntity(UUID id, Instant createdAt, String createdBy) {
        super(id, createdAt, createdBy);
    }

    /** To be called before a correction; 409 once it is withdrawn. */
    protected void beginCorrection(String why, String by) {
        RecordWithdrawal.refuse(withdrawal);
        reason = why;
        correctedBy = by;
    }

    /** From now on it counts nowhere; 409 once it is withdrawn. */
    public void withdraw(RecordWithdrawal why) {
        RecordWithdrawal.refuse(withdrawal);
        withdrawal = why;
    }

    /** @param changeable whether the caller may change it now */
    protected List<String> allowedActions(boolean changeable) {
        return changeable && withdrawal == null ? List.of("corrections", "withdrawal") : List.of();
    }
}
