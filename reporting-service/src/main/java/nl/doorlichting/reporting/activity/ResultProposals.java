package nl.doorlichting.reporting.activity;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.texts.Text;

/**
 * The corrections and withdrawals of verdicts, indicators and measured values that wait for a reviewer. A result is a verdict or
 * an indicator; a day names the measured value of an indicator, and null the result itself.
 */
// ApplicationScoped needs a client proxy, and that a superclass with a constructor without parameters.
@Singleton
public class ResultProposals extends CorrectionProposals<ResultProposal> {
    private final StrictJson json;

    ResultProposals(EntityManager entities, OwnRecords own, StrictJson json) {
        super(ResultProposal.class, entities, own);
        this.json = json;
    }

    /** Stores a correction, or a withdrawal where the changes are null. */
    public void propose(UUID result, LocalDate day, MergePatch changes, String reason) {
        propose(result, day, changes == null ? null : changes.changes().toString(), reason);
    }

    /** The same of changes that are JSON. */
    public void propose(UUID result, LocalDate day, String changes, String reason) {
        var now = own.now();
        store(new ResultProposal(Ids.next(now), result, day, changes, reason, now, own.subject()));
    }

    /** What a correction that waits changes, and its reason. */
    public MergePatch changes(ResultProposal proposal) {
        return MergePatch.stored(json, proposal.stated());
    }

    /** 409 when one waits for a decision already. */
    public void refuseSecond(UUID result, LocalDate day) {
        refuseSecond(ResultProposal.recordId(result, day));
    }

    public Optional<ResultProposal> waiting(UUID result, LocalDate day) {
        return waiting(ResultProposal.recordId(result, day));
    }

    public ResultProposal approve(UUID result, LocalDate day) {
        return approve(ResultProposal.recordId(result, day));
    }

    public void reject(UUID result, LocalDate day, CorrectionRejectionRequest request) {
        reject(ResultProposal.recordId(result, day), request);
    }

    /** All that wait of these results, where the caller may know of them. */
    public List<ResultProposal> shownOf(Collection<UUID> results) {
        return results.isEmpty() || !own.readsProposals() ? List.of() : waitingOf(results);
    }

    /** What was rejected last of these verdicts, indicators and values, where the caller may know of it. */
    public Map<UUID, RejectedCorrection> shownRejectedOf(Collection<UUID> records) {
        return own.readsProposals() ? rejected(records) : Map.of();
    }

    /** Ends all of results that are withdrawn otherwise. */
    public void endAllOf(Collection<UUID> results, RecordWithdrawal why) {
        if (!results.isEmpty()) {
            end(waitingOf(results).stream().map(CorrectionProposal::recordId).toList(), why);
        }
    }

    private List<ResultProposal> waitingOf(Collection<UUID> results) {
        return entities.createQuery(
                        "from ResultProposal where resultId in :results and decidedAt is null", ResultProposal.class)
                .setParameter("results", results)
                .getResultList();
    }

    /**
     * The filter, and only results of which something waits; none for a caller that may not know.
     *
     * @param id field of the entity that is the id of the result
     * @param awaitsReview condition of a result that itself waits
     */
    public Filter narrow(Filter filter, Boolean onlyWaiting, String id, String awaitsReview) {
        var waits = waits(ResultProposal.class, "p.resultId = e." + id);
        return narrow(filter, onlyWaiting, own.readsProposals(), awaitsReview + " or " + waits);
    }

    /** 409 of an action that a record allows only after its first review. */
    public static ProblemException awaitsReview() {
        return ProblemException.invalidState(Text.of("record.awaits-review"), List.of(APPROVAL, REJECTION));
    }
}
