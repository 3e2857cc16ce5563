package nl.doorlichting.training.trainingtallies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.trainingtypes.TrainingTypes;

/** Records tallies, corrects them, and shows each in its latest version. */
@ApplicationScoped
class TrainingTallyService {
    private final TrainingTallyRepository tallies;
    private final TrainingTypes types;
    private final MunicipalityRegister register;
    private final TrainingDataSet dataSet;
    private final CurrentCaller caller;
    private final Clock clock;

    TrainingTallyService(
            TrainingTallyRepository tallies,
            TrainingTypes types,
            MunicipalityRegister register,
            TrainingDataSet dataSet,
            CurrentCaller caller,
            Clock clock) {
        this.tallies = tallies;
        this.types = types;
        this.register = register;
        this.dataSet = dataSet;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    TrainingTallyResponse record(TrainingTallyRequest request) {
        check(request);
        refuseDuplicate(request);
        return stored(new TrainingTally(Ids.next(clock.instant()), request, targetGroup(request)));
    }

    /** Adds a version; former ones are kept and no longer counted. */
    @Transactional
    TrainingTallyResponse correct(UUID id, TrainingTallyCorrectionRequest request) {
        var before = tallies.findLatest(id).orElseThrow(ProblemException::notFound);
        check(request);
        return stored(before.corrected(request, targetGroup(request)));
    }

    @Transactional
    Page<TrainingTallyResponse> page(Filter filter, PageRequest request) {
        return tallies.page(filter, request).map(this::response);
    }

    @Transactional
    TrainingTallyResponse get(UUID id) {
        return tallies.findLatest(id).map(this::response).orElseThrow(ProblemException::notFound);
    }

    private TrainingTallyResponse stored(TrainingTally tally) {
        tallies.persist(tally.recorded(clock.instant(), caller.get().subject()));
        dataSet.markChanged();
        return response(tally);
    }

    private TrainingTallyResponse response(TrainingTally tally) {
        return tally.toResponse(caller.get().may(TrainingAccess.WRITE_TRAININGS));
    }

    private void refuseDuplicate(TrainingTallyRequest request) {
        tallies.findByReference(request.programme(), request.reference()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("training-tally.reference-taken"), TrainingTallyResource.PATH + "/" + existing.tallyId());
        });
    }

    private void check(TrainingTally.Fields stated) {
        ProblemException.together(
                () -> ProblemException.refuse(stated.violations()),
                () -> PlaceViolations.refuse(stated.place(), stated.period(), register),
                () -> targetGroup(stated));
    }

    /** The stated group, else the one of the type; null over all types. 409 when there is no such type. */
    private TargetGroup targetGroup(TrainingTally.Fields stated) {
        var ofType = stated.trainingType() == null ? null : types.targetGroupOf(stated.trainingType());
        return stated.targetGroup() == null ? ofType : stated.targetGroup();
    }
}
