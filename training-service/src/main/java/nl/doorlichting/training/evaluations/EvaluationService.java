package nl.doorlichting.training.evaluations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.UUID;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.trainingsessions.TrainingSessions;

/** Stores answers that come with a valid code, and shows the sums of complete steps. */
@ApplicationScoped
class EvaluationService {
    /** From the roll call to the end of a session's steps. A later answer is counted, but not with its session. */
    private static final Duration OPEN = Duration.ofDays(30);

    private static final int BATCH = 100;

    private final EvaluationRepository evaluations;
    private final EvaluationSteps steps;
    private final TrainingDataSet dataSet;
    private final TrainingSessions sessions;
    private final DutchCalendar calendar;

    EvaluationService(
            EvaluationRepository evaluations,
            EvaluationSteps steps,
            TrainingDataSet dataSet,
            TrainingSessions sessions,
            DutchCalendar calendar) {
        this.evaluations = evaluations;
        this.steps = steps;
        this.dataSet = dataSet;
        this.sessions = sessions;
        this.calendar = calendar;
    }

    @Transactional
    EvaluationResponse evaluate(UUID sessionId, EvaluationRequest request) {
        if (!evaluations.useCode(sessionId, EvaluationCode.typed(request.code()).hash())) {
            sessions.get(sessionId);
            throw ProblemException.of(ProblemType.CODE_NOT_VALID, Text.of("evaluation.code-not-valid"));
        }
        var evaluation = new Evaluation(sessionId, request);
        evaluations.persist(evaluation);
        steps.count(sessionId, evaluation.sums());
        dataSet.markChanged();
        return EvaluationResponse.from(sessionId, request);
    }

    @Transactional
    Page<EvaluationRemarkResponse> remarks(UUID sessionId, PageRequest request) {
        sessions.get(sessionId);
        return evaluations.remarks(sessionId, request).map(EvaluationRemarkResponse::from);
    }

    @Transactional
    EvaluationStatisticsResponse statistics(UUID sessionId) {
        sessions.getForStaff(sessionId);
        return EvaluationStatisticsResponse.from(sessionId, steps.shown(sessionId));
    }

    /** Closes a batch of sessions whose time is over and returns its size. */
    @Transactional
    int closeSessions() {
        var closed = steps.closeSessions(calendar.now().minus(OPEN), BATCH);
        if (closed > 0) {
            dataSet.markChanged();
        }
        return closed;
    }
}
