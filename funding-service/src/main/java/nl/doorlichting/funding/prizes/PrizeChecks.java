package nl.doorlichting.funding.prizes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.funding.projects.Projects;
import nl.doorlichting.platform.problems.ProblemException;

/** Whether a prize fits what is stored: its programme, its winner, its project, and no other with its reference. */
@ApplicationScoped
class PrizeChecks {
    private final PrizeRepository prizes;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Projects projects;

    PrizeChecks(PrizeRepository prizes, Programmes programmes, Organisations organisations, Projects projects) {
        this.prizes = prizes;
        this.programmes = programmes;
        this.organisations = organisations;
        this.projects = projects;
    }

    /** 409 when it does not fit; the id is the record's own, or null for a new one. */
    void refuse(UUID id, PrizeRequest request) {
        programmes.refuseUnknown(request.programme());
        prizes.findByReference(request.programme(), request.reference())
                .filter(existing -> !existing.id.equals(id))
                .ifPresent(PrizeChecks::refuseSecond);
        organisations.refuseUnknown(request.organisationId());
        projects.refuseUnknown(request.programme(), request.projectId());
    }

    private static void refuseSecond(Prize existing) {
        throw ProblemException.alreadyExists(
                "The programme has a prize with this reference.", PrizeResource.PATH + "/" + existing.id);
    }
}
