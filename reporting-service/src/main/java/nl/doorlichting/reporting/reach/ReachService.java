package nl.doorlichting.reporting.reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.kernel.caller.CurrentCaller;
import nl.doorlichting.kernel.id.Ids;
import nl.doorlichting.kernel.municipality.MunicipalityRegister;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.paging.PageRequest;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.ProblemType;
import nl.doorlichting.kernel.web.PlaceViolations;

/** Records reach figures and shows them: observations and tallies, each in its latest version. */
@ApplicationScoped
class ReachService {
    private final ReachObservationRepository observations;
    private final ReachVisibility visibility;
    private final CurrentCaller caller;
    private final MunicipalityRegister register;
    private final Clock clock;

    ReachService(
            ReachObservationRepository observations,
            ReachVisibility visibility,
            CurrentCaller caller,
            MunicipalityRegister register,
            Clock clock) {
        this.observations = observations;
        this.visibility = visibility;
        this.caller = caller;
        this.register = register;
        this.clock = clock;
    }

    @Transactional
    ReachObservationResponse recordObservation(ReachObservationRequest request) {
        PlaceViolations.refuse(request.place(), request.period(), register);
        refuseUnknownTally(request.includedIn());
        var observation = ReachObservation.observation(Ids.next(clock.instant()), request);
        store(observation, ReachObservationResource.PATH);
        return ReachObservationResponse.from(observation);
    }

    @Transactional
    ReachTallyResponse recordTally(ReachTallyRequest request) {
        PlaceViolations.refuse(request.place(), request.period(), register);
        var tally = ReachObservation.tally(Ids.next(clock.instant()), request);
        store(tally, ReachTallyResource.PATH);
        return ReachTallyResponse.from(tally);
    }

    @Transactional
    Page<ReachObservationResponse> observations(Filter filter, PageRequest page) {
        return observations
                .page(visibility.narrow(filter.equal("tally", false)), page)
                .map(ReachObservationResponse::from);
    }

    @Transactional
    Page<ReachTallyResponse> tallies(Filter filter, PageRequest page) {
        return observations.page(filter.equal("tally", true), page).map(ReachTallyResponse::from);
    }

    @Transactional
    ReachObservationResponse observation(UUID id) {
        return observations
                .findLatest(id, false)
                .filter(visibility::shows)
                .map(ReachObservationResponse::from)
                .orElseThrow(ProblemException::notFound);
    }

    @Transactional
    ReachTallyResponse tally(UUID id) {
        return observations.findLatest(id, true).map(ReachTallyResponse::from).orElseThrow(ProblemException::notFound);
    }

    private void store(ReachObservation observation, String path) {
        observations.findByReference(observation).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    "The programme has a figure with this reference.", path + "/" + existing.observationId);
        });
        observations.persist(observation.recorded(clock.instant(), caller.get().subject()));
        observations.changed();
    }

    private void refuseUnknownTally(String includedIn) {
        var unknown = includedIn != null
                && !includedIn.equals(ReachObservationRequest.UNKNOWN)
                && observations.findLatest(UUID.fromString(includedIn), true).isEmpty();
        if (unknown) {
            throw ProblemException.of(ProblemType.REFERENCE_UNKNOWN, "includedIn names no reach tally.");
        }
    }
}
