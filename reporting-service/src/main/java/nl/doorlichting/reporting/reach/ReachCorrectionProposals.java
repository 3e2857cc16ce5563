package nl.doorlichting.reporting.reach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.OwnRecords;

/** The corrections and withdrawals that wait for a reviewer: one for each figure at most. */
@ApplicationScoped
class ReachCorrectionProposals implements PanacheRepositoryBase<ReachCorrectionProposal, UUID> {
    private final ObjectMapper json;
    private final OwnRecords own;

    ReachCorrectionProposals(ObjectMapper json, OwnRecords own) {
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
    void propose(UUID observation, ReachObservationCorrectionRequest correction, String reason) {
        var now = own.now();
        var stated = correction == null ? null : write(correction);
        persistAndFlush(new ReachCorrectionProposal(Ids.next(now), observation, stated, reason, now, own.subject()));
    }

    Optional<ReachCorrectionProposal> waiting(UUID observation) {
        return find("observationId = ?1 and decidedAt is null", observation).firstResultOptional();
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
        return proposal.isWithdrawal()
                ? latest.withdrawn(proposal.reason())
                : latest.corrected(read(proposal.stated()), proposal.reason());
    }

    private String write(ReachObservationCorrectionRequest correction) {
        try {
            return json.writeValueAsString(correction);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private ReachObservationCorrectionRequest read(String stated) {
        try {
            return json.readValue(stated, ReachObservationCorrectionRequest.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
