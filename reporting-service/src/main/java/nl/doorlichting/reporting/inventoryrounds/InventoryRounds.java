package nl.doorlichting.reporting.inventoryrounds;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** The rounds, for features that refer to them. */
@ApplicationScoped
public class InventoryRounds {
    private final InventoryRoundRepository rounds;

    InventoryRounds(InventoryRoundRepository rounds) {
        this.rounds = rounds;
    }

    /** Those that are no inventory round. */
    public Set<UUID> unknown(Collection<UUID> ids) {
        var unknown = new TreeSet<>(ids);
        if (!ids.isEmpty()) {
            rounds.list("id in ?1", ids).forEach(round -> unknown.remove(round.id()));
        }
        return unknown;
    }

    /** The days that figures of the round are about; 409 when the programme has no such round. */
    public Period require(UUID id, String programme) {
        return rounds.findByIdOptional(id)
                .filter(round -> round.programme().equals(programme))
                .map(InventoryRound::period)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.REFERENCE_UNKNOWN,
                        "roundId names no inventory round of programme " + programme + "."));
    }
}
