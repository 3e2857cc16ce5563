package nl.doorlichting.reporting.inventoryreports;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.reporting.activity.CorrectionProposal;

/** A correction or a withdrawal of an approved report. */
@Entity
@Table(name = "inventory_report_proposal")
@AttributeOverride(name = "recordId", column = @Column(name = "report_id"))
class InventoryReportProposal extends CorrectionProposal {
    /** Whether the round is to visit the projects that it does not visit yet. */
    @Column(name = "add_to_round")
    private boolean addToRound;

    /** For the persistence provider. */
    protected InventoryReportProposal() {}

    InventoryReportProposal(
            UUID id, UUID reportId, String stated, boolean addToRound, String reason, Instant at, String by) {
        super(id, reportId, stated, reason, at, by);
        this.addToRound = addToRound;
    }

    boolean addsToRound() {
        return addToRound;
    }
}
