package nl.doorlichting.funding.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.funding.awards.Awards;
import nl.doorlichting.funding.schemes.SchemeTerms;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** Decides applications; what a grant brings about is one transaction with it. */
@ApplicationScoped
class DecisionService {
    private final ApplicationRepository applications;
    private final ApplicationAccess access;
    private final ApplicationChecks checks;
    private final Awards awards;

    DecisionService(
            ApplicationRepository applications,
            ApplicationAccess access,
            ApplicationChecks checks,
            Awards awards) {
        this.applications = applications;
        this.access = access;
        this.checks = checks;
        this.awards = awards;
    }

    @Transactional
    ApplicationResponse decide(UUID id, DecisionRequest request) {
        var application = access.lock(id);
        var terms = access.terms(application);
        access.refuse(Transition.DECISION, application, terms);
        refuseOutcome(request.outcome(), application, terms);
        var awarded = request.awardedAmount();
        if (request.outcome() == DecisionOutcome.GRANTED) {
            refuseAward(request, application, terms);
        }
        application.decide(
                request.outcome(), request.reasons(), awarded == null ? null : awarded.amount(), access.act());
        applications.flush();
        if (request.outcome() == DecisionOutcome.GRANTED) {
            awards.grant(
                    id,
                    GrantedAward.of(application, awarded, request.budgetLineId(), awards.nextNumber(), access.act()));
        }
        return access.shown(application);
    }

    private void refuseOutcome(DecisionOutcome outcome, Application application, SchemeTerms terms) {
        var possible = access.lifecycle(application, terms).outcomes();
        if (!possible.contains(outcome)) {
            throw access.refusal(
                    "An application that is " + application.status + " cannot become " + outcome + " now, only "
                            + possible + ".",
                    application,
                    terms);
        }
    }

    private void refuseAward(DecisionRequest request, Application application, SchemeTerms terms) {
        var awarded = request.awardedAmount();
        var rules = checks.on(access.act().day(), application, terms);
        var violations = rules.wholeness();
        rules.checkShare("/awardedAmount", awarded, violations);
        var requested = ApplicationFinancing.money(application.financing.requestedAmount());
        if (requested != null && awarded.compareTo(requested) > 0) {
            violations.add(Violation.body(
                    "/awardedAmount",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", requested.amount().toPlainString()),
                    "No more is awarded than was requested."));
        }
        if (terms != null) {
            awards.check(application.organisationId, access.act().day(), terms, request.budgetLineId(), violations);
        }
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
    }
}
