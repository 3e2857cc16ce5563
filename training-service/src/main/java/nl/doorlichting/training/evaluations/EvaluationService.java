package nl.doorlichting.training.evaluations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.UUID;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.training.DutchCalendar;
import nl.doorlichting.training.TrainingDataSet;

/** Stores answers that come with a valid code, and shows the sums of complete steps. */
@ApplicationScoped
class EvaluationService {
    /** From the roll call to the end of a session's steps. A later answer is counted, but not with its session. */
    private static final Duration OPEN = Duration.ofDays(30);

    private static final int BATCH = 100;

    private final EvaluationRepository evaluations;
    private final EvaluationSteps steps;
    private final TrainingDataSet dataSet;
    private final CurrentCaller caller;
    private final DutchCalendar calendar;

    EvaluationService(
            EvaluationRepository evaluations,
            EvaluationSteps steps,
            TrainingDataSet dataSet,
            CurrentCaller caller,
            DutchCalendar calendar) {
        this.evaluations = evaluations;
        this.steps = steps;
        this.dataSet = dataSet;
        this.caller = caller;
        this.calendar = calendar;
    }

    @Transactional
    EvaluationResponse evaluate(UUID sessionId, EvaluationRequest request) {
        if (!evaluations.spend(sessionId, EvaluationCode.typed(request.code()).hash())) {
            throw refusal(sessionId);
        }
        var evaluation = new Evaluation(sessionId, request);
        evaluations.persist(evaluation);
        steps.count(sessionId, evaluation.sums());
        dataSet.changed();
        return EvaluationResponse.from(sessionId, request);
    }

    @Transactional
    Page<EvaluationRemarkResponse> remarks(UUID sessionId, PageRequest request) {
        refuseUnknown(sessionId);
        return evaluations.remarks(sessionId, request).map(EvaluationRemarkResponse::from);
    }

    @Transactional
    EvaluationStatisticsResponse statistics(UUID sessionId) {
        refuseHidden(sessionId);
        return EvaluationStatisticsResponse.from(sessionId, steps.shown(sessionId));
    }

    /** Closes a batch of sessions whose time is over and returns its size. */
    @Transactional
    int closeSessions() {
        var closed = steps.closeSessions(calendar.now().minus(OPEN), BATCH);
        if (closed > 0) {
            dataSet.changed();
        }
        return closed;
    }

    private ProblemException refusal(UUID sessionId) {
        refuseUnknown(sessionId);
        return ProblemException.of(
                ProblemType.CODE_NOT_VALID, "This session has no such code, or it was used already.");
    }

    /** 404 to a trainer of other sessions. */
    private void refuseHidden(UUID sessionId) {
        var viewer = caller.get();
        var visible = viewer.may(AccessRule.READ_TRAININGS)
                ? evaluations.isSession(sessionId)
                : evaluations.isSessionOf(sessionId, viewer.subject());
        if (!visible) {
            throw ProblemException.notFound();
        }
    }

    private void refuseUnknown(UUID sessionId) {
        if (!evaluations.isSession(sessionId)) {
            throw ProblemException.notFound();
        }
    }
}
