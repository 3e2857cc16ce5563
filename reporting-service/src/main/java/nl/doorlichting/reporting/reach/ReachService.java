package nl.doorlichting.reporting.reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;

/** Records and corrects reach figures: observations and tallies. */
@ApplicationScoped
class ReachService {
    private final ReachObservationRepository observations;
    private final ReachChecks checks;
    private final ReachKeys keys;
    private final CurrentCaller caller;
    private final Clock clock;

    ReachService(
            ReachObservationRepository observations,
            ReachChecks checks,
            ReachKeys keys,
            CurrentCaller caller,
            Clock clock) {
        this.observations = observations;
        this.checks = checks;
        this.keys = keys;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    UUID recordObservation(ReachObservationRequest request) {
        refuseTaken(request.figure(), false, ReachObservationResource.PATH);
        var figure = checks.recordable(request.figure());
        var observation = ReachObservation.first(Ids.next(clock.instant()), false, figure);
        keys.store(observation.observationId(), figure);
        return store(observation);
    }

    @Transactional
    UUID recordTally(ReachTallyRequest request) {
        refuseTaken(request.figure(), true, ReachTallyResource.PATH);
        return store(ReachObservation.first(Ids.next(clock.instant()), true, checks.recordable(request.figure())));
    }

    @Transactional
    UUID correctObservation(UUID id, ReachObservationCorrectionRequest request) {
        var current = latest(id, false);
        var figure = checks.correctable(request.figure(current));
        keys.move(id, figure);
        return store(current.corrected(figure, request.reason()));
    }

    @Transactional
    UUID correctTally(UUID id, ReachTallyCorrectionRequest request) {
        var current = latest(id, true);
        return store(current.corrected(checks.correctable(request.figure(current)), request.reason()));
    }

    private ReachObservation latest(UUID id, boolean tally) {
        return observations.findLatest(id, tally).orElseThrow(ProblemException::notFound);
    }

    // The first of all checks: a record that is sent again exists, whatever the state of its report is now.
    private void refuseTaken(ReachFigure figure, boolean tally, String path) {
        observations.findByReference(figure, tally).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    "The programme has a figure with this reference.", path + "/" + existing.observationId());
        });
    }

    private UUID store(ReachObservation observation) {
        observations.persist(observation.recorded(clock.instant(), caller.get().subject()));
        observations.changed();
        return observation.observationId();
    }
}
