package nl.doorlichting.funding.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.RangeChecks;
import nl.doorlichting.funding.awards.AwardRequest;
import nl.doorlichting.funding.awards.Awards;
import nl.doorlichting.funding.officers.Officers;
import nl.doorlichting.funding.projects.Projects;
import nl.doorlichting.funding.schemes.AllocationOrder;
import nl.doorlichting.funding.schemes.Scheme;
import nl.doorlichting.funding.schemes.SchemeCondition;
import nl.doorlichting.funding.schemes.SchemeConditionRequest;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** What an officer does with an application. What a grant brings about is one transaction with it. */
@ApplicationScoped
class CaseHandlingService implements BodyRules {
    private final ApplicationRepository applications;
    private final ApplicationAccess access;
    private final Awards awards;
    private final Projects projects;
    private final Officers officers;

    CaseHandlingService(
            ApplicationRepository applications,
            ApplicationAccess access,
            Awards awards,
            Projects projects,
            Officers officers) {
        this.applications = applications;
        this.access = access;
        this.awards = awards;
        this.projects = projects;
        this.officers = officers;
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
        officers.refuseUnknown(request.officer());
        application.assign(request.officer(), access.act());
        return stored(application);
    }

    @Transactional
    ApplicationResponse assess(UUID id, AssessmentRequest request) {
        var application = access.lock(id);
        var scheme = access.schemeOf(application);
        if (application.isRanked(scheme)) {
            // A decision at this moment comes before or after.
            access.lockOrder(scheme);
        }
        access.refuse(Transition.ASSESSMENT, application, scheme);
        ProblemException.refuse(violations(request, application));
        var scores = request.scores().stream()
                .map(AssessmentRequest.CriterionScore::toScore)
                .toList();
        application.assess(scores, request.advice(), request.reason(), scheme, access.act());
        return stored(application);
    }

    /** Notes a correction of an assessment without a reason, and a reason of a first one. */
    private static List<Violation> violations(AssessmentRequest request, Application application) {
        if (application.isAssessed() && request.reason() == null) {
            return List.of(Violation.body("/reason", ViolationCode.REQUIRED, Text.of("assessment.reason-required")));
        }
        return !application.isAssessed() && request.reason() != null
                ? List.of(Violation.body("/reason", ViolationCode.NOT_ALLOWED, Text.of("assessment.first")))
                : List.of();
    }

    @Transactional
    ApplicationResponse decide(UUID id, DecisionRequest request) {
        var application = access.lock(id);
        var scheme = access.schemeOf(application);
        access.refuse(Transition.DECISION, application, scheme);
        refuseOutcome(request.outcome(), application, scheme);
        // Decisions under one order of allocation queue here.
        access.lockOrder(scheme);
        ProblemException.together(
                () -> {
                    if (request.outcome() == DecisionRequest.Outcome.GRANTED) {
                        refuseAward(request, application, scheme);
                    }
                },
                () -> refuseOutOfOrder(request, application, scheme));
        application.decide(request, access.act());
        applications.flush();
        if (request.outcome() == DecisionRequest.Outcome.GRANTED) {
            application.grantedAs(grant(request, application));
        }
        return access.shown(application);
    }

    /** Wants a reason for a decision against the order of allocation of the scheme (Awb 4:26), and for no other. */
    private void refuseOutOfOrder(DecisionRequest request, Application application, Scheme scheme) {
        var ordered = scheme != null && request.outcome() != DecisionRequest.Outcome.NOT_CONSIDERED;
        var passedOver = ordered
                ? applications.passedOver(application, request.outcome(), scheme.allocationOrder())
                : List.<UUID>of();
        AllocationOrder.refuseOutOfOrder(
                scheme == null ? null : scheme.allocationOrder(), passedOver, request.outOfOrderReason());
    }

    /** The award of the decision, with the project that it names or makes; returns its id. */
    private UUID grant(DecisionRequest request, Application application) {
        var number = awards.nextNumber();
        var project = request.newProject() == null
                ? request.projectId()
                : projects.make(application.toProject(request.newProject(), "award " + number));
        var conditions = request.conditions() == null
                ? List.<SchemeCondition>of()
                : request.conditions().stream()
                        .map(SchemeConditionRequest::toCondition)
                        .toList();
        return awards.grant(
                application.toBasis(number, request.year(), access.act()),
                application.toDescription(project, request.budgetLineId()),
                application.toTerms(request.awardedAmount(), request.instalments()),
                conditions);
    }

