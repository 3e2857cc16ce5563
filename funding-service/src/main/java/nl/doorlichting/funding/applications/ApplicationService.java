package nl.doorlichting.funding.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.ImmutableFields;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.funding.schemes.Scheme;
import nl.doorlichting.funding.schemes.Schemes;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;

/** What an applicant does with an application, and what can be read. {@link CaseHandlingService} does the rest. */
@ApplicationScoped
class ApplicationService implements BodyRules {
    private final ApplicationRepository applications;
    private final ApplicationAccess access;
    private final Organisations organisations;
    private final Schemes schemes;
    private final Programmes programmes;
    private final CurrentCaller caller;
    private final RecordedPast past;

    ApplicationService(
            ApplicationRepository applications,
            ApplicationAccess access,
            Organisations organisations,
            Schemes schemes,
            Programmes programmes,
            CurrentCaller caller,
            RecordedPast past) {
        this.applications = applications;
        this.access = access;
        this.organisations = organisations;
        this.schemes = schemes;
        this.programmes = programmes;
        this.caller = caller;
        this.past = past;
    }

    @Transactional
    ApplicationResponse create(ApplicationRequest request) {
        var applicant = applicant(request.organisationId());
        var act = access.act();
        var application = new Application(Ids.next(act.at()), applicant, request, schemeOf(request), act);
        applications.persistAndFlush(application);
        return access.shown(application);
    }

    /** The caller applies for its own organisation; 404 for any other. */
    private String applicant(String asked) {
        var own = caller.get().organisation();
        if (own == null) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("application.token-without-organisation"));
        }
        if (asked != null && !asked.equals(own)) {
            throw ProblemException.notFound();
        }
        organisations.refuseUnknownOwn(own);
        return own;
    }

    /** The scheme, null without one; 400 for a period with days outside its programme. */
    private Scheme schemeOf(ApplicationRequest request) {
        if (request.scheme() == null) {
            return null;
        }
        var scheme = schemes.require(request.scheme());
        var violations = new ArrayList<Violation>();
        programmes.checkPeriod(scheme.programme(), request.period(), violations);
        ProblemException.refuse(violations);
        return scheme;
    }

    /** A scheme that is not there, or a period outside its programme, beside what is wrong with the rest. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        if (!(body instanceof ApplicationRequest request) || request.scheme() == null) {
            return List.of();
        }
        var violations = new ArrayList<Violation>();
        schemes.find(request.scheme())
                .ifPresentOrElse(
                        scheme -> programmes.checkPeriod(scheme.programme(), request.period(), violations),
                        () -> violations.add(schemes.unknown(request.scheme())));
        return violations;
    }

    @Transactional
    ApplicationResponse change(UUID id, String ifMatch, MergePatch patch) {
        var application = access.lockOwn(id);
        IfMatch.refuseStale(ifMatch, application.etag());
        access.refuse(Transition.UPDATE, application, access.schemeOf(application));
        var changed = patch.applyTo(application.toRequest(), ApplicationRequest.class);
        ImmutableFields.refuseChange("/organisationId", application.organisationId(), changed.organisationId());
        var scheme = schemeOf(changed);
        if (!application.isUnchangedBy(changed, scheme)) {
            application.change(changed, scheme);
            applications.flush();
        }
        return access.shown(application);
    }

    @Transactional
    Page<ApplicationResponse> page(Filter filter, Instant asOf, PageRequest request) {
        past.read(asOf);
        var page = applications.page(access.narrow(filter), request);
        return past.isRead() ? page.map(application -> application.toResponse(List.of())) : access.shown(page);
    }

    @Transactional
    ApplicationResponse get(UUID id, Instant asOf) {
        past.read(asOf);
        var application = access.find(id);
        return past.isRead() ? application.toResponse(List.of()) : access.shown(application);
    }

    /** What a submission would be refused for; changes nothing. */
    @Transactional
    ApplicationCheckResponse check(UUID id) {
        return new ApplicationCheckResponse(rules(access.findOwn(id)).violations().stream()
                .sorted(Violation.ORDER)
                .toList());
    }

    @Transactional
    ApplicationResponse submit(UUID id) {
        var application = access.lockOwn(id);
        var violations = rules(application).violations();
        ProblemException.refuse(violations);
        application.submit(access.act());
        applications.flush();
        return access.shown(application);
    }

    @Transactional
    ApplicationResponse withdraw(UUID id, ApplicationWithdrawalRequest request) {
        var application = access.lockOwn(id);
        access.refuse(Transition.WITHDRAWAL, application, access.schemeOf(application));
        application.withdraw(request.reason(), access.act());
        applications.flush();
        return access.shown(application);
    }

    private SubmissionRules rules(Application application) {
        var scheme = access.schemeOf(application);
        if (!access.transitions(application, scheme).canBeChecked()) {
            access.refuse(Transition.SUBMISSION, application, scheme);
        }
        return access.rules(application, scheme);
    }
}
