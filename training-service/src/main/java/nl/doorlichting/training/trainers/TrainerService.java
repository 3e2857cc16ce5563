package nl.doorlichting.training.trainers;

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
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.trainingsessions.TrainingSessions;

/** Records and changes trainers, and shows by whom they were trained and what they gave since. */
@ApplicationScoped
class TrainerService implements BodyRules {
    private final TrainerRepository trainers;
    private final TrainerFigures figures;
    private final TrainingSessions sessions;
    private final TrainingDataSet dataSet;
    private final PersonalData data;
    private final CurrentCaller caller;
    private final Clock clock;

    TrainerService(
            TrainerRepository trainers,
            TrainerFigures figures,
            TrainingSessions sessions,
            TrainingDataSet dataSet,
            PersonalData data,
            CurrentCaller caller,
            Clock clock) {
        this.trainers = trainers;
        this.figures = figures;
        this.sessions = sessions;
        this.dataSet = dataSet;
        this.data = data;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    TrainerResponse record(TrainerRequest request) {
        check(request);
        var now = clock.instant();
        var trainer = new Trainer(Ids.next(now), request, now, caller.get().subject(), data);
        trainers.persist(trainer);
        trainers.flush();
        dataSet.markChanged();
        return response(trainer);
    }

    @Transactional
    TrainerResponse change(UUID id, String ifMatch, MergePatch patch) {
        var trainer = trainers.get(id);
        IfMatch.refuseStale(ifMatch, trainer.etag());
        var current = trainer.toRequest(data);
        var changed = patch.applyTo(current, TrainerRequest.class);
        refuseOther(current, changed);
        trainer.change(changed, clock.instant(), data);
        if (!StrictJson.isUnchanged(current, trainer.toRequest(data))) {
            trainers.flush();
            dataSet.markChanged();
        }
        return response(trainer);
    }

    @Transactional
    Page<TrainerResponse> page(Filter filter, Instant asOf, PageRequest request) {
        sessions.readPast(asOf);
        var visible =
                isCoordinator() ? filter : filter.equal("subject", caller.get().subject());
        var page = trainers.page(visible, request);
        var given = figures.ofEach(page.items().stream().map(Trainer::id).toList(), null);
        return page.map(trainer -> response(trainer, given));
    }

    /** As recorded at the moment, without the label; as it is for null. */
    @Transactional
    TrainerResponse get(UUID id, Instant asOf) {
        sessions.readPast(asOf);
        return trainers.findByIdOptional(id)
                .filter(trainer ->
                        isCoordinator() || trainer.subject().equals(caller.get().subject()))
                .map(this::response)
                .orElseThrow(ProblemException::notFound);
    }

    @Transactional
    TrainerStatisticsResponse statistics(UUID root, String programme) {
        var revision = dataSet.beginConsistentRead();
        var lineage = figures.lineage(root);
        var ids = lineage.stream().map(TrainerFigures.Descendant::id).toList();
        return TrainerStatisticsResponse.from(
                lineage,
                this::labelToCaller,
                figures.ofEach(ids, programme),
                figures.together(ids, programme),
                revision);
    }

    private TrainerResponse response(Trainer trainer) {
        return response(trainer, figures.ofEach(List.of(trainer.id()), null));
    }

    private TrainerResponse response(Trainer trainer, Map<UUID, TrainerFigures.Given> given) {
        return trainer.toResponse(
                data,
                given.getOrDefault(trainer.id(), TrainerFigures.Given.NOTHING),
                isCoordinator() && !sessions.readsPast());
    }

    // Some callers may read the figures but not the labels.
    private String labelToCaller(TrainerFigures.Descendant trainer) {
        return caller.get().may(TrainingAccess.READ_TRAINERS) ? trainer.label(data) : "";
    }

    private boolean isCoordinator() {
        return caller.get().may(TrainingAccess.WRITE_TRAININGS);
    }

    /** 409 when there is no such trainer or session, and for a subject that is already recorded. */
    private void check(TrainerRequest request) {
        ProblemException.together(
                () -> refuseUnknownTrainer(request.trainedBy()),
                () -> refuseUnknownSession(request.trainedInSessionId()),
                () -> trainers.findBySubject(request.subject()).ifPresent(TrainerService::refuseSecond));
    }

    /** What else is wrong with a trainer that is refused for its form. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof TrainerRequest request
                ? ProblemException.noted(
                        () -> refuseUnknownTrainer(request.trainedBy()),
                        () -> refuseUnknownSession(request.trainedInSessionId()))
                : List.of();
    }

    private void refuseUnknownTrainer(UUID id) {
        if (id != null && trainers.findByIdOptional(id).isEmpty()) {
            throw ProblemException.unknownReference("/trainedBy", Text.of("trainer.trained-by-unknown"));
        }
    }

    private void refuseUnknownSession(UUID id) {
        if (id != null && sessions.byId(List.of(id)).isEmpty()) {
            throw ProblemException.unknownReference("/trainedInSessionId", Text.of("trainer.session-unknown"));
        }
    }

    private static void refuseSecond(Trainer existing) {
        throw ProblemException.alreadyExists(
                Text.of("trainer.subject-taken"), TrainerResource.PATH + "/" + existing.id());
    }

    /** 400 for a change of another field than label and organisationId. */
    private static void refuseOther(TrainerRequest current, TrainerRequest changed) {
        if (!changed.isSameTrainer(current)) {
            throw ProblemException.violation(
                    Violation.body("", ViolationCode.NOT_ALLOWED, Text.of("trainer.immutable")));
        }
    }
}
