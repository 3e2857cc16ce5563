package nl.doorlichting.reporting.reach;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.reporting.activity.CorrectionProposals;
import nl.doorlichting.reporting.activity.OwnRecords;

/** The corrections and withdrawals of figures that wait for a reviewer. */
// ApplicationScoped needs a client proxy, and that a superclass with a constructor without parameters.
@Singleton
class ReachCorrectionProposals extends CorrectionProposals<ReachCorrectionProposal> {
    private final StrictJson json;

    ReachCorrectionProposals(EntityManager entities, OwnRecords own, StrictJson json) {
        super(ReachCorrectionProposal.class, entities, own);
        this.json = json;
    }

    /** Stores a correction, or a withdrawal where it is null. */
    void propose(UUID observation, MergePatch changes, String reason) {
        var now = own.now();
        var stated = changes == null ? null : changes.changes().toString();
        store(new ReachCorrectionProposal(Ids.next(now), observation, stated, reason, now, own.subject()));
    }

    /** The version that the figure has once the proposal is approved. */
    ReachObservation version(ReachCorrectionProposal proposal, ReachObservation latest) {
        if (proposal.isWithdrawal()) {
            return latest.withdrawn(proposal.reason());
        }
        var correction = MergePatch.stored(json, proposal.stated())
                .applyTo(latest.correction(), ReachObservationCorrectionRequest.class);
        return latest.corrected(correction, proposal.reason());
    }
}
