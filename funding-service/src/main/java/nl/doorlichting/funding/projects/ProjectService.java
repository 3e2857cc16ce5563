package nl.doorlichting.funding.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.ImmutableFields;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;

@ApplicationScoped
class ProjectService implements BodyRules {
    private static final Period ANY_DAY = new Period(Period.EARLIEST, Period.LATEST);

    private final ProjectRepository projects;
    private final Programmes programmes;
    private final Organisations organisations;
    private final MunicipalityRegister register;
    private final CurrentCaller caller;
    private final RecordedPast past;
    private final Clock clock;

    ProjectService(
            ProjectRepository projects,
            Programmes programmes,
            Organisations organisations,
            MunicipalityRegister register,
            CurrentCaller caller,
            RecordedPast past,
            Clock clock) {
        this.projects = projects;
        this.programmes = programmes;
        this.organisations = organisations;
        this.register = register;
        this.caller = caller;
        this.past = past;
        this.clock = clock;
    }

    @Transactional
    ProjectResponse create(ProjectRequest request) {
        refuseNew(request);
        var now = clock.instant();
        var project = new Project(Ids.next(now), request, now, caller.get().subject());
        projects.store(project);
        return shown(project);
    }

    /** The project of a decision, in the transaction at hand, which marks the figures as changed after this. */
    UUID make(ProjectRequest request) {
        refuseNew(request);
        var now = clock.instant();
        var project = new Project(Ids.next(now), request, now, caller.get().subject());
        projects.storeUnmarked(project);
        return project.id();
    }

    @Transactional
    ProjectResponse change(UUID id, String ifMatch, MergePatch patch) {
        var project = projects.lock(id)
                .filter(found -> organisations.shows(found.organisationId()))
                .orElseThrow(ProblemException::notFound);
        IfMatch.refuseStale(ifMatch, project.etag());
        var changed = patch.applyTo(project.toRequest(), ProjectRequest.class);
        refuseChange(changed, project);
        var after = new Project(id, changed, null, null);
        if (!StrictJson.isUnchanged(project.toRequest(), after.toRequest())) {
            project.change(changed);
            projects.storeChange();
        }
        return shown(project);
    }

    @Transactional
    Page<ProjectResponse> page(Filter filter, Instant asOf, PageRequest request) {
        past.read(asOf);
        var actions = allowedActions();
        return projects.page(organisations.narrow(filter, "organisationId"), request)
                .map(project -> project.toResponse(actions));
    }

    /** The project at a moment; 404 before it was recorded. */
    @Transactional
    ProjectResponse get(UUID id, Instant asOf) {
        past.read(asOf);
        return get(id);
    }

    @Transactional
    ProjectResponse get(UUID id) {
        return projects.findByIdOptional(id)
                .filter(project -> organisations.shows(project.organisationId()))
                .map(this::shown)
                .orElseThrow(ProblemException::notFound);
    }

    private void refuseNew(ProjectRequest request) {
        ProblemException.together(
                () -> refuseMunicipalities(request),
                () -> programmes.refuseUnknown(request.programme()),
                () -> organisations.refuseUnknown(request.organisationId()),
                () -> refuseForeignParent(request.programme(), request.parentId()),
                () -> projects.findByNaturalId(request.programme(), request.code())
                        .ifPresent(ProjectService::refuseSecond));
    }

    /** What else is wrong with a project that is refused for its form: any field of it, and any partner, can be null. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        if (!(body instanceof ProjectRequest request)) {
            return List.of();
        }
        var period = request.period() == null ? ANY_DAY : request.period();
        var violations = ProblemException.noted(
                () -> PlaceViolations.refuse(request.place(), period, register),
                () -> programmes.refuseUnknown(request.programme()),
                () -> organisations.refuseUnknown(request.organisationId()),
                () -> refuseForeignParent(request.programme(), request.parentId()));
        var partners = request.partnerMunicipalities();
        if (partners != null && partners.stream().noneMatch(Objects::isNull)) {
            violations.addAll(PlaceViolations.of("/partnerMunicipalities", partners, period, register));
        }
        return violations;
    }

    /** As for a new one; and a project is no part of its own parts. */
    private void refuseChange(ProjectRequest request, Project stored) {
        projects.lockTree();
        ProblemException.together(
                () -> ImmutableFields.refuseChange("/programme", stored.programme(), request.programme()),
                () -> ImmutableFields.refuseChange("/code", stored.code(), request.code()),
                () -> refuseMunicipalities(request),
                () -> organisations.refuseUnknown(request.organisationId()),
                () -> refuseForeignParent(request.programme(), request.parentId()),
                () -> refuseCircle(request.parentId(), stored.id()));
    }

    private void refuseMunicipalities(ProjectRequest request) {
        var period = request.period() == null ? ANY_DAY : request.period();
        var violations = new ArrayList<Violation>();
        violations.addAll(PlaceViolations.of("/place", request.place(), period, register));
        violations.addAll(
                PlaceViolations.of("/partnerMunicipalities", request.partnerMunicipalities(), period, register));
        ProblemException.refuse(violations);
    }

    private void refuseCircle(UUID parentId, UUID id) {
        var ancestor = parentId;
        while (ancestor != null) {
            if (ancestor.equals(id)) {
                throw ProblemException.violation(
                        Violation.body("/parentId", ViolationCode.NOT_ALLOWED, Text.of("project.circle")));
            }
            ancestor =
                    projects.findByIdOptional(ancestor).map(Project::parentId).orElse(null);
        }
    }

    private static void refuseSecond(Project existing) {
        throw ProblemException.alreadyExists(Text.of("project.code-taken"), ProjectResource.PATH + "/" + existing.id());
    }

    private void refuseForeignParent(String programme, UUID parentId) {
        if (parentId != null && programme != null && !projects.isOf(programme, parentId)) {
            throw ProblemException.unknownReference(
                    "/parentId", parentId, Text.of("project.parent-unknown", programme));
        }
    }

    private ProjectResponse shown(Project project) {
        return project.toResponse(allowedActions());
    }

    private List<String> allowedActions() {
        return caller.get().may(FundingAccess.WRITE_PROJECTS) && !past.isRead() ? List.of("update") : List.of();
    }
}
