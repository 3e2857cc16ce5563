package nl.doorlichting.reporting.reach;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.reporting.activity.ActivityFields;

/** The checks of one observation, for many: equal references are looked up once. */
public final class ReachIntakeChecks {
    /** With more different references than this, all are looked up anew, so that memory is bounded. */
    private static final int REMEMBERED = 10_000;

    private record References(
            String programme,
            UUID projectId,
            UUID roundId,
            UUID reportId,
            Period period,
            TargetGroup targetGroup,
            String includedIn,
            List<UUID> overlaps) {
        static References of(ReachObservation figure) {
            return new References(
                    figure.programme(),
                    figure.reportId() == null ? null : figure.projectId(),
                    figure.roundId(),
                    figure.reportId(),
                    figure.period(),
                    figure.targetGroup(),
                    figure.includedIn(),
                    figure.statedOverlaps());
        }
    }

    /** What a row that is refused for its form names. Any field can be null. */
    private record Named(
            String programme, UUID projectId, UUID roundId, UUID reportId, String includedIn, List<UUID> overlaps) {
        static Named of(ReachObservationRequest row) {
            return new Named(
                    row.programme(),
                    row.reportId() == null ? null : row.projectId(),
                    row.roundId(),
                    row.reportId(),
                    row.includedIn(),
                    row.overlaps());
        }
    }

    private record Outcome(UUID roundId, ActivityFields entry, List<Violation> inclusion, ProblemException problem) {}

    private final ReachChecks checks;
    private final Map<References, Outcome> known = new HashMap<>();
    private final Map<Named, List<Violation>> unknown = new HashMap<>();

    ReachIntakeChecks(ReachChecks checks) {
        this.checks = checks;
    }

    /**
     * The first version of the observation as a row of COPY, in the order of {@link ReachIntake#STAGED_COLUMNS}; the
     * problem with which POST /v1/reach-observations refuses it.
     */
    public String accept(UUID id, ReachObservationRequest request, Instant at, String by) {
        var observation = ReachObservation.of(id, request).recorded(at, by);
        accept(observation);
        var row = new CopyRow()
                .array(observation.place().municipalities().stream().sorted().toList());
        observation.writeTo(row);
        return row.toString();
    }

    /** What else is wrong with a row that is refused for its form. */
    public List<Violation> violationsOfRefused(ReachObservationRequest row) {
        if (unknown.size() >= REMEMBERED) {
            unknown.clear();
        }
        var violations = new ArrayList<>(checks.ownViolationsOfRefused(row));
        violations.addAll(unknown.computeIfAbsent(Named.of(row), same -> checks.unknownReferencesOfRefused(row)));
        return violations;
    }

    private void accept(ReachObservation observation) {
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        var outcome = known.computeIfAbsent(References.of(observation), same -> check(observation));
        ProblemException.together(() -> checks.refuseInvalid(observation, outcome.inclusion()), () -> {
            if (outcome.problem() != null) {
                throw outcome.problem();
            }
        });
        observation.belongTo(outcome.roundId());
        checks.inherit(observation, outcome.entry());
    }

    private Outcome check(ReachObservation observation) {
        var inclusion = checks.inclusionViolations(observation);
        try {
            var entry = checks.resolveReferencesOfNew(observation);
            return new Outcome(observation.roundId(), entry, inclusion, null);
        } catch (ProblemException refused) {
            return new Outcome(null, null, inclusion, refused);
        }
    }
}
