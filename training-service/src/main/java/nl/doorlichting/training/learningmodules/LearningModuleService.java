package nl.doorlichting.training.learningmodules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.CountedDays;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.TrainingDataSet;

/** Records learning modules and their completions, changes them, and shows modules with the sum of completions. */
@ApplicationScoped
class LearningModuleService {
    private final LearningModuleRepository modules;
    private final LearningCompletionRepository completions;
    private final TrainingDataSet dataSet;
    private final RecordedPast past;
    private final CurrentCaller caller;
    private final Clock clock;

    LearningModuleService(
            LearningModuleRepository modules,
            LearningCompletionRepository completions,
            TrainingDataSet dataSet,
            RecordedPast past,
            CurrentCaller caller,
            Clock clock) {
        this.modules = modules;
        this.completions = completions;
        this.dataSet = dataSet;
        this.past = past;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    LearningModuleResponse record(LearningModuleRequest request) {
        modules.refuseDuplicate(
                request.programme(),
                request.reference(),
                Text.of("learning-module.reference-taken"),
                LearningModuleResource.PATH);
        var now = clock.instant();
        var module =
                new LearningModule(Ids.next(now), request, now, caller.get().subject());
        modules.persist(module);
        dataSet.markChanged();
        return response(module, Map.of());
    }

    @Transactional
    LearningModuleResponse change(UUID id, String ifMatch, MergePatch patch) {
        var module = modules.get(id);
        IfMatch.refuseStale(ifMatch, module.etag());
        var before = module.toRequest();
        module.change(patch.applyTo(before, LearningModuleRequest.class));
        if (!StrictJson.isUnchanged(before, module.toRequest())) {
            modules.flush();
            dataSet.markChanged();
        }
        return response(module);
    }

    @Transactional
    LearningCompletionResponse recordCompletions(UUID id, LearningCompletionRequest request) {
        modules.get(id);
        CountedDays.refuseFuture(request.period(), clock.instant());
        completions.findSame(id, request).ifPresent(existing -> refuseDuplicate(id));
        var now = clock.instant();
        var completion = new LearningCompletion(
                Ids.next(now), id, request, now, caller.get().subject());
        completions.persist(completion);
        dataSet.markChanged();
        return completion.toResponse(mayWrite());
    }

    /** The version before is kept. */
    @Transactional
    LearningCompletionResponse correct(UUID id, UUID completionId, MergePatch changes) {
        var completion = lock(id, completionId);
        var request = changes.correctionOf(completion.toCorrection(), LearningCompletionCorrectionRequest.class);
        CountedDays.refuseFuture(request.period(), clock.instant());
        completions
                .findSame(id, request.corrected())
                .filter(other -> !other.id().equals(completionId))
                .ifPresent(other -> refuseDuplicate(id));
        completion.correct(request.corrected(), request.reason(), caller.get().subject());
        return changed(completion);
    }

    /** From now on the number is in no sum. */
    @Transactional
    LearningCompletionResponse withdraw(UUID id, UUID completionId, RecordWithdrawalRequest request) {
        var completion = lock(id, completionId);
        completion.withdraw(new RecordWithdrawal(clock.instant(), caller.get().subject(), request.reason()));
        return changed(completion);
    }

    private LearningCompletion lock(UUID id, UUID completionId) {
        var completion = completions.lock(completionId);
        if (!completion.moduleId().equals(id)) {
            throw ProblemException.notFound();
        }
        return completion;
    }

    private LearningCompletionResponse changed(LearningCompletion completion) {
        completions.flush();
        dataSet.markChanged();
        return completion.toResponse(mayWrite());
    }

    /** Modules as they stand, or as they were recorded at a moment. */
    @Transactional
    Page<LearningModuleResponse> page(Filter filter, Instant asOf, PageRequest request) {
        past.read(asOf);
        var page = modules.page(filter, request);
        var sums =
                completions.sums(page.items().stream().map(LearningModule::id).toList());
        return page.map(module -> response(module, sums));
    }

    /** Numbers as they stand, or as they were recorded at a moment. */
    @Transactional
    Page<LearningCompletionResponse> completions(UUID id, Filter filter, Instant asOf, PageRequest request) {
        past.read(asOf);
        modules.get(id);
        return completions
                .page(filter.equal("moduleId", id), request)
                .map(completion -> completion.toResponse(mayWrite()));
    }

    @Transactional
    LearningModuleResponse get(UUID id, Instant asOf) {
        past.read(asOf);
        return response(modules.get(id));
    }

    private static void refuseDuplicate(UUID id) {
        throw ProblemException.alreadyExists(
                Text.of("learning-module.completions-recorded"),
                LearningModuleResource.PATH + "/" + id + "/completions");
    }

    private LearningModuleResponse response(LearningModule module) {
        return response(module, completions.sums(List.of(module.id())));
    }

    private LearningModuleResponse response(LearningModule module, Map<UUID, QuantitySum> sums) {
        return module.toResponse(
                sums.getOrDefault(module.id(), QuantitySum.ZERO).aggregate(), mayWrite());
    }

    private boolean mayWrite() {
        return !past.isRead() && caller.get().may(TrainingAccess.WRITE_TRAININGS);
    }
}
