package nl.doorlichting.funding.awards;

import java.util.Locale;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.Caller;

/** What can be done to an award; the name in small letters is the last segment of its path. */
enum AwardAction {
    ACCOUNTABILITY(AccessRule.ACCOUNT_FOR_AWARDS),
    AMENDMENT(AccessRule.DECIDE_AWARDS),
    DISBURSEMENTS(AccessRule.WRITE_AWARDS),
    RECLAIMS(AccessRule.DECIDE_AWARDS),
    REVOCATION(AccessRule.DECIDE_AWARDS),
    SETTLEMENT(AccessRule.DECIDE_AWARDS),
    UPDATE(AccessRule.WRITE_AWARDS);

    private final AccessRule rule;

    AwardAction(AccessRule rule) {
        this.rule = rule;
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isFor(Caller caller) {
        return caller.may(rule);
    }
}
