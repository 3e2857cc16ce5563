package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;

/**
 * Who sees which awards: those that handle or study them all, a grantee its own. Source:
 * docs/design/roles.md#own-records.
 */
@ApplicationScoped
class AwardVisibility {
    private final CurrentCaller caller;

    AwardVisibility(CurrentCaller caller) {
        this.caller = caller;
    }

    Caller caller() {
        return caller.get();
    }

    boolean shows(String organisationId) {
        return seesAll() || caller.get().belongsTo(organisationId);
    }

    /** The path leads from the list's entity to the organisation. */
    Filter narrow(Filter filter, String organisationPath) {
        if (seesAll()) {
            return filter;
        }
        var organisation = caller.get().organisation();
        return filter.where(
                "e." + organisationPath + " = :own_organisation",
                "own_organisation",
                organisation == null ? "" : organisation);
    }

    private boolean seesAll() {
        return caller.get().may(AccessRule.READ_EVERY_GRANT);
    }
}
