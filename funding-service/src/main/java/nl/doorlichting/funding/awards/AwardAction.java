package nl.doorlichting.funding.awards;

import java.util.Locale;
import nl.doorlichting.kernel.caller.Caller;
import nl.doorlichting.kernel.caller.Role;

/** What can be done to an award; the name in small letters is the last segment of its path. */
enum AwardAction {
    ACCOUNTABILITY(Role.GRANTEE, Role.GRANT_OFFICER),
    AMENDMENT(Role.GRANT_OFFICER, Role.CONTROLLER),
    DISBURSEMENTS(Role.GRANT_OFFICER),
    RECLAIMS(Role.GRANT_OFFICER, Role.CONTROLLER),
    REVOCATION(Role.GRANT_OFFICER, Role.CONTROLLER),
    SETTLEMENT(Role.GRANT_OFFICER, Role.CONTROLLER),
    UPDATE(Role.GRANT_OFFICER);

    private final String[] roles;

    AwardAction(String... roles) {
        this.roles = roles;
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isFor(Caller caller) {
        return caller.hasAny(roles);
    }
}
