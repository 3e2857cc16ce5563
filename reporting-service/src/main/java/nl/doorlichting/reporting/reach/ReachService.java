package nl.doorlichting.reporting.reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.OwnRecords;

/** Records and corrects reach figures: observations and tallies. */
@ApplicationScoped
class ReachService {
    private final ReachObservationRepository observations;
    private final ReachChecks checks;
    private final ReachKeys keys;
    private final OwnRecords own;

    ReachService(ReachObservationRepository observations, ReachChecks checks, ReachKeys keys, OwnRecords own) {
        this.observations = observations;
        this.checks = checks;
        this.keys = keys;
        this.own = own;
    }

    @Transactional
    ReachObservation recordObservation(ReachObservationRequest request) {
        var observation = ReachObservation.of(Ids.next(own.now()), request);
        refuseTaken(observation, ReachObservationResource.PATH);
        checks.checkNew(observation);
        keys.store(observation);
        return store(observation);
    }

    @Transactional
    ReachObservation recordTally(ReachTallyRequest request) {
        var tally = ReachObservation.of(Ids.next(own.now()), request);
        refuseTaken(tally, ReachTallyResource.PATH);
        checks.checkNew(tally);
        return store(tally);
    }

    @Transactional
    ReachObservation correctObservation(UUID id, MergePatch changes) {
        var latest = latest(id, false);
        var request = changes.applyTo(latest.correction(), ReachObservationCorrectionRequest.class);
        var corrected = latest.corrected(request, request.reason());
        checks.checkCorrected(latest, corrected);
        keys.move(corrected);
        return store(corrected);
    }

    @Transactional
    ReachObservation correctTally(UUID id, MergePatch changes) {
        var latest = latest(id, true);
        var request = changes.applyTo(latest.tallyCorrection(), ReachTallyCorrectionRequest.class);
        var corrected = latest.corrected(request, request.reason());
        checks.checkCorrected(latest, corrected);
        return store(corrected);
    }

    private ReachObservation latest(UUID id, boolean tally) {
        return observations.findLatest(id, tally).orElseThrow(ProblemException::notFound);
    }

    // The first of all checks: a record that is sent again exists, whatever the state of its report is now.
    private void refuseTaken(ReachObservation figure, String path) {
        observations.findByReference(figure).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("reach.reference-taken"), path + "/" + existing.observationId());
        });
    }

    private ReachObservation store(ReachObservation observation) {
        observations.persist(observation.recorded(own.now(), own.subject()));
        observations.changed();
        return observation;
    }
}
