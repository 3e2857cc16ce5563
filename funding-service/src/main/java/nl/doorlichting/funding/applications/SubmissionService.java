package nl.doorlichting.funding.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import nl.doorlichting.platform.problems.ProblemException;

/** What an applicant does with an application as a whole. */
@ApplicationScoped
class SubmissionService {
    private final ApplicationRepository applications;
    private final ApplicationAccess access;
    private final ApplicationChecks checks;

    SubmissionService(ApplicationRepository applications, ApplicationAccess access, ApplicationChecks checks) {
        this.applications = applications;
        this.access = access;
        this.checks = checks;
    }

    /** What a submission would be refused for; changes nothing. */
    @Transactional
    ApplicationCheckResponse check(UUID id) {
        return new ApplicationCheckResponse(rules(access.lockOwn(id)).violations());
    }

    @Transactional
    ApplicationResponse submit(UUID id) {
        var application = access.lockOwn(id);
        var violations = rules(application).violations();
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
        application.submit(access.act());
        applications.flush();
        return access.shown(application);
    }

    private SubmissionRules rules(Application application) {
        var terms = access.terms(application);
        access.refuse(Transition.SUBMISSION, application, terms);
        return checks.on(access.act().day(), application, terms);
    }

    @Transactional
    ApplicationResponse withdraw(UUID id, WithdrawalRequest request) {
        var application = access.lockOwn(id);
        access.refuse(Transition.WITHDRAWAL, application, access.terms(application));
        application.withdraw(request.reason(), access.act());
        applications.flush();
        return access.shown(application);
    }
}
