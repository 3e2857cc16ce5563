package nl.doorlichting.reporting.reach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.problems.ProblemException;

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
            String includedIn,
            List<UUID> overlaps) {}

    private record Outcome(UUID roundId, ProblemException problem) {}

    private final ReachChecks checks;
    private final MunicipalityRegister register;
    private final Map<References, Outcome> known = new HashMap<>();

    ReachIntakeChecks(ReachChecks checks, MunicipalityRegister register) {
        this.checks = checks;
        this.register = register;
    }

    /** The row as it can be recorded; the problem that POST /v1/reach-observations would answer with. */
    public ReachIntakeRow accept(ReachObservationRequest request) {
        var figure = request.figure();
        PlaceViolations.refuse(figure.place(), figure.period(), register);
        if (!refers(figure)) {
            return new ReachIntakeRow(figure);
        }
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        var outcome = known.computeIfAbsent(references(figure), same -> ask(figure));
        if (outcome.problem() != null) {
            throw outcome.problem();
        }
        return new ReachIntakeRow(outcome.roundId() == null ? figure : figure.ofRound(outcome.roundId()));
    }

    private Outcome ask(ReachFigure figure) {
        try {
            var fitting = checks.fitting(figure);
            checks.refuseUnlessOpen(fitting.reportId());
            return new Outcome(fitting.roundId(), null);
        } catch (ProblemException refused) {
            return new Outcome(null, refused);
        }
    }

    private static boolean refers(ReachFigure figure) {
        return figure.roundId() != null
                || figure.reportId() != null
                || figure.includedIn() != null
                || !figure.overlaps().isEmpty();
    }

    private static References references(ReachFigure figure) {
        return new References(
                figure.programme(),
                figure.reportId() == null ? null : figure.projectId(),
                figure.roundId(),
                figure.reportId(),
                figure.period(),
                figure.includedIn(),
                figure.overlaps());
    }
}
