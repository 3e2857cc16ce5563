package nl.doorlichting.reporting.reach;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A correction or a withdrawal of a figure whose report is approved, until and after a reviewer decides on it. */
@Entity
@Table(name = "reach_correction_proposal")
class ReachCorrectionProposal {
    @Id
    private UUID id;

    @Column(name = "observation_id")
    private UUID observationId;

    private boolean withdrawal;

    /** The changes as JSON; null for a withdrawal. */
    private String stated;

    private String reason;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    private Boolean approved;

    @Column(name = "decision_reason")
    private String decisionReason;

    /** For the persistence provider. */
    protected ReachCorrectionProposal() {}

    /** A correction, or a withdrawal where {@code stated} is null. */
    ReachCorrectionProposal(UUID id, UUID observationId, String stated, String reason, Instant at, String by) {
        this.id = id;
        this.observationId = observationId;
        this.withdrawal = stated == null;
        this.stated = stated;
        this.reason = reason;
        this.proposedAt = at;
        this.proposedBy = by;
    }

    void decide(boolean approve, String why, Instant at, String by) {
        approved = approve;
        decisionReason = why;
        decidedAt = at;
        decidedBy = by;
    }

    UUID observationId() {
        return observationId;
    }

    boolean isWithdrawal() {
        return withdrawal;
    }

    String stated() {
        return stated;
    }

    String reason() {
        return reason;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    String proposedBy() {
        return proposedBy;
    }
}
