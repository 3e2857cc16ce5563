package nl.doorlichting.training.evaluations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import nl.doorlichting.kernel.access.AccessRule;
import nl.doorlichting.kernel.caller.CurrentCaller;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.paging.PageRequest;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.ProblemType;
import nl.doorlichting.training.TrainingDataSet;

/** Takes answers from whoever holds a code, and shows what they add up to. */
@ApplicationScoped
class EvaluationService {
    private final EvaluationRepository evaluations;
    private final TrainingDataSet dataSet;
    private final CurrentCaller caller;

    EvaluationService(EvaluationRepository evaluations, TrainingDataSet dataSet, CurrentCaller caller) {
        this.evaluations = evaluations;
        this.dataSet = dataSet;
        this.caller = caller;
    }

    @Transactional
    EvaluationResponse evaluate(UUID sessionId, EvaluationRequest request) {
        if (!evaluations.spend(sessionId, EvaluationCode.typed(request.code()).hash())) {
            throw refusal(sessionId);
        }
        var evaluation = new Evaluation(sessionId, request);
        evaluations.persist(evaluation);
        evaluations.count(evaluation);
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
        return EvaluationStatisticsResponse.from(sessionId, evaluations.sums(sessionId));
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
