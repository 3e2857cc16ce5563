package nl.doorlichting.reporting.inventoryrounds;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** The rounds, for features that refer to them. */
@ApplicationScoped
public class InventoryRounds {
    private final InventoryRoundRepository rounds;

    InventoryRounds(InventoryRoundRepository rounds) {
        this.rounds = rounds;
    }

    public Optional<InventoryRoundFacts> find(UUID id) {
        return rounds.findByIdOptional(id)
                .map(round -> new InventoryRoundFacts(round.id(), round.programme(), round.code(), round.period()));
    }

    /** The round of the programme that a request refers to; 409 when there is none. */
    public InventoryRoundFacts require(UUID id, String programme) {
        return find(id).filter(round -> round.programme().equals(programme))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.REFERENCE_UNKNOWN,
                        "roundId names no inventory round of programme " + programme + "."));
    }
}
