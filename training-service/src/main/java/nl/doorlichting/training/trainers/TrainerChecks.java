package nl.doorlichting.training.trainers;

import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** What must hold before a trainer is stored or changed. */
@ApplicationScoped
class TrainerChecks {
    private final TrainerRepository trainers;

    TrainerChecks(TrainerRepository trainers) {
        this.trainers = trainers;
    }

    /** 409 without such a trainer or session, and for a subject that is known. */
    void refuse(TrainerRequest request) {
        if (request.trainedBy() != null
                && trainers.findByIdOptional(request.trainedBy()).isEmpty()) {
            throw unknown("trainedBy is not the id of a trainer.");
        }
        if (request.trainedInSessionId() != null && !trainers.isSession(request.trainedInSessionId())) {
            throw unknown("trainedInSessionId is not the id of a training session.");
        }
        trainers.findBySubject(request.subject()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    "There is a trainer with this subject.", TrainerResource.PATH + "/" + existing.id);
        });
    }

    /** 400 for a change that makes somebody else of a trainer. */
    static void refuseOther(TrainerRequest current, TrainerRequest changed) {
        if (!changed.isSameTrainer(current)) {
            throw ProblemException.violation(Violation.body(
                    "",
                    ViolationCode.NOT_ALLOWED,
                    "Of a trainer only label and organisationId change: what was trained by whom stays."));
        }
    }

    private static ProblemException unknown(String detail) {
        return ProblemException.of(ProblemType.REFERENCE_UNKNOWN, detail);
    }
}
