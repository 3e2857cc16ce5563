package nl.doorlichting.funding.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** What an officer does with an application before it is decided. */
@ApplicationScoped
class CaseProgressService {
    private final ApplicationRepository applications;
    private final ApplicationAccess access;

    CaseProgressService(ApplicationRepository applications, ApplicationAccess access) {
        this.applications = applications;
        this.access = access;
    }

    @Transactional
    ApplicationResponse requestCompletion(UUID id, CompletionRequest request) {
        var application = lock(id, Transition.COMPLETION_REQUEST);
        var act = access.act();
        refusePast(request.deadline(), act.day());
        application.requestCompletion(request.deadline(), request.missing(), act);
        return stored(application);
    }

    private static void refusePast(LocalDate deadline, LocalDate today) {
        if (!deadline.isAfter(today)) {
            throw ProblemException.violation(Violation.body(
                    "/deadline",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", today.plusDays(1).toString()),
                    "The applicant gets at least a day to complete it."));
        }
    }

    @Transactional
    ApplicationResponse assign(UUID id, AssignmentRequest request) {
        var application = lock(id, Transition.ASSIGNMENT);
        application.assign(request.officer());
        return stored(application);
    }

    @Transactional
    ApplicationResponse assess(UUID id, AssessmentRequest request) {
        var application = lock(id, Transition.ASSESSMENT);
        var scores = request.scores().stream().map(ScoreRequest::toScore).toList();
        application.assess(scores, request.advice(), access.act());
        return stored(application);
    }

    private Application lock(UUID id, Transition wanted) {
        var application = access.lock(id);
        access.refuse(wanted, application, access.terms(application));
        return application;
    }

    private ApplicationResponse stored(Application application) {
        applications.flush();
        return access.shown(application);
    }
}
