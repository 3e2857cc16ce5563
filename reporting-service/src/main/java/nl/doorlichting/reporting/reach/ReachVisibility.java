package nl.doorlichting.reporting.reach;

import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;

/** Which observations a caller sees: staff all of them, a grantee those of its own organisation. */
@ApplicationScoped
class ReachVisibility {
    private final CurrentCaller caller;

    ReachVisibility(CurrentCaller caller) {
        this.caller = caller;
    }

    Filter narrow(Filter filter) {
        return seesAll() ? filter : filter.where("e.organisationId = :own", "own", own());
    }

    boolean shows(ReachObservation observation) {
        return seesAll() || caller.get().belongsTo(observation.organisationId);
    }

    private boolean seesAll() {
        return caller.get().may(AccessRule.READ_INVENTORIES);
    }

    private String own() {
        var organisation = caller.get().organisation();
        return organisation == null ? "" : organisation;
    }
}
