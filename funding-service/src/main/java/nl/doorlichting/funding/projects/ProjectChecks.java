package nl.doorlichting.funding.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.kernel.municipality.MunicipalityRegister;
import nl.doorlichting.kernel.period.Period;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.ProblemType;
import nl.doorlichting.kernel.web.PlaceViolations;

/** Whether a new project fits what is stored: its place, its programme, its organisation, the project it is part of. */
@ApplicationScoped
class ProjectChecks {
    private static final Period ANY_DAY = new Period(Period.EARLIEST, Period.LATEST);

    private final ProjectRepository projects;
    private final Programmes programmes;
    private final Organisations organisations;
    private final MunicipalityRegister register;

    ProjectChecks(
            ProjectRepository projects,
            Programmes programmes,
            Organisations organisations,
            MunicipalityRegister register) {
        this.projects = projects;
        this.programmes = programmes;
        this.organisations = organisations;
        this.register = register;
    }

    void refuse(ProjectRequest request) {
        PlaceViolations.refuse(request.place(), request.period() == null ? ANY_DAY : request.period(), register);
        programmes.refuseUnknown(request.programme());
        projects.findByNaturalId(request.programme(), request.code()).ifPresent(ProjectChecks::refuseSecond);
        organisations.refuseUnknown(request.organisationId());
        refuseForeignParent(request.programme(), request.parentId());
    }

    private static void refuseSecond(Project existing) {
        throw ProblemException.alreadyExists(
                "The programme has a project with this code.", ProjectResource.PATH + "/" + existing.id);
    }

    private void refuseForeignParent(String programme, UUID parentId) {
        if (parentId != null && !projects.isOf(programme, parentId)) {
            throw ProblemException.of(
                    ProblemType.REFERENCE_UNKNOWN, "parentId names no project of programme " + programme + ".");
        }
    }
}
