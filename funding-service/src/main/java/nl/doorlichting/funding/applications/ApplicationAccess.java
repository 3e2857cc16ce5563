package nl.doorlichting.funding.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.funding.officers.Officers;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.funding.schemes.Scheme;
import nl.doorlichting.funding.schemes.Schemes;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;

/**
 * Which applications the caller sees, and what it may do with them now: the rule that refuses and the one that offers.
 */
@ApplicationScoped
class ApplicationAccess {
    /** Path of the list of its documents, and the name of the action. */
    private static final String DOCUMENTS = "documents";

    private final ApplicationRepository applications;
    private final Organisations organisations;
    private final Schemes schemes;
    private final Programmes programmes;
    private final Officers officers;
    private final CurrentCaller caller;
    private final MunicipalityRegister register;
    private final DutchCalendar calendar;

    ApplicationAccess(
            ApplicationRepository applications,
            Organisations organisations,
            Schemes schemes,
            Programmes programmes,
            Officers officers,
            CurrentCaller caller,
            MunicipalityRegister register,
            DutchCalendar calendar) {
        this.applications = applications;
        this.organisations = organisations;
        this.schemes = schemes;
        this.programmes = programmes;
        this.officers = officers;
        this.caller = caller;
        this.register = register;
        this.calendar = calendar;
    }

    PerformedBy act() {
        return new PerformedBy(caller.get().subject(), calendar.now());
    }

    Filter narrow(Filter filter) {
        return organisations.narrow(filter, "organisationId", FundingAccess.READ_EVERY_GRANT);
    }

    Application find(UUID id) {
        return visible(applications.findByIdOptional(id));
    }

    /** The application, if it is there and visible to the caller. */
    Optional<Application> peek(UUID id) {
        return applications
                .findByIdOptional(id)
                .filter(found -> organisations.shows(found.organisationId(), FundingAccess.READ_EVERY_GRANT));
    }

    /** The application of its applicant; 404 for any other caller. */
    Application findOwn(UUID id) {
        return own(applications.findByIdOptional(id));
    }

    /** The application, locked to be changed by its applicant; 404 for any other caller. */
    Application lockOwn(UUID id) {
        return own(applications.lock(id));
    }

    private Application own(Optional<Application> application) {
        return application
                .filter(found -> caller.get().belongsTo(found.organisationId()))
                .orElseThrow(ProblemException::notFound);
    }

    /** The application, locked to be handled by an officer. */
    Application lock(UUID id) {
        officers.meet();
        return visible(applications.lock(id));
    }

    private Application visible(Optional<Application> application) {
        return application
                .filter(found -> organisations.shows(found.organisationId(), FundingAccess.READ_EVERY_GRANT))
                .orElseThrow(ProblemException::notFound);
    }

    Scheme schemeOf(Application application) {
        return application.scheme() == null ? null : schemes.require(application.scheme());
    }

    /** Locks the scheme until the transaction ends where decisions have an order; which may be null. */
    void lockOrder(Scheme scheme) {
        if (scheme != null && scheme.allocationOrder() != null) {
            schemes.lock(scheme.code());
        }
    }

    /** What the application is held to today. */
    SubmissionRules rules(Application application, Scheme scheme) {
        var applicant = organisations.kindOf(application.organisationId()).orElseThrow();
        return new SubmissionRules(application, act().day(), scheme, applicant, programmes, register);
    }

    /** 409 with what is allowed instead, when the application's state does not allow this. */
    void refuse(Transition wanted, Application application, Scheme scheme) {
        var transitions = transitions(application, scheme);
        if (!transitions.allowed().contains(wanted)) {
            throw refusal(
                    wanted == Transition.ASSESSMENT && transitions.keepsScores()
                            ? Text.of("assessment.order-decided")
                            : Text.of("application.no-action-in-status", application.status(), wanted.path()),
                    application,
                    scheme);
        }
    }

    ProblemException refusal(Text detail, Application application, Scheme scheme) {
        return ProblemException.invalidState(detail, allowed(application, transitions(application, scheme)));
    }

    ApplicationTransitions transitions(Application application, Scheme scheme) {
        var decided = application.isRanked(scheme)
                && !applications.decided(List.of(scheme.code())).isEmpty();
        return application.transitions(act().day(), scheme, decided);
    }

    /** What this caller may do now. */
    private List<String> allowed(Application application, ApplicationTransitions transitions) {
        var asking = caller.get();
        var applicant = asking.may(FundingAccess.WRITE_APPLICATIONS) && asking.belongsTo(application.organisationId());
        var officer = asking.may(FundingAccess.DECIDE_APPLICATIONS);
        var steps = transitions.allowed().stream()
                .filter(transition -> transition.byApplicant() ? applicant : officer)
                .map(Transition::path);
        return Stream.concat(steps, applicant && transitions.takesDocuments() ? Stream.of(DOCUMENTS) : Stream.empty())
                .toList();
    }

    ApplicationResponse shown(Application application) {
        return application.toResponse(allowed(application, transitions(application, schemeOf(application))));
    }

    /** As {@link #shown(Application)}, with one query for the schemes of the page, and one for decisions under those that rank. */
    Page<ApplicationResponse> shown(Page<Application> page) {
        var codes = page.items().stream()
                .map(Application::scheme)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var byCode = schemes.all(codes);
        var ranking = page.items().stream()
                .filter(application ->
                        application.scheme() != null && application.isRanked(byCode.get(application.scheme())))
                .map(Application::scheme)
                .collect(Collectors.toSet());
        var decided = applications.decided(ranking);
        var today = act().day();
        return page.map(application -> {
            var own = application.scheme() == null ? null : byCode.get(application.scheme());
            var transitions = application.transitions(today, own, own != null && decided.contains(own.code()));
            return application.toResponse(allowed(application, transitions));
        });
    }
}
