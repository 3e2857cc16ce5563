package nl.doorlichting.training.trainingtallies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.kernel.caller.CurrentCaller;
import nl.doorlichting.kernel.id.Ids;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.paging.PageRequest;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.training.TrainingDataSet;

/** Records tallies and shows them, each in its latest version. */
@ApplicationScoped
class TrainingTallyService {
    private final TrainingTallyRepository tallies;
    private final TallyChecks checks;
    private final TrainingDataSet dataSet;
    private final CurrentCaller caller;
    private final Clock clock;

    TrainingTallyService(
            TrainingTallyRepository tallies,
            TallyChecks checks,
            TrainingDataSet dataSet,
            CurrentCaller caller,
            Clock clock) {
        this.tallies = tallies;
        this.checks = checks;
        this.dataSet = dataSet;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    TrainingTallyResponse record(TrainingTallyRequest request) {
        checks.refuse(request);
        refuseSecond(request);
        var now = clock.instant();
        var tally = new TrainingTally(Ids.next(now), request, checks.targetGroup(request))
                .recorded(now, caller.get().subject());
        tallies.persist(tally);
        dataSet.changed();
        return TrainingTallyResponse.from(tally);
    }

    @Transactional
    Page<TrainingTallyResponse> page(Filter filter, PageRequest request) {
        return tallies.page(filter, request).map(TrainingTallyResponse::from);
    }

    @Transactional
    TrainingTallyResponse get(UUID id) {
        return tallies.findLatest(id).map(TrainingTallyResponse::from).orElseThrow(ProblemException::notFound);
    }

    private void refuseSecond(TrainingTallyRequest request) {
        tallies.findByReference(request.programme(), request.reference()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    "The programme has a tally with this reference.",
                    TrainingTallyResource.PATH + "/" + existing.tallyId);
        });
    }
}
