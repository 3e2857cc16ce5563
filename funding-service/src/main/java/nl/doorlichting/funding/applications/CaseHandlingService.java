package nl.doorlichting.funding.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.funding.awards.Awards;
import nl.doorlichting.funding.schemes.SchemeTerms;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** What an officer does with an application. What a grant brings about is one transaction with it. */
@ApplicationScoped
class CaseHandlingService {
    private final ApplicationRepository applications;
    private final ApplicationAccess access;
    private final Awards awards;

    CaseHandlingService(ApplicationRepository applications, ApplicationAccess access, Awards awards) {
        this.applications = applications;
        this.access = access;
        this.awards = awards;
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
                    Text.of("completion.deadline-too-early")));
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
        var scores = request.scores().stream()
                .map(AssessmentRequest.CriterionScore::toScore)
                .toList();
        application.assess(scores, request.advice(), access.act());
        return stored(application);
    }

    @Transactional
    ApplicationResponse decide(UUID id, DecisionRequest request) {
        var application = access.lock(id);
        var terms = access.terms(application);
        access.refuse(Transition.DECISION, application, terms);
        refuseOutcome(request.outcome(), application, terms);
        var awarded = request.awardedAmount();
        if (request.outcome() == DecisionRequest.Outcome.GRANTED) {
            refuseAward(request, application, terms);
        }
        application.decide(
                request.outcome(), request.reasons(), awarded == null ? null : awarded.amount(), access.act());
        applications.flush();
        if (request.outcome() == DecisionRequest.Outcome.GRANTED) {
            awards.grant(
                    application.toGrant(awards.nextNumber(), access.act()),
                    application.toDescription(request.budgetLineId()),
                    application.toTerms(awarded));
        }
        return access.shown(application);
    }

    private void refuseOutcome(DecisionRequest.Outcome outcome, Application application, SchemeTerms terms) {
        var possible = access.lifecycle(application, terms).outcomes();
        if (!possible.contains(outcome)) {
            throw access.refusal(
                    possible.isEmpty()
                            ? Text.of("application.no-outcome", application.status())
                            : Text.of("application.outcome-impossible", application.status(), outcome, possible),
                    application,
                    terms);
        }
    }

    private void refuseAward(DecisionRequest request, Application application, SchemeTerms terms) {
        var awarded = request.awardedAmount();
        var rules = access.rules(application, terms);
        var violations = rules.wholeness();
        rules.checkShare("/awardedAmount", awarded, violations);
        var requested = ApplicationFinancing.money(application.financing().requestedAmount());
        if (requested != null && awarded.compareTo(requested) > 0) {
            violations.add(Violation.body(
                    "/awardedAmount",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", requested.amount().toPlainString()),
                    Text.of("decision.more-than-requested")));
        }
        if (terms != null) {
            awards.check(application.organisationId(), access.act().day(), terms, request.budgetLineId(), violations);
        }
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
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
