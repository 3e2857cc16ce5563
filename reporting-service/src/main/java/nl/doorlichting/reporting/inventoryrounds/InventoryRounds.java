package nl.doorlichting.reporting.inventoryrounds;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

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

    /** 400 if the question asks for a round that there is none of. */
    public void refuseUnknown(Question question) {
        var asked = question.only().getOrDefault(Dimension.ROUND, Set.of()).stream()
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .toList();
        var violations = unknown(asked).stream()
                .map(round -> Violation.query(
                        Dimension.ROUND.jsonName(),
                        ViolationCode.UNKNOWN_VALUE,
                        Map.of("value", round.toString()),
                        Text.of("round.unknown", round)))
                .toList();
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
    }

    /** The days that figures of the round are about; 409 when the programme has no such round. */
    public Period require(UUID id, String programme) {
        return rounds.findByIdOptional(id)
                .filter(round -> round.programme().equals(programme))
                .map(InventoryRound::period)
                .orElseThrow(() -> ProblemException.unknownReference(
                        "/roundId", Text.of("round.unknown-in-programme", programme)));
    }
}
