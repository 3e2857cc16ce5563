package nl.doorlichting.training.trainers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.personaldata.PersonalData;

/** Records trainers, and shows who was trained by whom and what they gave since. */
@ApplicationScoped
class TrainerService {
    private final TrainerRepository trainers;
    private final TrainerFigures figures;
    private final TrainerChecks checks;
    private final TrainingDataSet dataSet;
    private final PersonalData data;
    private final Recorder recorder;

    TrainerService(
            TrainerRepository trainers,
            TrainerFigures figures,
            TrainerChecks checks,
            TrainingDataSet dataSet,
            PersonalData data,
            Recorder recorder) {
        this.trainers = trainers;
        this.figures = figures;
        this.checks = checks;
        this.dataSet = dataSet;
        this.data = data;
        this.recorder = recorder;
    }

    @Transactional
    TrainerResponse record(TrainerRequest request) {
        checks.refuse(request);
        var now = recorder.now();
        var trainer = new Trainer(Ids.next(now), request, now, recorder.subject(), data);
        trainers.persist(trainer);
        trainers.flush();
        dataSet.changed();
        return response(trainer);
    }

    @Transactional
    TrainerResponse change(UUID id, String ifMatch, MergePatch patch) {
        var trainer = trainers.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        IfMatch.refuseStale(ifMatch, trainer.etag());
        var current = TrainerRequest.of(trainer, data);
        var changed = patch.applyTo(current, TrainerRequest.class);
        TrainerChecks.refuseOther(current, changed);
        trainer.rename(changed, recorder.now(), data);
        trainers.flush();
        dataSet.changed();
        return response(trainer);
    }

    @Transactional
    Page<TrainerResponse> page(Filter filter, PageRequest request) {
        var visible = isCoordinator() ? filter : filter.equal("subject", recorder.subject());
        var page = trainers.page(visible, request);
        var given =
                figures.ofEach(page.items().stream().map(trainer -> trainer.id).toList(), null);
        return page.map(trainer -> TrainerResponse.from(
                trainer,
                trainer.label(data),
                given.getOrDefault(trainer.id, TrainerFigures.Given.NOTHING),
                isCoordinator()));
    }

    @Transactional
    TrainerResponse get(UUID id) {
        return trainers.findByIdOptional(id)
                .filter(trainer -> isCoordinator() || trainer.subject.equals(recorder.subject()))
                .map(this::response)
                .orElseThrow(ProblemException::notFound);
    }

    @Transactional
    TrainerStatisticsResponse statistics(UUID root, String programme) {
        var revision = dataSet.revision();
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
        var given = figures.ofEach(List.of(trainer.id), null);
        return TrainerResponse.from(
                trainer,
                trainer.label(data),
                given.getOrDefault(trainer.id, TrainerFigures.Given.NOTHING),
                isCoordinator());
    }

    // Figures are for others too, who may not read of trainers.
    private String labelToCaller(TrainerFigures.Descendant trainer) {
        return recorder.may(AccessRule.READ_TRAINERS) ? trainer.label(data) : "";
    }

    private boolean isCoordinator() {
        return recorder.may(AccessRule.WRITE_TRAININGS);
    }
}
