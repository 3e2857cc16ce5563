package nl.doorlichting.funding.procurements;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.funding.projects.Projects;
import nl.doorlichting.platform.problems.ProblemException;

/** Whether a procurement fits what is stored: its programme, its winner, its project, and no other with its reference. */
@ApplicationScoped
class ProcurementChecks {
    private final ProcurementRepository procurements;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Projects projects;

    ProcurementChecks(
            ProcurementRepository procurements, Programmes programmes, Organisations organisations, Projects projects) {
        this.procurements = procurements;
        this.programmes = programmes;
        this.organisations = organisations;
        this.projects = projects;
    }

    /** 409 when it does not fit; the id is the record's own, or null for a new one. */
    void refuse(UUID id, ProcurementRequest request) {
        programmes.refuseUnknown(request.programme());
        procurements
                .findByReference(request.programme(), request.reference())
                .filter(existing -> !existing.id.equals(id))
                .ifPresent(ProcurementChecks::refuseSecond);
        organisations.refuseUnknown(request.organisationId());
        projects.refuseUnknown(request.programme(), request.projectId());
    }

    private static void refuseSecond(Procurement existing) {
        throw ProblemException.alreadyExists(
                "The programme has a procurement with this reference.", ProcurementResource.PATH + "/" + existing.id);
    }
}
