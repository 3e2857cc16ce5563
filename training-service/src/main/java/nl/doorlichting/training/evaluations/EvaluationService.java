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

/** Takes answers from whoever holds a code, and shows what complete steps of them add up to. */
@ApplicationScoped
class EvaluationService {
    /** Nobody answers so long after the roll call; a later answer counts, but not with its session. */
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
        return EvaluationResponse.from(evaluation);
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

    /** A batch of the sessions that have been open for as long as they may; answers how many. */
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

    /** A trainer sees what was thought of the sessions that he gave. */
    private void refuseHidden(UUID sessionId) {
        var who = caller.get();
        var visible = who.may(AccessRule.READ_TRAININGS)
                ? evaluations.isSession(sessionId)
                : evaluations.isSessionOf(sessionId, who.subject());
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
