package nl.doorlichting.training.trainingsessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.training.TrainingDataSet;

/** Records how many came to a session without names, and corrects it. */
@ApplicationScoped
class HeadCountService {
    private final TrainingSessionRepository sessions;
    private final SessionChecks checks;
    private final TrainingDataSet dataSet;
    private final SessionViewer viewer;

    HeadCountService(
            TrainingSessionRepository sessions, SessionChecks checks, TrainingDataSet dataSet, SessionViewer viewer) {
        this.sessions = sessions;
        this.checks = checks;
        this.dataSet = dataSet;
        this.viewer = viewer;
    }

    @Transactional
    TrainingSessionResponse record(UUID id, HeadCountRequest request) {
        var session = sessions.findForChange(id).orElseThrow(ProblemException::notFound);
        session.hold(SessionAction.HEAD_COUNT, viewer.today().day());
        var group = checks.targetGroup(session, request.targetGroup());
        return stored(session, HeadCount.byHand(id, request.participants(), group));
    }

    @Transactional
    TrainingSessionResponse correct(UUID id, HeadCountCorrectionRequest request) {
        var session = sessions.findForChange(id).orElseThrow(ProblemException::notFound);
        session.require(SessionAction.CORRECTION, viewer.today().day());
        var before = sessions.latest(id, CountMethod.HEAD_COUNT);
        var group = checks.targetGroup(session, request.targetGroup());
        return stored(
                session, HeadCount.byHand(id, request.participants(), group).after(before, request.reason()));
    }

    private TrainingSessionResponse stored(TrainingSession session, HeadCount count) {
        sessions.add(count.recorded(viewer.today().now(), viewer.caller().subject()));
        dataSet.changed();
        return viewer.show(session, count);
    }
}
