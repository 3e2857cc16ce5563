package nl.doorlichting.reporting.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/** A correction or a withdrawal of a record that is approved, until and after a reviewer decides on it. */
@MappedSuperclass
public abstract class CorrectionProposal {
    @Id
    private UUID id;

    /** The record; each kind of record has its own column. */
    private UUID recordId;

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
    protected CorrectionProposal() {}

    /** A correction, or a withdrawal where {@code stated} is null. */
    protected CorrectionProposal(UUID id, UUID recordId, String stated, String reason, Instant at, String by) {
        this.id = id;
        this.recordId = recordId;
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

    /** How it was rejected; of one that was. */
    RejectedCorrection rejection() {
        return new RejectedCorrection(decidedAt, decidedBy, decisionReason, withdrawal, proposedAt, proposedBy, reason);
    }

    public UUID recordId() {
        return recordId;
    }

    public boolean isWithdrawal() {
        return withdrawal;
    }

    public String stated() {
        return stated;
    }

    public String reason() {
        return reason;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public String proposedBy() {
        return proposedBy;
    }
}
