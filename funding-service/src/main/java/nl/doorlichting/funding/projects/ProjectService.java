package nl.doorlichting.funding.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;

@ApplicationScoped
class ProjectService {
    private final ProjectRepository projects;
    private final ProjectChecks checks;
    private final Organisations visibility;
    private final CurrentCaller caller;
    private final Clock clock;

    ProjectService(
            ProjectRepository projects,
            ProjectChecks checks,
            Organisations visibility,
            CurrentCaller caller,
            Clock clock) {
        this.projects = projects;
        this.checks = checks;
        this.visibility = visibility;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ProjectResponse create(ProjectRequest request) {
        checks.refuseNew(request);
        var now = clock.instant();
        var project = new Project(Ids.next(now), request, now, caller.get().subject());
        projects.store(project);
        return shown(project);
    }

    @Transactional
    ProjectResponse change(UUID id, String ifMatch, MergePatch patch) {
        var project = projects.lock(id)
                .filter(found -> visibility.shows(found.organisationId()))
                .orElseThrow(ProblemException::notFound);
        IfMatch.refuseStale(ifMatch, project.etag());
        var changed = patch.applyTo(project.toRequest(), ProjectRequest.class);
        checks.refuseChange(changed, project);
        project.change(changed);
        projects.storeChange();
        return shown(project);
    }

    @Transactional
    Page<ProjectResponse> page(Filter filter, PageRequest request) {
        return projects.page(visibility.narrow(filter, "organisationId"), request)
                .map(this::shown);
    }

    @Transactional
    ProjectResponse get(UUID id) {
        return projects.findByIdOptional(id)
                .filter(project -> visibility.shows(project.organisationId()))
                .map(this::shown)
                .orElseThrow(ProblemException::notFound);
    }

    private ProjectResponse shown(Project project) {
        return project.toResponse(caller.get().may(AccessRule.WRITE_PROJECTS) ? List.of("update") : List.of());
    }
}
