package nl.doorlichting.reporting.inventoryreports;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.reporting.activity.CorrectionProposals;
import nl.doorlichting.reporting.activity.OwnRecords;

/** The corrections and withdrawals of approved reports that wait for a reviewer. */
// ApplicationScoped needs a client proxy, and that a superclass with a constructor without parameters.
@Singleton
class InventoryReportProposals extends CorrectionProposals<InventoryReportProposal> {
    private final StrictJson json;

    InventoryReportProposals(EntityManager entities, OwnRecords own, StrictJson json) {
        super(InventoryReportProposal.class, entities, own);
        this.json = json;
    }

    void propose(UUID report, MergePatch changes, boolean addToRound, String reason) {
        store(report, changes.changes().toString(), addToRound, reason);
    }

    void proposeWithdrawal(UUID report, String reason) {
        store(report, null, false, reason);
    }

    private void store(UUID report, String stated, boolean addToRound, String reason) {
        var now = own.now();
        store(new InventoryReportProposal(Ids.next(now), report, stated, addToRound, reason, now, own.subject()));
    }

    /** The report as the changes of a correction that was proposed leave it. */
    InventoryReportRequest corrected(InventoryReportProposal proposal, InventoryReportRequest stated) {
        return InventoryReportCorrectionRequest.of(stated, MergePatch.stored(json, proposal.stated()))
                .corrected(stated.programme(), stated.reference());
    }
}
