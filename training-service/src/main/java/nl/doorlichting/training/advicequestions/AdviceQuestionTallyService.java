package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.TrainingDataSet;

/** Records tallies of questions, corrects and shows them. */
@ApplicationScoped
class AdviceQuestionTallyService {
    private final AdviceQuestionTallyRepository tallies;
    private final TrainingDataSet dataSet;
    private final CurrentCaller caller;
    private final Clock clock;

    AdviceQuestionTallyService(
            AdviceQuestionTallyRepository tallies, TrainingDataSet dataSet, CurrentCaller caller, Clock clock) {
        this.tallies = tallies;
        this.dataSet = dataSet;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    AdviceQuestionTallyResponse record(AdviceQuestionTallyRequest request) {
        refuseEmpty(request);
        tallies.refuseDuplicate(
                request.programme(),
                request.reference(),
                Text.of("advice-tally.reference-taken"),
                AdviceQuestionTallyResource.PATH);
        var now = clock.instant();
        var tally = new AdviceQuestionTally(
                Ids.next(now), request, now, caller.get().subject());
        tallies.persist(tally);
        dataSet.markChanged();
        return tally.toResponse();
    }

    /** The version before is kept. */
    @Transactional
    AdviceQuestionTallyResponse correct(UUID id, AdviceQuestionTallyCorrectionRequest request) {
        var tally = tallies.get(id);
        refuseEmpty(request);
        tally.correct(request, caller.get().subject());
        tallies.flush();
        dataSet.markChanged();
        return tally.toResponse();
    }

    @Transactional
    Page<AdviceQuestionTallyResponse> page(Filter filter, PageRequest request) {
        return tallies.page(filter, request).map(AdviceQuestionTally::toResponse);
    }

    @Transactional
    AdviceQuestionTallyResponse get(UUID id) {
        return tallies.get(id).toResponse();
    }

    private static void refuseEmpty(AdviceQuestionTally.Fields stated) {
        if (stated.received() == null && stated.answered() == null) {
            throw ProblemException.violation(Violation.body(
                    "",
                    ViolationCode.REQUIRED,
                    Map.of("anyOf", List.of("received", "answered")),
                    Text.of("advice.tally-empty")));
        }
    }
}
