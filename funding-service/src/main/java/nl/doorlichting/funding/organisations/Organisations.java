package nl.doorlichting.funding.organisations;

import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.kernel.caller.CurrentCaller;
import nl.doorlichting.kernel.caller.Role;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.ProblemType;

/** What other features ask about organisations: is it there, and does the caller see what belongs to it. */
@ApplicationScoped
public class Organisations {
    private final OrganisationRepository organisations;
    private final CurrentCaller caller;

    Organisations(OrganisationRepository organisations, CurrentCaller caller) {
        this.organisations = organisations;
        this.caller = caller;
    }

    /** 409 when an organisation is named and is not there; null passes. */
    public void refuseUnknown(String number) {
        if (number != null && organisations.findByIdOptional(number).isEmpty()) {
            throw ProblemException.of(
                    ProblemType.REFERENCE_UNKNOWN,
                    "organisationId names no organisation; record the organisation first.");
        }
    }

    /** Narrows a list to what the caller sees: staff all of it, a grantee the rows of its own organisation. */
    public Filter narrow(Filter filter, String organisationPath) {
        return seesAll() ? filter : filter.where("e." + organisationPath + " = :own", "own", own());
    }

    /** Whether the caller sees what belongs to this organisation; null is nobody's. */
    public boolean shows(String organisationId) {
        return seesAll() || caller.get().belongsTo(organisationId);
    }

    private boolean seesAll() {
        return caller.get()
                .hasAny(
                        Role.PROGRAMME_MANAGER,
                        Role.GRANT_OFFICER,
                        Role.CONTROLLER,
                        Role.ANALYST,
                        Role.RESEARCHER,
                        Role.REVIEWER,
                        Role.TRAINING_COORDINATOR);
    }

    private String own() {
        var organisation = caller.get().organisation();
        return organisation == null ? "" : organisation;
    }
}