    private void refuseOutcome(DecisionRequest.Outcome outcome, Application application, Scheme scheme) {
        var possible = access.transitions(application, scheme).outcomes();
        if (!possible.contains(outcome)) {
            throw access.refusal(
                    possible.isEmpty()
                            ? Text.of("application.no-outcome", application.status())
                            : Text.of("application.outcome-impossible", application.status(), outcome, possible),
                    application,
                    scheme);
        }
    }

    private void refuseAward(DecisionRequest request, Application application, Scheme scheme) {
        var violations = awardViolations(request, application, scheme);
        if (scheme == null) {
            throw ProblemException.violations(violations);
        }
        ProblemException.together(
                () -> ProblemException.refuse(violations),
                () -> projects.refuseUnknown(scheme.programme(), request.projectId()),
                () -> awards.refuseUnknownLine(scheme.programme(), request.budgetLineId()));
    }

    /** Notes what stands in the way of the award. Any field of the request can be null. */
    private List<Violation> awardViolations(DecisionRequest request, Application application, Scheme scheme) {
        var awarded = request.awardedAmount();
        var rules = access.rules(application, scheme);
        var violations = rules.wholeness();
        if (awarded != null) {
            rules.checkShare("/awardedAmount", awarded, violations);
        }
        var requested = Money.euros(application.financing().requestedAmount());
        if (awarded != null && requested != null && awarded.compareTo(requested) > 0) {
            violations.add(Violation.body(
                    "/awardedAmount/amount",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", requested.amount().toPlainString()),
                    Text.of("decision.more-than-requested")));
        }
        if (scheme == null) {
            return violations;
        }
        var today = access.act().day();
        awards.check(application.organisationId(), today, scheme, request.budgetLineId(), violations);
        awards.check(
                scheme.programme(),
                request.year(),
                new AwardRequest.Terms(awarded, null, null, null, request.instalments()),
                today,
                violations);
        checkConditions(request, scheme, today, violations);
        return violations;
    }

    /** What else is wrong with a step that is refused for its form. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        if (body instanceof CompletionRequest completion && completion.deadline() != null) {
            var violations = new ArrayList<Violation>();
            ProblemException.note(
                    violations,
                    () -> refusePast(completion.deadline(), access.act().day()));
            return violations;
        }
        if (body instanceof AssessmentRequest assessment) {
            return BodyRules.id(path)
                    .flatMap(access::peek)
                    .map(application -> violations(assessment, application))
                    .orElse(List.of());
        }
        if (!(body instanceof DecisionRequest request) || request.outcome() == null) {
            return List.of();
        }
        return BodyRules.id(path)
                .flatMap(access::peek)
                .filter(application -> access.transitions(application, access.schemeOf(application))
                        .outcomes()
                        .contains(request.outcome()))
                .map(application -> {
                    var scheme = access.schemeOf(application);
                    var violations = new ArrayList<Violation>();
                    if (request.outcome() == DecisionRequest.Outcome.GRANTED) {
                        ProblemException.note(violations, () -> refuseAward(request, application, scheme));
                    }
                    ProblemException.note(violations, () -> refuseOutOfOrder(request, application, scheme));
                    return violations;
                })
                .orElse(new ArrayList<>());
    }

    /** Notes conditions that are due before today, or that the state could enforce on what a municipality spends freely. */
    private static void checkConditions(
            DecisionRequest request, Scheme scheme, LocalDate today, List<Violation> violations) {
        var isDecentralisationGrant = scheme.fundingInstrument() == FundingInstrument.DECENTRALISATION_GRANT;
        for (int i = 0; request.conditions() != null && i < request.conditions().size(); i++) {
            var condition = request.conditions().get(i);
            if (condition == null) {
                continue;
            }
            if (isDecentralisationGrant && Boolean.TRUE.equals(condition.enforceable())) {
                violations.add(SchemeCondition.notEnforceable("/conditions/" + i + "/enforceable"));
            }
            RangeChecks.notBefore("/conditions/" + i + "/dueDate", condition.dueDate(), today, violations);
        }
    }

    private Application lock(UUID id, Transition wanted) {
        var application = access.lock(id);
        access.refuse(wanted, application, access.schemeOf(application));
        return application;
    }

    private ApplicationResponse stored(Application application) {
        applications.flush();
        return access.shown(application);
    }
}
