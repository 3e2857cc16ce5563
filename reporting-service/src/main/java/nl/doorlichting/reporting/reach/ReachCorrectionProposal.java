package nl.doorlichting.reporting.reach;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.reporting.activity.CorrectionProposal;

/** A correction or a withdrawal of a figure whose report is approved. */
@Entity
@Table(name = "reach_correction_proposal")
@AttributeOverride(name = "recordId", column = @Column(name = "observation_id"))
class ReachCorrectionProposal extends CorrectionProposal {
    /** For the persistence provider. */
    protected ReachCorrectionProposal() {}

    ReachCorrectionProposal(UUID id, UUID observationId, String stated, String reason, Instant at, String by) {
        super(id, observationId, stated, reason, at, by);
    }
}
