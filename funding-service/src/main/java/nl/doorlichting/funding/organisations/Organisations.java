package nl.doorlichting.funding.organisations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** The organisations for other features: whether one is there, and whether the caller sees what belongs to it. */
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
            throw ProblemException.unknownReference(
                    "/organisationId", Text.of("organisation.unknown", "organisationId"));
        }
    }

    /** Narrows a list to what the caller sees: staff all of it, a grantee the rows of its own organisation. */
    public Filter narrow(Filter filter, String organisationPath) {
        return narrow(filter, organisationPath, FundingAccess.READ_EVERY_ORGANISATION);
    }

    /** Whether the caller sees what belongs to this organisation. Null is no caller's own. */
    public boolean shows(String organisationId) {
        return shows(organisationId, FundingAccess.READ_EVERY_ORGANISATION);
    }

    /** As {@link #narrow(Filter, String)}, where a caller sees all of it only if this rule allows. */
    public Filter narrow(Filter filter, String organisationPath, String all) {
        return caller.get().may(all) ? filter : filter.where("e." + organisationPath + " = :own", "own", own());
    }

    /** As {@link #shows(String)}, where a caller sees what is another's only if this rule allows. */
    public boolean shows(String organisationId, String all) {
        return caller.get().may(all) || caller.get().belongsTo(organisationId);
    }

    /** What the organisation is; empty when it is not there. */
    public Optional<OrganisationKind> kindOf(String number) {
        return organisations.findByIdOptional(number).map(Organisation::kind);
    }

    /** Notes that the organisation was not there on the day, with its successor. One that is not recorded passes. */
    public void checkThere(String pointer, String number, LocalDate day, List<Violation> violations) {
        organisations
                .findByIdOptional(number)
                .filter(organisation -> !organisation.isThereOn(day))
                .map(organisation -> notThere(pointer, organisation, day))
                .ifPresent(violations::add);
    }

    private Violation notThere(String pointer, Organisation organisation, LocalDate day) {
        var successors = organisation.hasEndedBy(day) ? successors(organisation, day) : List.<String>of();
        return Violation.body(
                pointer,
                ViolationCode.ORGANISATION_NOT_VALID,
                Map.of("number", organisation.number(), "successors", successors),
                successors.isEmpty()
                        ? Text.of("organisation.not-there", organisation.number(), day)
                        : Text.of("organisation.succeeded", organisation.number(), day, successors));
    }

    // A successor may itself have ended by then. The one that is there on the day is named, or the last that is known.
    private List<String> successors(Organisation ended, LocalDate day) {
        var last = ended;
        while (last.successor() != null && !last.isThereOn(day)) {
            last = organisations.findById(last.successor());
        }
        return last == ended ? List.of() : List.of(last.number());
    }

    private String own() {
        var organisation = caller.get().organisation();
        return organisation == null ? "" : organisation;
    }
}
