package nl.doorlichting.reporting.reach;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.OwnRecords;

/** The corrections and withdrawals that wait for a reviewer: one for each figure at most. */
@ApplicationScoped
class ReachCorrectionProposals implements PanacheRepositoryBase<ReachCorrectionProposal, UUID> {
    private static final String WAITING = "observationId = ?1 and decidedAt is null";

    private final StrictJson json;
    private final OwnRecords own;

    ReachCorrectionProposals(StrictJson json, OwnRecords own) {
        this.json = json;
        this.own = own;
    }

    /** 409 when one waits for a decision already. */
    void refuseSecond(UUID observation) {
        if (waiting(observation).isPresent()) {
            throw ProblemException.invalidState(
                    Text.of("reach.correction-waits"), List.of("correction-approval", "correction-rejection"));
        }
    }

    /** Stores a correction, or a withdrawal where it is null. */
    void propose(UUID observation, MergePatch changes, String reason) {
        var now = own.now();
        var stated = changes == null ? null : changes.changes().toString();
        persistAndFlush(new ReachCorrectionProposal(Ids.next(now), observation, stated, reason, now, own.subject()));
    }

    Optional<ReachCorrectionProposal> waiting(UUID observation) {
        return find(WAITING, observation).firstResultOptional();
    }

    /** The same, to decide about it: of two decisions at once, the second finds that none waits any more. */
    Optional<ReachCorrectionProposal> waitingForDecision(UUID observation) {
        return find(WAITING, observation)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Those that wait, by their figures. */
    Map<UUID, ReachCorrectionProposal> waiting(Collection<UUID> observations) {
        return observations.isEmpty()
                ? Map.of()
                : find("observationId in ?1 and decidedAt is null", observations).stream()
                        .collect(Collectors.toMap(ReachCorrectionProposal::observationId, Function.identity()));
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
