package nl.doorlichting.reporting.inventoryrounds;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.OwnRecords;

/** The rounds, for features that refer to them. */
@ApplicationScoped
public class InventoryRounds implements ParameterRules {
    private final InventoryRoundRepository rounds;
    private final OwnRecords own;

    InventoryRounds(InventoryRoundRepository rounds, OwnRecords own) {
        this.rounds = rounds;
        this.own = own;
    }

    /** Those that are no inventory round. */
    public Set<UUID> unknown(Collection<UUID> ids) {
        var unknown = new TreeSet<>(ids);
        if (!ids.isEmpty()) {
            rounds.list("id in ?1", ids).forEach(round -> unknown.remove(round.id()));
        }
        return unknown;
    }

    /** Rounds that filters of figures, or of lists of figures, ask for and that there are none of. */
    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        var ids = FigureParameters.asked(operation, Dimension.ROUND, query).stream()
                .filter(ScalarFormats::isUuid)
                .map(UUID::fromString)
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        return QuarkusTransaction.requiringNew().call(() -> unknown(ids)).stream()
                .map(round -> Violation.query(
                        Dimension.ROUND.jsonName(),
                        ViolationCode.UNKNOWN_VALUE,
                        Map.of("value", round.toString()),
                        Text.of("round.unknown", round)))
                .toList();
    }

    /** Those of the projects that the round does not visit, in their order; none where it names no project, and for no round. */
    public List<UUID> notVisited(UUID round, List<UUID> projects) {
        if (round == null) {
            return List.of();
        }
        var visited = rounds.projects(List.of(round)).getOrDefault(round, List.of());
        return visited.isEmpty()
                ? List.of()
                : projects.stream()
                        .filter(project -> !visited.contains(project))
                        .toList();
    }

    /** Adds projects to those that the round visits. */
    public void visit(UUID round, List<UUID> projects) {
        if (!projects.isEmpty()) {
            rounds.visit(round, projects, own.now());
        }
    }

    /** 409 when a round is named that the programme does not have; one of no programme passes. */
    public void refuseUnknown(UUID id, String programme) {
        if (id != null && programme != null) {
            require(id, programme);
        }
    }

    /**
     * The days that figures of the round are about; 409 when the programme has no such round that stands. Until this
     * transaction ends the round is neither withdrawn nor corrected, because a record begins to use it.
     */
    public Period require(UUID id, String programme) {
        return rounds.findByIdOptional(id, LockModeType.PESSIMISTIC_READ)
                .filter(round -> round.programme().equals(programme) && round.stands())
                .map(InventoryRound::period)
                .orElseThrow(() -> ProblemException.unknownReference(
                        "/roundId", Text.of("round.unknown-in-programme", programme)));
    }
}
