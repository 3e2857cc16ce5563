package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.CountedDays;
import nl.doorlichting.training.StatedBounds;
import nl.doorlichting.training.TrainingDataSet;

/** Records tallies of questions, corrects and shows them. */
@ApplicationScoped
class AdviceQuestionTallyService {
    private final AdviceQuestionTallyRepository tallies;
    private final TrainingDataSet dataSet;
    private final RecordedPast past;
    private final CurrentCaller caller;
    private final Clock clock;

    AdviceQuestionTallyService(
            AdviceQuestionTallyRepository tallies,
            TrainingDataSet dataSet,
            RecordedPast past,
            CurrentCaller caller,
            Clock clock) {
        this.tallies = tallies;
        this.dataSet = dataSet;
        this.past = past;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    AdviceQuestionTallyResponse record(AdviceQuestionTallyRequest request) {
        check(request);
        tallies.refuseDuplicate(
                request.programme(),
                request.reference(),
                Text.of("advice-tally.reference-taken"),
                AdviceQuestionTallyResource.PATH);
        var now = clock.instant();
        var tally = new AdviceQuestionTally(
                Ids.next(now), request, now, caller.get().subject());
        refuseSame(tally, request);
        tallies.persist(tally);
        dataSet.markChanged();
        return response(tally);
    }

    /** The version before is kept. */
    @Transactional
    AdviceQuestionTallyResponse correct(UUID id, MergePatch changes) {
        var tally = tallies.lock(id);
        var request = changes.correctionOf(tally.toCorrection(), AdviceQuestionTallyCorrectionRequest.class);
        check(request);
        refuseSame(tally, request);
        tally.correct(request, caller.get().subject());
        return changed(tally);
    }

    /** From now on the tally counts nowhere. */
    @Transactional
    AdviceQuestionTallyResponse withdraw(UUID id, RecordWithdrawalRequest request) {
        var tally = tallies.lock(id);
        tally.withdraw(new RecordWithdrawal(clock.instant(), caller.get().subject(), request.reason()));
        return changed(tally);
    }

    /** Tallies as they stand, or as they were recorded at a moment. */
    @Transactional
    Page<AdviceQuestionTallyResponse> page(Filter filter, Instant asOf, PageRequest request) {
        past.read(asOf);
        return tallies.page(filter, request).map(this::response);
    }

    @Transactional
    AdviceQuestionTallyResponse get(UUID id, Instant asOf) {
        past.read(asOf);
        return response(tallies.get(id));
    }

    private AdviceQuestionTallyResponse changed(AdviceQuestionTally tally) {
        tallies.flush();
        dataSet.markChanged();
        return response(tally);
    }

    private AdviceQuestionTallyResponse response(AdviceQuestionTally tally) {
        return tally.toResponse(!past.isRead());
    }

    private void refuseSame(AdviceQuestionTally tally, AdviceQuestionTally.Fields stated) {
        tallies.findSame(tally.id(), tally.programme(), stated).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("advice-tally.taken"), AdviceQuestionTallyResource.PATH + "/" + existing.id());
        });
    }

    private void check(AdviceQuestionTally.Fields stated) {
        ProblemException.together(
                () -> refuseEmpty(stated),
                () -> refuseContradiction(stated),
                () -> CountedDays.refuseFuture(stated.period(), clock.instant()));
    }

    private static void refuseContradiction(AdviceQuestionTally.Fields stated) {
        var most = StatedBounds.highest(stated.received());
        if (most.isPresent() && StatedBounds.lowest(stated.answered()).orElse(0) > most.getAsLong()) {
            throw ProblemException.violation(Violation.body(
                    "/answered",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", most.getAsLong()),
                    Text.of("advice.answered-above-received", most.getAsLong())));
        }
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
