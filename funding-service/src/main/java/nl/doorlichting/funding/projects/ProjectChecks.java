package nl.doorlichting.funding.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.UUID;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.funding.ImmutableFields;
import nl.doorlichting.funding.Municipalities;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** Whether a project fits what is stored: its place, its programme, its organisation, the project it is part of. */
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

    void refuseNew(ProjectRequest request) {
        refuseMunicipalities(request);
        programmes.refuseUnknown(request.programme());
        projects.findByNaturalId(request.programme(), request.code()).ifPresent(ProjectChecks::refuseSecond);
        organisations.refuseUnknown(request.organisationId());
        refuseForeignParent(request.programme(), request.parentId());
    }

    /** As for a new one; and a project is no part of its own parts. */
    void refuseChange(ProjectRequest request, Project stored) {
        ImmutableFields.refuseChange("/programme", stored.programme(), request.programme());
        ImmutableFields.refuseChange("/code", stored.code(), request.code());
        refuseMunicipalities(request);
        organisations.refuseUnknown(request.organisationId());
        projects.lockTree();
        refuseForeignParent(request.programme(), request.parentId());
        refuseCircle(request.parentId(), stored.id());
    }

    private void refuseMunicipalities(ProjectRequest request) {
        var period = request.period() == null ? ANY_DAY : request.period();
        var violations = new ArrayList<Violation>();
        Municipalities.check(request.place(), request.partnerMunicipalities(), period, register, violations);
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
    }

    private void refuseCircle(UUID parentId, UUID id) {
        var ancestor = parentId;
        while (ancestor != null) {
            if (ancestor.equals(id)) {
                throw ProblemException.violation(Violation.body(
                        "/parentId", ViolationCode.NOT_ALLOWED, "A project is no part of itself or of its parts."));
            }
            ancestor =
                    projects.findByIdOptional(ancestor).map(Project::parentId).orElse(null);
        }
    }

    private static void refuseSecond(Project existing) {
        throw ProblemException.alreadyExists(
                "The programme has a project with this code.", ProjectResource.PATH + "/" + existing.id());
    }

    private void refuseForeignParent(String programme, UUID parentId) {
        if (parentId != null && !projects.isOf(programme, parentId)) {
            throw ProblemException.of(
                    ProblemType.REFERENCE_UNKNOWN, "parentId names no project of programme " + programme + ".");
        }
    }
}
