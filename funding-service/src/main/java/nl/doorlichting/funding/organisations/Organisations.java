package nl.doorlichting.funding.organisations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import nl.doorlichting.kernel.access.AccessRule;
import nl.doorlichting.kernel.caller.CurrentCaller;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.ProblemType;
import nl.doorlichting.kernel.vocabulary.OrganisationKind;

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

    /** As {@link #narrow(Filter, String)}, where only whom this rule allows it sees all of it. */
    public Filter narrow(Filter filter, String organisationPath, AccessRule all) {
        return caller.get().may(all) ? filter : filter.where("e." + organisationPath + " = :own", "own", own());
    }

    /** As {@link #shows(String)}, where only whom this rule allows it sees what is another's. */
    public boolean shows(String organisationId, AccessRule all) {
        return caller.get().may(all) || caller.get().belongsTo(organisationId);
    }

    /** What the organisation is; empty when it is not there. */
    public Optional<OrganisationKind> kindOf(String number) {
        return organisations.findByIdOptional(number).map(organisation -> organisation.kind);
    }

    private boolean seesAll() {
        return caller.get().may(AccessRule.READ_EVERY_ORGANISATION);
    }

    private String own() {
        var organisation = caller.get().organisation();
        return organisation == null ? "" : organisation;
    }
}
