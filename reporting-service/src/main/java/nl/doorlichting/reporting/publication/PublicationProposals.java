package nl.doorlichting.reporting.publication;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.reporting.activity.CorrectionProposals;
import nl.doorlichting.reporting.activity.OwnRecords;

/** The corrections and withdrawals of public records that wait for a reviewer. */
// ApplicationScoped needs a client proxy, and that a superclass with a constructor without parameters.
@Singleton
public class PublicationProposals extends CorrectionProposals<PublicationProposal> {
    private final StrictJson json;

    PublicationProposals(EntityManager entities, OwnRecords own, StrictJson json) {
        super(PublicationProposal.class, entities, own);
        this.json = json;
    }

    public void propose(UUID record, MergePatch changes, String reason) {
        var now = own.now();
        var stated = changes.changes().toString();
        store(new PublicationProposal(Ids.next(now), record, stated, reason, now, own.subject()));
    }

    public void proposeWithdrawal(UUID record, String reason) {
        var now = own.now();
        store(new PublicationProposal(Ids.next(now), record, null, reason, now, own.subject()));
    }

    /** The changes of a proposal and its reason. */
    public MergePatch changes(PublicationProposal proposal) {
        return MergePatch.stored(json, proposal.stated());
    }
}
